/**
 * The proof of an import: every letter of the source is in a manuscript, as Octavo's own parser reads it, or in the
 * sidecar; and those of a manuscript stand in their order.
 */
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parse } from '../input/parse.js';
import { read } from '../input/read.js';
import type { FrontProse, Message, RawBook } from '../types.js';
import { FRONT_KEYS, textOf, type FrontKey, type Piece, type Story } from './stories.js';
import type { Extract } from './types.js';

/** What Markdown has marks for, and what no reader sees. */
const NO_LETTERS = /[\s*_/\\#-]|[\u200B\u2060\u00AD\uFEFF]/g;

/** The letters of a text: everything but white space and the marks that Markdown writes anew. */
export const lettersOf = (text: string): string => text.replaceAll(NO_LETTERS, '');

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

/** The indices of the pieces of a body whose letters its manuscript does not have where they belong. */
export function strayPieces(body: readonly Piece[], { blocks }: Reread): number[] {
  const written = body.map((piece, index) => ({
    index,
    letters: piece.class === 'scene-break' ? '' : lettersOf(textOf(piece)),
  }));
  const found = blocks.map(lettersOf).filter((letters) => letters !== '');
  const wanted = written.filter(({ letters }) => letters !== '');
  if (wanted.map(({ letters }) => letters).join('') === found.join('')) return [];
  // Blocks and pieces go together one by one as far as they agree; a piece of several blocks takes them all.
  const stray: number[] = [];
  let at = 0;
  for (const { index, letters } of wanted) {
    let have = '';
    let end = at;
    while (end < found.length && have.length < letters.length) have += found[end++] ?? '';
    if (have === letters) at = end;
    else {
      stray.push(index);
      at = Math.max(
        at + 1,
        found.indexOf(wanted[wanted.findIndex((one) => one.index === index) + 1]?.letters ?? '', at),
      );
    }
  }
  return stray;
}

const PROSE: Partial<Record<FrontKey, keyof FrontProse>> = {
  dedication: 'dedication',
  noteBefore: 'noteBefore',
  noteAfter: 'noteAfter',
};

/** The keys of the front matter whose prose is not what was to be written. */
export function strayFront({ front }: Story, found: Reread): FrontKey[] {
  return FRONT_KEYS.filter((key) => {
    const into = PROSE[key];
    const tree = into && found.front[into];
    const wanted = lettersOf((front[key] ?? []).map(textOf).join(''));
    return wanted !== (tree ? lettersOf(toString(tree)) : '');
  });
}

/** Whether a source's letters are all among those of its stories and their sidecars, none too few or too many. */
export function nothingLost({ blocks, text }: Extract, stories: readonly Story[]): boolean {
  const whole = lettersOf(blocks.map((block) => block.text).join(''));
  if (text !== undefined && lettersOf(text) !== whole) return false;
  const kept = stories.flatMap(({ front, body, cut, titleLine }) => [
    ...(titleLine ? [titleLine] : []),
    ...FRONT_KEYS.flatMap((key) => front[key] ?? []),
    // The marks of a break are the sidecar's, unless they are Markdown's own.
    ...body.filter((piece) => piece.class !== 'scene-break'),
    ...cut,
  ]);
  return countsOf(whole) === countsOf(lettersOf(kept.map((piece) => piece.text).join('')));
}

/** How often each letter stands in a text, as one string. */
function countsOf(letters: string): string {
  const counts = new Map<string, number>();
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([letter, count]) => `${letter}${String(count)}`)
    .join('');
}
