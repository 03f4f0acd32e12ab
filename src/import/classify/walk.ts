/** A walk through the head of a stretch, block by block. */
import type { Label } from './classes.js';
import type { Decision } from './decisions.js';
import type { PageHead } from './page-heads.js';
import type { Block } from '../types.js';

/** A stretch of blocks: those of a story, or of one of its chapters. */
export interface Stretch {
  blocks: readonly Block[];
  from: number;
  to: number;
}

/** What is known at a place in the head of a stretch. */
export interface Walk extends Stretch {
  at: number;
  found: Decision[];
  /** Whether a title can still come. */
  untitled: boolean;
  /** Whether the stretch is of a site's page. */
  isPage: boolean;
  /** Where an archive's page says that the story begins. */
  anchor: number | undefined;
  /** The head of its site's page. */
  page: PageHead | undefined;
  /** What a label alone on its line waits for. */
  open?: Label | undefined;
}

/** A step takes the block at hand and perhaps more: its decisions; nothing where it is none of its, none to stop. */
export type Step = (walk: Walk, block: Block) => Decision[] | undefined;
