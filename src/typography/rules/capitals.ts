/** capitals: words in all capitals, set in small capitals by class; their text stays. */
import type { Nodes, PhrasingContent, Text } from 'mdast';

export const CAPITALS = 'capitals';

/** Three capitals or more; a single one, or a numeral such as `XIV` of two, stays as it is. */
const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}(?:[\p{Lu}'\u2019&-]*\p{Lu}){2,}(?![\p{L}\p{N}])/gu;

/** An inline node that turns into `<span class="small-caps">`. */
const smallCapitals = (value: string): PhrasingContent => ({
  type: 'emphasis',
  data: { hName: 'span', hProperties: { className: ['small-caps'] } },
  children: [{ type: 'text', value }],
});

/** A text node's content with its capitals wrapped; undefined where it has none. */
export function wrapCapitals({ value }: Text): PhrasingContent[] | undefined {
  const parts: PhrasingContent[] = [];
  let done = 0;
  for (const { 0: word, index } of value.matchAll(CAPITALISED)) {
    if (index > done) parts.push({ type: 'text', value: value.slice(done, index) });
    parts.push(smallCapitals(word));
    done = index + word.length;
  }
  if (done === 0) return undefined;
  if (done < value.length) parts.push({ type: 'text', value: value.slice(done) });
  return parts;
}

/** A parent whose capitals are wrapped already. */
export const isSmallCapitals = (node: Nodes): boolean =>
  JSON.stringify((node.data as { hProperties?: unknown } | undefined)?.hProperties) ===
  '{"className":["small-caps"]}';
