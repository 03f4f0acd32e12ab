/** A tree whose flow is plain as blocks in reading order, each with the role that its markup gives it. */
import type { Element, Root } from 'hast';
import type { RootContent } from 'mdast';
import type { Block, Role } from '../types.js';
import { bodyOf, isBlank, isElement, isUnseen, textOf } from './elements.js';
import type { Containers } from './flow.js';
import { contentsOf, NOTE, textOfContent } from './content.js';

/** What an element is of a page: a role, or the story's own text, which has none. */
export type Part = Role | 'story';

export interface Shape {
  containers: Containers;
  /** Parts that elements are with all that is in them, unless something in them is another. */
  parts: ReadonlyMap<Element, Part>;
  /** Quotations whose blocks stand alone: what holds the whole of a summary or a note. */
  opened: ReadonlySet<Element>;
  /** What all else is. */
  otherwise: Part;
}

/** The blocks of a document's body. Every letter that a browser shows is in one of them. */
export function blocksOf(root: Root, shape: Shape): Block[] {
  const found = findBlocks(root, shape);
  // What is left out is kept as text; the rest may reach the manuscript.
  const kept = found.filter(({ part }) => part !== 'furniture' && part !== 'metadata');
  const contents = contentsOf(kept.map(({ subject }) => subject));
  const contentOf = new Map(kept.map((block, index) => [block, contents[index] ?? []]));
  return found.flatMap((block, index) => {
    const { subject, part, gap } = block;
    const content = contentOf.get(block);
    const text = content ? textOfContent(content) : textOf(subject);
    // What is neither said nor shown is no block: a picture that was not found.
    if (text === '' && (content === undefined || content.every(isEmptyParagraph))) return [];
    return {
      line: subject.position?.start.line ?? index + 1,
      text,
      ...(content ? { content } : {}),
      gap,
      ...(part === 'story' ? {} : { role: part }),
    };
  });
}

interface Found {
  subject: Element;
  part: Part;
  gap: number;
}

function findBlocks(root: Root, { containers, parts, opened, otherwise }: Shape): Found[] {
  const found: Found[] = [];
  let empty = 0;
  const descend = (parent: Element | Root, part: Part): void => {
    for (const child of parent.children) {
      if (isElement(child) && !isUnseen(child)) visit(child, parts.get(child) ?? part);
    }
  };
  const visit = (subject: Element, part: Part): void => {
    const isWhole = WHOLE.has(subject.tagName) && !opened.has(subject);
    if (containers.has(subject) && !isWhole) descend(subject, part);
    else if (subject.tagName === 'hr') add(subject, part === 'story' ? 'scene-break' : part);
    else if (isBlank(subject)) empty += subject.tagName === 'p' ? 1 : 0;
    else add(subject, part);
  };
  const add = (subject: Element, part: Part): void => {
    found.push({ subject, part, gap: found.length === 0 ? 0 : empty + 1 });
    empty = 0;
  };
  descend(bodyOf(root), otherwise);
  return found;
}

/** Elements whose blocks belong together. */
const WHOLE: ReadonlySet<string> = new Set(['blockquote', NOTE]);

const isEmptyParagraph = (node: RootContent): boolean =>
  node.type === 'paragraph' && node.children.length === 0;
