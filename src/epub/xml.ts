/** XML of a stranger's book as elements: names without prefixes, nothing fetched, no entity but XML's own. */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** Without its prefix. */
  name: string;
  /** As they are written, prefix and all: `epub:type`, `opf:role`. */
  attributes: Record<string, string>;
  /** Elements and texts, in order. */
  children: (XmlElement | string)[];
}

/** Deeper than any book's package or navigation goes. */
const DEEPEST = 200;

/**
 * The root element of an XML document.
 *
 * @throws Error where the document is not well-formed or is nested too deep.
 */
export function parseXml(xml: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('error', (cause) => {
    throw cause;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST) throw new Error('elements are nested too deep');
    const element: XmlElement = { name: localName(name), attributes, children: [] };
    (open.at(-1) as XmlElement).children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (text: string): void => {
    (open.at(-1) as XmlElement).children.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(xml).close();
  const root = elementsOf(top)[0];
  if (!root) throw new Error('the document has no element');
  return root;
}

/** A name without its prefix: `creator` of `dc:creator`. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The element children, all or those of a name. */
export const elementsOf = ({ children }: XmlElement, name?: string): XmlElement[] =>
  children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );

/** Every element below one, in document order, all or those of a name. */
export const descendantsOf = (element: XmlElement, name?: string): XmlElement[] =>
  elementsOf(element).flatMap((child) => [
    ...(name === undefined || child.name === name ? [child] : []),
    ...descendantsOf(child, name),
  ]);

/** The text within an element, white space as one space, none at its ends. */
export const textOf = (element: XmlElement): string => rawText(element).replace(/\s+/g, ' ').trim();

const rawText = ({ children }: XmlElement): string =>
  children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('');
