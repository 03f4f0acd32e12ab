/** The places of a section where words differ, each with the words round it. */
import { PARAGRAPH, wordCount } from './tokens.js';
import type { Block, Passage, Segment, Words } from './types.js';

/** Characters of context on either side, at most. */
const CONTEXT = 60;

/** One passage for what was removed and what was added in one place. */
export function passagesOf(
  segments: readonly Segment[],
  before: readonly Block[],
  after: readonly Block[],
): Passage[] {
  const passages: Passage[] = [];
  const [old, now] = [paragraphIds(before), paragraphIds(after)];
  let [from, to] = [0, 0];
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index] as Segment;
    if (segment.kind === 'removed' || segment.kind === 'added') {
      const next = segments[index + 1];
      const partner = segment.kind === 'removed' && next?.kind === 'added' ? next : undefined;
      const id = (segment.kind === 'added' || partner ? now(to) : undefined) ?? old(from);
      passages.push({
        before: segment.before.trim(),
        after: (partner ?? segment).after.trim(),
        context: {
          left: leftOf(segments[index - 1]?.after),
          right: rightOf(segments[index + (partner ? 2 : 1)]?.after),
        },
        ...(id === undefined ? {} : { id }),
      });
      if (partner) {
        from += segment.before.length;
        to += partner.after.length;
        index += 1;
        continue;
      }
    }
    from += segment.before.length;
    to += segment.after.length;
  }
  return passages;
}

/** The id of the paragraph at an offset; asked in ascending order. */
function paragraphIds(blocks: readonly Block[]): (offset: number) => string | undefined {
  let index = 0;
  let end = lengthOf(blocks[0]);
  return (offset) => {
    while (offset >= end && index < blocks.length - 1) {
      index += 1;
      end += lengthOf(blocks[index]);
    }
    return blocks[index]?.id;
  };
}

const lengthOf = (block: Block | undefined): number => (block?.text.length ?? 0) + PARAGRAPH.length;

/** The end of the text before a change, within its paragraph and from the beginning of a word. */
function leftOf(text = ''): string {
  const paragraph = text.slice(text.lastIndexOf(PARAGRAPH) + 1).replace(/^\n/, '');
  if (paragraph.length <= CONTEXT) return paragraph;
  return `\u2026${paragraph.slice(-CONTEXT).replace(/^\S*\s/, '')}`;
}

function rightOf(text = ''): string {
  const [paragraph = ''] = text.split(PARAGRAPH);
  if (paragraph.length <= CONTEXT) return paragraph;
  return `${paragraph.slice(0, CONTEXT).replace(/\s\S*$/, '')}\u2026`;
}

/** How many words segments add and remove. */
export const wordsOf = (segments: readonly Segment[]): Words => {
  const of = (kind: Segment['kind'], side: 'before' | 'after') =>
    segments.reduce((sum, segment) => sum + (segment.kind === kind ? wordCount(segment[side]) : 0), 0);
  return { added: of('added', 'after'), removed: of('removed', 'before') };
};
