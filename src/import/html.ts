/** Web pages: downloads of the Archive of Our Own, saved pages of any site, exports of word processors. */
import { fatal } from '../diagnostics.js';
import { nameBeside } from './beside.js';
import { decodeMarkup } from './encoding.js';
import { gutenbergBook } from './gutenberg/markup.js';
import { withChapters } from './markup/chapters.js';
import { parseHtml, sizeProblem } from './markup/html.js';
import { readPage } from './markup/page.js';
import { sheetsOf } from './markup/styles.js';
import { formOf, outlineWork } from './pages/ao3.js';
import { workFacts } from './pages/ao3-facts.js';
import { pageFacts } from './pages/facts.js';
import { forumThread } from './pages/forum.js';
import { outlinePage } from './pages/story.js';
import type { Extract, ImportReader, Source } from './types.js';
import type { Message } from '../types.js';

const FORMAT = 'html';
const NAME = /\.(html?|xhtml|xht|shtml)$/i;
/** How a page begins; a text may begin with any other tag. */
const BEGINS = /^[\s\uFEFF]*(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,2000}?-->\s*)*<(!doctype\s+html|html[\s>])/i;

export const nothing = (format: string, messages: Message[]): Extract => ({
  format,
  facts: {},
  blocks: [],
  pictures: [],
  messages,
});

/** Reads a web page. */
export const html: ImportReader = {
  format: FORMAT,
  recognises: ({ name, bytes }) =>
    BEGINS.test(new TextDecoder('latin1').decode(bytes.subarray(0, 4096))) || NAME.test(name),
  read: async (source) => readHtml(source),
};

function readHtml({ path, bytes, beside }: Source): Extract {
  const tooLarge = sizeProblem(bytes.length, path);
  if (tooLarge) return nothing(FORMAT, [tooLarge]);
  const { value: root, messages } = parseHtml(decodeMarkup(bytes), path);
  if (!root) return nothing(FORMAT, messages);
  const isWork = formOf(root) !== undefined;
  const forum = isWork ? undefined : forumThread(root);
  const facts = isWork ? workFacts(root) : { ...pageFacts(root), ...forum?.facts };
  const page = readPage(root, {
    path,
    sheets: sheetsOf(root),
    find: (address) => beside?.get(nameBeside(address)),
    outline: isWork ? outlineWork : forum ? () => forum.outline : (tree) => outlinePage(tree, facts),
  });
  if (page.blocks.length === 0) {
    const hint =
      'Open it in a browser: if that shows no text either, save the page again as "Web page, complete".';
    return nothing(FORMAT, [fatal('import:empty', 'This page has no text', { path, hint })]);
  }
  const book = gutenbergBook(page.blocks);
  if (book) {
    const known = { ...facts, ...book.facts };
    return { format: FORMAT, ...page, facts: known, blocks: withChapters(book.blocks, known.title) };
  }
  return {
    format: FORMAT,
    facts,
    ...page,
    blocks: isWork ? page.blocks : withChapters(page.blocks, facts.title),
  };
}
