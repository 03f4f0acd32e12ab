/** Runs: the inline content of each block as one text, with what must not change masked. */
import type { Nodes, Root, Text } from 'mdast';
import type { Locale } from '../types.js';
import { LINE_SEPARATOR, PLACEHOLDER } from './characters.js';
import { findMarks } from './quotes/marks.js';
import { inlineLocale } from './language.js';
import type { Flow, Run, Segment } from './types.js';

/** Blocks whose children are inline content, and whether speech runs on through them. */
const BLOCKS: Readonly<Record<string, Flow>> = {
  paragraph: 'prose',
  heading: 'alone',
  tableCell: 'alone',
  leafDirective: 'alone',
};

/** Inline nodes that stand in the text like a word, unread. */
const MASKED = new Set(['inlineCode', 'image', 'imageReference', 'math', 'inlineMath', 'mdxTextExpression']);
/** Raw elements whose text is not prose. */
const RAW_CODE = /^<(\/?)(?:code|pre|kbd|samp|var|script|style|math|svg|tt)\b[^>]*?(\/?)>$/i;
const RAW_BREAK = /^<br\b[^>]*>$/i;
/** What looks like an address in running text. */
const ADDRESS =
  /(?:\b[a-z][a-z0-9+.-]{1,9}:\/\/|\bwww\.|\bmailto:)[^\s<>"\u201C\u201D]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;
const ADDRESS_HINTS = ['@', '://', 'www.'];
/** Characters that typography would change, which an escape keeps as they are. */
const ESCAPABLE = new Set(`'"\`-.()`);

interface Draft {
  parts: string[];
  length: number;
  segments: Segment[];
  locale: Locale;
  rawCode: number;
}

/** All runs of a tree in the order of the text. `path` is that of its manuscript. */
export function runsOf(tree: Root, locale: Locale, path: string): Run[] {
  const runs: Run[] = [];
  visitBlock(tree, locale, path, runs);
  return runs;
}

function visitBlock(node: Nodes, outer: Locale, path: string, runs: Run[]): void {
  if (!('children' in node)) return;
  const locale = inlineLocale(node) ?? outer;
  const flow = BLOCKS[node.type];
  if (flow) collectRun(node, locale, flow, path, runs);
  else for (const child of node.children) visitBlock(child, locale, path, runs);
}

function collectRun(node: Nodes, locale: Locale, flow: Flow, path: string, runs: Run[]): void {
  const draft: Draft = { parts: [], length: 0, segments: [], locale, rawCode: 0 };
  const inner: Run[] = [];
  if ('children' in node) for (const child of node.children) visitInline(child, draft, path, inner);
  if (draft.segments.length > 0) runs.push(runFrom(draft.parts.join(''), draft.segments, locale, flow, path));
  runs.push(...inner);
}

function push(draft: Draft, text: string): void {
  draft.parts.push(text);
  draft.length += text.length;
}

function visitInline(node: Nodes, draft: Draft, path: string, inner: Run[]): void {
  if (node.type === 'text') {
    if (draft.rawCode > 0) return push(draft, PLACEHOLDER);
    draft.segments.push({ node, start: draft.length, end: draft.length + node.value.length });
    return push(draft, mask(node));
  }
  if (node.type === 'break') return push(draft, LINE_SEPARATOR);
  if (node.type === 'html') return visitRaw(node.value, draft);
  if (MASKED.has(node.type)) return push(draft, PLACEHOLDER);
  if (!('children' in node)) return;
  if (node.type === 'textDirective' && node.children.length === 0) return push(draft, PLACEHOLDER);
  const own = inlineLocale(node);
  if (own && own !== draft.locale) {
    push(draft, PLACEHOLDER);
    return collectRun(node, own, 'alone', path, inner);
  }
  if (node.type === 'link' && isAddress(node.url, node.children)) return push(draft, PLACEHOLDER);
  for (const child of node.children) visitInline(child, draft, path, inner);
}

function visitRaw(value: string, draft: Draft): void {
  if (RAW_BREAK.test(value)) return push(draft, LINE_SEPARATOR);
  const code = RAW_CODE.exec(value);
  if (!code || code[2] === '/') return;
  draft.rawCode = Math.max(0, draft.rawCode + (code[1] === '/' ? -1 : 1));
}

/** A link whose text is its address. */
function isAddress(url: string, children: readonly Nodes[]): boolean {
  const [only] = children;
  return (
    children.length === 1 &&
    only?.type === 'text' &&
    (url === only.value || url.endsWith(`/${only.value}`) || url === `mailto:${only.value}`)
  );
}

/** A text node's value with its addresses and escaped marks masked. */
function mask(node: Text): string {
  const value = maskEscaped(node.value, (node.data as { escaped?: readonly number[] } | undefined)?.escaped);
  return ADDRESS_HINTS.some((hint) => value.includes(hint))
    ? value.replaceAll(ADDRESS, (address) => PLACEHOLDER.repeat(address.length))
    : value;
}

function maskEscaped(value: string, escaped: readonly number[] = []): string {
  const parts: string[] = [];
  let done = 0;
  for (const at of escaped) {
    if (!ESCAPABLE.has(value.charAt(at))) continue;
    parts.push(value.slice(done, at), PLACEHOLDER);
    done = at + 1;
  }
  return done === 0 ? value : parts.join('') + value.slice(done);
}

/** Where the opening mark sits low, the high 6-shaped ones close (German). */
const opensLow = ({ quotes }: Locale): boolean =>
  quotes.outer[0] === '\u201E' || quotes.inner[0] === '\u201A';

const runFrom = (text: string, segments: Segment[], locale: Locale, flow: Flow, path: string): Run => ({
  text,
  segments,
  locale,
  flow,
  path,
  ...findMarks(text, opensLow(locale)),
});

/** Code between backticks, as in Markdown; where a straight quote stands within, the backticks may be its opening ones. */
const CODE = /(?<!`)(`+)[^`']+\1(?!`)/g;

/** A plain string as a run of its own. It is no Markdown, yet code in a title is code to its author. */
export function runOfText(value: string, locale: Locale): Run {
  const node: Text = { type: 'text', value };
  const text = mask(node).replaceAll(CODE, (code) => PLACEHOLDER.repeat(code.length));
  return runFrom(text, [{ node, start: 0, end: value.length }], locale, 'alone', '');
}
