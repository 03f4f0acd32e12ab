/**
 * Notes that refer to each other as Obsidian's do: `[[Note]]`, `[[Note#Heading|words]]`, `![[picture.png|300]]`,
 * `![[Note]]`, `%%comments%%`, `==highlights==` and the names of blocks, `^name`.
 *
 * @see https://help.obsidian.md/obsidian-flavored-markdown
 */
import { posix } from 'node:path';
import { error } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import { withoutComments } from './comments.js';
import { linesOf, marked, outsideSpans, type Line } from './lines.js';
import { shown, type Plan, type Site, type Source } from './plan.js';
import { vaultOf, type Vault } from './vault.js';

/** How deep embedded notes may embed others. */
const MAX_DEPTH = 10;
/** The most characters that a book may embed in all. */
const MAX_EMBEDDED = 16 * 1024 * 1024;

const LINK = /!?\[\[([^[\]\n]{1,999})\]\]/g;
/** A line that holds an embed and nothing else. */
const ALONE = /^[ \t]*!\[\[([^[\]\n]{1,999})\]\][ \t]*$/;
const PICTURE = /\.(?:png|jpe?g|gif|webp|svg)$/i;
const SIZE = /^(\d+)(?:x\d+)?$/;
const HIGHLIGHT = /(?<![=\\])==(?=[^\s=])([^=\n]*[^\s=])==(?!=)/g;
const BLOCK_NAME = /(?<=^|[ \t])\^([A-Za-z\d-]+)[ \t]*$/;

/** A link's parts: `[[target#place|words]]`, the bar escaped within a table. */
interface Wiki {
  target: string;
  /** The heading or, behind `^`, the block. */
  place?: string;
  words?: string;
}

/** Reads what stands between the brackets. */
function wiki(inside: string): Wiki {
  const [, address = '', words] = /^(.*?)(?:\\?\|(.*))?$/.exec(inside) ?? [];
  const [target = '', ...places] = address.split('#');
  const place = places.at(-1);
  return {
    target: target.trim(),
    ...(place === undefined || place.trim() === '' ? {} : { place: place.trim() }),
    ...(words === undefined || words.trim() === '' ? {} : { words: words.trim() }),
  };
}

const fragmentOf = (place: string): string =>
  place.startsWith('^') ? `block-${place.slice(1)}` : encodeURIComponent(place);

/** Marks that would be read in words that are none of Markdown's. */
const literal = (words: string): string => words.replaceAll(/[\\[\]*_`<]/g, '\\$&');

/** A path from the file `rel` as an address between angle brackets. */
const addressOf = (file: string, rel: string): string =>
  encodeURI(posix.relative(posix.dirname(rel), file)).replaceAll(/[?#]/g, encodeURIComponent);

/**
 * The marks of linked notes as Octavo's, for the files of one book: links to notes that are `inBook` lead there, those
 * to others are their words alone, embedded notes are put in place.
 */
export function noteMarks(site: Site, inBook: ReadonlySet<string>): NonNullable<Plan['dialect']> {
  const vault = vaultOf(site.files, inBook);
  /** Notes outside of the book that were told of: a character is named in every chapter. */
  const elsewhere = new Set<string>();
  let budget = MAX_EMBEDDED;
  return async (lines, source) => {
    const messages: Message[] = [];
    const [head, body] = partedFront(lines);
    const value = await rewritten(body, source, { outer: source.rel, open: [source.rel], messages });
    return { value: [...head, ...value], messages };
  };

  interface At {
    /** The file that holds the text in the end: addresses are relative to it. */
    outer: string;
    /** The notes that embed one another, outermost first. */
    open: readonly string[];
    messages: Message[];
  }

  async function rewritten(lines: readonly Line[], source: Source, at: At): Promise<Line[]> {
    const { lines: kept, comments } = withoutComments(lines);
    for (const { text, origin } of comments) site.remarks.add('folders:comment', text, source.path, origin);
    const made: Line[] = [];
    for (const { text, origin, code } of marked(kept)) {
      const [, alone] = (code ? null : ALONE.exec(text)) ?? [];
      const embedded = alone === undefined ? undefined : await embed(alone, { text, origin }, source, at);
      if (embedded) made.push({ text: '', origin }, ...embedded, { text: '', origin });
      else made.push({ text: code ? text : inLine(text, origin, source, at), origin });
    }
    return made;
  }

  function inLine(text: string, origin: number, source: Source, at: At): string {
    if (!text.includes('[[') && !text.includes('==') && !text.includes('^')) return text;
    const linked = outsideSpans(text, (part) =>
      part
        .replaceAll(LINK, (whole, inside: string) =>
          whole.startsWith('!')
            ? pictured(wiki(inside), whole, origin, source, at)
            : link(wiki(inside), origin, source, at),
        )
        .replaceAll(HIGHLIGHT, '<mark>$1</mark>'),
    );
    return linked.replace(BLOCK_NAME, (_, name: string) => `{#block-${name}}`);
  }

  function link({ target, place, words }: Wiki, origin: number, source: Source, { outer }: At): string {
    const label = words ?? literal(place?.replace(/^\^/, '') ?? posix.basename(target));
    const file = target === '' ? source.rel : vault.note(target, source.rel);
    if (file === undefined || !inBook.has(file)) {
      if (!elsewhere.has(target)) site.remarks.add('folders:note', target, source.path, origin);
      elsewhere.add(target);
      return label;
    }
    const fragment = place === undefined ? '' : `#${fragmentOf(place)}`;
    if (file === outer && fragment === '') return label;
    return `[${label}](<${file === outer ? '' : addressOf(file, outer)}${fragment}>)`;
  }

  /** An embed within a line: a picture, or the words of what cannot stand there. */
  function pictured(embedded: Wiki, whole: string, origin: number, source: Source, at: At): string {
    const { target, words = '' } = embedded;
    if (PICTURE.test(target)) return picture(target, words, source, at, vault);
    if (vault.note(target, source.rel) !== undefined) return link(embedded, origin, source, at);
    site.remarks.add('folders:embed', whole, source.path, origin);
    return '';
  }

  /** The lines of an embedded note; nothing for what is embedded otherwise. */
  async function embed(
    inside: string,
    { text, origin }: Line,
    source: Source,
    at: At,
  ): Promise<Line[] | undefined> {
    const { target, place } = wiki(inside);
    const file = target === '' ? source.rel : vault.note(target, source.rel);
    if (PICTURE.test(target)) return undefined;
    const refuse = (id: 'missing' | 'cycle' | 'too-large', reason: string): Line[] => {
      at.messages.push(
        error(`folders:${id}`, reason, {
          path: source.path,
          place: { line: origin, column: 1 },
          hint: 'It is left out. Correct the name, or write the text itself.',
        }),
      );
      return [];
    };
    const whole = text.trim();
    if (file === undefined)
      return /\.\w+$/.test(target) ? undefined : refuse('missing', `\`${whole}\` names no note that exists`);
    if (at.open.includes(file) || at.open.length > MAX_DEPTH) {
      const way = [...at.open, file].map((rel) => `\`${rel}\``).join(' → ');
      return refuse('cycle', `These notes embed one another in a circle: ${way}`);
    }
    const { value, messages } = await site.text(file);
    at.messages.push(...messages);
    const part = partOf(partedFront(linesOf(value ?? ''))[1], place);
    if (!part) return refuse('missing', `\`${whole}\` names no heading or block of the note`);
    budget -= part.reduce((sum, line) => sum + line.text.length + 1, 1);
    if (budget < 0)
      return refuse('too-large', `The embedded notes are too long: more than ${MAX_EMBEDDED} characters`);
    site.included.add(file);
    const inner = { rel: file, path: shown(site, file) };
    const lines = await rewritten(part, inner, { ...at, open: [...at.open, file] });
    return lines.map((line) => ({ text: line.text, origin }));
  }
}

/** Whether a text links to a note or a picture that is there: brackets alone may be anything. */
export const leadsSomewhere = (text: string, rel: string, vault: Vault): boolean =>
  [...text.matchAll(LINK)].some(([, inside = '']) => {
    const { target } = wiki(inside);
    return target !== '' && (vault.note(target, rel) ?? vault.picture(target, rel)) !== undefined;
  });

/** A picture with its width in pixels, where one is given. */
function picture(
  target: string,
  words: string,
  { rel }: Source,
  { outer }: { outer: string },
  vault: Vault,
): string {
  const parts = words.split(/\\?\|/).map((part) => part.trim());
  const width = parts.map((part) => SIZE.exec(part)?.[1]).find((size) => size !== undefined);
  const alt = parts.filter((part) => !SIZE.test(part)).join(' ');
  const file = vault.picture(target, rel);
  const address = file === undefined ? encodeURI(target) : addressOf(file, outer);
  return `![${literal(alt)}](<${address}>)${width === undefined ? '' : `{width=${width}}`}`;
}

/** The lines of a note's front matter with its fences, and those below. */
export function partedFront(lines: readonly Line[]): [head: readonly Line[], body: readonly Line[]] {
  if (lines[0]?.text.trimEnd() !== '---') return [[], lines];
  const end = lines.findIndex(({ text }, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(text));
  return end < 0 ? [[], lines] : [lines.slice(0, end + 1), lines.slice(end + 1)];
}

/** What of a note a heading or a block's name means; nothing where it has none of that name. */
function partOf(lines: readonly Line[], place: string | undefined): readonly Line[] | undefined {
  if (place === undefined) return lines;
  const isText = marked(lines).map(({ code }) => !code);
  const levelAt = (index: number): number =>
    isText[index] ? (/^(#{1,6})[ \t]/.exec(lines[index]?.text ?? '')?.[1]?.length ?? 0) : 0;
  if (place.startsWith('^')) {
    const name = place.slice(1);
    const at = lines.findIndex(({ text }) => BLOCK_NAME.exec(text)?.[1] === name);
    if (at < 0) return undefined;
    let start = at;
    while (start > 0 && /\S/.test(lines[start - 1]?.text ?? '')) start--;
    return lines.slice(start, at + 1);
  }
  const plain = (text: string): string =>
    text
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .toLowerCase();
  const start = lines.findIndex(({ text }, index) => levelAt(index) > 0 && plain(text) === plain(place));
  if (start < 0) return undefined;
  const level = levelAt(start);
  const end = lines.findIndex((_, index) => index > start && levelAt(index) > 0 && levelAt(index) <= level);
  return lines.slice(start, end < 0 ? undefined : end);
}
