/** Runs: the inline content of each block as one text, with what must not change masked. */
import type { Definition, Image, Nodes, Root, Text } from 'mdast';
import { LINED_DIRECTIVES, areShort, type Lined } from '../text/lined.js';
import type { Locale } from '../types.js';
import { LINE_SEPARATOR, PLACEHOLDER } from './characters.js';
import { findMarks } from './quotes/marks.js';
import { htmlRuns } from './html.js';
import { inlineLocale } from './language.js';
import { isCodeElement, isJsx } from './jsx.js';
import { textOfTex } from './quotes/tex.js';
import { CODE } from './source.js';
import type { Flow, Run, Segment } from './types.js';

/** Blocks whose children are inline content, and whether speech runs on through them. */
const BLOCKS: Readonly<Record<string, Flow>> = {
  paragraph: 'prose',
  heading: 'alone',
  tableCell: 'alone',
  leafDirective: 'alone',
};

/** Inline nodes that stand in the text like a word, unread. */
const MASKED = new Set([
  'inlineCode',
  'image',
  'imageReference',
  'math',
  'inlineMath',
  'crossReference',
  'citation',
  'mdxTextExpression',
]);
/** Raw elements whose text is not prose. */
const RAW_CODE = /^<(\/?)(?:code|pre|kbd|samp|var|script|style|math|svg|tt)\b[^>]*?(\/?)>$/i;
const LINE_ENDS = /[\n\u2028]/;
const RAW_BREAK = /^<br\b[^>]*>$/i;
/** Raw elements that stand in a line like a word. */
const RAW_WORD = /^<(?:audio|button|embed|iframe|img|input|meter|object|picture|progress|select|video)\b/i;
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

/** What holds for a block because of the blocks that it stands in. */
interface Around {
  locale: Locale;
  path: string;
  /** Whether it keeps its lines. */
  kept?: Lined | undefined;
}

/**
 * All runs of a tree in the order of the text. `path` is that of its manuscript, `lined` are the nodes that keep their
 * lines, beside the directives that do.
 */
export function runsOf(tree: Root, locale: Locale, path: string, lined?: ReadonlySet<Nodes>): Run[] {
  const runs: Run[] = [];
  visitBlock(tree, { locale, path }, lined, runs);
  runs.push(...captionsOf(tree).map((node) => captionRun(node, locale, path)));
  return runs;
}

/** The definitions whose titles are captions of images. */
function captionsOf(tree: Root): Definition[] {
  const titled: Definition[] = [];
  const shown = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && node.title) titled.push(node);
    if (node.type === 'imageReference') shown.add(node.identifier);
    if ('children' in node) node.children.forEach(visit);
  };
  if (tree.children.some(({ type }) => type === 'definition')) visit(tree);
  return titled.filter(({ identifier }) => shown.has(identifier));
}

/** A title as a run of its own. */
const captionRun = (node: Image | Definition, locale: Locale, path: string): Run =>
  heldRun(node.title ?? '', { node, field: 'title' }, locale, path);

/** What a field of a node says, as a run of its own. */
function heldRun(value: string, holder: NonNullable<Segment['holder']>, locale: Locale, path: string): Run {
  const text: Text = { type: 'text', value, ...placeOf(holder.node) };
  return runFrom(mask(text), [{ node: text, start: 0, end: value.length, holder }], locale, 'alone', path);
}

const placeOf = ({ position }: Nodes): Pick<Text, 'position'> => (position ? { position } : {});

function visitBlock(node: Nodes, outer: Around, lined: ReadonlySet<Nodes> | undefined, runs: Run[]): void {
  if (node.type === 'html') {
    for (const { pieces, locale } of htmlRuns(node, outer.locale)) {
      const draft = draftIn(locale);
      for (const { value, node: text, at } of pieces)
        if (text) pushText(draft, { node: text, holder: { node, at } });
        else push(draft, value);
      runs.push(runFrom(draft.parts.join(''), draft.segments, locale, 'alone', outer.path));
    }
  }
  if (!('children' in node)) return;
  const around = {
    ...outer,
    locale: inlineLocale(node) ?? outer.locale,
    kept: lined?.has(node) ? 'all' : (keptIn(node) ?? outer.kept),
  };
  if (isCodeElement(node)) return;
  // Blocks of others, such as MDX's elements, may hold a text with no paragraph round it.
  const flow = BLOCKS[node.type] ?? (node.children.some(({ type }) => type === 'text') ? 'alone' : undefined);
  if (flow) collectRun(node, around, flow, runs);
  else for (const child of node.children) visitBlock(child, around, lined, runs);
}

const keptIn = (node: Nodes): Lined | undefined =>
  node.type === 'containerDirective' ? LINED_DIRECTIVES.get(node.name) : undefined;

function collectRun(node: Nodes, { locale, path, kept }: Around, flow: Flow, runs: Run[]): void {
  const draft = draftIn(locale);
  const inner: Run[] = [];
  if ('children' in node) visitChildren(node.children, draft, path, inner);
  if (draft.segments.length > 0)
    runs.push({
      ...runFrom(withLines(draft.parts.join(''), kept), draft.segments, locale, flow, path),
      ...speechOf(node),
    });
  runs.push(...inner);
}

function speechOf(node: Nodes): Pick<Run, 'speech'> {
  const speech = node.type === 'paragraph' ? node.data?.speech : undefined;
  return speech === undefined ? {} : { speech };
}

/** A run's text, its soft line breaks as hard ones where the book keeps them. */
function withLines(text: string, kept: Lined | undefined): string {
  if (kept === undefined || !text.includes('\n')) return text;
  return kept === 'all' || areShort(text.split(LINE_ENDS)) ? text.replaceAll('\n', LINE_SEPARATOR) : text;
}

const draftIn = (locale: Locale): Draft => ({ parts: [], length: 0, segments: [], locale, rawCode: 0 });

function pushText(draft: Draft, { node, holder }: Pick<Segment, 'node' | 'holder'>): void {
  const segment: Segment = { node, start: draft.length, end: draft.length + node.value.length };
  draft.segments.push(holder ? { ...segment, holder } : segment);
  push(draft, mask(node));
}

function push(draft: Draft, text: string): void {
  draft.parts.push(text);
  draft.length += text.length;
}

function visitInline(node: Nodes, draft: Draft, path: string, inner: Run[]): void {
  if (node.type === 'text') {
    if (draft.rawCode > 0) return push(draft, PLACEHOLDER);
    return pushText(draft, { node });
  }
  if (node.type === 'break') return push(draft, LINE_SEPARATOR);
  if (node.type === 'html') return visitRaw(node.value, draft);
  if ((node.type === 'image' || node.type === 'imageReference') && node.alt)
    inner.push(heldRun(node.alt, { node, field: 'alt' }, draft.locale, path));
  if (node.type === 'image' && node.title) inner.push(captionRun(node, draft.locale, path));
  if (MASKED.has(node.type) || isCodeElement(node)) return push(draft, PLACEHOLDER);
  if (!('children' in node)) return;
  if (node.type === 'textDirective' && node.children.length === 0) return push(draft, PLACEHOLDER);
  const own = inlineLocale(node);
  if (own && own !== draft.locale) {
    push(draft, PLACEHOLDER);
    return collectRun(node, { locale: own, path }, 'alone', inner);
  }
  if (node.type === 'link' && isAddress(node.url, node.children)) return push(draft, PLACEHOLDER);
  visitChildren(node.children, draft, path, inner);
}

function visitChildren(children: readonly Nodes[], draft: Draft, path: string, inner: Run[]): void {
  children.forEach((child, index) => {
    const words = child.type === 'inlineCode' ? textOfTex(child, children[index + 1]) : undefined;
    if (words && child.type === 'inlineCode') pushText(draft, { node: words, holder: { node: child } });
    else if (isEmptyElement(child, children[index + 1])) push(draft, PLACEHOLDER);
    else visitInline(child, draft, path, inner);
  });
}

function visitRaw(value: string, draft: Draft): void {
  if (RAW_BREAK.test(value)) return push(draft, LINE_SEPARATOR);
  if (RAW_WORD.test(value)) return push(draft, PLACEHOLDER);
  const code = RAW_CODE.exec(value);
  if (!code || code[2] === '/') return;
  draft.rawCode = Math.max(0, draft.rawCode + (code[1] === '/' ? -1 : 1));
}

/** An element with nothing in it, such as an icon: `<i class="key"></i>`, `<Icon />`. */
function isEmptyElement(node: Nodes, next: Nodes | undefined): boolean {
  if (isJsx(node)) return node.children.length === 0;
  if (node.type !== 'html' || next?.type !== 'html') return false;
  const name = /^<([a-z][a-z\d-]*)\b[^>]*>$/i.exec(node.value)?.[1]?.toLowerCase();
  return name !== undefined && next.value.toLowerCase().startsWith(`</${name}`) && !RAW_CODE.test(node.value);
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

const runFrom = (text: string, segments: Segment[], locale: Locale, flow: Flow, path: string): Run => ({
  text,
  segments,
  locale,
  flow,
  path,
  ...findMarks(text, locale),
});

/** A plain string as a run of its own. It is not Markdown, yet code in a title is code to its author. */
export function runOfText(value: string, locale: Locale): Run {
  const node: Text = { type: 'text', value };
  const text = mask(node).replaceAll(CODE, (code) => PLACEHOLDER.repeat(code.length));
  return runFrom(text, [{ node, start: 0, end: value.length }], locale, 'alone', '');
}
