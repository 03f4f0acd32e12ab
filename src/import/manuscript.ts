/** A story as the text of a manuscript, proved by reading it again. */
import { isFatal } from '../diagnostics.js';
import { isFrontRight, reread, strayPieces, type Reread } from './check.js';
import { lettersOf } from './letters.js';
import { frontMatter, frontValues } from './frontmatter.js';
import { bodyMarkdown, readable, verbatim } from './markdown.js';
import type { Story } from './stories.js';

/** How often a manuscript is written anew before the fault is ours. */
const ATTEMPTS = 3;

/**
 * The manuscript of a story, its chapters' headings at `depth`; nothing where its letters do not come back.
 *
 * Pieces that Markdown reads otherwise than they were meant are written with every mark escaped.
 */
export function manuscriptOf(story: Story, depth: number): string | undefined {
  const plain = new Set<number>();
  let isPlainFront = false;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const frontManner = isPlainFront ? verbatim : readable;
    const manner = (index: number) => (plain.has(index) ? verbatim : readable);
    const text = frontMatter(frontValues(story, frontManner)) + bodyMarkdown(story.body, depth, manner);
    const found = reread(text);
    const stray = strayPieces(story.body, found, manner);
    const isFront = isFrontRight(story, found.front, frontManner);
    if (stray.length === 0 && isFront) return isRight(story, found) ? text : undefined;
    for (const index of stray) plain.add(index);
    isPlainFront ||= !isFront;
  }
  return undefined;
}

const isRight = ({ title }: Story, found: Reread): boolean =>
  !found.messages.some(isFatal) && (title === undefined || lettersOf(title) === lettersOf(found.title ?? ''));
