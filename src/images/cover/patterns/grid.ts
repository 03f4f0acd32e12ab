/** The field that a pattern fills: square cells, and what is chosen for each. */
import type { Colour } from '../pixels.js';
import { rectangle, type Rect, type Shape } from '../shapes.js';
import type { Random } from '../random.js';

export interface Field {
  rect: Rect;
  /** Side of a cell in pixels; the field's width is a multiple of it. */
  cell: number;
  /** After how many cells, across and down, the choices come again; 0 for never. */
  repeat: number;
  /** The ground, then at least two colours to draw with. */
  colours: readonly [ground: Colour, first: Colour, second: Colour, ...more: Colour[]];
}

/** Fills a field. The shapes may reach beyond it; what is painted later covers that. */
export type Pattern = (field: Field, random: Random) => Shape[];

export interface Cell {
  column: number;
  row: number;
  /** Left upper corner. */
  x: number;
  y: number;
}

/** Every cell of the field, and where asked for those of a margin of `around` cells; the last row may be cut. */
export function cells({ rect, cell }: Field, around = 0): Cell[] {
  const columns = Math.ceil(rect.width / cell) + around;
  const rows = Math.ceil(rect.height / cell) + around;
  const all: Cell[] = [];
  for (let row = -around; row < rows; row += 1) {
    for (let column = -around; column < columns; column += 1) {
      all.push({ column, row, x: rect.x + column * cell, y: rect.y + row * cell });
    }
  }
  return all;
}

/** A whole number below `below` for each cell, drawn once for each place of the repeat. */
export function choices(field: Field, below: number, random: Random): (cell: Cell) => number {
  const drawn = new Map<string, number>();
  const place = (value: number) =>
    field.repeat > 0 ? ((value % field.repeat) + field.repeat) % field.repeat : value;
  for (const cell of cells(field, 1)) {
    const key = `${String(place(cell.column))} ${String(place(cell.row))}`;
    if (!drawn.has(key)) drawn.set(key, Math.floor(random() * below));
  }
  return ({ column, row }) => drawn.get(`${String(place(column))} ${String(place(row))}`) ?? 0;
}

/** The whole field in its first colour. */
export const ground = ({ rect, colours }: Field): Shape => ({
  polygons: [rectangle(rect)],
  fill: colours[0],
});

/** A colour to draw with, counted round. */
export const inkOf = ({ colours }: Field, index: number): Colour =>
  colours[1 + (index % (colours.length - 1))] ?? colours[1];
