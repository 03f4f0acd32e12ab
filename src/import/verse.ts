/** Lines that follow each other without a blank one: verse, an address, a list of messages; or paragraphs. */
import type { Piece } from './write/piece.js';

/** The longest line of verse, in characters. */
const LONGEST = 80;
/** More lines without a blank one are no verse. */
const MOST_LINES = 1000;
/** Where paragraphs have no blank line between them, verse is shorter, several lines long and seldom stops. */
const LONGEST_DENSE = 60;
const FEWEST_DENSE = 3;
const MOST_STOPS = 0.4;
const STOP = /[.!?:\u2026]["\u201D'\u2019)\]]*$|["\u201D]$/u;

/** The pieces of a story with the lines of a verse made one, its line ends kept. `gap` is the text's usual one. */
export function withVerse(pieces: readonly Piece[], gap: number): Piece[] {
  const made: Piece[] = [];
  let open: Piece[] = [];
  const close = () => {
    // One by one: no function takes a whole book of lines as its arguments.
    for (const piece of isVerse(open, gap) ? [joined(open)] : open) made.push(piece);
    open = [];
  };
  for (const piece of pieces) {
    const goesOn = open.length > 0 && piece.gap === 0 && isLine(piece);
    if (!goesOn) close();
    if (isLine(piece)) open.push(piece);
    else made.push(piece);
  }
  close();
  return made;
}

const isLine = ({ class: of, content, text }: Piece): boolean =>
  of === 'story' && content === undefined && text.length <= LONGEST;

function isVerse(lines: readonly Piece[], gap: number): boolean {
  if (lines.length < 2 || lines.length > MOST_LINES) return false;
  if (gap > 0) return true;
  const stops = lines.filter(({ text }) => STOP.test(text)).length;
  return (
    lines.length >= FEWEST_DENSE &&
    lines.every(({ text }) => text.length <= LONGEST_DENSE) &&
    stops <= lines.length * MOST_STOPS
  );
}

function joined(lines: readonly Piece[]): Piece {
  const [first] = lines;
  if (!first) throw new Error('A verse has no line');
  return { ...first, text: lines.map(({ text }) => text).join('\n') };
}
