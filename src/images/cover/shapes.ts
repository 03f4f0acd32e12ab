/** What a cover is drawn of: filled polygons in pixels of the page, y downwards. */
import type { Colour } from './pixels.js';

/** Corners as x, y, x, y, …; closed. The direction counts: a polygon the other way round is a hole. */
export type Polygon = readonly number[];

export interface Shape {
  polygons: readonly Polygon[];
  fill: Colour;
}

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The four corners. */
export const rectangle = ({ x, y, width, height }: Rect): Polygon => [
  ...[x, y, x + width, y],
  ...[x + width, y + height, x, y + height],
];

/** A frame of an even thickness, drawn inwards. */
export const frame = (rect: Rect, thickness: number): Polygon[] => [
  rectangle(rect),
  reversed(rectangle(inset(rect, thickness))),
];

/** A rectangle made smaller by as much on each side. */
export const inset = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
});

/** The same corners the other way round: within another polygon, a hole. */
export function reversed(polygon: Polygon): Polygon {
  const corners: number[] = [];
  for (let index = polygon.length - 2; index >= 0; index -= 2) {
    corners.push(polygon[index] as number, polygon[index + 1] as number);
  }
  return corners;
}

/** Points of a cubic curve after its first, close enough to look round at the size of a page. */
export function cubic(
  ...[x0, y0, x1, y1, x2, y2, x3, y3]: [number, number, number, number, number, number, number, number]
): number[] {
  const length =
    Math.abs(x1 - x0) +
    Math.abs(y1 - y0) +
    Math.abs(x2 - x1) +
    Math.abs(y2 - y1) +
    Math.abs(x3 - x2) +
    Math.abs(y3 - y2);
  const steps = Math.min(64, Math.max(2, Math.ceil(Math.sqrt(length) * 1.1)));
  const points: number[] = [];
  for (let step = 1; step <= steps; step += 1) {
    const t = step / steps;
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    points.push(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
  }
  return points;
}

/** The distance of the handles of a cubic that is nearest to a quarter of a circle. */
const KAPPA = 0.5522847498;

/** Unit vectors to the east, south, west and north. */
const QUARTERS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/** Points of a quarter circle, clockwise from `quarter` (0 is east, 1 south …), with its first point. */
export function quarterArc(x: number, y: number, radius: number, quarter: number): number[] {
  const [ax, ay] = QUARTERS[quarter & 3] ?? QUARTERS[0];
  const [bx, by] = QUARTERS[(quarter + 1) & 3] ?? QUARTERS[0];
  const point = (along: number, across: number): [number, number] => [
    x + radius * (ax * along + bx * across),
    y + radius * (ay * along + by * across),
  ];
  const first = point(1, 0);
  return [...first, ...cubic(...first, ...point(1, KAPPA), ...point(KAPPA, 1), ...point(0, 1))];
}

/** A whole circle, filled. */
export const disc = (x: number, y: number, radius: number): Polygon =>
  [0, 1, 2, 3].flatMap((quarter) => quarterArc(x, y, radius, quarter));

/** A quarter of a disc between its centre and the arc from `quarter` on. */
export const wedge = (x: number, y: number, radius: number, quarter: number): Polygon => [
  x,
  y,
  ...quarterArc(x, y, radius, quarter),
];

/** A ring, or a part of one: `quarters` of it, clockwise from `from`. */
export function ring(
  { x, y, outer, inner }: { x: number; y: number; outer: number; inner: number },
  from = 0,
  quarters = 4,
): Polygon[] {
  const arc = (radius: number) =>
    Array.from({ length: quarters }, (_, index) => quarterArc(x, y, radius, from + index)).flat();
  if (quarters === 4) return [arc(outer), reversed(arc(inner))];
  return [[...arc(outer), ...reversed(arc(inner))]];
}
