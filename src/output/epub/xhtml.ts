/** hast → XHTML: well-formed for every tree, or thrown. */
import type { Nodes, Properties } from 'hast';
import { find, html, svg, type Schema } from 'property-information';
import type { HastRoot } from '../../types.js';

const NAMESPACES: Record<string, string> = {
  svg: 'http://www.w3.org/2000/svg',
  math: 'http://www.w3.org/1998/Math/MathML',
};

/** Elements that XHTML writes as `<br/>`; all others keep an end tag, as HTML parsers in readers need. */
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/** What no XML document may hold, escaped or not: https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** All of these, and more: half of a pair may be right. One class is looked for in a tenth of the time. */
const SUSPECT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** A qualified name, in the ASCII part of https://www.w3.org/TR/xml-names/#NT-QName. */
const NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;

const TEXT: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const VALUE: Record<string, string> = { ...TEXT, '"': '&quot;', '\t': '&#x9;', '\n': '&#xA;', '\r': '&#xD;' };

/** Text as XML takes it: every line end but LF stands as a reference, so that no parser changes it. */
export const escapeText = (value: string): string =>
  value.replace(/[&<>\r]/g, (mark) => TEXT[mark] ?? '&#xD;');
/** The value of an attribute as XML takes it between double quotes. */
export const escapeValue = (value: string): string =>
  value.replace(/[&<>"\t\n\r]/g, (mark) => VALUE[mark] ?? mark);

/**
 * The content of a hast root as a fragment of XHTML, for a document that declares the XHTML namespace and
 * `epub`. Comments and characters that XML forbids are left out; throws on a name that is none in XML and on a
 * node that is neither element nor text.
 */
export function toXhtml(tree: HastRoot): string {
  const out: string[] = [];
  for (const child of tree.children) print(child, html, out);
  const xhtml = out.join('');
  return SUSPECT.test(xhtml) ? xhtml.replace(FORBIDDEN, '') : xhtml;
}

function print(node: Nodes, schema: Schema, out: string[]): void {
  if (node.type === 'text') out.push(escapeText(node.value));
  else if (node.type === 'element') {
    const inner = node.tagName === 'svg' ? svg : schema;
    const name = checked(node.tagName);
    out.push('<', name, attributes(node.tagName, node.properties, inner));
    if (node.children.length === 0 && (inner === svg || VOID.has(name))) {
      out.push('/>');
      return;
    }
    out.push('>');
    const content = inner === svg && node.tagName === 'foreignObject' ? html : inner;
    for (const child of node.children) print(child, content, out);
    out.push('</', name, '>');
  } else if (node.type !== 'comment')
    throw new TypeError(`Unexpected \`${node.type}\`, expected an element or text`);
}

function attributes(tagName: string, properties: Properties, schema: Schema): string {
  const namespace = NAMESPACES[tagName];
  let result = namespace === undefined || 'xmlns' in properties ? '' : ` xmlns="${namespace}"`;
  for (const [property, value] of Object.entries(properties)) {
    const { name, separator, flag } = attribute(property, schema);
    const text = valueOf(value, separator, flag);
    if (text !== undefined) result += ` ${name}="${escapeValue(text)}"`;
  }
  return result;
}

interface Attribute {
  name: string;
  separator: string;
  /** True for a boolean attribute, which stands for itself: `hidden=""`. */
  flag: boolean;
}

const KNOWN = new Map<Schema, Map<string, Attribute>>([
  [html, new Map()],
  [svg, new Map()],
]);

/** What a hast property is called in XHTML. A name with a colon, `epub:type`, is written as it stands. */
function attribute(property: string, schema: Schema): Attribute {
  const known = KNOWN.get(schema)?.get(property);
  if (known) return known;
  const info = find(schema, property);
  const made = {
    name: checked(info.attribute),
    separator: info.commaSeparated ? ', ' : ' ',
    flag: info.boolean,
  };
  // Only names of the specifications are kept: those that an author can make up have no bound.
  if (info.space !== undefined || property.startsWith('epub:')) KNOWN.get(schema)?.set(property, made);
  return made;
}

function valueOf(value: Properties[string], separator: string, flag: boolean): string | undefined {
  if (value === null || value === undefined || value === false || Number.isNaN(value)) return undefined;
  if (flag) return value ? '' : undefined;
  if (value === true) return '';
  return Array.isArray(value) ? value.join(separator) : String(value);
}

function checked(name: string): string {
  if (!NAME.test(name)) throw new TypeError(`XML does not allow the name \`${name}\``);
  return name;
}
