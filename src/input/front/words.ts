/** The values of YAML as an author typed them: where text is expected, `True`, `No` and `Null` are words. */
import { isMap, isPair, isScalar, isSeq, type Node } from 'yaml';

/** A node's value with each scalar as the text that it is typed as; `~` and nothing at all stay nothing. */
export function wordsOf(node: Node | null): unknown {
  if (isSeq(node)) return node.items.map((item) => wordsOf(item as Node | null));
  if (isMap(node))
    return Object.fromEntries(
      node.items.flatMap((pair) =>
        isPair(pair) && isScalar(pair.key)
          ? [[String(pair.key.value), wordsOf(pair.value as Node | null)] as const]
          : [],
      ),
    );
  if (!isScalar(node)) return undefined;
  if (typeof node.value !== 'boolean' && node.value !== null) return node.value;
  return node.source === undefined || /^~?$/.test(node.source) ? null : node.source;
}
