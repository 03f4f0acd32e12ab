/** The patterns: one row a kind. A cover's identifier chooses among them. */
import type { Pattern } from './grid.js';
import { arches, arcs, dots, petals, rings, scales } from './round.js';
import { chevrons, hatchings, lozenges, rules, triangles } from './straight.js';
import { hills, ripples } from './waves.js';

export type { Field, Pattern } from './grid.js';

export const PATTERNS = {
  arches,
  arcs,
  chevrons,
  dots,
  hatchings,
  hills,
  lozenges,
  petals,
  rings,
  ripples,
  rules,
  scales,
  triangles,
} satisfies Record<string, Pattern>;

export type PatternName = keyof typeof PATTERNS;
