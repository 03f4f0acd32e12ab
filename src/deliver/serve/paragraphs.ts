/** A book's description as plain paragraphs: many are HTML, and none of a stranger's markup is passed on. */
import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'p div br li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre table tr section article hr'.split(' '),
);
/** Elements whose text is not meant for the reader. */
const HIDDEN = new Set(['script', 'style', 'template', 'title']);
/** A text with more elements is no description; the parser takes them one within the other only so deep. */
const MOST_ELEMENTS = 400;

const MARKUP = /<[a-z/!]|&(?:#|[a-z])/iu;
const BREAK = '\n\n';

const parser = unified().use(rehypeParse, { fragment: true });

/** The paragraphs of a text that may be HTML; white space is single spaces. */
export function paragraphsOf(text: string): string[] {
  if (text.split('<').length > MOST_ELEMENTS) return [];
  const plain = MARKUP.test(text) ? textOf(parser.parse(text)) : text;
  return plain
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.replaceAll(/\s+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value.replaceAll('\n', ' ');
  if (!('children' in node)) return '';
  if (node.type === 'element' && HIDDEN.has(node.tagName)) return '';
  const text = node.children.map(textOf).join('');
  return node.type === 'element' && BLOCKS.has(node.tagName) ? BREAK + text + BREAK : text;
}
