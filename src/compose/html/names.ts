/** What raw HTML may bring into a book, and what becomes of the rest. */
import type { Properties } from 'hast';
import { FLOW, PARTS, PHRASING } from '../../content-model.js';

export { REMOVED } from '../../content-model.js';

/** The property that holds the place of those that this build gave an element itself. */
export const SEAL = 'dataSeal';

/** What stood in such a place. */
export interface Sealed {
  tagName: string;
  properties: Properties;
}

/** Elements of old HTML, or with demands on what stands in them, and their like in XHTML. */
export const RENAMED: ReadonlyMap<string, { tagName: string; className?: string }> = new Map([
  ['acronym', { tagName: 'abbr' }],
  ['address', { tagName: 'div', className: 'address' }],
  ['big', { tagName: 'span', className: 'big' }],
  ['center', { tagName: 'div', className: 'center' }],
  ['dir', { tagName: 'ul' }],
  ['footer', { tagName: 'div' }],
  ['header', { tagName: 'div' }],
  ['hgroup', { tagName: 'div' }],
  ['main', { tagName: 'div' }],
  ['menu', { tagName: 'ul' }],
  ['nav', { tagName: 'div' }],
  ['rb', { tagName: 'span' }],
  ['strike', { tagName: 's' }],
  ['tt', { tagName: 'code' }],
]);

/** Whether an element may stand in a book at all. */
export const isKnown = (name: string): boolean => PHRASING.has(name) || FLOW.has(name) || PARTS.has(name);
