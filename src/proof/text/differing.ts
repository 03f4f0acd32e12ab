/** Messages on two texts that should be the same: what is lost, added, doubled, moved or changed, and where. */
import { error } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import { differences, type Difference } from './differences.js';
import { lettersOf } from './letters.js';
import { compareLines, HINT } from './lines.js';
import { pairUp } from './pairs.js';
import type { Piece } from './pieces.js';
import {
  before,
  beginsBlock,
  indexed,
  isWithinWord,
  placeIn,
  quoted,
  quotedInContext,
  type IndexedScript,
  type Script,
} from './script.js';

/** The most differences of one section that get a message; a section with more is another text. */
const MOST = 4;

interface Sides {
  pieces: readonly Piece[];
  expected: IndexedScript;
  found: IndexedScript;
  /** The document, for people. */
  document: string;
}

/** What differs between a text of the manuscripts, whose pieces are given too, and the same in a document. */
export function compareTexts(
  pieces: readonly Piece[],
  expected: Script,
  found: Script,
  document: string,
): Message[] {
  if (expected.letters === found.letters) return compareLines(pieces, expected, found, document);
  const sides = { pieces, expected: indexed(expected), found: indexed(found), document };
  const blocks = movedBlocks(sides);
  if (blocks.length > 0) return blocks;
  const all = differences(expected.letters, found.letters, MOST + 1).map((one) => fromBlock(one, sides));
  const moved = new Set<Difference>();
  const messages = all.slice(0, MOST).flatMap((difference) => {
    if (moved.has(difference)) return [];
    const twin = all.find((other) => other !== difference && isTwin(difference, other, sides));
    if (twin) moved.add(twin);
    return [twin ? tellMoved(difference, twin, sides) : tellOne(difference, sides)];
  });
  const rest = all.length > MOST ? [message(all[MOST] as Difference, 'more', MORE(document), sides)] : [];
  return [...messages, ...rest];
}

/** Where both have the same blocks in another order, those that moved. */
function movedBlocks(sides: Sides): Message[] {
  const [expected, found] = [blocksOf(sides.expected), blocksOf(sides.found)];
  const { pairs, lost, added, moved } = pairUp(expected, found);
  if (lost.length > 0 || added.length > 0) return [];
  return moved.slice(0, MOST).map((index) => {
    const { start, letters } = expected[index] as Block;
    const { start: foundStart } = found[pairs.get(index) ?? 0] as Block;
    const end = start + letters.length;
    const difference = { start, end, foundStart, foundEnd: foundStart };
    return tellMoved(difference, difference, sides);
  });
}

interface Block {
  name: string;
  letters: string;
  /** Offset of its first letter. */
  start: number;
}

function blocksOf({ raw }: IndexedScript): Block[] {
  let start = 0;
  return raw.split('\n').flatMap((line, index) => {
    const letters = lettersOf(line);
    const block = { name: String(index), letters, start };
    start += letters.length;
    return letters === '' ? [] : [block];
  });
}

const MORE = (document: string): string => `There are more differences in \`${document}\` from here on`;

const isLost = ({ foundStart, foundEnd }: Difference): boolean => foundStart === foundEnd;
const isAdded = ({ start, end }: Difference): boolean => start === end;

/** A text that is only there, or only missing, begun at a block's beginning where that is as true. */
function fromBlock(difference: Difference, { expected, found }: Sides): Difference {
  if (!isLost(difference) && !isAdded(difference)) return difference;
  const [script, from, to] = isLost(difference)
    ? [expected, difference.start, difference.end]
    : [found, difference.foundStart, difference.foundEnd];
  const { letters } = script;
  for (let back = 0; back <= to - from && back <= from; back += 1) {
    if (beginsBlock(script, from - back)) return shifted(difference, back);
    if (letters[from - back - 1] !== letters[to - back - 1]) break;
  }
  return difference;
}

const shifted = ({ start, end, foundStart, foundEnd }: Difference, back: number): Difference => ({
  start: start - back,
  end: end - back,
  foundStart: foundStart - back,
  foundEnd: foundEnd - back,
});

const expectedLetters = ({ start, end }: Difference, { expected }: Sides): string =>
  expected.letters.slice(start, end);
const foundLetters = ({ foundStart, foundEnd }: Difference, { found }: Sides): string =>
  found.letters.slice(foundStart, foundEnd);

/** Whether what is missing at one place stands at the other. */
function isTwin(one: Difference, other: Difference, sides: Sides): boolean {
  if (isLost(one) && isAdded(other)) return expectedLetters(one, sides) === foundLetters(other, sides);
  return isAdded(one) && isLost(other) && foundLetters(one, sides) === expectedLetters(other, sides);
}

function tellMoved(one: Difference, other: Difference, sides: Sides): Message {
  const [lost, added] = isLost(one) ? [one, other] : [other, one];
  const text = quoted(sides.expected, lost.start, lost.end);
  return message(
    lost,
    'moved',
    `\`${text}\` is in the wrong place in \`${sides.document}\`: ${after(sides.found, added.foundStart)}, not ${after(sides.expected, lost.start)}`,
    sides,
  );
}

const after = (script: IndexedScript, at: number): string => {
  const text = before(script, at);
  return text === '' ? 'at the beginning' : `after \`${text}\``;
};

function tellOne(difference: Difference, sides: Sides): Message {
  const { start, end, foundStart, foundEnd } = difference;
  const { expected, found, document } = sides;
  const isPartOfWord = isLost(difference)
    ? isWithinWord(expected, start) || isWithinWord(expected, end)
    : isWithinWord(found, foundStart) || isWithinWord(found, foundEnd);
  if (isLost(difference) && !isPartOfWord) {
    const reason = `\`${quoted(expected, start, end)}\` is missing from \`${document}\` ${after(found, foundStart)}`;
    return message(difference, 'lost', reason, sides);
  }
  if (isAdded(difference) && !isPartOfWord) {
    const text = quoted(found, foundStart, foundEnd);
    return isDoubled(difference, sides)
      ? message(difference, 'doubled', `\`${text}\` is in \`${document}\` twice`, sides)
      : message(
          difference,
          'added',
          `\`${text}\` was added to \`${document}\` ${after(found, foundStart)}`,
          sides,
        );
  }
  const reason = `\`${document}\` has \`${quotedInContext(found, foundStart, foundEnd)}\` where the manuscript has \`${quotedInContext(expected, start, end)}\``;
  return message(difference, 'changed', reason, sides);
}

/** Whether a text that is too many stands right before itself or behind. */
function isDoubled({ foundStart, foundEnd }: Difference, { found }: Sides): boolean {
  const length = foundEnd - foundStart;
  const text = found.letters.slice(foundStart, foundEnd);
  return (
    found.letters.slice(Math.max(0, foundStart - length), foundStart) === text ||
    found.letters.slice(foundEnd, foundEnd + length) === text
  );
}

const message = ({ start }: Difference, id: string, reason: string, { pieces, expected }: Sides): Message =>
  error(`proof:${id}`, reason, {
    hint: HINT,
    ...placeIn(pieces, expected.offsets[start] ?? expected.raw.length),
  });
