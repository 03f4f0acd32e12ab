/** A text set in lines as large as its place allows. */
import type { Colour } from '../pixels.js';
import type { Polygon, Shape } from '../shapes.js';
import { balanced, pieces, type Piece } from './breaks.js';
import type { FontFor } from './fonts.js';
import { isRightToLeft, outlines, setLine, type Line, type Setting } from './line.js';

/** How a text is set, in pixels of the page. */
export interface Style extends Setting {
  /** The largest and the smallest size of type. */
  largest: number;
  smallest: number;
  /** From baseline to baseline, in ems. */
  leading: number;
  width: number;
  height: number;
  align: 'start' | 'centre';
}

/** Lines set, ready to be placed. */
export interface Block {
  lines: readonly Line[];
  size: number;
  room: Room;
  /** In pixels. */
  height: number;
  rightToLeft: boolean;
}

/** The most that is set of a text: what is longer ends with an ellipsis. */
const MOST_CHARACTERS = 200;
const ELLIPSIS = '\u2026';
/** What a word that is cut ends with, in scripts that join nothing across lines. */
const HYPHEN = '-';
/** A piece that the hyphen may stand behind. */
const HYPHENATED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{Mark}*$/u;
/** What a text may be given beside its own characters. */
export const ADDED = ELLIPSIS + HYPHEN;
/** From the baseline to the top of capitals, in ems: the mean of the typefaces. */
const CAP_HEIGHT = 0.66;
/** Scripts whose letters and marks reach far above and below the line. */
const TALL = /\p{Script=Arabic}/u;

/** Room that a text needs, in ems. */
interface Room {
  /** From the top of the block to the first baseline. */
  above: number;
  /** From the last baseline to the foot of the block. */
  below: number;
  leading: number;
}

const roomOf = (text: string, { leading }: Style): Room =>
  TALL.test(text)
    ? { above: CAP_HEIGHT + 0.2, below: 0.4, leading: leading * 1.3 }
    : { above: CAP_HEIGHT, below: 0, leading };

/** Sets a text in its style: the number of lines that makes it largest, fewer lines where it gains little. */
export function setBlock(text: string, style: Style, fontFor: FontFor): Block {
  const characters = [...text];
  const short =
    characters.length > MOST_CHARACTERS
      ? `${characters.slice(0, MOST_CHARACTERS).join('').trimEnd()}${ELLIPSIS}`
      : text;
  const known = new Map<string, number>();
  const measure = (piece: string): number => {
    const width = known.get(piece) ?? setLine(piece, style, fontFor).width;
    known.set(piece, width);
    return width;
  };
  const whole = pieces(short);
  const room = roomOf(short, style);
  const sizeFor = (lines: readonly { width: number }[]): number => {
    const widest = Math.max(...lines.map(({ width }) => width), 0.001);
    const tall = room.above + (lines.length - 1) * room.leading + room.below;
    return Math.min(style.largest, style.width / widest, style.height / tall);
  };
  let chosen = best(whole, measure, sizeFor);
  if (chosen.size < style.smallest) chosen = best(cut(whole, style, measure), measure, sizeFor);
  const lines = chosen.lines.map((line) => setLine(line.text, style, fontFor));
  const size = Math.min(chosen.size, sizeFor(lines));
  return {
    lines,
    size,
    room,
    height: (room.above + (lines.length - 1) * room.leading + room.below) * size,
    rightToLeft: isRightToLeft(text),
  };
}

interface Chosen {
  lines: { text: string; width: number }[];
  size: number;
}

function best(
  all: readonly Piece[],
  measure: (text: string) => number,
  sizeFor: (lines: readonly { width: number }[]) => number,
): Chosen {
  let chosen: Chosen & { score: number } = { lines: [], size: 0, score: -1 };
  for (let count = 1; count <= Math.min(all.length, 12); count += 1) {
    const broken = balanced(all, count, measure);
    if (!broken) break;
    const { lines, badness } = broken;
    const size = sizeFor(lines);
    const score = (size * (1 - 0.04 * count)) / (1 + 0.3 * badness);
    if (score > chosen.score) chosen = { lines, size, score };
  }
  return chosen;
}

/** Words that are too wide at the smallest size, cut where they must be, with a hyphen between letters. */
const cut = (all: readonly Piece[], style: Style, measure: (text: string) => number): Piece[] =>
  all.flatMap((piece) => {
    const parts = Math.ceil((measure(piece.text) * style.smallest) / style.width);
    if (parts <= 1) return [piece];
    const characters = piece.text.match(/\P{Mark}\p{Mark}*/gu) ?? [piece.text];
    const length = Math.ceil(characters.length / parts);
    const cuts = Array.from({ length: parts }, (_, part) =>
      characters.slice(part * length, (part + 1) * length).join(''),
    ).filter((text) => text !== '');
    return cuts.map((text, index) => {
      const isLast = index === cuts.length - 1;
      const hyphen = !isLast && HYPHENATED.test(text) ? HYPHEN : '';
      return { text: text + hyphen, space: isLast && piece.space };
    });
  });

/** The block's letters, its top at `y`; `x` is the middle or the left side of `width` pixels, as `align` says. */
export function drawBlock(
  block: Block,
  { x, y, width, align, fill }: { x: number; y: number; width: number; align: Style['align']; fill: Colour },
): Shape[] {
  const { lines, size, room, rightToLeft } = block;
  return lines.flatMap((line, index) => {
    const free = width - line.width * size;
    const left = align === 'centre' ? x - width / 2 + free / 2 : rightToLeft ? x + free : x;
    const baseline = y + (room.above + index * room.leading) * size;
    return outlines(line, size, left, baseline).map((polygons: Polygon[]): Shape => ({ polygons, fill }));
  });
}
