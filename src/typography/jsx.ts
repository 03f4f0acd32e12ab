/** The elements of MDX as far as typography has to know them: whose text is code, and what language one says it is in. */
import type { Nodes } from 'mdast';

/** Elements whose text is not prose. */
export const CODE_ELEMENTS: ReadonlySet<string> = new Set(
  'code pre kbd samp var script style math svg tt textarea'.split(' '),
);

interface Jsx {
  type: string;
  name: string | null;
  attributes: readonly { type: string; name?: string; value?: unknown }[];
  children: readonly Nodes[];
}

/** Whether a node is an element of MDX. */
export const isJsx = (node: Nodes | Jsx): node is Jsx => /^mdxJsx(?:Flow|Text)Element$/.test(node.type);

/** Whether a node is an element of MDX that holds code: `<kbd>`. */
export const isCodeElement = (node: Nodes): boolean => isJsx(node) && CODE_ELEMENTS.has(node.name ?? '');

/** The `lang` attribute of an element of MDX, where it is a plain text. */
export function jsxLanguage(node: Nodes): string | undefined {
  if (!isJsx(node)) return undefined;
  const lang = node.attributes.find(({ type, name }) => type === 'mdxJsxAttribute' && name === 'lang');
  return typeof lang?.value === 'string' ? lang.value : undefined;
}
