/**
 * The title of a page that stands under a site's menu: what stands above it is the site's, whatever it says.
 *
 * A menu has words that nobody can list. What tells the title is round it: who posted it and when, right below or right
 * above; the comments that name it; a path that ends with it; the story, which begins under it.
 */
import { lettersOf } from '../../text/compare.js';
import { namedIn, rowOf } from '../sites/index.js';
import type { Block } from '../types.js';
import { isCount } from './counts.js';
import { CREDITS, datedName, formFeatures, isDated } from './forms.js';
import { isNamedHeading } from './headings.js';
import { labelOf } from './labels.js';
import { noteLabel } from './notes.js';
import { isStopped, PARAGRAPH, type Page } from './page.js';
import { isSpeech } from './readers.js';
import { SEPARATED } from './naming.js';
import { bylineOf, CATEGORY, isUnderBy, titleForm } from './titles.js';
import { isVerseAt, isWordy } from './verse-lines.js';

/** A title, and the last of the page's own lines under it, by their index. */
export interface Masthead {
  title: number;
  last: number;
}

/** How far down a page its title may stand, and how far below it the page's own lines, in lines. */
const [FAR, UNDER] = [200, 24];
/** How many lines that say nothing may stand between two that are the page's. */
const MOST_BETWEEN = 3;
/** The longest title, in characters. */
const LONGEST = 160;
/** How much has to speak for a title, in nats. */
const ENOUGH = 6;
/** The shortest sentence, in characters: a menu asks `For whom?`. */
const SENTENCE = 40;
/** How far down a day alone says that a title stands above it, in lines. */
const DATED = 4;
/** The most words of a title that ends with a stop. */
const SHORT = 4;
/** The share of sentences that a menu may have, and of lines of several words where no word of it is a site's. */
const MOST_SENTENCES = 0.34;

const known = new WeakMap<Page, Masthead | undefined>();

/** The title under a page's menu, where one is surely told. */
export function mastheadOf(page: Page): Masthead | undefined {
  if (!known.has(page)) known.set(page, look(page));
  return known.get(page);
}

function look(page: Page): Masthead | undefined {
  const { blocks, from, to, titled } = page;
  if (titled || from > 0) return undefined;
  const named = namesIn(page);
  // What a site's own order tells, it tells better, but under a long menu.
  const isKnown = [...page.sites].some((site) => !OF_MANY.has(site));
  const least = isKnown ? LONG_MENU : LEAST;
  let best: (Masthead & { score: number }) | undefined;
  let [rows, sentences, wordy] = [0, 0, 0];
  for (let at = from; at < Math.min(to - 1, from + FAR); at += 1) {
    const { text, role } = blocks[at] as Block;
    const isLabelled = labelOf(blocks[at] as Block)?.label.is === 'decisive';
    if (
      role !== undefined ||
      isLabelled ||
      isVerseAt(page, at) ||
      (isSpeech(text) && !named.has(lettersOf(text)))
    )
      break;
    const above = at - from;
    const isMenu =
      sentences <= (rows < 2 ? 0 : above * MOST_SENTENCES) && (rows > 0 || wordy <= above * MOST_SENTENCES);
    if (above > 0 && isMenu && text.length <= LONGEST) {
      const score = scoreOf(page, at, named);
      const isSure =
        above >= least ||
        SEPARATED.test(text) ||
        (!isKnown && ((named.get(lettersOf(text)) ?? 0) > 0 || saysBoth(page, at)));
      if (isSure && score >= ENOUGH && (!best || score > best.score))
        best = { title: at, last: lastUnder(page, at), score };
    }
    if (best && at > best.title + UNDER) break;
    if (text.length >= 2 * PARAGRAPH && rowOf(text, 'head') === undefined) break;
    if (rowOf(text, 'head') !== undefined) rows += 1;
    else if (isSentence(text) || isVerse(text)) sentences += 1;
    else if (isWordy(text)) wordy += 1;
  }
  if (!best || !hasStory(page, best.last + 1)) return undefined;
  // Where it stands twice, the page's own lines are between.
  const name = lettersOf(blocks[best.title]?.text ?? '');
  const title = blocks.findIndex(({ text }, at) => at >= from && lettersOf(text) === name);
  return title === from ? undefined : { title, last: best.last };
}

/** The fewest lines of a menu, and of a long one. */
const [LEAST, LONG_MENU] = [2, 12];
/** What many sites have in common, and no order of its own. */
const OF_MANY: ReadonlySet<string> = new Set(['web', 'steps', 'press', 'forum', 'journal']);

/** Whether a line above is a sentence, be it one that leads on. */
const isVerse = (text: string): boolean => /[,;:\u2014]$/.test(text) || /^\p{Ll}(?:.* ){2}/u.test(text);
const isSentence = (text: string): boolean =>
  (isStopped(text) || /[,:;]$/.test(text)) && text.length > SENTENCE;

/** What the page's comments and paths call it. */
function namesIn({ blocks, from, to }: Page): Map<string, number> {
  const names = new Map<string, number>();
  for (let at = from; at < to; at += 1) {
    const { text } = blocks[at] as Block;
    if (text.length > LONGEST * 2) continue;
    const name = namedIn(text);
    if (name !== undefined) names.set(lettersOf(name), NAMED);
    const crumb = at < from + FAR ? CRUMBS.exec(text)?.groups?.['last'] : undefined;
    if (crumb !== undefined && !names.has(lettersOf(crumb))) names.set(lettersOf(crumb), CRUMB);
  }
  names.delete('');
  return names;
}
const [NAMED, CRUMB] = [8, 4];
const CRUMBS =
  /^[^>\u00BB\u203A]{2,60}(?:\s[>\u00BB\u203A]\s[^>\u00BB\u203A]{2,80}?){0,4}\s[>\u00BB\u203A]\s(?<last>[^>\u00BB\u203A]{3,140})$/u;

function scoreOf(page: Page, at: number, named: ReadonlyMap<string, number>): number {
  const { blocks, to } = page;
  const { text } = blocks[at] as Block;
  const name = named.get(lettersOf(text)) ?? 0;
  if (!/[\p{L}\p{N}]/u.test(text) || isOwn(page, at) || isLabel(text)) return name === NAMED ? NAMED : 0;
  const below = [at + 1, at + 2].filter((index) => index < to);
  const posted = below.findIndex((index) => saysWho(page, index));
  const dated = below.findIndex((index) => saysWhen(page, index));
  const who = posted < 0 ? 0 : posted === 0 ? 4.5 : 3;
  const when = dated < 0 ? 0 : dated === 0 ? 3 : 2;
  const above = saysWhen(page, at - 1) || saysWho(page, at - 1) || (at > 1 && saysWhen(page, at - 2)) ? 2 : 0;
  const form = Math.max(-1, Math.min(2, titleForm(text)));
  const prose = proseUnder(page, at) ? 1.5 : 0;
  const menu = isUnderMenu(page, at) ? 3.5 : 0;
  const again = (page.times.get(text) ?? 0) > 1 ? 1 : 0;
  const both = SEPARATED.test(text) ? NAMED : 0;
  const said = name + who + when + above + menu + both;
  if (said === when && at - page.from < DATED && !saysBoth(page, at)) return 0;
  if (name === 0 && isStopped(text) && text.split(/\s+/).length > SHORT) return 0;
  return said === 0 ? 0 : said + form + prose + again;
}

/** Whether a line says who posted the story. */
const saysWho = (page: Page, at: number): boolean => {
  const block = page.blocks[at];
  if (!block || block.text.length > LONGEST || isStopped(block.text)) return false;
  const groups = rowOf(block.text, 'head')?.form.exec(block.text)?.groups;
  return (
    (groups?.['author'] ?? groups?.['writer']) !== undefined ||
    bylineOf({ ...block, gap: 0 }) !== undefined ||
    (page.blocks[at + 1] !== undefined && isUnderBy(block, page.blocks[at + 1] as Block)) ||
    datedName(block.text) !== undefined
  );
};

/** Whether a line says when it was posted, and no more than that. */
const saysWhen = ({ blocks }: Page, at: number): boolean => {
  const text = blocks[at]?.text;
  return text !== undefined && text.length <= 100 && !isStopped(text) && isDated(text);
};

/** Whether the line right below says who posted the story, or when to the minute. */
const saysBoth = (page: Page, at: number): boolean =>
  saysWho(page, at + 1) || (saysWhen(page, at + 1) && /\d[:.h]\d\d/.test(page.blocks[at + 1]?.text ?? ''));

/** Whether a line stands right between a menu that has a site's words and a paragraph of prose. */
function isUnderMenu({ blocks, from, to }: Page, at: number): boolean {
  const next = at + 1 < to ? blocks[at + 1] : undefined;
  if (
    !next ||
    next.gap === 0 ||
    isStopped(blocks[at]?.text ?? '') ||
    (next.text.length < PARAGRAPH / 2 && !isStopped(next.text))
  )
    return false;
  if (rowOf(blocks[at - 1]?.text ?? '', 'head') === undefined) return false;
  const above = blocks.slice(Math.max(from, at - MENU), at);
  const rows = new Set(above.filter(({ text }) => rowOf(text, 'head') !== undefined).map(({ text }) => text));
  return rows.size >= 2 && above.every(({ text }) => text.length <= LONGEST);
}
/** How far above a title the words of its menu stand, in lines. */
const MENU = 8;

/** Whether a line is a label, which no title is. */
const isLabel = (text: string): boolean => noteLabel(text) !== undefined || labelOf({ text }) !== undefined;

/** Whether a line is surely the page's own. */
function isOwn(page: Page, at: number): boolean {
  const { text } = page.blocks[at] as Block;
  if (
    rowOf(text, 'head') !== undefined ||
    isCount(text) ||
    CREDITS.test(text) ||
    CATEGORY.test(text) ||
    isNamedHeading({ text }) ||
    /^\p{Lu}\p{Ll}{2}\d{1,2}$/u.test(text) ||
    (at > page.from && isUnderBy(page.blocks[at - 1], { ...(page.blocks[at] as Block), gap: 0 })) ||
    /^\P{L}*$/u.test(text)
  )
    return true;
  return (
    saysWho(page, at) ||
    saysWhen(page, at) ||
    formFeatures(page, at).some(([form]) => form === 'counted' || form === 'columns' || form === 'rights')
  );
}

/** Whether a paragraph of prose stands a few lines below. */
const proseUnder = ({ blocks, to }: Page, at: number): boolean =>
  blocks
    .slice(at + 1, Math.min(to, at + 2 + MOST_BETWEEN))
    .some(({ text }) => text.length >= PARAGRAPH / 2 || isSpeech(text));

/** The last of the page's own lines under its title: short ones, with no more than a few others between. */
function lastUnder(page: Page, title: number): number {
  const { blocks, to } = page;
  let last = title;
  let between = 0;
  for (let at = title + 1; at < Math.min(to - 1, title + UNDER); at += 1) {
    const { text, role } = blocks[at] as Block;
    const own = isOwn(page, at);
    if (
      role !== undefined ||
      text.length > LONGEST ||
      isSpeech(text) ||
      (isStopped(text) && !own && !(at === title + 1 && isOwn(page, at + 1))) ||
      text.endsWith(',')
    )
      break;
    // A word that stories have too is no more than between.
    if (own && !rowOf(text, 'head')?.weak) last = at;
    else if (!own && (between += 1) > MOST_BETWEEN) break;
    if (last === at) between = 0;
  }
  return last;
}

function hasStory({ blocks, to }: Page, from: number): boolean {
  let length = 0;
  for (let at = from; at < to && length < 60; at += 1)
    length += rowOf(blocks[at]?.text ?? '', 'tail') ? 0 : (blocks[at]?.text.length ?? 0);
  return length >= 60;
}
