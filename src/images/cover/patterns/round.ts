/** Patterns of circles and their parts. */
import { disc, quarterArc, reversed, ring, wedge, type Polygon, type Shape } from '../shapes.js';
import { pick } from '../random.js';
import { cells, choices, ground, inkOf, type Pattern } from './grid.js';

/** The corners of a cell as the centres of quarter discs, and the quarter that lies in the cell. */
const CORNERS = [
  { dx: 0, dy: 0, quarter: 0 },
  { dx: 1, dy: 0, quarter: 1 },
  { dx: 1, dy: 1, quarter: 2 },
  { dx: 0, dy: 1, quarter: 3 },
] as const;

const corner = (index: number): (typeof CORNERS)[number] => CORNERS[index & 3] ?? CORNERS[0];

/** Quarter discs, turned this way and that: Truchet's tiles. */
export const arcs: Pattern = (field, random) => {
  const turn = choices(field, 4, random);
  const ink = choices(field, 9, random);
  return [
    ground(field),
    ...cells(field).flatMap((cell) => {
      if (ink(cell) === 8) return [];
      const { dx, dy, quarter } = corner(turn(cell));
      const polygon = wedge(cell.x + dx * field.cell, cell.y + dy * field.cell, field.cell, quarter);
      return [{ polygons: [polygon], fill: inkOf(field, ink(cell)) }];
    }),
  ];
};

/** Bands round the corners of the cells, which join to snakes and rings. */
export const rings: Pattern = (field, random) => {
  const turn = choices(field, 2, random);
  const bands = pick([1, 2, 3], random);
  const width = field.cell / (2 * bands + 1);
  return [
    ground(field),
    ...cells(field).flatMap((cell) =>
      [turn(cell), turn(cell) + 2].flatMap((index) => {
        const { dx, dy, quarter } = corner(index);
        const [x, y] = [cell.x + dx * field.cell, cell.y + dy * field.cell];
        return Array.from({ length: bands }, (_, band) => {
          const inner = field.cell / 2 + (2 * band - bands + 0.5) * width;
          return {
            polygons: ring({ x, y, inner, outer: inner + width }, quarter, 1),
            fill: inkOf(field, band),
          };
        });
      }),
    ),
  ];
};

/** Leaves from corner to corner. */
export const petals: Pattern = (field, random) => {
  const turn = field.repeat === 0 ? choices(field, 2, random) : undefined;
  const flowers = random() < 0.5;
  const ink = choices(field, 2, random);
  return [
    ground(field),
    ...cells(field).map((cell) => {
      const way = turn?.(cell) ?? (cell.column + cell.row + (flowers ? 0 : cell.row)) & 1;
      return { polygons: [leaf(cell.x, cell.y, field.cell, way)], fill: inkOf(field, ink(cell)) };
    }),
  ];
};

/** Where two quarter discs of opposite corners overlap. */
function leaf(x: number, y: number, size: number, way: number): Polygon {
  const [first, second] = way === 0 ? [corner(1), corner(3)] : [corner(0), corner(2)];
  return [
    ...quarterArc(x + first.dx * size, y + first.dy * size, size, first.quarter),
    ...quarterArc(x + second.dx * size, y + second.dy * size, size, second.quarter),
  ];
}

/** Overlapping circles in rows, as on Japanese cloth (seigaiha): each row covers the feet of the one above. */
export const scales: Pattern = (field, random) => {
  const bands = pick([3, 4, 5], random);
  const radius = field.cell;
  const shapes: Shape[] = [ground(field)];
  const rows = Math.ceil(field.rect.height / (radius / 2)) + 2;
  const columns = Math.ceil(field.rect.width / (2 * radius)) + 1;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column <= columns; column += 1) {
      const x = field.rect.x + (2 * column + (row % 2) - 1) * radius;
      const y = field.rect.y + (row * radius) / 2;
      for (let band = 0; band < bands; band += 1) {
        const fill = band % 2 === 0 ? inkOf(field, 0) : field.colours[0];
        shapes.push({
          polygons: [disc(x, y, radius * (1 - band / bands))],
          fill: band === bands - 1 && band % 2 === 0 ? inkOf(field, 1) : fill,
        });
      }
    }
  }
  return shapes;
};

/** Discs whose size swells towards one place, as in a screen for print. */
export const dots: Pattern = (field, random) => {
  const { rect, colours } = field;
  const step = field.cell / 2;
  const fine = { ...field, cell: step };
  const [fx, fy] = [rect.x + random() * rect.width, rect.y + random() * rect.height];
  const reach = Math.sqrt(rect.width * rect.width + rect.height * rect.height) * 0.75;
  return [
    ground(field),
    ...cells(fine, 1).map(({ x, y, column, row }) => {
      const [cx, cy] = [x + step / 2, y + step / 2];
      const far = Math.sqrt((cx - fx) * (cx - fx) + (cy - fy) * (cy - fy)) / reach;
      const radius = step * Math.max(0.1, 0.47 - 0.4 * far);
      return { polygons: [disc(cx, cy, radius)], fill: (column + row) % 2 === 0 ? colours[1] : colours[2] };
    }),
  ];
};

/** Arches within arches. */
export const arches: Pattern = (field, random) => {
  const bands = pick([2, 3, 4], random);
  const flip = choices(field, 2, random);
  const alternate = field.repeat > 0;
  return [
    ground(field),
    ...cells(field).flatMap((cell) => {
      const up = alternate ? true : flip(cell) === 0;
      return Array.from({ length: bands }, (_, band) => {
        const radius = (field.cell / 2) * (1 - band / bands);
        const fill = field.colours[(band + 1) % field.colours.length] ?? field.colours[1];
        return { polygons: [arch(cell.x + field.cell / 2, cell.y, field.cell, radius, up)], fill };
      });
    }),
  ];
};

function arch(x: number, y: number, size: number, radius: number, up: boolean): Polygon {
  const middle = y + size / 2;
  const foot = up ? y + size : y;
  const half = up
    ? [...quarterArc(x, middle, radius, 2), ...quarterArc(x, middle, radius, 3)]
    : [...quarterArc(x, middle, radius, 0), ...quarterArc(x, middle, radius, 1)];
  return up
    ? [...half, x + radius, foot, x - radius, foot]
    : reversed([...half, x - radius, foot, x + radius, foot]);
}
