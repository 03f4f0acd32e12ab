/** Where each change stands in the typeset trees: parsed and typeset book are walked side by side. */
import type { Nodes, Text } from 'mdast';
import type { Change, FrontProse, ParsedBook, Place } from '../types.js';
import { replay, type Mark } from './marks.js';

/** The book's changes by the nodes that they stand in. */
export interface Located {
  /** Marks of a text node of the typeset book, offsets in its value, in order. */
  marks: Map<Text, Mark[]>;
  /** The drawn breaks that are thematic breaks now. */
  scenes: Map<Nodes, Change>;
  /** Changes that were found nowhere: none, unless a report and its book do not belong together. */
  missing: Change[];
}

/** Blocks whose children are inline content. */
const BLOCKS = new Set(['paragraph', 'heading', 'tableCell', 'leafDirective']);

/** Blocks that begin at one place, as they were parsed and as they are set: nearly always a single one. */
interface Passage {
  start: Place;
  typed: Text[];
  set: Text[];
  changes: Change[];
}

interface Walk {
  passages: Passage[];
  breaks: Map<string, Nodes>;
}

/** Finds every change of a typeset book. `parsed` is the book that was typeset, `set` what came out. */
export function locate(parsed: ParsedBook, set: ParsedBook, changes: readonly Change[]): Located {
  const walks = walkBook(parsed, set);
  const located: Located = { marks: new Map(), scenes: new Map(), missing: [] };
  for (const change of changes) {
    const walk = walks.get(change.path);
    const scene = change.rule === 'scene-breaks' && walk?.breaks.get(keyOf(change.place));
    if (scene) located.scenes.set(scene, change);
    else (passageAt(walk?.passages ?? [], change.place)?.changes ?? located.missing).push(change);
  }
  for (const { passages } of walks.values()) {
    for (const passage of passages) if (passage.changes.length > 0) settle(passage, located);
  }
  return located;
}

function walkBook(parsed: ParsedBook, set: ParsedBook): Map<string, Walk> {
  const walks = new Map<string, Walk>();
  const walkOf = (path: string): Walk => {
    const walk = walks.get(path) ?? { passages: [], breaks: new Map() };
    walks.set(path, walk);
    return walk;
  };
  const walkFront = (before: FrontProse, after: FrontProse, path: string): void => {
    for (const key of Object.keys(before) as (keyof FrontProse)[]) {
      const [from, to] = [before[key], after[key]];
      if (from && to) visit(from, to, walkOf(path));
    }
  };
  walkFront(parsed.front, set.front, parsed.metaPath);
  parsed.manuscripts.forEach((manuscript, index) => {
    const other = set.manuscripts[index];
    if (!other) return;
    walkFront(manuscript.front, other.front, manuscript.path);
    visit(manuscript.tree, other.tree, walkOf(manuscript.path));
  });
  for (const walk of walks.values()) walk.passages = joined(walk.passages);
  return walks;
}

function visit(typed: Nodes, set: Nodes, walk: Walk): void {
  const start = typed.position?.start ?? { line: 1, column: 1 };
  if (set.type === 'thematicBreak' && typed.type !== 'thematicBreak') walk.breaks.set(keyOf(start), set);
  else if (BLOCKS.has(typed.type)) {
    walk.passages.push({ start, typed: textsOf(typed), set: textsOf(set), changes: [] });
  } else if ('children' in typed && 'children' in set) {
    typed.children.forEach((child, index) => {
      const other = set.children[index];
      if (other) visit(child, other, walk);
    });
  }
}

function textsOf(node: Nodes, texts: Text[] = []): Text[] {
  if (node.type === 'text') texts.push(node);
  else if ('children' in node) for (const child of node.children) textsOf(child, texts);
  return texts;
}

const keyOf = ({ line, column }: Place): string => `${String(line)}:${String(column)}`;
const compare = (a: Place, b: Place): number => a.line - b.line || a.column - b.column;

/** Passages by their place. Prose of the front matter may have one place for several blocks: they are one then. */
function joined(passages: readonly Passage[]): Passage[] {
  const result: Passage[] = [];
  for (const passage of [...passages].sort((a, b) => compare(a.start, b.start))) {
    const last = result.at(-1);
    if (last && compare(last.start, passage.start) === 0) {
      last.typed.push(...passage.typed);
      last.set.push(...passage.set);
    } else result.push(passage);
  }
  return result;
}

/** The last passage that begins at a place or before it. */
function passageAt(passages: readonly Passage[], place: Place): Passage | undefined {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare((passages[middle] as Passage).start, place) <= 0) low = middle + 1;
    else high = middle;
  }
  return passages[low - 1];
}

function settle(passage: Passage, located: Located): void {
  const text = passage.set.map(({ value }) => value).join('');
  const replayed = replay(
    passage.typed.map(({ value }) => value).join(''),
    passage.changes,
    offsetsIn(passage.typed),
  );
  if (replayed?.text !== text) {
    located.missing.push(...passage.changes);
    return;
  }
  share(replayed.marks, passage.set, located.marks);
}

/** For a place in the manuscript, the offset in the joined values of the texts that stand there. */
function offsetsIn(texts: readonly Text[]): (place: Place) => number | undefined {
  const starts = texts.map(({ position }) => position?.start);
  const isKnown = new Set(starts.map((start) => start && keyOf(start))).size === texts.length;
  const lines = new Map<number, { column: number; from: number; to: number }[]>();
  let offset = 0;
  texts.forEach(({ value }, index) => {
    const first = starts[index] ?? { line: 1, column: 1 };
    value.split('\n').forEach((line, down) => {
      const row = { column: down === 0 ? first.column : 1, from: offset, to: offset + line.length + 1 };
      const others = lines.get(first.line + down);
      if (others) others.push(row);
      else lines.set(first.line + down, [row]);
      offset = row.to;
    });
    // The last line of a text ends without a line feed.
    offset -= 1;
  });
  return ({ line, column }) => {
    if (!isKnown) return undefined;
    const fits = lines.get(line)?.filter((row) => row.column <= column) ?? [];
    const row = fits.findLast(({ column: first, from, to }) => column - first < to - from) ?? fits.at(-1);
    return row && row.from + column - row.column;
  };
}

/** Gives each text node its share of the marks of a passage. */
function share(marks: readonly Mark[], texts: readonly Text[], found: Map<Text, Mark[]>): void {
  let index = 0;
  let begin = 0;
  for (const mark of marks) {
    for (
      let text = texts[index];
      text && mark.start >= begin + text.value.length && index < texts.length - 1;
      text = texts[++index]
    ) {
      begin += text.value.length;
    }
    const text = texts[index];
    if (!text) return;
    const own = { ...mark, start: mark.start - begin, end: Math.min(mark.end - begin, text.value.length) };
    const others = found.get(text);
    if (others) others.push(own);
    else found.set(text, [own]);
  }
}
