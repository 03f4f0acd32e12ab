/** What is decided of each block of a source. */
import type { Block } from '../types.js';

/** Where a block goes. What is not the book's is kept in the sidecar. */
export type Class =
  | 'story'
  | 'part'
  | 'chapter'
  | 'scene-break'
  | 'title'
  | 'author'
  | 'note-before'
  | 'note-after'
  | 'dedication'
  | 'summary'
  | 'disclaimer'
  | 'warning'
  | 'thanks'
  | 'glossary'
  | 'metadata'
  | 'furniture'
  | 'label';

/** One block and what it was taken for. */
export interface Decision {
  block: Block;
  class: Class;
  /** 0 to 1. */
  confidence: number;
  /** Why: the id of a row, or a few words. */
  reason: string;
  /** What a label or a line of facts says, by the front matter's key or the archive's own name. */
  facts?: Record<string, string[]>;
  /** How many characters at the beginning name the block and are no part of its text. */
  label?: number;
  /** True where a new story begins with this block. */
  opens?: boolean;
  /** What a block that stays in the story might be instead. */
  maybe?: Class;
  /** What was seen of it, where it was weighed for the head or the foot of its page. */
  weighed?: Weighed;
}

/** The features of a line and how often each counts; by how many nats it is of the edge rather than of the story. */
export interface Weighed {
  side: 'head' | 'foot';
  seen: readonly (readonly [feature: string, times?: number])[];
  margin: number;
}

/** A decision in short. */
export const decide = (
  block: Block,
  of: Class,
  reason: string,
  confidence = 1,
  more: Partial<Decision> = {},
): Decision => ({ block, class: of, confidence, reason, ...more });
