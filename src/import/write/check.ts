/**
 * The proof of an import: every letter of the source is in a manuscript, as Octavo's own parser reads it, or in the
 * sidecar; and those of a manuscript stand in their order.
 */
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parse } from '../../input/parse.js';
import { read } from '../../input/read.js';
import type { FrontProse, Message, Prose, RawBook } from '../../types.js';
import { isPlainBreak } from '../breaks.js';
import { shownTags } from './frontmatter.js';
import { lettersOf, sameLetters, sameLettersInAnyOrder } from './letters.js';
import { readsAs, type Manner } from './markdown.js';
import type { Piece } from './piece.js';
import { AFTER_KEYS, BEFORE_KEYS, FRONT_KEYS, type FrontKey, type Story } from './stories.js';
import type { Extract } from '../types.js';

/** A manuscript as Octavo reads it. */
export interface Reread {
  title: string | undefined;
  front: FrontProse;
  /** One text for each block of the body, in order. */
  blocks: string[];
  messages: Message[];
}

/** Reads a manuscript with the build's own parser. */
export function reread(markdown: string): Reread {
  const raw: RawBook = {
    name: 'import',
    path: 'import.md',
    root: '',
    single: true,
    files: [{ path: 'import.md', rel: 'import.md', bytes: new TextEncoder().encode(markdown) }],
  };
  const sources = read(raw);
  const parsed = parse(raw, sources.value);
  const messages = [...sources.messages, ...parsed.messages];
  const tree = parsed.value?.manuscripts[0]?.tree;
  return {
    title: parsed.value?.meta.title,
    front: parsed.value?.front ?? {},
    blocks: (tree?.children ?? []).map((node: Nodes) => toString(node)),
    messages,
  };
}

/**
 * The indices of the pieces of a body whose letters its manuscript does not have where they belong. `manner` is how
 * each piece was written.
 */
export function strayPieces(
  body: readonly Piece[],
  { blocks }: Reread,
  manner: (index: number) => Manner,
): number[] {
  const wanted = body
    .map((piece, index) => ({ index, text: readsAs(piece, manner(index)) }))
    .filter(({ text }) => !sameLetters(text, ''));
  const found = blocks.filter((text) => !sameLetters(text, ''));
  const stray: number[] = [];
  let at = 0;
  wanted.forEach(({ index, text }, order) => {
    const end = endOf(text, found, at);
    if (end !== undefined) {
      at = end;
      return;
    }
    stray.push(index);
    const next = wanted[order + 1]?.text ?? '';
    const again = found.slice(at, at + NEAR).findIndex((one) => sameLetters(one, next));
    at += again < 0 ? 1 : again;
  });
  return stray.length > 0 || at >= found.length ? stray : wanted.map(({ index }) => index);
}

/** Where the blocks that a piece became end; undefined where they are not its letters. */
function endOf(text: string, blocks: readonly string[], from: number): number | undefined {
  if (sameLetters(text, blocks[from] ?? '')) return from + 1;
  // A piece of several blocks takes them all.
  const letters = lettersOf(text);
  let have = '';
  let end = from;
  while (end < blocks.length && have.length < letters.length) have += lettersOf(blocks[end++] ?? '');
  return have === letters ? end : undefined;
}

/** How many blocks one piece may have become where it was read otherwise than meant. */
const NEAR = 50;

/** Whether the prose of the front matter is what was to be written. */
export function isFrontRight({ front, facts }: Story, found: FrontProse, manner: Manner): boolean {
  const wanted = (keys: readonly FrontKey[]) =>
    keys.flatMap((key) => (front[key] ?? []).map((piece) => readsAs(piece, manner))).join('');
  const tags = shownTags(facts).map(([name, values]) => `${name}: ${values.join(', ')}`);
  const pairs: [string, Prose | undefined][] = [
    [wanted(['dedication']), found.dedication],
    [wanted(['summary']), found.summary],
    [wanted(BEFORE_KEYS), found.noteBefore],
    [wanted(AFTER_KEYS), found.noteAfter],
    [tags.join(''), found.tags],
  ];
  return pairs.every(([text, tree]) => lettersOf(text) === (tree ? lettersOf(toString(tree)) : ''));
}

/** Whether a source's letters are all among those of its stories and their sidecars, none too few or too many. */
export function nothingLost({ blocks, text }: Extract, stories: readonly Story[]): boolean {
  const whole = blocks.map((block) => block.text).join('\n');
  if (text !== undefined && !sameLetters(text, whole)) return false;
  const kept = stories.flatMap(({ front, body, cut, titleLine }) => [
    ...(titleLine ? [titleLine] : []),
    ...FRONT_KEYS.flatMap((key) => front[key] ?? []),
    // The marks of a break are the sidecar's, unless they are Markdown's own.
    ...body.filter((piece) => piece.class !== 'scene-break' || isPlainBreak(piece.text)),
    ...cut,
  ]);
  return sameLettersInAnyOrder(
    [whole],
    kept.map((piece) => piece.text),
  );
}
