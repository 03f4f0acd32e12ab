/**
 * Polygons → pixels, with exact coverage at the edges.
 *
 * Each edge adds the area that it covers in each pixel, and what it hands on to the pixels on its right; the sum
 * along a row is then the coverage. After Raph Levien's font-rs: https://github.com/raphlinus/font-rs
 */
import { mix, pixelOf, STEPS, type Pixels } from './pixels.js';
import type { Polygon, Rect, Shape } from './shapes.js';

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What the edges of a shape add up to, a row of the box after the other; all zeros between shapes. */
interface Coverage {
  sums: Float32Array;
  /** A bit for each sum that may be other than 0: most of a row is never looked at. */
  marks: Int32Array;
  /** Sums a row, a multiple of 32. */
  stride: number;
}

/** Paints the shapes in their order, and nothing outside of `clip`, whose sides are whole numbers. */
export function paint(pixels: Pixels, shapes: readonly Shape[], clip: Rect): void {
  let sums = new Float32Array(0);
  let marks = new Int32Array(0);
  for (const { polygons, fill } of shapes) {
    const box = boxOf(polygons, clip);
    if (box.right <= box.left || box.bottom <= box.top) continue;
    if (isWhole(polygons)) {
      fillBox(pixels, box, pixelOf(pixels.palette, fill));
      continue;
    }
    // An edge may hand on to the cell behind the last.
    const stride = (box.right - box.left + 2 + 31) & ~31;
    const size = stride * (box.bottom - box.top);
    if (sums.length < size) {
      sums = new Float32Array(size);
      marks = new Int32Array(size >> 5);
    }
    const coverage: Coverage = { sums, marks, stride };
    for (const polygon of polygons) addEdges(polygon, box, coverage);
    blend(pixels, box, coverage, pixelOf(pixels.palette, fill));
  }
}

/** Whether the polygons are one rectangle of whole pixels, which needs no sums. */
function isWhole(polygons: readonly Polygon[]): boolean {
  const [polygon, another] = polygons;
  if (polygon?.length !== 8 || another) return false;
  const [x0, y0, x1, y1, x2, y2, x3, y3] = polygon;
  return x0 === x3 && x1 === x2 && y0 === y1 && y2 === y3 && polygon.every(Number.isInteger);
}

function fillBox({ width, values }: Pixels, { left, top, right, bottom }: Box, fill: number): void {
  for (let row = top; row < bottom; row += 1) values.fill(fill, row * width + left, row * width + right);
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

function addEdges(polygon: Polygon, box: Box, coverage: Coverage): void {
  const { length } = polygon;
  let x0 = (polygon[length - 2] as number) - box.left;
  let y0 = (polygon[length - 1] as number) - box.top;
  for (let index = 0; index < length; index += 2) {
    const x1 = (polygon[index] as number) - box.left;
    const y1 = (polygon[index + 1] as number) - box.top;
    if (y0 < y1) addEdge(x0, y0, x1, y1, 1, box, coverage);
    else if (y1 < y0) addEdge(x1, y1, x0, y0, -1, box, coverage);
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
  coverage: Coverage,
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
    addSpan(coverage, row * coverage.stride, a, b, sign * height);
    x = next;
  }
}

/** Adds the area right of an edge that crosses one row from `a` to `b` and covers `area` of its height. */
function addSpan({ sums, marks }: Coverage, row: number, a: number, b: number, area: number): void {
  const first = Math.floor(a);
  const end = Math.ceil(b);
  const start = row + first;
  if (end <= first + 1) {
    const inside = area * (1 - ((a + b) / 2 - first));
    sums[start] = (sums[start] as number) + inside;
    sums[start + 1] = (sums[start + 1] as number) + area - inside;
    mark(marks, start);
    mark(marks, start + 1);
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
    mark(marks, row + column);
    before = covered;
  }
  sums[row + end] = (sums[row + end] as number) + area - before;
  mark(marks, row + end);
}

function mark(marks: Int32Array, cell: number): void {
  marks[cell >> 5] = (marks[cell >> 5] as number) | (1 << (cell & 31));
}

/** Paints what the sums cover, and empties them. */
function blend(pixels: Pixels, box: Box, { sums, marks, stride }: Coverage, fill: number): void {
  const columns = box.right - box.left;
  for (let row = box.top, start = 0; row < box.bottom; row += 1, start += stride) {
    const line = row * pixels.width + box.left;
    let cover = 0;
    let column = 0;
    for (let word = start >> 5; word < (start + stride) >> 5; word += 1) {
      let bits = marks[word] as number;
      if (bits === 0) continue;
      marks[word] = 0;
      for (; bits !== 0; bits &= bits - 1) {
        const cell = (word << 5) + 31 - Math.clz32(bits & -bits);
        const next = Math.min(cell - start, columns);
        paintSpan(pixels, line + column, line + next, Math.abs(cover), fill);
        column = next;
        cover += sums[cell] as number;
        sums[cell] = 0;
      }
    }
    paintSpan(pixels, line + column, line + columns, Math.abs(cover), fill);
  }
}

/** Paints pixels of one row that are covered alike, in steps of an eighth. */
function paintSpan({ values, palette }: Pixels, from: number, to: number, alpha: number, fill: number): void {
  const step = Math.min(STEPS, Math.round(alpha * STEPS));
  if (to <= from || step === 0) return;
  if (step === STEPS) values.fill(fill, from, to);
  else for (let at = from; at < to; at += 1) values[at] = mix(palette, values[at] as number, fill, step);
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
