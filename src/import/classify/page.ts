/** What is known of a page before its lines are weighed, and of a line by itself. */
import { rowOf, sitesOf } from '../sites/index.js';
import { isBreak } from '../breaks.js';
import type { Block } from '../types.js';
import { usualGap } from './gaps.js';
import { ffnFacts, isSentence, labelOf, type Label } from './labels.js';
import { isPlainNote, noteLabel } from './notes.js';
import type { Feature } from './prices.js';
import { bylineOf } from './titles.js';

export type Side = 'head' | 'foot';

/** A stretch of blocks: those of a story, or of one of its chapters. */
export interface Stretch {
  blocks: readonly Block[];
  from: number;
  to: number;
}

/** What is known of a page before its lines are weighed. */
export interface Page extends Stretch {
  /** The sites whose own lines stand in it. */
  sites: ReadonlySet<string>;
  /** The line that alone says so of a site: no evidence of itself. */
  lone: ReadonlyMap<string, string>;
  /** How often each of its short lines stands in it. */
  times: ReadonlyMap<string, number>;
  /** How much its labels say together. */
  labels: number;
  /** Whether its labels are borne out by others, a byline, a site's line. */
  isBorne: boolean;
  /** Whether several labels bear each other out. */
  isLabelled: boolean;
  /** How many lines of it say no more than that an advertisement stood there. */
  advertisements: number;
  /** Whether its title is known from elsewhere. */
  titled: boolean;
  /** How many blank lines part its paragraphs of prose. */
  usual: number;
  /** Whether no blank lines part its paragraphs. */
  isDense: boolean;
  /** What was seen of its lines already, by their index. */
  seen: Readonly<Record<Side, Map<number, Seen[]>>>;
}

/** How far from an edge sites are looked for, in lines. */
const FAR = 80;
/** The longest line that is compared with others of the page, in characters. */
const SHORT = 100;

/** Prose, in characters: between its paragraphs a text has its usual gap. */
const PROSE = 60;

/** What is known of a stretch. `known`: sites that are known of the whole file. */
export function pageOf(
  { blocks, from, to }: Stretch,
  { known = [], titled = false }: { known?: readonly string[]; titled?: boolean } = {},
): Page {
  const sites = new Set(known);
  const lone = new Map<string, string>();
  let labels = 0;
  let others = 0;
  const texts = new Set<string>();
  const look = (at: number, side: 'head' | 'tail') => {
    const block = blocks[at] as Block;
    const row = rowOf(block.text, side);
    if (row && !row.weak) {
      for (const site of sitesOf(block.text, side)) {
        if (!sites.has(site)) lone.set(site, block.text);
        else if (lone.get(site) !== block.text) lone.delete(site);
        sites.add(site);
      }
      others += 1;
    }
    if (ffnFacts(block)) sites.add('ffn');
    if (side === 'tail') return;
    const found = labelOf(block);
    if (found && !isSentence(found) && !texts.has(block.text)) labels += labelPrice(found.label);
    texts.add(block.text);
    if (at < from + 4 && at > from && bylineOf(block, blocks[at + 1]) !== undefined) others += 1;
    const note = noteLabel(block.text);
    if (note !== undefined && !isPlainNote(note)) others += 1;
  };
  for (let at = from; at < Math.min(to, from + FAR); at += 1) look(at, 'head');
  for (let at = Math.max(from, to - FAR); at < to; at += 1) look(at, 'tail');
  sites.delete('nav');
  const times = new Map<string, number>();
  let dense = 0;
  for (let at = from; at < to; at += 1) {
    const { text, gap } = blocks[at] as Block;
    if (at > from && gap === 0) dense += 1;
    if (text.length <= SHORT) times.set(text, (times.get(text) ?? 0) + 1);
  }
  return {
    blocks,
    from,
    to,
    sites,
    lone,
    times,
    labels,
    isBorne: labels >= 2 || (labels > 0 && others > 0) || others >= 2 || sites.size > 0,
    isLabelled: labels >= 2 || sites.size > 0,
    advertisements: [...times].reduce(
      (sum, [text, count]) => (/^advertisements?$/i.test(text) ? sum + count : sum),
      0,
    ),
    titled,
    usual: usualGap(blocks.slice(from, to).filter(({ text }, index) => index === 0 || text.length >= PROSE)),
    isDense: dense > (to - from) * 0.7,
    seen: { head: new Map(), foot: new Map() },
  };
}

/** How much one label says of others. */
export const labelPrice = ({ is }: Label): number => (is === 'decisive' ? 1 : 0.7);

const STOP = /[.!?\u2026\u3002\uFF01\uFF1F]["'\u201D\u2019)\]\u00BB\u300D*_]*$/u;
/** The longest short line, and the shortest paragraph, in characters. */
export const [LINE, PARAGRAPH] = [120, 200];

/** Whether a line is a sentence that ends. */
export const isStopped = (text: string): boolean => STOP.test(text) && !/\.{3}$/.test(text.slice(0, 4));

/** Whether a line is a rule: a scene break, or a row of any other mark. */
export const isRule = (block: Block): boolean =>
  isBreak(block) || /^([^\p{L}\p{N}\s.])\1{2,}$/u.test(block.text);

/** Something that is seen of a line; `times` as much. */
export type Seen = readonly [Feature, number?];

/** `Summary` alone on its line of a page, without a colon; a heading by its markup is the story's. */
const BARE = /^(?:(?:chapter|work|end) )?(?:summary|notes|end notes)$/i;

/** A line as labels are looked for in it. */
export const labelText = ({ isLabelled }: Page, { text, content }: Block): { text: string } => ({
  text: isLabelled && content?.[0]?.type !== 'heading' && BARE.test(text) ? `${text}:` : text,
});
