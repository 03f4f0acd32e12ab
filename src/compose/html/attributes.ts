/** The attributes that raw HTML may bring into a book, and what their values may be. */
import type { Element, Properties } from 'hast';
import { warning } from '../../diagnostics.js';
import { at, type Context } from '../context.js';
import { CLASS, LANGUAGE, languageOf } from '../directives/attributes.js';
import { widthIn } from '../images/size.js';
import { ID } from '../scan.js';

type PropertyValue = Properties[string];

/** The property as it is written, or nothing for a value that does not fit. */
type Reader = (value: PropertyValue, context: Context) => Properties | undefined;

const string = (value: PropertyValue): string =>
  Array.isArray(value) ? value.join(' ') : String(value ?? '');

const matching =
  (name: string, pattern: RegExp): Reader =>
  (value) =>
    pattern.test(string(value)) ? { [name]: string(value) } : undefined;

const className: Reader = (value) => {
  const known = string(value)
    .split(/\s+/)
    .filter((name) => CLASS.test(name));
  return known.length > 0 ? { className: known } : undefined;
};

const id: Reader = (value, { page }) => {
  const wanted = string(value);
  const isFree = ID.test(wanted) && (page.reserved.delete(wanted) || page.uniqueId(wanted) === wanted);
  return isFree ? { id: wanted } : undefined;
};

const lang: Reader = (value, context) =>
  LANGUAGE.test(string(value)) ? languageOf(string(value), context) : undefined;

const alignment: Reader = (value) => {
  const side = string(value).toLowerCase();
  return /^(?:left|right|center|justify)$/.test(side) ? { className: [`align-${side}`] } : undefined;
};

/** Attributes of every element, by their hast names. */
const EVERYWHERE: ReadonlyMap<string, Reader> = new Map([
  ['align', alignment],
  ['className', className],
  ['dir', matching('dir', /^(?:ltr|rtl|auto)$/)],
  ['id', id],
  ['lang', lang],
  ['name', id],
  ['title', (value) => ({ title: string(value) })],
  ['xmlLang', lang],
]);

const NUMBER = /^[1-9]\d{0,3}$/;
const SPANS: [string, Reader][] = [
  ['colSpan', matching('colSpan', NUMBER)],
  ['rowSpan', matching('rowSpan', NUMBER)],
];

/** Attributes of some elements. */
const OF: Record<string, ReadonlyMap<string, Reader>> = {
  col: new Map([['span', matching('span', NUMBER)]]),
  colgroup: new Map([['span', matching('span', NUMBER)]]),
  data: new Map([['value', (value) => ({ value: string(value) })]]),
  details: new Map([['open', () => ({ open: true })]]),
  ol: new Map([
    ['start', matching('start', /^-?\d{1,9}$/)],
    ['reversed', () => ({ reversed: true })],
    ['type', matching('type', /^[1aAiI]$/)],
  ]),
  li: new Map([['value', matching('value', /^-?\d{1,9}$/)]]),
  td: new Map(SPANS),
  th: new Map([...SPANS, ['scope', matching('scope', /^(?:row|col|rowgroup|colgroup)$/)]]),
  time: new Map([
    ['dateTime', matching('dateTime', /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?)?)?$/)],
  ]),
};

/** Attributes that their own code reads: `img` and `a`. */
const ELSEWHERE: Record<string, ReadonlySet<string>> = {
  a: new Set(['href']),
  img: new Set(['src', 'alt', 'width', 'height']),
};

/** An attribute's name as its author wrote it, as far as a message needs it. */
function written(property: string): string {
  if (property === 'className') return 'class';
  const [, family, rest = ''] = /^(data|aria)([A-Z].*)$/.exec(property) ?? [];
  if (family === 'aria') return `aria-${rest.toLowerCase()}`;
  if (family === 'data') return `data${rest.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return property.toLowerCase();
}

/** The properties of an element of raw HTML that may come into the book; the others are messages. */
export function safeProperties(node: Element, tagName: string, context: Context): Properties {
  const result: Properties = {};
  for (const [name, value] of Object.entries(node.properties)) {
    if (ELSEWHERE[node.tagName]?.has(name)) continue;
    if (name === 'style' && node.tagName === 'img' && widthIn(value) !== undefined) continue;
    const read = (EVERYWHERE.get(name) ?? OF[tagName]?.get(name))?.(value, context);
    if (read) Object.assign(result, merged(result, read));
    else refuse(written(name), node, context);
  }
  return result;
}

const merged = (before: Properties, { className: names, ...rest }: Properties): Properties =>
  Array.isArray(names)
    ? { ...rest, className: [...(Array.isArray(before.className) ? before.className : []), ...names] }
    : rest;

function refuse(name: string, node: Element, context: Context): void {
  const hint = name.startsWith('on')
    ? 'Octavo’s books run no scripts.'
    : 'To style it, give it a class: `class="\u2026"`; the theme says what that looks like.';
  context.shared.messages.push(
    warning(
      'html:attribute',
      `The attribute \`${name}\` of \`<${node.tagName}>\` does not belong in a book and was left out`,
      {
        ...at(context, node),
        hint,
      },
    ),
  );
}
