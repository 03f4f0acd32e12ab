import type { Code } from 'mdast';
import { defaultHandlers } from 'mdast-util-to-hast';
import type { NodeHandler } from './handler.js';
import { isNamed, text } from '../elements.js';

/** The name of a language behind a fence: `rust` of `rust,ignore`, `python` of `{.python}`. */
const LANGUAGE = /^\{?\.?([\w+#-]+)/;

/** A block of code, in colours where its language is known. */
export const code: NodeHandler<Code> = (node, { shared, page }, state) => {
  const block = defaultHandlers.code(state, node);
  const [, language] = LANGUAGE.exec(node.lang ?? '') ?? [];
  const coloured = language === undefined ? undefined : shared.colour?.(language, node.value);
  const [inner] = block.children;
  if (!coloured || !isNamed(inner, 'code')) return block;
  page.parts.add('code');
  inner.children = [...coloured, text('\n')];
  return block;
};
