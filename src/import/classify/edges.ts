/** The head and the foot of a stretch: how far each goes, and what each of its lines is. */
import { placesOf, rowOf } from '../sites/index.js';
import type { Block } from '../types.js';
import { edgeOf, sureCount, type Edge } from './boundaries.js';
import { decide, type Decision } from './decisions.js';
import { headingAt, isNamedHeading, isPointOfView } from './headings.js';
import { ffnFacts, labelOf, mailHeader } from './labels.js';
import { gateIn } from './gates.js';
import { featuresOf, weight } from './lines.js';
import { mastheadOf } from './masthead.js';
import { isNamed } from './naming.js';
import { isRule, isStopped, type Page } from './page.js';
import { ASK_NATS, confidenceOf, PRICES, SURE_NATS } from './prices.js';
import { speaksToReaders } from './readers.js';
import { named } from './roles.js';
import { titleAndName, titleForm } from './titles.js';
import { isVerseAt, isWordy } from './verse-lines.js';

/** The most lines of a head: no archive says more of a story. */
const MOST = 500;
/** How far into a stretch a line is looked for that says that the story begins under it. */
const FAR = 200;
/** How many blurbs a head may hold. */
const MOST_BLURBS = 1;
/** How much less each further line says of a run that nothing names. */
const FADES = 0.85;
/** How many lines of several words may stand in a head that has none of a page's own: its title and one beside. */
const MOST_WORDY = 2;
/** Features of a story's own lines. */
const OF_STORY: ReadonlySet<string> = new Set(['stop', 'speech', 'long', 'labelOfStory']);

/** The decisions for the lines at the head of a stretch, in order. `titled`: its title is known from elsewhere. */
export function headOf(page: Page, titled: boolean): Decision[] {
  const { blocks, from, to } = page;
  const mail = mailHeader(blocks, from, to);
  const masthead = mastheadOf(page);
  const least = Math.max(openingIn(page), masthead ? masthead.last + 1 - from : 0);
  const sentences: number[] = [];
  const blurbs: number[] = [];
  const unnamed: number[] = [];
  const wordy: number[] = [];
  let isSaid: number | undefined;
  let isTitle = !titled && masthead === undefined;
  let isUnderHeading = false;
  let unknown = 0;
  const own: number[] = [];
  const weigh = (index: number): number => (own[index] = weighed(index));
  const weighed = (index: number): number => {
    const at = from + index;
    if (index < mail) return PRICES.facts.head;
    const [first] = featuresOf(page, at, 'head');
    const line = weight(page, at, 'head');
    const form = isTitle ? titleWeight(page, at, first?.[0]) : undefined;
    if ((form !== undefined && form > 0) || first?.[0] === 'named') isTitle = false;
    if (form === undefined && first !== undefined && OF_STORY.has(first[0])) sentences.push(index);
    // Under a chapter's heading a sentence is the story's, though buttons follow: a blurb stands above the first one.
    if (first?.[0] === 'blurb') (isUnderHeading ? sentences : blurbs).push(index);
    if (first?.[0] === 'decisiveLabel' && labelOf(page.blocks[at] as Block)?.label.key === 'title')
      isTitle = false;
    if (first?.[0] === 'unknown' && form === undefined) unnamed.push(index);
    // What leads on from the line above is verse, or a wrapped paragraph: no site writes its head so.
    if (isNameless(first?.[0]) && isVerseAt(page, at)) sentences.push(index);
    if (isNameless(first?.[0]) && isWordy(page.blocks[at]?.text ?? '')) wordy.push(index);
    else if (first?.[0] !== 'byline') isSaid ??= index;
    if (first?.[0] === 'heading') {
      isTitle = false;
      isUnderHeading ||= isChapterHeading(page.blocks[at] as Block);
    }
    unknown = first?.[0] === 'unknown' && line < 0 ? unknown + 1 : 0;
    // A menu is a run of lines that nobody knows: each says less than the one before.
    return form === undefined ? line * (unknown > 1 ? FADES ** (unknown - 1) : 1) : Math.max(form, line);
  };
  const may = (count: number): boolean => {
    const inner = (indices: readonly number[]) => indices.filter((index) => index < count && index >= least);
    return (
      inner(sentences).length === 0 &&
      (inner(wordy).length <= MOST_WORDY || (isSaid !== undefined && isSaid < count)) &&
      inner(blurbs).length <= MOST_BLURBS &&
      hasStory(page, from + count, inner([...blurbs, ...unnamed]))
    );
  };
  // Where a page says that the story begins, it does.
  const edge = edgeOf(least > 0 && !masthead ? least : Math.min(to - from, MOST), weigh, {
    least,
    may,
    firm: (count) => isFirm(page, from, count, own),
  });
  const anchor = anchorIn(page);
  if (anchor === undefined || anchor - from <= edge.count) return decided(page, edge, 'head', titled);
  return aboveAnchor(page, anchor, edge.count, titled);
}

/** Whether the innermost line of an edge is surely of it by itself: a rule under it is no evidence. */
function isFirm(page: Page, from: number, count: number, own: readonly number[]): boolean {
  const { blocks } = page;
  let last = count - 1;
  while (last > 0 && isRule(blocks[from + last] as Block)) last -= 1;
  // A refrain stands far below; a title, right beside.
  const { text } = blocks[from + last] as Block;
  const near = blocks.slice(from, from + last + NEXT).filter((one) => one.text === text).length > 1;
  const again = featuresOf(page, from + last, 'head').some(([form]) => form === 'again');
  return (again && near) || (own[last] ?? 0) - (again ? PRICES.again.head : 0) >= SURE_NATS;
}

/** How far below a line of a head it may stand again as the title, in lines. */
const NEXT = 3;

/** How many lines a head has at the most above the heading that it ends at. */
const ABOVE = 60;

/** The first heading by name near the top of a page, where nothing above it reads like a story's text. */
function anchorIn(page: Page): number | undefined {
  const { blocks, from, to } = page;
  let above = 0;
  for (let at = from; at < Math.min(to, from + ABOVE); at += 1) {
    const block = blocks[at] as Block;
    const [first] = featuresOf(page, at, 'head');
    if (block.role !== undefined || first?.[0] === 'speech' || first?.[0] === 'long') return undefined;
    if (at > from && first?.[0] === 'heading' && isChapterHeading(block))
      return hasText(page, at + 1, above) ? at : undefined;
    above += block.text.length;
  }
  return undefined;
}

/** Whether more text than so many characters follows, and no other heading does at once. */
function hasText({ blocks, to }: Page, at: number, least: number): boolean {
  const next = at < to ? blocks[at] : undefined;
  if (!next || isChapterHeading(next) || (next.gap === 0 && /^\p{Ll}/u.test(next.text))) return false;
  let left = least;
  for (let index = at; index < to && left >= 0; index += 1) left -= blocks[index]?.text.length ?? 0;
  return left < 0;
}

const isChapterHeading = (block: Block): boolean => isNamedHeading(block) && !isPointOfView(block);

/**
 * The lines above a heading that a head ends at. What speaks for the page goes, and all that stands above the title;
 * what says nothing of itself under the title may be a motto or an opening, and stays. The first `known` lines are the
 * page's in any case.
 */
function aboveAnchor(page: Page, anchor: number, known: number, titled: boolean): Decision[] {
  const { from } = page;
  const found = named(page, from, anchor, 'head', titled);
  const title = found.findIndex(({ class: of }) => of === 'title');
  const [only] = found;
  if (!titled && title < 0 && only && found.length === 1 && SHORT_TITLE.test(only.block.text))
    return [decide(only.block, 'title', 'title', SURE_ANCHOR)];
  const speaks = (index: number): boolean => weight(page, from + index, 'head') > 0;
  const hasNote = found.some(({ class: of }, index) => of === 'note-before' && speaks(index));
  return found.map((decision, index) => {
    const isMore = hasNote && decision.class === 'note-before' && decision.reason.startsWith('note:');
    const weighs = isMore || speaks(index);
    const isTitle = index === title && (weighs || (titleWeight(page, from + index, 'unknown') ?? 0) > 0);
    const isRead = decision.reason !== 'page:head' && decision.reason !== 'page:summary' && weighs;
    const isHeading = decision.class === 'chapter' || decision.class === 'part';
    const isSentence = OF_STORY.has(featuresOf(page, from + index, 'head')[0]?.[0] ?? '');
    const isAbove = index < title && !isSentence;
    if (index < known || isAbove || isTitle || isRead || isHeading || isRule(decision.block))
      return { ...decision, confidence: SURE_ANCHOR };
    return decide(decision.block, 'story', weighs ? decision.reason : 'story', 1);
  });
}

/** A title of a few words though it ends with a stop. */
const SHORT_TITLE = /^\p{Lu}[\p{L}'\u2019-]*(?: [\p{L}'\u2019-]+){0,6}[.!?]$/u;

/** How sure it is that what stands above a title above a heading is the page's. */
const SURE_ANCHOR = 0.9;

/** The decisions for the lines at the foot of a stretch, in order: they are its last. */
export function footOf(page: Page): Decision[] {
  const { from, to } = page;
  const gate = gateIn(page);
  const least = gate === undefined ? 0 : to - gate;
  const sentences: number[] = [];
  const own: number[] = [];
  const weigh = (index: number): number => {
    const at = to - 1 - index;
    const [first] = featuresOf(page, at, 'foot');
    if (index >= least && first !== undefined && OF_STORY.has(first[0])) sentences.push(index);
    return (own[index] = weight(page, at, 'foot') + (isBetween(page, at) ? PRICES.between.foot : 0));
  };
  const edge = edgeOf(Math.min(to - from - 1, Math.max(MOST, least + MOST)), weigh, {
    least,
    may: (count) => !sentences.some((index) => index < count),
    firm: (count) => (own[count - 1] ?? 0) >= SURE_NATS,
  });
  return decided(page, edge, 'foot', true);
}

/** How many lines end with one that says that the story begins under it. */
function openingIn(page: Page): number {
  const { blocks, from, to } = page;
  const end = Math.min(to, from + FAR);
  if (!blocks.slice(from, end).some(({ text }) => rowOf(text, 'head')?.opens)) return 0;
  let labels = 0;
  for (let at = from; at < end; at += 1) {
    const [first] = featuresOf(page, at, 'head');
    const isOfArchive = first?.[0] === 'row' && page.sites.has('ao3');
    if (first?.[0] === 'decisiveLabel' || isOfArchive) labels += 1;
    if (first?.[0] === 'opens' && labels >= 2 && hasStory(page, at + 1, [at - from])) return at + 1 - from;
    if (blocks[at]?.role !== undefined) return 0;
  }
  return 0;
}

/** How much a line weighs as the title, where it is the first that nothing else explains; undefined where it is none. */
function titleWeight(page: Page, at: number, first: string | undefined): number | undefined {
  const { blocks, from, to, isDense, sites } = page;
  if (first !== 'unknown' && first !== 'stop' && first !== 'name' && first !== 'unknownLabel')
    return undefined;
  const { text } = blocks[at] as Block;
  if (speaksToReaders(text) || featuresOf(page, at, 'head').some(([form]) => form === 'genres'))
    return undefined;
  // Where a site has the author first, a word alone is one, and what stands right under it is the title.
  const isAuthorFirst = [...sites].some((site) => placesOf(site)[0] === 'author');
  if (isAuthorFirst && at > from && PEN.test(text)) return undefined;
  const above = at - 1 > from ? blocks[at - 1]?.text : undefined;
  const placed =
    isAuthorFirst && above !== undefined && PEN.test(above) && rowOf(above, 'head') === undefined ? 3 : 0;
  const isUnderDate =
    at > from && at <= from + 2 && featuresOf(page, at - 1, 'head').some(([form]) => form === 'date');
  const next = at + 1 < to ? blocks[at + 1] : undefined;
  const both = titleAndName(text);
  const labelled =
    at === from ? /^\p{L}[\p{L} -]{2,20}: (?<rest>\p{Lu}.*)$/u.exec(text)?.groups?.['rest'] : undefined;
  const form = both ? Math.max(titleForm(both.title), 0) + 2 : titleForm(labelled ?? text);
  if (first === 'unknownLabel' && form < 2) return undefined;
  if (headingAt(blocks, at, to) && (page.times.get(text) ?? 0) < 2) return undefined;
  if (!next || (first === 'stop' && (form <= 0 || (next.gap === 0 && sites.size === 0)))) return undefined;
  if (
    /^\P{L}*\p{Lu}/u.test(text) &&
    /^\p{Ll}/u.test(next.text) &&
    ffnFacts(next) === undefined &&
    !isNamed(page, at)
  )
    return undefined;
  const isBefore = rowOf(next.text, 'head')?.weak === undefined && rowOf(next.text, 'head') !== undefined;
  const isSaid = featuresOf(page, at, 'head').some(
    ([name, times = 1]) => (name === 'buttons' && times >= 1) || name === 'counted',
  )
    ? -1.5
    : 0;
  const apart =
    next.gap > 0 || isBefore || isChapterHeading(next)
      ? 0
      : isDense && (at === from || !isStopped(text))
        ? -0.6
        : -4;
  return form + apart + isSaid + placed + (isUnderDate ? 1.5 : 0);
}

const isNameless = (first: string | undefined): boolean => first === 'unknown' || first === 'named';

/** A pen name of one word. */
const PEN = /^[\w-]{2,40}$/;

/** Whether more text follows than the sentences that stand in a head: else those are the story. */
function hasStory({ blocks, from, to }: Page, at: number, jumped: readonly number[]): boolean {
  if (jumped.length === 0) return true;
  let left = jumped.reduce((sum, index) => sum + (blocks[from + index]?.text.length ?? 0), 0);
  for (let index = at; index < to && left >= 0; index += 1) {
    const { text } = blocks[index] as Block;
    if (rowOf(text, 'tail') === undefined) left -= text.length;
  }
  return left < 0;
}

/** How many lines that no form knows may stand between two that are surely a site's. */
const MOST_UNKNOWN = 3;

/** Whether a line that no form knows stands under a line that is surely a site's. */
function isBetween(page: Page, at: number): boolean {
  if (featuresOf(page, at, 'foot')[0]?.[0] !== 'unknown') return false;
  for (let index = at - 1; index >= Math.max(page.from, at - MOST_UNKNOWN); index -= 1) {
    const [first, second] = featuresOf(page, index, 'foot');
    if (first?.[0] === 'row' || second?.[0] === 'ofSite') return true;
    if (first?.[0] !== 'unknown') return false;
  }
  return false;
}

/** What each line of an edge is; what is not sure stays in the story, and says what it may be. */
function decided(page: Page, edge: Edge, side: 'head' | 'foot', titled: boolean): Decision[] {
  const { from, to } = page;
  const sure = sureCount(edge, SURE_NATS);
  const near = edge.near && edge.near.margin > ASK_NATS ? edge.near : undefined;
  const seen = Math.max(edge.count, near?.count ?? 0);
  if (seen === 0) return [];
  const start = side === 'head' ? from : to - seen;
  const found = named(page, start, start + seen, side, titled);
  const marginAt = (index: number): number => edge.margins[index] ?? near?.margin ?? 0;
  const out = found.map((decision, place) => {
    const index = side === 'head' ? place : seen - 1 - place;
    const { class: of } = decision;
    // A sentence that might have been the title, and is not, is the story's: only a blurb is a summary.
    const [first] = featuresOf(page, start + place, side);
    const isIn = side === 'head' && start + place <= (mastheadOf(page)?.last ?? -1);
    if (!isIn && decision.reason === 'page:summary' && OF_STORY.has(first?.[0] ?? ''))
      return decide(decision.block, 'story', 'story', 1);
    const margin = marginAt(index);
    const weighed = { side, seen: featuresOf(page, start + place, side), margin };
    const confidence = decision.reason === 'markup' ? 1 : confidenceOf(margin);
    if (index < sure || (index < edge.count && (of === 'chapter' || of === 'part' || of === 'scene-break')))
      return { ...decision, confidence, weighed };
    const isQuestion = weight(page, start + place, side) > 0 || of === 'title' || of === 'author';
    return decide(
      decision.block,
      'story',
      isQuestion ? decision.reason : 'story',
      isQuestion ? confidence : 1,
      {
        weighed,
        ...(isQuestion && of !== 'chapter' && of !== 'part' && of !== 'scene-break' ? { maybe: of } : {}),
      },
    );
  });
  return out;
}
