/** The colours of generated covers. In each, the ink is legible on its ground: a test holds it to WCAG's 4.5 : 1. */
import type { Colour } from './pixels.js';

export interface Palette {
  /** What the title stands on. */
  ground: Colour;
  /** What the title is set in. */
  ink: Colour;
  /** The pattern's ground, and the colours that it is drawn in. */
  pattern: readonly [Colour, Colour, Colour, ...Colour[]];
}

const palette = (ground: Colour, ink: Colour, ...pattern: Palette['pattern']): Palette => ({
  ground,
  ink,
  pattern,
});

/** Cloth and patterned paper, with a label of laid paper. */
export const CLASSIC: readonly Palette[] = [
  palette('#f5efe2', '#2b1614', '#7b2529', '#e2c48d', '#9c4a3f'),
  palette('#f3efe1', '#14231e', '#1f4438', '#b9c7a0', '#e8dcb5'),
  palette('#f4efe3', '#151d2e', '#22365a', '#d9c8a0', '#7f97b5'),
  palette('#f7f0de', '#33200f', '#cf9433', '#8a4a1c', '#f0d89c'),
  palette('#f2eee4', '#1d2830', '#52707f', '#dfe0d2', '#26404e'),
  palette('#f4ede4', '#291627', '#54304c', '#d5a8a4', '#8d5b7a'),
  palette('#f4f0e2', '#252c1e', '#8b9a72', '#f0e7c8', '#4a5a3c'),
  palette('#f7eee1', '#351a11', '#b5532f', '#f0c89a', '#7a2d1a'),
  palette('#f3eddf', '#1f1c19', '#2a2724', '#c9b48a', '#77694f'),
  palette('#f3efe3', '#12282b', '#2a6066', '#e6d5a3', '#8fb3a8'),
  palette('#f6efe4', '#2e1a1c', '#d8b5a4', '#9b4b4b', '#f3e4d4'),
  palette('#f2eee3', '#1b2433', '#c9cdbf', '#3a5378', '#8f6f4e'),
];

/** Flat, strong colours. */
export const MODERN: readonly Palette[] = [
  palette('#f3f0ea', '#121212', '#f3f0ea', '#e4402f', '#121212', '#f0b02e'),
  palette('#12406b', '#ffffff', '#12406b', '#f4c65a', '#f4795b', '#e9eef2'),
  palette('#c93f24', '#ffffff', '#c93f24', '#1c2752', '#f6c84c', '#fff3de'),
  palette('#f4c430', '#161616', '#f4c430', '#161616', '#ffffff', '#d4262e'),
  palette('#0b5d52', '#f8f4e6', '#0b5d52', '#ffb81c', '#f8f4e6', '#06332d'),
  palette('#f5d5cd', '#2a1b3d', '#f5d5cd', '#2a1b3d', '#d24a58', '#ffffff'),
  palette('#cfe2da', '#12323a', '#cfe2da', '#12323a', '#e2785b', '#ffffff'),
  palette('#191919', '#f6f5f0', '#191919', '#ff5b36', '#f6f5f0', '#6b6b6b'),
  palette('#e9e4f2', '#231942', '#e9e4f2', '#5e548e', '#231942', '#e0b1cb'),
  palette('#1d3557', '#f1faee', '#1d3557', '#e63946', '#a8dadc', '#f1faee'),
  palette('#faf3dd', '#22333b', '#faf3dd', '#5e8c61', '#22333b', '#f2a65a'),
  palette('#dbe7f3', '#0f2540', '#dbe7f3', '#0f2540', '#2f7dd1', '#ff8552'),
];

/** White paper and one colour. */
export const PLAIN: readonly Palette[] = [
  palette('#fbfaf6', '#1c1c1c', '#fbfaf6', '#b3262e', '#1c1c1c'),
  palette('#fbfaf6', '#1c1c1c', '#fbfaf6', '#1f4e79', '#1c1c1c'),
  palette('#fbfaf6', '#1c1c1c', '#fbfaf6', '#2e6b4f', '#1c1c1c'),
  palette('#fbfaf6', '#1c1c1c', '#fbfaf6', '#c77d0a', '#1c1c1c'),
  palette('#fbfaf6', '#1c1c1c', '#fbfaf6', '#6a3d7c', '#1c1c1c'),
  palette('#fbfaf6', '#1c1c1c', '#fbfaf6', '#0f766e', '#1c1c1c'),
  palette('#fbfaf6', '#1c1c1c', '#fbfaf6', '#b4532f', '#1c1c1c'),
  palette('#fbfaf6', '#1c1c1c', '#fbfaf6', '#555555', '#1c1c1c'),
];
