/** The attributes that elements of a book may have, by their hast names: https://html.spec.whatwg.org/multipage/indices.html#attributes-3 */
import type { Properties } from 'hast';
import { names } from '../content-model.js';

type Fits = (value: string) => boolean;

const any: Fits = () => true;
const matching =
  (pattern: RegExp): Fits =>
  (value) =>
    pattern.test(value);

const INTEGER = matching(/^-?\d+$/);
const COUNT = matching(/^[1-9]\d*$/);
const LANGUAGE = matching(/^[A-Za-z]{1,8}(?:-[A-Za-z\d]{1,8})*$/);

/** Attributes of every element; those that begin with `aria` are all allowed. */
const EVERYWHERE: ReadonlyMap<string, Fits> = new Map([
  ['className', any],
  ['dir', matching(/^(?:ltr|rtl|auto)$/)],
  ['epub:type', matching(/\S/)],
  ['hidden', any],
  ['lang', LANGUAGE],
  ['role', matching(/\S/)],
  ['title', any],
  ['xmlLang', LANGUAGE],
]);

/** Attributes of some elements, and which. */
const OF: ReadonlyMap<string, { on: ReadonlySet<string>; fits: Fits }> = new Map([
  ['alt', { on: names('img'), fits: any }],
  ['colSpan', { on: names('td th'), fits: COUNT }],
  ['dateTime', { on: names('time'), fits: matching(/\S/) }],
  ['height', { on: names('img'), fits: COUNT }],
  ['href', { on: names('a'), fits: any }],
  ['open', { on: names('details'), fits: any }],
  ['reversed', { on: names('ol'), fits: any }],
  ['rowSpan', { on: names('td th'), fits: COUNT }],
  ['scope', { on: names('th'), fits: matching(/^(?:row|col|rowgroup|colgroup)$/) }],
  ['span', { on: names('col colgroup'), fits: COUNT }],
  ['src', { on: names('img'), fits: matching(/\S/) }],
  ['start', { on: names('ol'), fits: INTEGER }],
  ['type', { on: names('ol'), fits: matching(/^[1aAiI]$/) }],
  ['value', { on: names('data li'), fits: any }],
  ['width', { on: names('img'), fits: COUNT }],
]);

/** Whether an attribute may stand on an element with this value. */
export function attributeFits(
  name: string,
  value: NonNullable<Properties[string]>,
  tagName: string,
  parent: string | undefined,
): boolean {
  if (name.startsWith('aria')) return true;
  const text = Array.isArray(value) ? value.join(' ') : String(value);
  const everywhere = EVERYWHERE.get(name);
  if (everywhere) return everywhere(text);
  const own = OF.get(name);
  // Only the items of an ordered list have numbers.
  return own !== undefined && own.on.has(tagName) && own.fits(text) && (tagName !== 'li' || parent === 'ol');
}
