/** Patterns of straight lines: triangles, hatchings, rules, chevrons, lozenges. */
import { rectangle, type Polygon, type Shape } from '../shapes.js';
import { pick } from '../random.js';
import { cells, choices, ground, inkOf, type Field, type Pattern } from './grid.js';

/** The halves of a square, cut along a diagonal, by the corner that they lie in. */
const HALVES = [
  [0, 0, 1, 0, 0, 1],
  [0, 0, 1, 0, 1, 1],
  [1, 0, 1, 1, 0, 1],
  [0, 0, 1, 1, 0, 1],
] as const;

/** Squares of two triangles, as quilts are pieced. */
export const triangles: Pattern = (field, random) => {
  const turn = choices(field, 4, random);
  const ink = choices(field, 7, random);
  return [
    ground(field),
    ...cells(field).flatMap((cell) => {
      if (ink(cell) === 6) return [];
      const half = HALVES[turn(cell)] ?? HALVES[0];
      const polygon = half.map((value, index) => value * field.cell + (index % 2 === 0 ? cell.x : cell.y));
      return [{ polygons: [polygon], fill: inkOf(field, ink(cell)) }];
    }),
  ];
};

/** Cells hatched across, down or not at all. */
export const hatchings: Pattern = (field, random) => {
  const way = choices(field, 2, random);
  const ink = choices(field, 3, random);
  const lines = pick([3, 4, 5], random);
  const step = field.cell / lines;
  return [
    ground(field),
    ...cells(field).flatMap((cell) =>
      Array.from({ length: lines }, (_, line): Shape => {
        const at = step * (line + 0.25);
        const polygon =
          way(cell) === 0
            ? rectangle({ x: cell.x, y: cell.y + at, width: field.cell, height: step / 2 })
            : rectangle({ x: cell.x + at, y: cell.y, width: step / 2, height: field.cell });
        return { polygons: [polygon], fill: inkOf(field, ink(cell)) };
      }),
    ),
  ];
};

/** Upright stripes of many widths, cut at many heights. */
export const rules: Pattern = (field, random) => {
  const { rect, cell } = field;
  const shapes: Shape[] = [ground(field)];
  const unit = cell / 4;
  let x = rect.x;
  let last = 0;
  while (x < rect.x + rect.width) {
    const width = unit * pick([0.5, 1, 1, 2, 3], random);
    const ink = (last + 1 + Math.floor(random() * (field.colours.length - 1))) % field.colours.length;
    last = ink;
    const cut = rect.y + rect.height * pick([0, 0.25, 0.375, 0.5, 0.625, 0.75, 1], random);
    const other = (ink + 1) % field.colours.length;
    const stripe = (y: number, height: number, index: number): Shape => ({
      polygons: [rectangle({ x, y, width, height })],
      fill: field.colours[index] ?? field.colours[0],
    });
    shapes.push(stripe(rect.y, cut - rect.y, ink), stripe(cut, rect.y + rect.height - cut, other));
    x += width;
  }
  return shapes;
};

/** Zigzag bands. */
export const chevrons: Pattern = (field, random) => {
  const { rect, cell } = field;
  const bands = pick([2, 3], random);
  const height = cell / bands;
  const shapes: Shape[] = [ground(field)];
  const rows = Math.ceil((rect.height + cell) / height) + 1;
  for (let row = -1; row < rows; row += 1) {
    const index = (((row % 4) + 4) % 4) as 0 | 1 | 2 | 3;
    const fill = ([field.colours[0], field.colours[1], field.colours[0], inkOf(field, 1)] as const)[index];
    if (fill === field.colours[0]) continue;
    shapes.push({ polygons: [zigzag(field, rect.y + row * height - cell / 2, height)], fill });
  }
  return shapes;
};

function zigzag({ rect, cell }: Field, y: number, height: number): Polygon {
  const upper: number[] = [];
  const lower: number[] = [];
  for (let step = 0; step * (cell / 2) <= rect.width; step += 1) {
    const x = rect.x + (step * cell) / 2;
    const dip = step % 2 === 0 ? 0 : cell / 2;
    upper.push(x, y + dip);
    lower.unshift(x, y + dip + height);
  }
  return [...upper, ...lower];
}

/** Lozenges within lozenges. */
export const lozenges: Pattern = (field, random) => {
  const rings = pick([2, 3, 4], random);
  const tall = pick([1, 1.5, 2], random);
  const { rect, cell } = field;
  const shapes: Shape[] = [ground(field)];
  const height = cell * tall;
  for (let row = 0; row <= Math.ceil((2 * rect.height) / height); row += 1) {
    for (let column = 0; column <= rect.width / cell; column += 1) {
      const x = rect.x + (column + (row % 2) / 2) * cell;
      const y = rect.y + (row * height) / 2;
      for (let index = 0; index < rings; index += 1) {
        const size = 1 - index / rings;
        const fill = index % 2 === 1 ? field.colours[0] : inkOf(field, row + (index >> 1));
        shapes.push({ polygons: [lozenge(x, y, (cell / 2) * size, (height / 2) * size)], fill });
      }
    }
  }
  return shapes;
};

const lozenge = (x: number, y: number, width: number, height: number): Polygon => [
  ...[x, y - height, x + width, y],
  ...[x, y + height, x - width, y],
];
