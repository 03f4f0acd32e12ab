/** A story as the text of a manuscript, proved by reading it again. */
import { fatal, isFatal, type Result } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import { isFrontRight, reread, strayPieces, type Reread } from './check.js';
import { lettersOf } from './letters.js';
import { frontMatter, frontValues } from './frontmatter.js';
import { bodyMarkdown, readable, verbatim } from './markdown.js';
import type { Story } from './stories.js';

/** How often a manuscript is written anew before the fault is ours. */
const ATTEMPTS = 3;

/**
 * The manuscript of a story, its chapters' headings at `depth`; nothing where its letters do not come back, with
 * a message where that is because the parser has a bound that the story goes beyond.
 *
 * Pieces that Markdown reads otherwise than they were meant are written with every mark escaped.
 */
export function manuscriptOf(story: Story, depth: number): Result<string | undefined> {
  const plain = new Set<number>();
  let isPlainFront = false;
  let beyond: Message | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const frontManner = isPlainFront ? verbatim : readable;
    const manner = (index: number) => (plain.has(index) ? verbatim : readable);
    const text = frontMatter(frontValues(story, frontManner)) + bodyMarkdown(story.body, depth, manner);
    const found = reread(text);
    const stray = strayPieces(story.body, found, manner);
    const isFront = isFrontRight(story, found.front, frontManner);
    beyond ??= found.messages.find(isBound);
    if (stray.length === 0 && isFront)
      return { value: isRight(story, found) ? text : undefined, messages: [] };
    const marked = stray.filter((index) => !plain.has(index) && !story.body[index]?.content);
    // What comes of markup is written in one way only: without a change it would fail again.
    if (marked.length === 0 && (isFront || isPlainFront)) break;
    for (const index of marked) plain.add(index);
    isPlainFront ||= !isFront;
  }
  return { value: undefined, messages: beyond ? [tooLarge(beyond)] : [] };
}

const isBound = (message: Message): boolean => isFatal(message) && message.id.startsWith('limits:');

/** What is beyond a bound, in the parser's words; its place is one in a manuscript that is not written. */
const tooLarge = ({ reason, hint }: Message): Message =>
  fatal('import:too-large', reason, hint === undefined ? {} : { hint });

const isRight = ({ title }: Story, found: Reread): boolean =>
  !found.messages.some(isFatal) && (title === undefined || lettersOf(title) === lettersOf(found.title ?? ''));
