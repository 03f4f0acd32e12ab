/** The runs of a block of HTML: the text between its tags, block by block; tags, comments and entities stay. */
import type { Html, Text } from 'mdast';
import { localeOf } from '../locales/index.js';
import { tagsIn } from '../text/markup.js';
import type { Locale } from '../types.js';
import { LINE_FEED_CODE, LINE_SEPARATOR, PLACEHOLDER } from './characters.js';
import { CODE_ELEMENTS } from './jsx.js';

const ENTITY = /&(?:#\d+|#x[\da-f]+|\w+);/gi;
const LANGUAGE = /(?:^|\s)(?:xml:)?lang\s*=\s*["']?([\w-]+)/i;

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));
/** Elements within a line of text. */
const INLINE = setOf(
  'a abbr acronym b bdi bdo big cite del dfn em font i ins label mark q rb rp rt ruby s small span strike strong sub sup time u wbr',
);
const VOID = setOf('area base br col embed hr img input link meta source track wbr');

/** A part of a block's text, and where in the node it stands; what is no text has no node. */
interface HtmlPiece {
  value: string;
  node?: Text;
  at: number;
}

/** The text of one block. */
export interface HtmlRun {
  pieces: HtmlPiece[];
  locale: Locale;
}

interface Language {
  name: string;
  depth: number;
  locale: Locale;
}

/** The texts of a node of raw HTML in order, in the conventions of the language that its `lang` says. */
export function htmlRuns(html: Html, locale: Locale): HtmlRun[] {
  const runs: HtmlRun[] = [];
  const languages: Language[] = [{ name: '', depth: 1, locale }];
  const place = placing(html);
  let pieces: HtmlPiece[] = [];
  let code = 0;
  let done = 0;
  const flush = (): void => {
    const trimmed = trim(pieces);
    if (trimmed.some(({ node }) => node)) runs.push({ pieces: trimmed, locale: top(languages).locale });
    pieces = [];
  };
  const piece = (from: number, to: number): void => {
    if (to > from) pieces.push({ value: html.value.slice(from, to), at: from });
  };
  const take = (end: number): void => {
    if (code > 0) return;
    let from = done;
    for (const { 0: entity, index } of html.value.slice(done, end).matchAll(ENTITY)) {
      piece(from, done + index);
      pieces.push({ value: PLACEHOLDER, at: -1 });
      from = done + index + entity.length;
    }
    piece(from, end);
  };
  for (const { start, end, name, attributes, ends } of tagsIn(html.value)) {
    take(start);
    done = end;
    if (name === undefined) continue;
    const alone = VOID.has(name) || attributes.endsWith('/');
    if (CODE_ELEMENTS.has(name)) {
      if (code === 0) pieces.push({ value: PLACEHOLDER, at: -1 });
      if (!alone) code = Math.max(0, code + (ends ? -1 : 1));
    } else if (name === 'br') pieces.push({ value: LINE_SEPARATOR, at: -1 });
    else if (!INLINE.has(name) || changesLanguage(languages, name, attributes, ends)) flush();
    if (!alone) followLanguage(languages, name, attributes, ends);
  }
  take(html.value.length);
  flush();
  for (const run of runs)
    for (const piece of run.pieces) if (piece.node) piece.node.position = place(piece.at);
  return runs;
}

const top = (languages: readonly Language[]): Language => languages[languages.length - 1] as Language;

const changesLanguage = (
  languages: readonly Language[],
  name: string,
  attributes: string,
  ends: boolean,
): boolean => (ends ? top(languages).name === name && top(languages).depth === 1 : LANGUAGE.test(attributes));

function followLanguage(languages: Language[], name: string, attributes: string, ends: boolean): void {
  const current = top(languages);
  const tag = ends ? undefined : LANGUAGE.exec(attributes)?.[1];
  if (tag !== undefined) languages.push({ name, depth: 1, locale: localeOf(tag) });
  else if (current.name === name) {
    current.depth += ends ? -1 : 1;
    if (current.depth === 0) languages.pop();
  }
}

/** Pieces without the space at either end of their block, the texts among them as nodes. */
function trim(pieces: readonly HtmlPiece[]): HtmlPiece[] {
  const isText = ({ at, value }: HtmlPiece): boolean => at >= 0 && /\S/.test(value);
  const first = pieces.findIndex(isText);
  const last = pieces.findLastIndex(isText);
  return pieces.map((piece, index) => {
    if (piece.at < 0) return piece;
    const { value, at } = piece;
    const from = index < first ? value.length : index === first ? value.length - value.trimStart().length : 0;
    const to = index > last ? from : index === last ? value.trimEnd().length : value.length;
    const text = value.slice(from, to);
    return text === ''
      ? { value: '', at: -1 }
      : { value: text, at: at + from, node: { type: 'text', value: text } };
  });
}

/** The places of rising offsets in a node. */
function placing({ value, position }: Html): (at: number) => NonNullable<Text['position']> {
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  const start = { line, column };
  let done = 0;
  return (at) => {
    for (; done < at; done += 1) {
      if (value.charCodeAt(done) === LINE_FEED_CODE) {
        start.line += 1;
        start.column = 1;
      } else start.column += 1;
    }
    return { start: { ...start }, end: { ...start } };
  };
}
