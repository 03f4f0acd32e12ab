/** The first pages of a Project Gutenberg book: its title, who produced it, its contents; and where pictures stood. */
import { headingOf } from '../classify/headings.js';
import { contentsIn, plain } from '../contents.js';
import type { Block, Facts } from '../types.js';

const PRODUCED =
  /^(?:\[?(?:this )?(?:e-?text|e-?book|file|book)\b.{0,40}\b(?:produced|prepared|scanned|transcribed)|produced|prepared|scanned|transcribed|html version)\b.{0,80}\bby\b|^e-?text prepared by|distributed proofread(?:ing|ers)/i;
/** Where the book is to be had in another form, over some lines. */
const OTHER_FORM = /^Note: (?:Project Gutenberg|Images of the original|The original)\b/i;
/** What the Shakespeare of 1994 repeats between its plays. */
const NOTICE = /^<<THIS ELECTRONIC VERSION\b[^>]*>>$/;
/** What the transcriber says of the text, alone or under a label. */
const TRANSCRIBER = /^\[?Transcriber['\u2019]?s?['\u2019]? notes?\b[:.]?/i;
const SOURCE =
  /^This e-?text was (?:produced|prepared|transcribed) from\b[^]{0,600}\b(?:Extensive research|U\.S\. copyright|copyright on this publication)\b/i;
const ILLUSTRATION = /^\[Illustration(?::[^\]]*)?\]?/i;
/** How many blocks of a book may stand before its text. */
const FIRST = 40;

/** The blocks of a book with roles for what is no text of it. */
export function bodyRoles(blocks: readonly Block[], { title, authors = [] }: Facts): Block[] {
  const roles = new Map<Block, NonNullable<Block['role']>>();
  const first = blocks.slice(0, FIRST);
  let isOtherForm = false;
  let isInBook = false;
  for (const block of first) {
    const text = plain(block.text);
    isInBook ||= headingOf(block) !== undefined;
    isOtherForm = OTHER_FORM.test(block.text) || (isOtherForm && block.gap === 0);
    if (isOtherForm || PRODUCED.test(block.text)) roles.set(block, 'furniture');
    else if (title !== undefined && isTitle(text, plain(title), isInBook)) roles.set(block, 'furniture');
    else if (authors.some((name) => text === plain(name) || text === plain(`by ${name}`)))
      roles.set(block, 'author');
    else if (/^by$/i.test(block.text)) roles.set(block, 'furniture');
  }
  const { list, headings } = contentsIn(blocks);
  for (const block of list) roles.set(block, 'furniture');
  for (const block of headings) roles.set(block, 'chapter');
  for (const block of blocks) if (NOTICE.test(block.text)) roles.set(block, 'furniture');
  for (const block of transcribersIn(blocks)) roles.set(block, 'furniture');
  for (const block of illustrationsIn(blocks)) roles.set(block, 'furniture');
  return blocks.map((block) => {
    const role = roles.get(block);
    return role ? { ...block, role } : block;
  });
}

/** A title page may leave a title's second half out; under a chapter's heading that is the chapter's own. */
const isTitle = (text: string, title: string, isInBook: boolean): boolean =>
  text === title || (!isInBook && text.includes(' ') && title.startsWith(`${text} `));

/** Where the text was transcribed from, with the label above it. */
function transcribersIn(blocks: readonly Block[]): Block[] {
  return blocks.filter(({ text }, at) => {
    const label = TRANSCRIBER.exec(text)?.[0];
    const own = label === undefined ? text : text.slice(label.length).trim();
    return SOURCE.test(own === '' ? (blocks[at + 1]?.text ?? '') : own);
  });
}

/** Captions run over lines, to their bracket. */
function illustrationsIn(blocks: readonly Block[]): Block[] {
  let open = 0;
  return blocks.filter(({ text }) => {
    const begins = open === 0 && ILLUSTRATION.test(text);
    if (!begins && open === 0) return false;
    open = text.includes(']') ? 0 : open + 1;
    // A bracket that nothing closes takes no more than a caption with it.
    if (open > 6) open = 0;
    return true;
  });
}
