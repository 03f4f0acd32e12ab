/** A story as the text of a manuscript, proved by reading it again. */
import { fatal, isFatal, warning, type Result } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import { isFrontRight, reread, strayPieces, type Reread } from './check.js';
import { lettersOf } from './letters.js';
import { frontMatter, frontValues } from './frontmatter.js';
import { bare, bodyMarkdown, MANNERS, readable, verbatim } from './markdown.js';
import { proofOf } from './plain.js';
import type { Piece } from './piece.js';
import type { Story } from './stories.js';

/** How often a manuscript is written anew before the fault is ours, and as often again for each piece beyond a bound. */
const ATTEMPTS = MANNERS.length;
const MOST_BEYOND = 20;

/**
 * The manuscript of a story, its chapters' headings at `depth`, with a message for each piece whose markup could not be
 * kept; nothing where its letters do not come back, with a message where that is for a bound of the parser.
 *
 * Pieces that Markdown reads otherwise than they were meant are written with every mark escaped, at last as letters.
 */
export function manuscriptOf(story: Story, depth: number): Result<string | undefined> {
  // How many manners did not serve, by piece.
  const failed = new Map<number, number>();
  const beyond = new Map<number, Message>();
  let isPlainFront = false;
  for (let attempt = 0; attempt < ATTEMPTS + beyond.size; attempt += 1) {
    const frontManner = isPlainFront ? verbatim : readable;
    const manner = (index: number) => MANNERS[failed.get(index) ?? 0] ?? bare;
    const front = frontMatter(frontValues(story, frontManner));
    const blocks = bodyMarkdown(story.body, depth, manner);
    const text = `${front}${blocks.join('\n\n')}\n`;
    const proof = proofOf(blocks);
    const read = reread(`${front}${proof.blocks.join('\n\n')}\n`);
    const found = { ...read, blocks: proof.whole(read.blocks) };
    const bound = found.messages.find(isBound);
    if (bound) {
      const line = (bound.place?.line ?? 1) - front.split('\n').length;
      const at = proof.firsts[pieceAt(line, proof.blocks)] ?? -1;
      if (beyond.has(at) || beyond.size === MOST_BEYOND || manner(at) === bare)
        return { value: undefined, messages: [tooLarge(bound)] };
      beyond.set(at, bound);
      failed.set(at, ATTEMPTS - 1);
      continue;
    }
    const stray = strayPieces(story.body, found, manner);
    const isFront = isFrontRight(story, found.front, frontManner);
    if (stray.length === 0 && isFront) {
      if (!isRight(story, found)) break;
      return {
        value: text,
        messages: story.body.flatMap((one, at) => (manner(at) === bare ? plain(one) : [])),
      };
    }
    for (const index of stray) failed.set(index, (failed.get(index) ?? 0) + 1);
    isPlainFront ||= !isFront;
  }
  return { value: undefined, messages: [] };
}

/** The piece on a line of the blocks, from 0. */
function pieceAt(line: number, blocks: readonly string[]): number {
  let next = 0;
  return blocks.findIndex((block) => (next += block.split('\n').length + 1) > line);
}

const isBound = (message: Message): boolean => isFatal(message) && message.id.startsWith('limits:');

/** What is beyond a bound, in the parser's words; its place is one in a manuscript that is not written. */
const tooLarge = ({ reason, hint }: Message): Message =>
  fatal('import:too-large', reason, hint === undefined ? {} : { hint });

const plain = ({ content, line }: Piece): Message[] =>
  content === undefined
    ? []
    : [
        warning('import:markup', 'Only the text of this paragraph was imported, without its markup', {
          place: { line, column: 1 },
          hint: 'It has more marks than a manuscript can hold, or marks that Markdown cannot express. Set its italics by hand.',
        }),
      ];

const isRight = ({ title }: Story, found: Reread): boolean =>
  !found.messages.some(isFatal) && (title === undefined || lettersOf(title) === lettersOf(found.title ?? ''));
