/** The patterns: one row a kind. A cover's identifier chooses among them. */
import type { Pattern } from './grid.js';
import { arches, arcs, dots, petals, rings, scales } from './round.js';
import { chevrons, hatchings, lozenges, rules, triangles } from './straight.js';
import { hills, ripples } from './waves.js';

export type { Field } from './grid.js';

/** A pattern, and whether all of its shapes stay within their cells, so that a part of it can be laid as a tile. */
interface Row {
  draw: Pattern;
  tiled: boolean;
}

export const PATTERNS = {
  arches: { draw: arches, tiled: true },
  arcs: { draw: arcs, tiled: true },
  chevrons: { draw: chevrons, tiled: false },
  dots: { draw: dots, tiled: false },
  hatchings: { draw: hatchings, tiled: true },
  hills: { draw: hills, tiled: false },
  lozenges: { draw: lozenges, tiled: false },
  petals: { draw: petals, tiled: true },
  rings: { draw: rings, tiled: true },
  ripples: { draw: ripples, tiled: false },
  rules: { draw: rules, tiled: false },
  scales: { draw: scales, tiled: false },
  triangles: { draw: triangles, tiled: true },
} satisfies Record<string, Row>;

export type PatternName = keyof typeof PATTERNS;
