/** A line of text → glyphs in the order in which they stand, and their outlines. */
import bidiFactory from 'bidi-js';
import { cubic, type Polygon } from '../shapes.js';
import type { FontFile } from './faces.js';
import type { FontFor, OpenFont } from './fonts.js';

interface Glyph {
  id: number;
  font: OpenFont;
  /** Place of its origin in ems from the line's left end and its baseline, y upwards. */
  x: number;
  y: number;
}

/** A line set: lengths are in ems, to be multiplied by the size of the type. */
export interface Line {
  glyphs: readonly Glyph[];
  width: number;
}

export interface Setting {
  face: FontFile;
  /** Space added between letters that do not join, in ems. */
  tracking: number;
}

/** Letters and controls that may turn a line round; without one there is nothing to work out. */
const TURNS = /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

let bidi: ReturnType<typeof bidiFactory> | undefined;

/** The embedding levels of a text, and the level that it has as a whole: https://www.unicode.org/reports/tr9/ */
function levelsOf(text: string): { levels: ArrayLike<number>; whole: number } {
  if (!TURNS.test(text)) return { levels: [], whole: 0 };
  const { levels, paragraphs } = (bidi ??= bidiFactory()).getEmbeddingLevels(text);
  return { levels, whole: paragraphs[0]?.level ?? 0 };
}

/** Whether a text reads from right to left: its first strong letter does (rules P2 and P3 of UAX #9). */
export const isRightToLeft = (text: string): boolean => levelsOf(text).whole % 2 === 1;

/** Characters that never stand apart from the one before them. */
const CLINGS = /[\p{Mark}\u200C\u200D\uFE0F]/u;

interface Run {
  text: string;
  level: number;
  font: OpenFont;
}

/** Sets a line: runs of one font and one direction, shaped, in visual order (rule L2 of UAX #9). */
export function setLine(text: string, { face, tracking }: Setting, fontFor: FontFor): Line {
  const glyphs: Glyph[] = [];
  let x = 0;
  for (const run of visualOrder(runsOf(text, face, fontFor))) {
    const { harfbuzz, font } = run.font;
    const buffer = new harfbuzz.Buffer();
    buffer.addText(run.text);
    buffer.guessSegmentProperties();
    buffer.setDirection(harfbuzz.Direction[run.level % 2 === 1 ? 'RTL' : 'LTR']);
    harfbuzz.shape(font, buffer);
    const space = run.font.file === face ? tracking : 0;
    for (const {
      codepoint: id,
      xAdvance = 0,
      xOffset = 0,
      yOffset = 0,
    } of buffer.getGlyphInfosAndPositions()) {
      const { upem } = run.font;
      glyphs.push({ id, font: run.font, x: x + xOffset / upem, y: yOffset / upem });
      x += xAdvance / upem + (xAdvance > 0 ? space : 0);
    }
  }
  return { glyphs, width: x };
}

function runsOf(text: string, face: FontFile, fontFor: FontFor): Run[] {
  const { levels } = levelsOf(text);
  const runs: Run[] = [];
  let index = 0;
  for (const character of text) {
    const last = runs.at(-1);
    const level = levels[index] ?? 0;
    const clings = CLINGS.test(character) || character === ' ';
    const font = (clings && last ? last.font : undefined) ?? fontFor(character, face);
    index += character.length;
    if (!font) continue;
    if (last?.font === font && last.level === level) last.text += character;
    else runs.push({ text: character, level, font });
  }
  return runs;
}

function visualOrder(runs: readonly Run[]): Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...ordered.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let from = 0; from < ordered.length; from += 1) {
      let to = from;
      while ((ordered[to]?.level ?? -1) >= level) to += 1;
      if (to > from) {
        ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
        from = to;
      }
    }
  }
  return ordered;
}

/** The line's outlines at `size` pixels an em, from `x` on the baseline `y`. A shape a glyph: glyphs may overlap. */
export const outlines = ({ glyphs }: Line, size: number, x: number, y: number): Polygon[][] =>
  glyphs
    .map(({ id, font, ...at }) => outline(id, font, { x: x + at.x * size, y: y - at.y * size }, size))
    .filter((polygons) => polygons.length > 0);

function outline(id: number, font: OpenFont, origin: { x: number; y: number }, size: number): Polygon[] {
  const commands = font.outlines.get(id) ?? font.font.glyphToJson(id);
  font.outlines.set(id, commands);
  const scale = size / font.upem;
  const polygons: number[][] = [];
  let current: number[] = [];
  for (const { type, values } of commands) {
    const p = values.map((value, index) =>
      index % 2 === 0 ? origin.x + value * scale : origin.y - value * scale,
    );
    if (type === 'M') {
      current = [];
      polygons.push(current);
    }
    addCommand(type, p, current);
  }
  return polygons.filter(({ length }) => length >= 6);
}

/** Adds the points of a path command, its curves made straight. */
function addCommand(type: string, p: readonly number[], points: number[]): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = p;
  const [x = 0, y = 0] = points.slice(-2);
  if (type === 'M' || type === 'L') points.push(a, b);
  // A quadratic curve as a cubic one.
  else if (type === 'Q') {
    const third = (from: number, to: number) => from + ((to - from) * 2) / 3;
    points.push(...cubic(x, y, third(x, a), third(y, b), third(c, a), third(d, b), c, d));
  } else if (type === 'C') points.push(...cubic(x, y, a, b, c, d, e, f));
}
