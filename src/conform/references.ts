/** What refers to a place: links that lead to a document or an id of the book, and attributes that name an id. */
import type { ElementContent, Properties, RootContent } from 'hast';
import { keptWith } from '../memo.js';
import type { ContentDocument, HastRoot, Heading } from '../types.js';
import { mapped } from './mapped.js';
import type { Finding } from './nodes.js';

/** Where each id of a document stands, counted from its beginning, by the document's path in the book. */
export type Ids = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The ids of a body in their order. */
export function idsIn(nodes: readonly RootContent[]): Map<string, number> {
  const ids = new Map<string, number>();
  const look = (node: RootContent): void => {
    if (node.type !== 'element') return;
    const { id } = node.properties;
    if (typeof id === 'string') ids.set(id, ids.size);
    node.children.forEach(look);
  };
  nodes.forEach(look);
  return ids;
}

/** Whether an address in a document at `from` leads out of the book, or to a place that is in it. */
export function leadsSomewhere(href: string, from: string, ids: Ids): boolean {
  if (/^(?:https?|mailto|tel):/.test(href)) return true;
  const [path = '', id] = addressOf(href, from).split('#');
  const there = ids.get(path);
  return there !== undefined && (id === undefined || there.has(id));
}

/** What a body refers to: names of attributes and their values. */
function referencesIn(nodes: readonly RootContent[]): [name: string, value: Properties[string]][] {
  const found: [string, Properties[string]][] = [];
  const look = (node: RootContent): void => {
    if (node.type !== 'element') return;
    for (const name in node.properties)
      if (name === 'href' || IDS.has(name)) found.push([name, node.properties[name]]);
    node.children.forEach(look);
  };
  nodes.forEach(look);
  return found;
}

/** An address in a document at `from` as one in the book. */
function addressOf(href: string, from: string): string {
  if (href.startsWith('#')) return from + href;
  // The texts stand in one folder: nothing leads further out.
  return href.startsWith('../') ? href.slice(3) : from.slice(0, from.lastIndexOf('/') + 1) + href;
}

/** What a reference is held against. */
export interface Known {
  ids: Ids;
  /** Addresses that a manuscript may name, and what stood there was left out. */
  leftOut: ReadonlySet<string>;
  findings: Finding[];
}

/** A document's body without links and attributes that lead nowhere; the same where each leads somewhere. */
export function withoutDead(
  body: HastRoot,
  { href: from, path }: Pick<ContentDocument, 'href' | 'path'>,
  { ids, leftOut, findings }: Known,
): HastRoot {
  const own = ids.get(from);
  const report = (name: string, value: string) => {
    findings.push(
      name === 'href' && leftOut.has(addressOf(value, from))
        ? { id: 'dead', reason: `The link to \`${value}\` leads nowhere in this book`, place: path }
        : { id: 'link', reason: `The \`${name}\` \`${value}\` leads nowhere in the book`, place: from },
    );
  };
  const isDead = (name: string, value: Properties[string]): boolean => {
    if (name === 'href') return typeof value === 'string' && !leadsSomewhere(value, from, ids);
    return IDS.has(name) && [value].flat().some((id) => typeof id === 'string' && own?.has(id) !== true);
  };
  const references = keptWith('references', body, [], () => referencesIn(body.children));
  if (!references.some(([name, value]) => isDead(name, value))) return body;
  const alive = (node: ElementContent): ElementContent | ElementContent[] => {
    if (node.type !== 'element') return node;
    const children = mapped(node.children, alive);
    const dead = Object.keys(node.properties).filter((name) => isDead(name, node.properties[name]));
    if (dead.length === 0) return children === node.children ? node : { ...node, children };
    for (const name of dead) report(name, String(node.properties[name]));
    const names = new Set(dead);
    const kept = Object.entries(node.properties).filter(([name]) => !names.has(name));
    // A role says of a link what it leads to.
    const properties = names.has('href') ? kept.filter(([name]) => !LINK.has(name)) : kept;
    // A way back from a note says nothing of its own.
    if (names.has('href') && node.properties.role === 'doc-backlink') return [];
    if (names.has('href') && properties.every(([name]) => name === 'title')) return children;
    return { ...node, properties: Object.fromEntries(properties), children };
  };
  const children = mapped(body.children as ElementContent[], alive);
  return children === body.children ? body : { ...body, children };
}

const IDS = new Set(['ariaLabelledBy', 'ariaDescribedBy', 'ariaOwns', 'ariaControls', 'headers']);
const LINK = new Set(['role', 'epub:type', 'ariaLabel']);

/** The headings of a document that stand in it: one names the document, the others may be in the contents. */
export function printedHeadings({ headings, href }: ContentDocument, ids: Ids): Heading[] {
  const own = ids.get(href);
  const printed = headings.filter(({ id }) => own?.has(id));
  return printed.length === headings.length ? headings : printed;
}
