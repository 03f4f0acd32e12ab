/** XHTML to hast: as XML where it is well-formed, so that `<a id="p1"/>` holds nothing, else as the HTML that it nearly is. */
import { characterEntities } from 'character-entities';
import type { Element, Root } from 'hast';
import { find, html } from 'property-information';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Result } from '../../diagnostics.js';
import { DEEPEST, fullBudget, parseHtml, spend, type Budget } from './html.js';

/** The document as a tree, taken from the budget; nothing, with a fatal message, where it goes beyond the bounds. */
export const parseXhtml = (text: string, path: string, budget = fullBudget()): Result<Root | undefined> => {
  const left = { ...budget };
  const root = parseXml(text, left);
  if (!root) return parseHtml(text, path, budget);
  Object.assign(budget, left);
  return { value: root, messages: [] };
};

/** Thrown out of the parser and caught here: a document that is no XML, or none of a sane size. */
class NoXml extends Error {}

function parseXml(text: string, budget: Budget): Root | undefined {
  const root: Root = { type: 'root', children: [] };
  const open: (Element | Root)[] = [root];
  const parser = new SaxesParser();
  // Those of XHTML's document types; their values are text, which is not read again.
  parser.ENTITIES = { ...parser.ENTITIES, ...characterEntities };
  parser.on('error', (cause) => {
    throw new NoXml(cause.message);
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const tagName = name.replace(/^\w+:/, '').toLowerCase();
    if (open.length > DEEPEST || spend(budget, tagName)) throw new NoXml('size');
    const point = { line: parser.line, column: parser.column + 1 };
    const element: Element = {
      type: 'element',
      tagName,
      properties: propertiesOf(attributes),
      children: [],
      position: { start: point, end: point },
    };
    (open.at(-1) as Root).children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const add = (value: string): void => {
    if (open.length > 1) (open.at(-1) as Root).children.push({ type: 'text', value });
  };
  parser.on('text', add);
  parser.on('cdata', add);
  try {
    parser.write(text).close();
    return root;
  } catch (cause) {
    if (cause instanceof NoXml) return undefined;
    throw cause;
  }
}

const propertiesOf = (attributes: Record<string, string>): Element['properties'] =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      const { property } = find(html, name);
      return [property, property === 'className' ? value.split(/\s+/).filter((part) => part !== '') : value];
    }),
  );
