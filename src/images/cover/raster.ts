/**
 * Polygons → pixels, with exact coverage at the edges.
 *
 * Each edge adds the area that it covers in each pixel, and what it hands on to the pixels on its right; the sum
 * along a row is then the coverage. After Raph Levien's font-rs: https://github.com/raphlinus/font-rs
 */
import { pixelOf, type Pixels } from './pixels.js';
import type { Polygon, Rect, Shape } from './shapes.js';

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Paints the shapes in their order, and nothing outside of `clip`, whose sides are whole numbers. */
export function paint(pixels: Pixels, shapes: readonly Shape[], clip: Rect): void {
  let sums = new Float32Array(0);
  for (const { polygons, fill } of shapes) {
    const box = boxOf(polygons, clip);
    if (box.right <= box.left || box.bottom <= box.top) continue;
    const stride = box.right - box.left + 2;
    const size = stride * (box.bottom - box.top);
    // The buffer is left empty by `blend`, so that the next shape can use it.
    if (sums.length < size) sums = new Float32Array(size);
    for (const polygon of polygons) addEdges(polygon, box, stride, sums);
    blend(pixels, box, stride, sums, pixelOf(fill));
  }
}

/** The whole pixels that the polygons touch, within a rectangle. */
function boxOf(polygons: readonly Polygon[], clip: Rect): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of polygons) {
    for (let index = 0; index < polygon.length; index += 2) {
      const x = polygon[index] as number;
      const y = polygon[index + 1] as number;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  return {
    left: Math.max(clip.x, Math.floor(left)),
    top: Math.max(clip.y, Math.floor(top)),
    right: Math.min(clip.x + clip.width, Math.ceil(right)),
    bottom: Math.min(clip.y + clip.height, Math.ceil(bottom)),
  };
}

function addEdges(polygon: Polygon, box: Box, stride: number, sums: Float32Array): void {
  const { length } = polygon;
  let x0 = (polygon[length - 2] as number) - box.left;
  let y0 = (polygon[length - 1] as number) - box.top;
  for (let index = 0; index < length; index += 2) {
    const x1 = (polygon[index] as number) - box.left;
    const y1 = (polygon[index + 1] as number) - box.top;
    if (y0 < y1) addEdge(x0, y0, x1, y1, 1, box, stride, sums);
    else if (y1 < y0) addEdge(x1, y1, x0, y0, -1, box, stride, sums);
    x0 = x1;
    y0 = y1;
  }
}

/** Adds an edge that goes down, `sign` its first direction. Outside of the box, it counts at the box's side. */
function addEdge(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  sign: number,
  box: Box,
  stride: number,
  sums: Float32Array,
): void {
  const most = box.right - box.left;
  const slope = (x1 - x0) / (y1 - y0);
  const from = Math.max(y0, 0);
  const to = Math.min(y1, box.bottom - box.top);
  let x = x0 + (from - y0) * slope;
  for (let row = Math.floor(from); row < to; row += 1) {
    const height = Math.min(row + 1, to) - Math.max(row, from);
    const next = x + height * slope;
    const a = Math.min(most, Math.max(0, Math.min(x, next)));
    const b = Math.min(most, Math.max(0, Math.max(x, next)));
    addSpan(sums, row * stride, a, b, sign * height);
    x = next;
  }
}

/** Adds the area right of an edge that crosses one row from `a` to `b` and covers `area` of its height. */
function addSpan(sums: Float32Array, row: number, a: number, b: number, area: number): void {
  const first = Math.floor(a);
  const end = Math.ceil(b);
  if (end <= first + 1) {
    const inside = area * (1 - ((a + b) / 2 - first));
    sums[row + first] = (sums[row + first] as number) + inside;
    sums[row + first + 1] = (sums[row + first + 1] as number) + area - inside;
    return;
  }
  const step = area / (b - a);
  // Area covered left of each pixel's right side: a triangle, then trapezia, then all of it.
  let before = 0;
  for (let column = first; column < end; column += 1) {
    const right = Math.min(b, column + 1);
    const left = Math.max(a, column);
    const crossed = (right - left) * step;
    const passed = (left - a) * step;
    const covered = passed + crossed * (column + 1 - (left + right) / 2);
    sums[row + column] = (sums[row + column] as number) + covered - before;
    before = covered;
  }
  sums[row + end] = (sums[row + end] as number) + area - before;
}

/** Paints what the sums cover, and empties them. */
function blend({ width, values }: Pixels, box: Box, stride: number, sums: Float32Array, fill: number): void {
  const columns = box.right - box.left;
  for (let row = box.top, start = 0; row < box.bottom; row += 1, start += stride) {
    const line = row * width + box.left;
    let cover = 0;
    let column = 0;
    while (column < columns) {
      cover += sums[start + column] as number;
      const alpha = Math.abs(cover);
      let next = column + 1;
      while (next < columns && sums[start + next] === 0) next += 1;
      if (alpha > OPAQUE) values.fill(fill, line + column, line + next);
      else if (alpha > 1 - OPAQUE) {
        for (let at = line + column; at < line + next; at += 1)
          values[at] = mix(values[at] as number, fill, alpha);
      }
      column = next;
    }
    sums.fill(0, start, start + stride);
  }
}

/** Coverage from which on a pixel is the shape's alone. */
const OPAQUE = 0.998;

/** A pixel with another laid over it. */
function mix(under: number, over: number, alpha: number): number {
  const channel = (shift: number) => {
    const below = (under >>> shift) & 0xff;
    return (below + (((over >>> shift) & 0xff) - below) * alpha + 0.5) << 0;
  };
  return (channel(16) << 16) | (channel(8) << 8) | channel(0);
}

/** Fills a rectangle with copies of the square of `side` pixels in its left upper corner. */
export function repeatTile({ width, values }: Pixels, rect: Rect, side: number): void {
  const right = rect.x + rect.width;
  for (let row = rect.y; row < rect.y + rect.height; row += 1) {
    const line = row * width;
    if (row >= rect.y + side) {
      const above = line - side * width;
      values.copyWithin(line + rect.x, above + rect.x, above + right);
    } else {
      for (let x = rect.x + side; x < right; x += side) {
        values.copyWithin(line + x, line + rect.x, line + rect.x + Math.min(side, right - x));
      }
    }
  }
}
