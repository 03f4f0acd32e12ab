/** Where the readers' part of a page begins: comments, what else the site has to read. */
import { gateOf, rowOf, sitesOf, type Row } from '../sites/index.js';
import type { Block } from '../types.js';
import { isStopped, PARAGRAPH, type Page } from './page.js';
import { isSpeech } from './readers.js';

/** The index of the line after which all is its readers', where there is one: among others of its site. */
export function gateIn({ blocks, from, to, sites, lone }: Page): number | undefined {
  let sentences = 0;
  for (let at = from; at < to; at += 1) {
    const text = blocks[at]?.text ?? '';
    // Nobody comments on nothing; a title may be one sentence.
    if (text.length >= PARAGRAPH) sentences += FEWEST;
    else if (isStopped(text) || isSpeech(text)) sentences += 1;
    if (sentences < FEWEST) continue;
    if (isToolbar(blocks, at, to) && isLastOfPage(blocks, from, at, to)) return at;
    const row = text.length < PARAGRAPH ? gateOf(text) : undefined;
    if (!row) continue;
    if (row.last) {
      if (to - at <= LAST && !blocks.slice(at, to).some((block) => isSpeech(block.text))) return at;
      continue;
    }
    if (row.of) {
      const title = row.form.exec(text)?.groups?.['of'];
      if (blocks.slice(Math.max(0, from - HEAD), at).some((block) => block.text === title)) return at;
    }
    if (row.followed) {
      if (isFollowed(blocks, at, to)) return at;
      continue;
    }
    const site = row.id.split(':')[0] ?? '';
    const isOfSite = sites.has(site) && lone.get(site) !== text;
    const above = rowOf(blocks[at - 1]?.text ?? '', 'tail');
    if (row.under) {
      const isUnder = above?.id.split(':')[0] === site && !above.weak;
      if (isUnder || (isOfSite && isAmong(blocks, at, to))) return at;
    } else if (isOfSite || isWitnessed(blocks, at, from, to)) return at;
  }
  return undefined;
}

/** The fewest sentences of a story above its readers' part. */
const FEWEST = 2;

/** How many lines above a text its title may stand. */
const HEAD = 40;

/** How many buttons in a row are a toolbar. */
const BUTTONS = 3;

/** Whether a row of a site's own words begins with a line: buttons, each in a line of its own. */
function isToolbar(blocks: readonly Block[], at: number, to: number): boolean {
  const row = blocks.slice(at, Math.min(to, at + BUTTONS));
  // A word that stories have too begins no other site's buttons.
  const [own = [], next = []] = row.map(({ text }) => sitesOf(text, 'tail'));
  return (
    own.some((site) => next.includes(site)) &&
    row.length === BUTTONS &&
    row.every(({ text, gap }, index) => (index === 0 || gap === 0) && rowOf(text, 'tail') !== undefined) &&
    new Set(row.map(({ text }) => text)).size === BUTTONS &&
    row.filter(({ text }) => /\p{L}{2}/u.test(text)).length > 1
  );
}

/** Whether what follows a toolbar is no story: a sure line of a site's is among it, no paragraph and no speech. */
function isLastOfPage(blocks: readonly Block[], from: number, at: number, to: number): boolean {
  const rest = blocks.slice(at, to);
  const lengthOf = (some: readonly Block[]): number => some.reduce((sum, { text }) => sum + text.length, 0);
  return (
    rest.every(({ text }) => text.length < PARAGRAPH && (!isSpeech(text) || text.length < SAYING)) &&
    rest.some(({ text }) => isSure(rowOf(text, 'tail'))) &&
    lengthOf(rest) < lengthOf(blocks.slice(from, at))
  );
}

/** A comment may begin with a mark of speech; a longer line that does is a story's. */
const SAYING = 30;

const isSure = (row: Row | undefined): boolean => row !== undefined && !row.weak && !row.inside;

/**
 * Whether a sure line of a site stands below one that the readers' part begins with, other than another such, or
 * several of sites' lines right below.
 */
const isFollowed = (blocks: readonly Block[], at: number, to: number): boolean =>
  new Set(blocks.slice(at + 1, Math.min(to, at + NEAR)).flatMap(({ text }) => rowOf(text, 'tail')?.id ?? []))
    .size >= WITNESSES ||
  blocks.slice(at + 1, to).some(({ text }) => {
    const row = rowOf(text, 'tail');
    return isSure(row) && !row?.followed;
  });

/** How many lines may follow a line that opens what little stands at the end, itself included. */
const LAST = 8;

const isAmong = (blocks: readonly Block[], at: number, to: number): boolean =>
  [at - 1, at + 1].some((index) => index < to && rowOf(blocks[index]?.text ?? '', 'tail') !== undefined);

/** How many sure lines of sites stand round the one that opens the readers' part. */
const WITNESSES = 3;
const NEAR = 12;
const isWitnessed = (blocks: readonly Block[], at: number, from: number, to: number): boolean =>
  blocks.slice(Math.max(from, at - NEAR), Math.min(to, at + NEAR)).filter(({ text }) => {
    const row = rowOf(text, 'tail');
    return row !== undefined && !row.weak;
  }).length >= WITNESSES;
