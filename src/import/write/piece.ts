import type { RootContent } from 'mdast';
import type { Class } from '../classify/decisions.js';

/** A block, or a part of one, on its way into a manuscript or the sidecar. */
export interface Piece {
  line: number;
  text: string;
  content?: RootContent[];
  gap: number;
  class: Class;
  confidence: number;
  reason: string;
}
