/**
 * Citations as pandoc has them: `[see @lee2020, p. 12; @kim]`, `@lee2020 [p. 12]` in the sentence, `[-@lee2020]` for the
 * year alone. Read in books with a `bibliography` only.
 *
 * @see https://pandoc.org/MANUAL.html#citation-syntax
 */
import type { Nodes, Parents, PhrasingContent, Text } from 'mdast';
import type { Citation, Cite } from '../../types.js';
import { withFound } from '../fast/stretches.js';

/** Whether a text can hold a citation at all. */
export const hasCitation = (text: string): boolean => /@[\p{L}\p{N}_{]/u.test(text);

/** A key, alone or between braces; marks within it, and none at its end. */
const KEY = String.raw`@(?:\{([^{}\s]+)\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*))`;
/** Brackets with a key in them; or a key in the sentence, perhaps with a place in brackets behind it. */
const CITATION = new RegExp(
  String.raw`\[([^[\]]*(?<![\p{L}\p{N}_.])${KEY}[^[\]]*)\](?![[({])|(?<![\p{L}\p{N}_@.\-/\\])${KEY}(?:[ \n]\[([^[\]@]+)\])?`,
  'gu',
);
const ONE = new RegExp(`^([^]*?)(-?)${KEY}([^]*)$`, 'u');

/** Makes nodes of the citations in a tree, in place. */
export function settleCitations(parent: Parents): void {
  // No link stands in a link.
  if (parent.type === 'link' || parent.type === 'linkReference') return;
  parent.children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
    if (child.type === 'text') return citationsIn(child);
    if ('children' in child) settleCitations(child);
    return [child];
  }) as typeof parent.children;
}

const citationsIn = (node: Text): PhrasingContent[] =>
  withFound(node, CITATION, ({ 0: value, 1: inside = '', 4: braced, 5: bare, 6: after = '' }): Citation => {
    const key = braced ?? bare;
    if (key === undefined) return { type: 'citation', value, cites: citesIn(inside) };
    return { type: 'citation', value, cites: [{ key, before: '', after }], inSentence: true };
  });

/** What stands between brackets, source by source; words without a key belong to the source before them. */
function citesIn(inside: string): Cite[] {
  const cites: Cite[] = [];
  for (const part of inside.split(';')) {
    const [, before = '', minus, braced, bare, after = ''] = ONE.exec(part) ?? [];
    const key = braced ?? bare;
    const last = cites.at(-1);
    if (key !== undefined)
      cites.push({
        key,
        before: tidy(before),
        after: tidy(after.replace(/^\s*,/, '')),
        ...(minus === '' ? {} : { yearOnly: true }),
      });
    else if (last) last.after = `${last.after}; ${tidy(part)}`;
  }
  return cites;
}

/** Without space round it; a hyphen in a range of numbers is an en dash. */
const tidy = (words: string): string =>
  words
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\d)-{1,2}(?=\d)/g, '\u2013');
