/** Footnotes of plain texts: `[1]` in a paragraph, and `[Footnote 1: …]` or `[1] …` on its own further on. */
import type { PhrasingContent } from 'mdast';
import { spansOf } from '../write/inline.js';
import type { Block } from '../types.js';

const NOTE = /^\[(?:Footnote|Note) ([\dA-Z*]{1,4})[:.]\s*|^\[(\d{1,4}|[A-Z])\]\s+(?=\S)/;
const MARK = /\[(\d{1,4}|[A-Z*])\]/g;
const FOOTNOTES = /^footnotes?:?$/i;

interface Note {
  id: string;
  /** Blocks that it runs over. */
  blocks: Block[];
  texts: string[];
}

/** Blocks with the footnotes after what refers to them; a note that nothing refers to stays where it is. */
export function withFootnotes(blocks: readonly Block[]): Block[] {
  const notes = notesIn(blocks);
  if (notes.length === 0) return [...blocks];
  const at = new Map(blocks.map((block, index) => [block, index]));
  const gone = new Set<Block>();
  const marks = marksIn(blocks, new Set(notes.flatMap((note) => note.blocks)));
  const found = new Map<Block, { mark: Mark; note: Note; label: string }[]>();
  let count = 0;
  for (const note of notes) {
    const place = at.get(note.blocks[0] as Block) ?? 0;
    const mark = marks.findLast((one) => !one.taken && one.id === note.id && one.index < place);
    if (!mark) continue;
    mark.taken = true;
    count += 1;
    for (const block of note.blocks) gone.add(block);
    found.set(mark.block, [...(found.get(mark.block) ?? []), { mark, note, label: String(count) }]);
  }
  return blocks.flatMap((block, index) => {
    if (gone.has(block)) return [];
    const here = found.get(block);
    if (here) return [referring(block, here), ...here.map(({ note, label }) => definition(note, label))];
    const next = blocks[index + 1];
    return FOOTNOTES.test(block.text) && next && gone.has(next)
      ? [{ ...block, role: 'furniture' as const }]
      : [block];
  });
}

interface Mark {
  id: string;
  block: Block;
  index: number;
  start: number;
  end: number;
  taken: boolean;
}

const marksIn = (blocks: readonly Block[], notes: ReadonlySet<Block>): Mark[] =>
  blocks.flatMap((block, index) =>
    block.role !== undefined || notes.has(block)
      ? []
      : [...block.text.matchAll(MARK)].map((found) => ({
          id: found[1] ?? '',
          block,
          index,
          start: found.index,
          end: found.index + found[0].length,
          taken: false,
        })),
  );

/** More blocks belong to no note: a bracket that nothing closes. */
const MOST = 20;

function notesIn(blocks: readonly Block[]): Note[] {
  const notes: Note[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block;
    const found = block.role === undefined ? NOTE.exec(block.text) : null;
    if (!found) continue;
    const id = found[1] ?? found[2] ?? '';
    const first = block.text.slice(found[0].length);
    if (found[2] !== undefined) {
      notes.push({ id, blocks: [block], texts: [first] });
      continue;
    }
    const end = blocks.findIndex(({ text }, index) => index >= at && text.endsWith(']'));
    if (end < 0 || end - at > MOST) continue;
    const texts = [first, ...blocks.slice(at + 1, end + 1).map(({ text }) => text)];
    notes.push({
      id,
      blocks: blocks.slice(at, end + 1),
      texts: texts.map((text, index) => (index === texts.length - 1 ? text.replace(/\]$/, '') : text)),
    });
    at = end;
  }
  return notes;
}

function referring(block: Block, notes: readonly { mark: Mark; label: string }[]): Block {
  const inOrder = [...notes].sort((a, b) => a.mark.start - b.mark.start);
  const children: PhrasingContent[] = [];
  let text = '';
  let from = 0;
  for (const { mark, label } of inOrder) {
    // The space before a mark is the typesetter's.
    const before = block.text.slice(from, mark.start).replace(/ $/, '');
    children.push(...phrasing(before), { type: 'footnoteReference', identifier: label });
    text += before;
    from = mark.end;
  }
  const rest = block.text.slice(from);
  return {
    ...block,
    text: text + rest,
    content: [{ type: 'paragraph', children: [...children, ...phrasing(rest)] }],
  };
}

const definition = ({ blocks, texts }: Note, label: string): Block => ({
  line: blocks[0]?.line ?? 1,
  text: texts.join('\n'),
  gap: 1,
  content: [
    {
      type: 'footnoteDefinition',
      identifier: label,
      children: texts.map((text) => ({ type: 'paragraph', children: phrasing(text) })),
    },
  ],
});

/** Text with the emphasis that its marks mean. */
const phrasing = (text: string): PhrasingContent[] =>
  spansOf(text).map(({ text: value, mark }): PhrasingContent => {
    const plain = { type: 'text', value } as const;
    if (mark === '') return plain;
    if (mark === '**') return { type: 'strong', children: [plain] };
    return { type: 'emphasis', children: mark === '***' ? [{ type: 'strong', children: [plain] }] : [plain] };
  });
