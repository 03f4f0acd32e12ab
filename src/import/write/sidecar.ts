/** What an import leaves out of a manuscript, kept beside it: every line, why, and where it stood. */
import type { Class } from '../classify/decisions.js';
import { readable } from './markdown.js';
import type { Piece } from './piece.js';
import type { Story } from './stories.js';

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
  /** Which of those that begin so, from 1, where it is not the first. */
  nth?: number;
  /** Where in the line itself it stood, when the rest of that line is in the manuscript. */
  part?: 'start' | 'end';
}

/** What somebody said that a paragraph is: an update finds it again by its text. */
export interface Said {
  text: string;
  /** Which of the paragraphs of this text, from 1, where it is not the first. */
  nth?: number;
  class: Class;
}

/** A sidecar's contents. */
export interface Sidecar {
  /** Base name of the imported file, and what it was read as. */
  source: string;
  format: string;
  /** The manuscript's file name. */
  manuscript: string;
  lines: CutLine[];
  /** What people said of paragraphs, where they did. */
  answers?: Said[];
  /**
   * The manuscript as it was imported, line by line: what an update tells the author's own changes by. Absent where an
   * older version wrote the sidecar.
   */
  text?: string[];
}

/** How much of a paragraph finds it again, in characters. */
export const ANCHOR = 60;

/** Marks that close what the label of a note opened. */
const CLOSING = /^[\])}*_~-]+$/;

/** The lines that a story leaves out, in the order of its source. */
export function cutLines({ cut, body }: Story): CutLine[] {
  const sorted = cut
    .map((piece, index) => ({ piece, index }))
    .sort((a, b) => a.piece.line - b.piece.line || a.index - b.index);
  const seen = new Map<string, number>();
  let at = -1;
  const advance = (): void => {
    at += 1;
    const start = startOf(body[at]);
    seen.set(start, (seen.get(start) ?? 0) + 1);
  };
  advance();
  return sorted.map(({ piece }) => {
    while (at < body.length && !isAfter(body[at], piece)) advance();
    const { line, class: of, reason, confidence, text } = piece;
    const cutLine = { line, class: of, reason, confidence, text };
    const next = body[at];
    if (!next) return cutLine;
    const nth = seen.get(startOf(next)) ?? 1;
    const isPart = of === 'label' && next.line === line;
    return {
      ...cutLine,
      before: anchorOf(next),
      ...(nth > 1 ? { nth } : {}),
      ...(isPart ? { part: CLOSING.test(text.trim()) ? 'end' : 'start' } : {}),
    };
  });
}

/** What tells the anchors of pieces apart, without the work of writing them. */
const startOf = (piece: Piece | undefined): string => piece?.text.slice(0, ANCHOR).split('\n', 1)[0] ?? '';

const isAfter = (next: Piece | undefined, piece: Piece): boolean =>
  next !== undefined && next.class !== 'scene-break' && next.line >= piece.line;

const anchorOf = (piece: Piece): string => (readable(piece).split('\n')[0] ?? '').slice(0, ANCHOR);

/** A sidecar as its file has it. */
export const sidecarText = (sidecar: Sidecar): string => `${JSON.stringify(sidecar, null, 2)}\n`;
