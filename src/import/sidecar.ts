/** What an import leaves out of a manuscript, kept beside it: every line, why, and where it stood. */
import type { Class } from './decisions.js';
import { readable } from './markdown.js';
import type { Piece, Story } from './stories.js';

/** The ending of a sidecar's name; no build takes it for a manuscript. */
export const SIDECAR = '.import.json';

/** A line, or a part of one, that was left out. */
export interface CutLine {
  /** Line of the source, from 1. */
  line: number;
  class: Class;
  /** The row of the table, or a few words. */
  reason: string;
  confidence: number;
  text: string;
  /** The beginning of what it stood before in the manuscript; absent at the end. */
  before?: string;
}

/** A sidecar's contents. */
export interface Sidecar {
  /** Base name of the imported file, and what it was read as. */
  source: string;
  format: string;
  /** The manuscript's file name. */
  manuscript: string;
  lines: CutLine[];
}

/** How much of a paragraph finds it again, in characters. */
const ANCHOR = 60;

/** The lines that a story leaves out, in the order of its source. */
export function cutLines({ cut, body }: Story): CutLine[] {
  const sorted = cut
    .map((piece, index) => ({ piece, index }))
    .sort((a, b) => a.piece.line - b.piece.line || a.index - b.index);
  let at = 0;
  return sorted.map(({ piece }) => {
    while (at < body.length && !isAfter(body[at], piece)) at += 1;
    const next = body[at];
    const { line, class: of, reason, confidence, text } = piece;
    return { line, class: of, reason, confidence, text, ...(next ? { before: anchorOf(next) } : {}) };
  });
}

const isAfter = (next: Piece | undefined, piece: Piece): boolean =>
  next !== undefined && next.class !== 'scene-break' && next.line >= piece.line;

const anchorOf = (piece: Piece): string => (readable(piece).split('\n')[0] ?? '').slice(0, ANCHOR);

/** A sidecar as its file has it. */
export const sidecarText = (sidecar: Sidecar): string => `${JSON.stringify(sidecar, null, 2)}\n`;
