import type { NodeHandler } from './handler.js';
import type { Html } from 'mdast';
import type { Raw } from 'mdast-util-to-hast';

/** Nothing but comments: no reason to call an HTML parser. What it ends early, as `<!-->`, has text after it. */
const COMMENTS = /^(?:\s*<!--(?!-?>)(?:(?!--!?>)[\s\S])*-->)+\s*$/;

/** Raw HTML, kept for `settle` to parse with what stands round it. */
export const html: NodeHandler<Html> = (node) => {
  if (node.value.startsWith('<!--') && COMMENTS.test(node.value)) return undefined;
  const raw: Raw = { type: 'raw', value: node.value };
  if (node.position) raw.position = node.position;
  return raw;
};
