/**
 * The head of a site's page. Above the last line that only a site has, nothing is the story's: the lines between are
 * told by their place, and what no place names is the page's.
 */
import { isBreak } from '../breaks.js';
import { rowOf, sitesOf } from './classes.js';
import { isCount } from './counts.js';
import { decide, type Decision } from './decisions.js';
import { isNamedHeading } from './headings.js';
import { breadcrumbFacts, ffnFacts, labelOf } from './labels.js';
import { noteLabel } from './notes.js';
import { pageBylineOf } from './titles.js';
import type { Block } from '../types.js';
import type { Step, Stretch } from './walk.js';

/** How many lines a page's head has at the most, and how many that no form knows one after the other. */
const FAR = 60;
const MOST_UNKNOWN = 5;
/** How many of them may be sentences: a blurb. */
const MOST_SENTENCES = 2;
/** The longest line of a page's head that no form knows, and that of a summary above a line of facts. */
const [LONGEST, LONGEST_SUMMARY] = [120, 500];

/** What lines that no form knows are, in their order, by the site whose lines stand round them. */
type Place = 'author' | 'title' | 'summary';
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  ffn: ['title', 'author'],
  press: ['title', 'summary', 'author'],
  quotev: ['title', 'author'],
  reddit: ['author', 'title'],
  tumblr: ['author', 'title'],
};

/** A page's head: the index of its last line, and what is decided of the lines in it that no form knows. */
export interface PageHead {
  last: number;
  places: ReadonlyMap<number, Decision>;
}

/** The head of a site's page that a stretch begins with, if it does. */
export function pageHeadOf({ blocks, from, to }: Stretch): PageHead | undefined {
  const sure: number[] = [];
  const unknown: number[] = [];
  const isProse = (at: number) => SENTENCE.test(blocks[at]?.text ?? '') && !isAboveFacts(blocks, at);
  let since = 0;
  let sentences = 0;
  for (let at = from; at < Math.min(to, from + FAR); at += 1) {
    const block = blocks[at] as Block;
    if (block.role !== undefined) return undefined;
    const kind = isHeadingOf(blocks, at, unknown) ? 'unknown' : kindOf(blocks, at);
    if (kind === 'unknown' && isProse(at)) sentences += 1;
    if (sentences > MOST_SENTENCES) break;
    if (kind === 'story' || (kind === 'unknown' && ++since > MOST_UNKNOWN)) break;
    if (kind === 'unknown') unknown.push(at);
    else if (kind === 'sure') sure.push(at);
    if (kind !== 'unknown') since = 0;
  }
  const last = sure.at(-1);
  if (last === undefined) return undefined;
  const between = unknown.filter((at) => at < last);
  const lines = blocks.slice(from, last + 1);
  const site = siteOf(lines);
  const words = lines.filter(({ text }) => /\p{L}/u.test(text) && sitesOf(text, 'head').includes(site));
  const isBorne = new Set([...sure.map((at) => blocks[at]), ...words]).size >= 2;
  const isShort = between.length <= 3 && !between.some(isProse);
  if (between.length === 0 || !(isBorne || isShort) || !hasStory(blocks, last + 1, to, between))
    return undefined;
  return { last, places: placesOf(blocks, from, last, between) };
}

/** Whether a chapter's heading stands among a page's own lines: before any other that no form knows, or once more. */
function isHeadingOf(blocks: readonly Block[], at: number, unknown: readonly number[]): boolean {
  const block = blocks[at] as Block;
  if (!isNamedHeading(block) || blocks[at + 1]?.gap !== 0) return false;
  return unknown.every((other) => blocks[other]?.text === block.text);
}

/** Whether more text follows than stands between a page's lines: else that is the story, and they are its foot. */
function hasStory(blocks: readonly Block[], from: number, to: number, between: readonly number[]): boolean {
  let left = between.reduce((sum, at) => sum + (blocks[at]?.text.length ?? 0), 0);
  for (let at = from; at < to && left >= 0; at += 1) {
    const { text } = blocks[at] as Block;
    if (rowOf(text, 'tail') === undefined) left -= text.length;
  }
  return left < 0;
}

const SENTENCE = /[.!?\u2026]["'\u201D\u2019)]*$/;

function kindOf(blocks: readonly Block[], at: number): 'sure' | 'known' | 'unknown' | 'story' {
  const block = blocks[at] as Block;
  const { text } = block;
  const row = rowOf(text, 'head');
  if ((row && !row.weak) || ffnFacts(block) || isCountOf(blocks, at) || isOfRun(blocks, at)) return 'sure';
  if (row || isCount(text) || labelOf(block) || pageBylineOf(block) !== undefined || isBreak(block))
    return 'known';
  if (noteLabel(text) !== undefined) return 'known';
  if (isAboveFacts(blocks, at)) return 'unknown';
  const isStory =
    text.length > LONGEST ||
    (SENTENCE.test(text) && !isInRun(blocks, at)) ||
    /^["\u201C\u00AB\u2014\u2013]/.test(text) ||
    (isNamedHeading(block) && !isNamed(blocks, at));
  return isStory ? 'story' : 'unknown';
}

const isAboveFacts = (blocks: readonly Block[], at: number): boolean =>
  (blocks[at]?.text.length ?? 0) <= LONGEST_SUMMARY && blocks.slice(at + 1, at + 3).some(ffnFacts);

/** Whether a line stands right between others, without a blank one. */
const isInRun = (blocks: readonly Block[], at: number): boolean =>
  blocks[at + 1]?.gap === 0 && (blocks[at]?.gap === 0 || at === 0);

/** Whether a line of numbers stands between a title and its byline. */
const isCountOf = (blocks: readonly Block[], at: number): boolean => {
  const next = blocks[at + 1];
  return isCount(blocks[at]?.text ?? '') && next?.gap === 0 && pageBylineOf(next) !== undefined;
};

/** Whether a plain word of a site stands in one run with another of the same site. */
function isOfRun(blocks: readonly Block[], at: number): boolean {
  const wordsOf = (block: Block | undefined) =>
    block && /\p{L}/u.test(block.text) ? sitesOf(block.text, 'head').filter((site) => site !== 'nav') : [];
  const sites = wordsOf(blocks[at]);
  for (let index = at + 1; index <= at + 3 && sites.length > 0 && blocks[index]?.gap === 0; index += 1)
    if (wordsOf(blocks[index]).some((site) => sites.includes(site))) return true;
  return false;
}

/** Whether the line under another says that it is a title: a byline, a count. */
const isNamed = (blocks: readonly Block[], at: number): boolean => {
  const next = blocks[at + 1];
  return next !== undefined && next.gap === 0 && (isCountLine(next.text) || isByline(next));
};
const isCountLine = (text: string): boolean =>
  isCount(text) || /^wattpad:(?:counts?|reads)$/.test(rowOf(text, 'head')?.id ?? '') || LONE_COUNT.test(text);
const LONE_COUNT = /^\d[\d.,]*K$/i;
const isByline = (block: Block): boolean =>
  pageBylineOf(block) !== undefined || rowFacts(block)['author'] !== undefined;

/** What a line of a site says of the story. */
export function rowFacts(block: Block, edge: 'head' | 'tail' = 'head'): Record<string, string[]> {
  const row = rowOf(block.text, edge);
  if (row?.id === 'ffn:breadcrumb') return breadcrumbFacts(block);
  const named = Object.entries(row?.form.exec(block.text)?.groups ?? {});
  // A pattern has each name once: the writer is the author in its other half.
  return Object.fromEntries(
    named.flatMap(([key, value]) => (value ? [[key === 'writer' ? 'author' : key, [value]]] : [])),
  );
}

function placesOf(
  blocks: readonly Block[],
  from: number,
  last: number,
  between: readonly number[],
): Map<number, Decision> {
  const lines = blocks.slice(from, last + 1);
  const site = siteOf(lines);
  const places = new Map<number, Place>();
  const byline = lines.findIndex(isByline);
  const counted = lines.findIndex(({ text }) => isCountLine(text));
  const under = byline > 0 ? byline : counted;
  const title = between.findLast((at) => at < from + under);
  const isTitled = [...lines, ...blocks.slice(last + 1, last + MOST_LABELS)].some(saysTitle);
  const isSummed = site === 'ffn' || site === 'press';
  if (isTitled || title !== undefined) {
    const above = title ?? from + Math.max(byline, 0);
    if (isSummed) for (const at of between) if (at > above) places.set(at, 'summary');
    if (title !== undefined && !isTitled) places.set(title, 'title');
    const [first = 0] = between;
    if (byline < 0 && PLACES[site]?.[0] === 'author' && first !== title && isOneWord(blocks[first]))
      places.set(first, 'author');
  } else
    named(blocks, between, PLACES[site] ?? ['title'], byline >= 0).forEach((one, at) => places.set(at, one));
  return new Map(
    between.map((at) => [at, placed(blocks[at] as Block, places.get(at) ?? headed(blocks, at))]),
  );
}

const MOST_LABELS = 15;
const saysTitle = (block: Block): boolean =>
  labelOf(block)?.label.key === 'title' || rowFacts(block)['title'] !== undefined;

const isOneWord = (block: Block | undefined): boolean => /^[\w-]+$/.test(block?.text ?? '');

/** Lines by the order that their site has them in; a name is one word where it stands first. */
function named(
  blocks: readonly Block[],
  between: readonly number[],
  order: readonly Place[],
  hasAuthor: boolean,
): Map<number, Place> {
  const wanted = order.filter((place) => !(hasAuthor && place === 'author'));
  const places = wanted.length > between.length ? wanted.filter((place) => place !== 'summary') : wanted;
  const found = new Map<number, Place>();
  const skip = places[0] === 'author' && !isOneWord(blocks[between[0] ?? 0]) ? 1 : 0;
  places.slice(skip).forEach((place, index) => {
    const at = between[index];
    if (at !== undefined) found.set(at, place);
  });
  return found;
}

/** `Summary` alone on its line: what stands under it. */
const headed = (blocks: readonly Block[], at: number): Place | undefined =>
  /^(?:Summary|Description|Blurb|Synopsis)$/i.test(blocks[at - 1]?.text ?? '') ? 'summary' : undefined;

function placed(block: Block, place: Place | undefined): Decision {
  if (place === 'author') return decide(block, 'author', 'byline', 0.9, { facts: { author: [block.text] } });
  if (place === 'title') return decide(block, 'title', 'page:title', 0.9);
  return place ? decide(block, place, 'page:summary', 0.9) : decide(block, 'furniture', 'page:head', 0.8);
}

/** The site that most of a head's lines are of. */
function siteOf(lines: readonly Block[]): string {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const weight = rowOf(line.text, 'head')?.weak ? 1 : lines.length;
    const sites = ffnFacts(line) ? ['ffn'] : sitesOf(line.text, 'head');
    for (const site of new Set(sites)) counts.set(site, (counts.get(site) ?? 0) + weight);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** A line of a page's head that no form knows, by its place. */
export const inPage: Step = ({ page, at }) => {
  const decision = page?.places.get(at);
  return decision && [decision];
};

/** A byline as pages have it: `bysaltmarsh©`, `por sol`. */
export const pageByline: Step = ({ page, at }, block) => {
  const name = page && at <= page.last ? pageBylineOf(block) : undefined;
  return name === undefined
    ? undefined
    : [decide(block, 'author', 'byline', 0.9, { facts: { author: [name] } })];
};

/** FanFiction.net's list of chapters under its line of facts: numbers from one on. */
export const contents: Step = ({ blocks, at, to, found }) => {
  if (!found.some(({ reason }) => reason === 'ffn:facts')) return undefined;
  const lines = blocks.slice(at, to);
  const count = lines.findIndex(
    ({ text, gap }, index) => !text.startsWith(`${String(index + 1)}. `) || (index > 0 && gap > 0),
  );
  return count >= 2
    ? lines.slice(0, count).map((line) => decide(line, 'furniture', 'ffn:contents', 0.9))
    : undefined;
};
