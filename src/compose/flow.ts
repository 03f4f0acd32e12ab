/** One tree of a manuscript as the content of a document. */
import type { ElementContent, Nodes as HastNodes, RootContent } from 'hast';
import { toHast } from 'mdast-util-to-hast';
import { PHRASING } from '../content-model.js';
import { textOf } from '../text/hast.js';
import type { MdastRoot } from '../types.js';
import type { Context } from './context.js';
import { addClass, element, isBlank, isElement, isNamed } from './elements.js';
import { settle } from './html/settle.js';
import { handlersFor } from './nodes/index.js';
import { withFormulas } from './nodes/math.js';
import { joinedLines } from './lines.js';
import { openingClasses } from './opening.js';
import { noteUnbroken } from './unbroken.js';

/** The tree as hast, its raw HTML parsed and sanitised. */
export function flow(tree: MdastRoot, context: Context): ElementContent[] {
  if (!context.keepLines) noteUnbroken(tree.children, context);
  const own: Context = { ...context, formulas: [] };
  const made: HastNodes = toHast(tree, { handlers: handlersFor(own), allowDangerousHtml: true });
  const children: RootContent[] = 'children' in made ? made.children : [];
  return joinedLines(withFormulas(settle(children.filter(isContent), own), own.formulas));
}

const isContent = (node: RootContent): node is ElementContent => node.type !== 'doctype';

/** The inline content of a section's heading, which comes as one paragraph. */
export function inline(tree: MdastRoot, context: Context): ElementContent[] {
  const children = tree.children.flatMap((node) => (node.type === 'paragraph' ? node.children : []));
  const made = flow({ type: 'root', children: [{ type: 'heading', depth: 1, children }] }, context);
  const [first, ...others] = made.filter((node, index) => isElement(node) || index > 0);
  return [...(first && isElement(first) ? first.children : []), ...inLine(others)];
}

/** Blocks as lines: HTML in a heading may end it, and what follows is still of the heading. */
const inLine = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node) =>
    !isElement(node) || PHRASING.has(node.tagName) || node.tagName === 'math'
      ? [node]
      : [...inLine(node.children), element('br')],
  );

/** The blocks of a text, where words that HTML left between them are paragraphs. */
export function paragraphed(nodes: readonly ElementContent[]): ElementContent[] {
  const blocks: ElementContent[] = [];
  let line: ElementContent[] = [];
  const end = (): void => {
    const words = line.findIndex((node) => !isBlank(node) && !isNamed(node, 'br'));
    if (textOf(line).trim() === '') blocks.push(...line);
    else blocks.push(element('p', {}, line.slice(words)));
    line = [];
  };
  for (const node of nodes) {
    if (isElement(node) && !PHRASING.has(node.tagName)) {
      end();
      blocks.push(node);
    } else if (line.length > 0 || !isBlank(node)) line.push(node);
    else blocks.push(node);
  }
  end();
  return blocks;
}

/** Marks the paragraphs that open the text or follow a break or a heading, and how the text begins. */
export function markFirst(children: readonly ElementContent[]): void {
  let opens = true;
  let begins = true;
  for (const node of children) {
    if (isBlank(node)) continue;
    if (isNamed(node, 'hr') || isHeading(node)) opens = true;
    else if (isNamed(node, 'p') && !isOrnament(node.properties.className)) {
      if (opens) addClass(node, 'first');
      if (begins) for (const name of openingClasses(node)) addClass(node, name);
      opens = false;
      begins = false;
    }
  }
}

const isHeading = (node: ElementContent): boolean => isElement(node) && /^h[2-6]$/u.test(node.tagName);

const isOrnament = (className: unknown): boolean =>
  Array.isArray(className) && className.includes('ornament');
