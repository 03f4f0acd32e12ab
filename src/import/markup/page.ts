/** A parsed page made ready: its flow plain, its emphasis, notes, pictures and links as Markdown can say them. */
import type { Element, Root } from 'hast';
import { warning } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import { isBreak } from '../breaks.js';
import { usualGap } from '../classify/gaps.js';
import { isOpened, setAside } from './aside.js';
import type { Block, Picture } from '../types.js';
import { blocksOf, type Part } from './blocks.js';
import { attribute, eachElement, textOf } from './elements.js';
import { sayEmphasis } from './emphasis.js';
import { plainFlow } from './flow.js';
import { settleFootnotes } from './footnotes.js';
import { settlePictures, type FindFile } from './pictures.js';
import { readStyles } from './styles.js';

export interface PageOptions {
  /** For messages. */
  path: string;
  /** Text of the style sheets that hold for it. */
  sheets: readonly string[];
  find: FindFile;
  /** Tells what is what; asked when the notes stand with what refers to them, and before all else. */
  outline: (root: Root) => Outline;
}

/** What the elements of a page are. */
export interface Outline {
  parts: Map<Element, Part>;
  /** Quotations that hold the whole of a summary or a note. */
  opened: Set<Element>;
  /** What all else is. */
  otherwise: Part;
}

/** What a page holds. */
export interface Page {
  blocks: Block[];
  pictures: Picture[];
  messages: Message[];
}

/** The blocks and pictures of a tree, which is changed in place. */
export function readPage(root: Root, { path, sheets, find, outline }: PageOptions): Page {
  directLinks(root);
  const { comments } = settleFootnotes(root);
  const { parts, opened, otherwise } = outline(root);
  const containers = plainFlow(root);
  for (const hidden of sayEmphasis(root, readStyles(sheets), containers))
    if (!isOpened(hidden)) parts.set(hidden, 'furniture');
  setAside(root, containers, parts);
  const { pictures, messages } = settlePictures(root, path, find);
  const found = blocksOf(root, { containers, parts, opened, otherwise }).map(breaking);
  const blocks = withoutIdleBreaks(withGapBreaks(found));
  const kept = comments.map((comment, index) => commentBlock(comment, blocks.length + index + 1));
  if (comments.length > 0) messages.push(commented(comments.length, path));
  return { blocks: [...blocks, ...kept], pictures, messages };
}

/** A row of stars is a break between scenes, centred or not. */
const breaking = (block: Block): Block =>
  block.role === undefined && isBreak(block) ? { ...block, role: 'scene-break' } : block;

/** As much text is prose, in characters: what stands before the first of it may be a page's head. */
const PROSE = 80;
/** The share of paragraphs with empty ones before them above which these part no scenes. */
const MOST_GAPS = 0.35;

/** A break where more empty paragraphs stand than are usual between two of a story. */
function withGapBreaks(blocks: readonly Block[]): Block[] {
  const first = blocks.findIndex((block) => isText(block) && block.text.length >= PROSE);
  const usual = usualGap(blocks);
  const isWide = (block: Block, index: number): boolean => {
    const before = blocks[index - 1];
    return (
      first >= 0 &&
      index > first &&
      block.gap > usual &&
      isText(block) &&
      before !== undefined &&
      isText(before)
    );
  };
  const count = blocks.filter(isWide).length;
  if (count === 0 || count > blocks.length * MOST_GAPS) return [...blocks];
  return blocks.flatMap((block, index) =>
    isWide(block, index)
      ? [{ line: block.line, text: '', gap: block.gap, role: 'scene-break' as const }, block]
      : [block],
  );
}

const isText = ({ role, content }: Block): boolean =>
  role === undefined &&
  content?.every(({ type }) => type !== 'heading' && type !== 'footnoteDefinition') === true;

/** Without the lines that part nothing: after all text, where notes stood, and above a row of stars. */
function withoutIdleBreaks(blocks: readonly Block[]): Block[] {
  const last = blocks.findLastIndex(({ role }) => role === undefined);
  return blocks.filter(({ role, text }, index) => {
    const next = blocks[index + 1]?.text ?? '';
    const isIdle = index > last || (next !== '' && !/[\p{L}\p{N}]/u.test(next));
    return role !== 'scene-break' || text !== '' || !isIdle;
  });
}

/** Links that lead by way of a counter lead straight: Google Docs exports all of them so. */
function directLinks(root: Root): void {
  eachElement(root, (link) => {
    const href = link.tagName === 'a' ? attribute(link, 'href') : '';
    if (!href.startsWith('https://www.google.com/url?') || !URL.canParse(href)) return undefined;
    const target = new URL(href).searchParams.get('q');
    if (target !== null) link.properties.href = target;
    return undefined;
  });
}

const commentBlock = (comment: Element, order: number): Block => ({
  line: comment.position?.start.line ?? order,
  text: textOf(comment),
  gap: 1,
  role: 'furniture',
});

const commented = (count: number, path: string): Message =>
  warning('import:comments', `This page has comments (${String(count)}), which were left out`, {
    path,
    hint: 'They are kept beside the manuscript, in its `.import.json`.',
  });
