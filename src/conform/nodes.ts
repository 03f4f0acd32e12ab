/** A document's elements against what the schema allows: names, nesting, attributes, and each id once. */
import type { Element, ElementContent, Properties, RootContent } from 'hast';
import { CHILDREN, mayStand, OUTSIDE, VOID, within, type Place } from '../content-model.js';
import type { HastRoot } from '../types.js';
import { attributeFits } from './attributes.js';
import { mapped } from './mapped.js';

/** Something in a document that is not valid. */
export interface Finding {
  /** `conform:` goes before it, but for the author's own: a link to what was left out. */
  id: 'nesting' | 'text' | 'attribute' | 'id' | 'link' | 'navigation' | 'dead';
  reason: string;
  /** The document, by its path in the book; for the author's own, the manuscript. */
  place: string;
  /** Whether it could not be mended without a loss of text. */
  refused?: true;
}

interface Reading {
  ids: Set<unknown>;
  report: (id: Finding['id'], reason: string, refused?: true) => void;
}

/** A document's body as a valid one, the same where it is valid already, and what was not. */
export function conformedBody(body: HastRoot, href: string): { body: HastRoot; findings: Finding[] } {
  const findings: Finding[] = [];
  const report: Reading['report'] = (id, reason, refused) => {
    findings.push({ id, reason, place: href, ...(refused ? { refused } : {}) });
  };
  const children = all(body.children, OUTSIDE, { ids: new Set(), report });
  return { body: children === body.children ? body : { ...body, children }, findings };
}

/** The nodes in a place; the same list where each is as it was. */
const all = <T extends RootContent>(nodes: T[], place: Place, reading: Reading): (T | ElementContent)[] =>
  mapped<T, ElementContent>(nodes, (node) => one(node, place, reading));

/** What a node becomes: itself where it is valid, which nearly every node of nearly every book is. */
function one<T extends RootContent>(
  node: T,
  place: Place,
  reading: Reading,
): T | ElementContent | (T | ElementContent)[] {
  if (node.type === 'text') return isPlaced(node.value, place, reading) ? node : [];
  if (node.type !== 'element') return node.type === 'comment' ? node : [];
  const { tagName } = node;
  // Formulas and drawings are made by one part each, and have schemas of their own.
  if (tagName === 'math' || tagName === 'svg') return node;
  const rule = place.parent === undefined ? undefined : CHILDREN.get(place.parent);
  const isStray = rule ? !rule.only.has(tagName) : !mayStand(tagName, place);
  if (isStray || Object.hasOwn(place.closed, tagName)) {
    const where = isStray && place.parent !== undefined ? `<${place.parent}>` : 'where it stands';
    reading.report(
      'nesting',
      `\`<${tagName}>\` cannot stand ${where === 'where it stands' ? where : `in \`${where}\``}`,
    );
    return all(node.children, place, reading);
  }
  const properties = attributes(node, place, reading);
  const children = VOID.has(tagName) ? [] : all(node.children, within(tagName, place), reading);
  const isSame = properties === node.properties && (children === node.children || VOID.has(tagName));
  return isSame ? node : { ...node, properties, children };
}

/** Whether text may stand in a place; what XML calls white space may stand anywhere. */
function isPlaced(text: string, { parent }: Place, { report }: Reading): boolean {
  if (parent === undefined || !CHILDREN.has(parent) || !/[^ \t\n\r]/.test(text)) return true;
  if (text.trim() !== '')
    report('text', `The text \`${text.trim().slice(0, 40)}\` cannot stand in \`<${parent}>\``, true);
  return false;
}

/** The element's properties without those that are not valid; the same where all are. */
function attributes(node: Element, { parent }: Place, reading: Reading): Properties {
  const { properties, tagName } = node;
  const wrong = Object.keys(properties).filter((name) => {
    const value = properties[name];
    if (name === 'id') return !isNewId(value, reading);
    if (value === undefined || value === null || attributeFits(name, value, tagName, parent)) return false;
    reading.report('attribute', `The attribute \`${name}\` cannot stand on \`<${tagName}>\``);
    return true;
  });
  if (wrong.length === 0) return properties;
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !wrong.includes(name)));
}

function isNewId(id: Properties[string], { ids, report }: Reading): boolean {
  if (!ids.has(id)) {
    ids.add(id);
    return true;
  }
  report('id', `The id \`${String(id)}\` stands twice`);
  return false;
}
