/** A page after a plugin, as a book may hold it: what runs, loads or is unknown goes, drawings become files. */
import type { Element, ElementContent, Nodes, Properties, RootContent } from 'hast';
import { find, svg as svgSchema } from 'property-information';
import { FLOW, PARTS, PHRASING, REMOVED } from '../content-model.js';
import { embeddedBytes } from '../compose/images/embedded.js';
import { readHtml } from '../compose/html/read-html.js';
import { attributeFits } from '../conform/attributes.js';
import { escaped } from '../text/markup.js';
import type { HastRoot } from '../types.js';
import { addressOf, attributeName } from './tags.js';

/** What a page may show and hold. */
export interface Vetting {
  /** Formulas and drawings that Octavo made, printed. */
  own: ReadonlySet<string>;
  /** A picture of the book by its address in the page. */
  isPicture: (src: string) => boolean;
  /** Takes bytes of a picture: its address in the page and its size, or nothing where it is none. */
  take: (bytes: Uint8Array) => Promise<Properties | undefined>;
  /** Hears of what is left out: `<script>`, `onclick`. */
  leave: (what: string) => void;
}

/** What of a page only its own part can make: https://www.w3.org/TR/epub-33/#sec-xhtml-svg */
export function ownDrawings(body: HastRoot): Set<string> {
  const own = new Set<string>();
  const look = (node: RootContent): void => {
    if (node.type !== 'element') return;
    if (isDrawing(node)) own.add(printed(node));
    else node.children.forEach(look);
  };
  body.children.forEach(look);
  return own;
}

const isDrawing = ({ tagName }: Element): boolean => tagName === 'svg' || tagName === 'math';

/** The page without what no book holds. */
export async function vetted(body: HastRoot, vetting: Vetting): Promise<HastRoot> {
  const hasRaw = JSON.stringify(body).includes('"type":"raw"');
  const tree = hasRaw ? (readHtml(body) as HastRoot) : body;
  return { ...body, children: await all(tree.children, undefined, vetting) };
}

async function all(
  nodes: readonly RootContent[],
  parent: string | undefined,
  vetting: Vetting,
): Promise<ElementContent[]> {
  const made: ElementContent[] = [];
  for (const node of nodes) made.push(...(await one(node, parent, vetting)));
  return made;
}

async function one(
  node: RootContent,
  parent: string | undefined,
  vetting: Vetting,
): Promise<ElementContent[]> {
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type !== 'element') return [];
  const { tagName, properties, children } = node;
  if (isDrawing(node) && vetting.own.has(printed(node))) return [node];
  if (tagName === 'svg') return drawn(node, vetting);
  if (tagName !== 'img' && REMOVED.has(tagName)) {
    vetting.leave(`<${tagName}>`);
    return [];
  }
  if (![PHRASING, FLOW, PARTS].some((known) => known.has(tagName))) {
    vetting.leave(`<${tagName}>`);
    return all(children, parent, vetting);
  }
  if (tagName === 'img') return shown(node, parent, vetting);
  const kept = { ...node, properties: fitting(properties, tagName, parent, vetting) };
  return [{ ...kept, children: await all(children, tagName, vetting) }];
}

/** The attributes that may stand there. */
function fitting(
  properties: Properties,
  tagName: string,
  parent: string | undefined,
  { leave }: Vetting,
): Properties {
  return Object.fromEntries(
    Object.entries(properties).filter(([name, value]) => {
      if (value === undefined || value === null || value === false) return false;
      if (name === 'id' || fits(name, value, tagName, parent)) return true;
      leave(name === 'href' ? String(value).slice(0, 40) : attributeName(name));
      return false;
    }),
  );
}

/** A scheme that runs something, or means a file of the reader's. */
const SCHEME = /^\s*(?!https?:|mailto:|tel:)[a-z][a-z\d+.-]*:/i;

const fits = (
  name: string,
  value: NonNullable<Properties[string]>,
  tagName: string,
  parent: string | undefined,
): boolean => attributeFits(name, value, tagName, parent) && !(name === 'href' && SCHEME.test(String(value)));

/** A picture: of the book, or in its own address; its text where it is neither. */
async function shown(node: Element, parent: string | undefined, vetting: Vetting): Promise<ElementContent[]> {
  const { src, ...others } = node.properties;
  const properties = fitting(others, 'img', parent, vetting);
  const alt = typeof properties.alt === 'string' ? properties.alt : '';
  const address = typeof src === 'string' ? src : '';
  if (vetting.isPicture(address))
    return [{ ...node, properties: { src: address, ...properties, alt }, children: [] }];
  const bytes = embeddedBytes(address);
  const taken = bytes && (await vetting.take(bytes));
  if (taken) return [{ ...node, properties: { ...taken, ...properties, alt }, children: [] }];
  vetting.leave(`<img src="${address.slice(0, 40)}">`);
  return alt === '' ? [] : [{ type: 'text', value: alt }];
}

/** A drawing as a picture. */
async function drawn(node: Element, vetting: Vetting): Promise<ElementContent[]> {
  const bytes = embeddedBytes(addressOf(printed(node)));
  const taken = bytes && (await vetting.take(bytes));
  if (!taken) {
    vetting.leave('<svg>');
    return [];
  }
  const label = node.properties.ariaLabel ?? node.properties['aria-label'] ?? titleOf(node);
  const alt = typeof label === 'string' ? label : '';
  return [{ type: 'element', tagName: 'img', properties: { ...taken, alt }, children: [] }];
}

function titleOf({ children }: Element): string | undefined {
  for (const child of children)
    if (child.type === 'element' && child.tagName === 'title')
      return child.children.map((text) => ('value' in text ? text.value : '')).join('');
  return undefined;
}

/** A node as XML, its attributes by their names in SVG. */
function printed(node: Nodes): string {
  if (node.type === 'text') return escaped(node.value);
  if (node.type !== 'element') return '';
  const attributes = Object.entries(node.properties).flatMap(([key, value]) => {
    if (value === undefined || value === null || value === false) return [];
    const text = value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value);
    return [` ${find(svgSchema, key).attribute}="${escaped(text)}"`];
  });
  return `<${node.tagName}${attributes.join('')}>${node.children.map(printed).join('')}</${node.tagName}>`;
}
