/**
 * Attributes behind the definition of an image's address, as MultiMarkdown, Ulysses, Scrivener and pandoc have them:
 * `[map]: map.png "A map" width=40px` and `[map]: map.png {#map .wide}`.
 */
import type { Nodes, Root } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Attributes } from '../../types.js';
import { readAttributes } from './attributes.js';

const PAIR = String.raw`[\w-]+=(?:"[^"\n]*"|[^\s"{}]+)`;
const DEFINED = new RegExp(
  String.raw`^( {0,3}\[([^\^\]\n][^\]\n]*)\]:[ \t]+(?:<[^<>\n]+>|\S+)(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?)([ \t]+(?:\{[^{}\n]+\}|${PAIR}(?:[ \t]+${PAIR})*))[ \t]*$`,
  'gm',
);

/** Whether a text can hold one at all. */
export const hasDefinitionAttributes = (text: string): boolean =>
  /^ {0,3}\[[^^\]\n][^\]\n]*\]:[^\n]*[}=]/m.test(text);

/** The text with spaces in place of such attributes, so that no place moves, and the attributes by label. */
export function takeDefinitionAttributes(text: string): { text: string; taken: Map<string, Attributes> } {
  const taken = new Map<string, Attributes>();
  const rest = text.replaceAll(DEFINED, (_, defined: string, label: string, attributes: string) => {
    taken.set(normalizeIdentifier(label), readAttributes(attributes));
    return defined + ' '.repeat(attributes.length);
  });
  return { text: rest, taken };
}

/** Gives them to the images that refer to the definitions, in place. */
export function giveDefinitionAttributes(node: Root | Nodes, taken: ReadonlyMap<string, Attributes>): void {
  if (node.type === 'imageReference') {
    const attributes = taken.get(normalizeIdentifier(node.label ?? node.identifier));
    if (attributes) node.data = { ...node.data, attributes: { ...attributes, ...node.data?.attributes } };
  } else if ('children' in node) for (const child of node.children) giveDefinitionAttributes(child, taken);
}
