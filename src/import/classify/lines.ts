/** What is seen of a line of a page, and how much it weighs for the page's head or foot. */
import { lettersOf } from '../../text/compare.js';
import { isBreak } from '../breaks.js';
import { rowOf, sitesOf, type Row } from '../sites/index.js';
import type { Block, Role } from '../types.js';
import { isCount } from './counts.js';
import {
  againAt,
  CREDITS,
  formFeatures,
  gapAt,
  HASHTAGS,
  isAboveRow,
  isBlurb,
  isUnderPage,
} from './forms.js';
import { headingAt, headingOf, isNamedHeading } from './headings.js';
import { ffnFacts, labelRun, isSentence, labelOf, unknownLabel, type Found } from './labels.js';
import { bylineAt, isDedicationAt, isBio, isNamed, isNameUnder, isPosted, isUnderPlace } from './naming.js';
import { noteFeatures } from './near-notes.js';
import { noteLabel } from './notes.js';
import {
  isRule,
  isStopped,
  labelPrice,
  labelText,
  LINE,
  PARAGRAPH,
  type Page,
  type Seen,
  type Side,
} from './page.js';
import { PRICES } from './prices.js';
import { isSpeech } from './readers.js';
import { titleAndName } from './titles.js';
import { titleAgain } from './twice.js';

/** What markup says of blocks that stand before a story, and after it. */
const ROLES: Readonly<Record<Side, readonly Role[]>> = {
  head: ['title', 'author', 'summary', 'note-before', 'dedication', 'metadata', 'furniture'],
  foot: ['furniture', 'metadata', 'note-after'],
};

/** How many nats a line weighs for an edge of its page. */
export function weight(page: Page, at: number, side: Side): number {
  return featuresOf(page, at, side).reduce(
    (sum, [feature, times = 1]) => sum + PRICES[feature][side] * times,
    0,
  );
}

/** What is seen of a line that stands near an edge. */
export function featuresOf(page: Page, at: number, side: Side): Seen[] {
  const known = page.seen[side].get(at);
  if (known) return known;
  const seen = look(page, at, side);
  page.seen[side].set(at, seen);
  return seen;
}

function look(page: Page, at: number, side: Side): Seen[] {
  const { blocks } = page;
  const block = blocks[at] as Block;
  const { text, role } = block;
  if (role !== undefined)
    return ROLES[side].includes(role) ? [['markup']] : side === 'head' ? [['heading', 200]] : [['long', 10]];
  if (isRule(block)) return [['rule']];
  if (side === 'head' && isCount(text) && at > page.from) return [['counts']];
  if (HASHTAGS.test(text)) return [['hashtags']];
  const row = rowOf(text, side === 'head' ? 'head' : 'tail');
  if (row) return rowFeatures(page, at, row, side);
  if (side === 'head' && isLastCrumb(page, at)) return [['row']];
  if (ffnFacts(block) || labelRun(block)) return [['facts']];
  const isShort = side === 'head' && text.length < PARAGRAPH;
  const isOdd =
    (unknownLabel(text) && !labelOf(block)) || isSpeech(text) || (at === page.from && isStopped(text));
  if (isShort && isOdd && isNamed(page, at)) return [['named'], ...againAt(page, text)];
  if (side === 'head' && isUnderPlace(page, at)) return [['named']];
  if (CREDITS.test(text)) return [['credits']];
  const isByline = side === 'head' && at > page.from && bylineAt(page, at) !== undefined;
  if (isByline && !isSpeech(text)) return [['byline']];
  const again = side === 'head' ? titleAgain(page) : undefined;
  if (
    again !== undefined &&
    at > page.from &&
    at <= again &&
    noteLabel(text) === undefined &&
    !labelOf(block)
  )
    return [['betweenTitles']];
  if (isBio(page, at)) return [['bio']];
  const label = labelFeatures(page, at, side);
  if (label) return label;
  const note = noteFeatures(page, at, side);
  if (note) return note;
  if (side === 'head' && isDedicationAt(page, at)) return [['dedication']];
  if (headingAt(blocks, at, page.to) && (isNamedHeading(block) || block.gap > 0))
    return side === 'head' && isOfContents(page, at)
      ? [['contents']]
      : [['heading'], ...againAt(page, text).map(([form]) => [form] as const)];
  const forms = formFeatures(page, at);
  if (forms.some(([form]) => form === 'excerpt')) return [['excerpt']];
  if (side === 'head' && text.length < PARAGRAPH && isPosted(page, at))
    return [['named'], ...againAt(page, text)];
  if (side === 'head' && isBlurb(page, at)) return [['summaryWords']];
  if (side === 'head' && isAboveRow(page, at)) return [['blurb']];
  if (text.length >= PARAGRAPH) return [['long'], ...forms.filter(([form]) => form === 'rights')];
  const isQuoted = side === 'head' && (titleAndName(text) !== undefined || isQuotedTitle(page, at));
  if (isSpeech(text) && !isQuoted) return [['speech']];
  if (isStopped(text) && !forms.some(([form]) => form === 'rights' || form === 'date'))
    return [['stop'], ...forms];
  if (text.length > LINE || isClause(text)) return [['stop'], ...forms];
  if (side === 'head' && isNamed(page, at)) return [['named'], ...againAt(page, text)];
  if (side === 'head' && isNameUnder(page, at)) return [['name']];
  const small: Seen[] = /^\p{Ll}/u.test(text) && forms.length === 0 ? [['smallLetter']] : [];
  const run: Seen[] = forms.length > 0 && side === 'head' && isUnderPage(page, at) ? [['inRun', 0.3]] : [];
  return [['unknown'], ...forms, ...small, ...run, ...gapAt(page, at)];
}

/** Whether a numbered line ends a path of such: the page itself, under what leads to it. */
export const isLastCrumb = ({ blocks, from }: Page, at: number): boolean =>
  at > from &&
  /^\d\. \S/.test(blocks[at]?.text ?? '') &&
  rowOf(blocks[at - 1]?.text ?? '', 'head')?.id === 'nav:crumb';

/** Whether a heading stands again further on, beside another that does: in a list of contents. */
const isOfContents = ({ blocks, from, to, times }: Page, at: number): boolean => {
  const isAgain = (index: number): boolean => {
    const block = index >= from && index < to ? blocks[index] : undefined;
    return block !== undefined && headingOf(block) !== undefined && (times.get(block.text) ?? 0) > 1;
  };
  if (!isAgain(at) || !(isAgain(at - 1) || isAgain(at + 1))) return false;
  return blocks.slice(at + 1, to).some(({ text }) => text === blocks[at]?.text);
};

/** Whether a line under a line of the page's is a title in quotation marks, with a blank line below. */
const isQuotedTitle = (page: Page, at: number): boolean =>
  /^["\u201C\u00AB][^"\u201D\u00BB.,!?]{2,60}["\u201D\u00BB](?: \[[^\]]{1,20}\])?$/u.test(
    page.blocks[at]?.text ?? '',
  ) &&
  (page.blocks[at + 1]?.gap ?? 0) > 0 &&
  !page.titled &&
  (isUnderPage(page, at) || (at > page.from && formFeatures(page, at - 1).length > 0));

/** Whether a line is prose that another follows: a sentence ends in it, or it is long and leads on to the next. */
const isClause = (text: string): boolean =>
  /\p{Ll}{2}[.!?]["\u201D\u2019)]*\s+["\u201C\u2018(]?\p{Lu}\p{Ll}*\s+\p{Ll}.*[:,;]$/u.test(text) ||
  (/\p{Ll}[:,;\u2014-]$/u.test(text) && text.split(/\s+/).length >= FEWEST_WORDS);
const FEWEST_WORDS = 9;

function rowFeatures(page: Page, at: number, row: Row, side: Side): Seen[] {
  const { blocks, from, to, sites, lone, isDense } = page;
  const { text } = blocks[at] as Block;
  if (row.opens && side === 'head') return [['opens']];
  if (!row.weak) return [['row']];
  const edge = side === 'head' ? 'head' : 'tail';
  const own = sitesOf(text, edge).filter((site) => site !== 'nav');
  const isOfSite = own.some((site) => sites.has(site) && lone.get(site) !== text);
  const near = [at - 1, at + 1].filter((index) => index >= from && index < to);
  // Where no blank line parts anything, the line of a site beside another stands between two of them.
  const isInRun = near[isDense && near.length > 1 ? 'every' : 'some']((index) => {
    const other = blocks[index] as Block;
    return (index < at ? blocks[at]?.gap : other.gap) === 0 && rowOf(other.text, edge) !== undefined;
  });
  return [
    ['weakRow'],
    ...(isOfSite ? ([['ofSite']] as const) : []),
    ...(isInRun ? ([['inRun']] as const) : []),
  ];
}

function labelFeatures(page: Page, at: number, side: Side): Seen[] | undefined {
  const block = page.blocks[at] as Block;
  const found = labelOf(labelText(page, block));
  const over = at > page.from ? (page.blocks[at - 1] as Block) : undefined;
  const above = over && labelOf(labelText(page, over));
  if (!found) {
    if (isSong(page, at)) return [['value'], ['inRun', 2]];
    const isItem = ITEM.test(block.text) && above !== undefined && LISTED.has(above.label.key);
    if (above?.value === '' && (isItem || !isSpeech(block.text)))
      return above.label.is === 'prose' ? [['underLabel']] : [['value']];
    if (ITEM.test(block.text) && at > page.from && isItemUnderLabel(page, at, side)) return [['underLabel']];
    if (above && over && goesOn(page, over, block)) return [['value']];
    if (side === 'head' && above?.label.is === 'prose' && isAboveLabel(page, at)) return [['underLabel']];
    if (!unknownLabel(block.text) || noteLabel(block.text) !== undefined || isNamedHeading(block))
      return undefined;
    const run: Seen[] = isAmongLabels(page, at) ? [['inRun']] : [];
    return [['unknownLabel'], ...run, ...formFeatures(page, at).filter(([form]) => form === 'date')];
  }
  const isStray = isSentence(found) && !isAmongLabels(page, at);
  if (isStray || (side === 'head' && isOfDocument(page, at))) return [['labelOfStory']];
  const { is } = found.label;
  if (is === 'decisive') return [['decisiveLabel']];
  if (found.value === '' && at + 1 < page.to && isSong(page, at + 1)) return [['decisiveLabel']];
  if (found.value === '' && !page.isLabelled) return [['unknownLabel']];
  // Another label bears one out; of one that names prose a sign or a letter may be the next line.
  const isAmong = page.labels > labelPrice(found.label);
  const isBorne =
    found.value === ''
      ? page.isLabelled
      : is === 'prose'
        ? isOwnWord(found) || isAmongLabels(page, at) || (isAmong && found.label.key === 'summary')
        : isAmong && (is !== 'weak' || isAmongLabels(page, at));
  const borne: Seen[] = isBorne ? [['borneLabel']] : [];
  if (is === 'prose') return [['proseLabel'], ...borne];
  const forms = formFeatures(page, at).filter(([form]) => form === 'date' || form === 'genres');
  return [['label'], ...borne, ...forms];
}

/** Whether an item of a list goes on with one that a label names. */
const isItemUnderLabel = (page: Page, at: number, side: Side): boolean =>
  ITEM.exec(page.blocks[at]?.text ?? '')?.[0] === ITEM.exec(page.blocks[at - 1]?.text ?? '')?.[0] &&
  featuresOf(page, at - 1, side)[0]?.[0] === 'underLabel';
const ITEM = /^[-*\u2022] /;
/** What is said in lists. */
const LISTED: ReadonlySet<string> = new Set(['thanks', 'glossary', 'warning']);

/** Words over a list of songs, and a song with who sings it. */
const SONGS =
  /^(?:\p{L}+ )?(?:songs?|music|play ?list|soundtrack|[\u015Fs]ark\u0131\p{L}*|canci(?:\u00F3n|ones)|m\u00FAsicas?|chansons?|lagu)\s*:$/iu;
const SONG = /^[^.!?"\u201C]{2,50}?\s?[-\u2013\u2014]\s?[^.!?"\u201C]{2,50}$/;
const MOST_SONGS = 12;

/** Whether a line is a song right under words that say so, or under others. */
function isSong({ blocks, from }: Page, at: number): boolean {
  for (let index = at; index > Math.max(from, at - MOST_SONGS); index -= 1) {
    const [block, above] = [blocks[index] as Block, blocks[index - 1]?.text ?? ''];
    if (block.gap > 1 || !SONG.test(block.text)) return false;
    if (SONGS.test(above)) return true;
  }
  return false;
}

/** Whether a paragraph of a labelled head stands right above a label: it goes on with what the one above it names. */
const isAboveLabel = ({ blocks, to, isLabelled }: Page, at: number): boolean => {
  const [block, next] = [blocks[at] as Block, at + 1 < to ? blocks[at + 1] : undefined];
  const found = next && labelOf(next);
  return isLabelled && !isSpeech(block.text) && found?.label.is !== undefined && !isSentence(found);
};

/** How many lines of labels may stand below one at the most. */
const MOST_LABELS = 30;

/** Whether a label that is known stands right above a line or right below it. */
function isAmongLabels({ blocks, from, to, isDense }: Page, at: number): boolean {
  let end = at + 1;
  while (end < to && blocks[end]?.gap === 0) end += 1;
  // Where no blank line parts anything, none says that the labels end here.
  if (isDense && (end >= to || end - at > MOST_LABELS)) return false;
  const isKnown = (other: Block | undefined): boolean => {
    const found = other && labelOf(other);
    return found?.label.is !== undefined && found.label.is !== 'weak' && !isSentence(found);
  };
  const [block, above, below] = [blocks[at], blocks[at - 1], blocks[at + 1]];
  return (
    (at > from && block?.gap === 0 && isKnown(above)) || (at + 1 < to && below?.gap === 0 && isKnown(below))
  );
}

/** A line this long, in characters, may have been broken at its end; a sentence that ends there was not. */
const FULL_LINE = 50;
/** Whether a label's value goes on in the next line. */
export const goesOn = ({ sites }: Page, over: Block, { text, gap }: Block): boolean =>
  gap === 0 &&
  !sites.has('ao3') &&
  over.text.length >= FULL_LINE &&
  !isStopped(over.text) &&
  /^[\p{Ll}(]/u.test(text);

/** What authors say under a label, in words that no notice in a story has. */
const OWN_WORDS: Readonly<Record<string, RegExp>> = {
  glossary: /\s[=\u2013\u2014-]\s|:.*:/,
  thanks: /\b(?:read|reading|beta|reviews?|comments?|kudos|support|prompt|help|everyone)\b/i,
  dedication: /^(?:to|for|\p{L}+ \p{Ll}*\u0441\u044F)\b/iu,
  warning:
    /\b(?:viol[ea]n\w*|gewalt\w*|slash|yaoi|yuri|smut|lemons?|language|swear\w*|spoilers?|AU|OOC|(?:character|main|major)s? deaths?|mpreg|abuse|rape|(?:non|dub)-?con|self[- ]harm\w*|suicid\w*|gore|angst|fluff|mature|explicit|sexual\w*|sex|incest|drugs?|alcohol|mentions?|implied|triggers?|fics?|chapters?|[mf]\/[mf]|crack|kinks?|none apply)\b|^none\W*$/i,
  disclaimer:
    /\b(?:(?:I|we) (?:do not |don['\u2019]t |sadly |still )*own|not mine|belongs? to (?:their|its|the (?:owners?|creators?))|rights (?:belong|go)|no (?:copyright|profit|money)|infringement)\b/i,
};
const isOwnWord = ({ label: { key }, value }: Found): boolean => OWN_WORDS[key]?.test(value) === true;

/** Whether a label stands in a document of the story's: one whose `Title:` is another than the story's above it. */
function isOfDocument({ blocks, from, to, sites }: Page, at: number): boolean {
  if (sites.size > 0) return false;
  let [first, last] = [at, at];
  while (first > from && blocks[first]?.gap === 0) first -= 1;
  while (last + 1 < to && blocks[last + 1]?.gap === 0 && last < at + 20) last += 1;
  const above = blocks
    .slice(from, first)
    .filter((block) => !labelOf(block) && !isBreak(block) && rowOf(block.text, 'head') === undefined);
  const [title] = above;
  const lines = blocks.slice(first, last + 1);
  const said = lines.map((line) => labelOf(line)).find((one) => one?.label.key === 'title');
  if (!title || !said || above.length > 2) return false;
  const [ours, theirs] = [lettersOf(title.text), lettersOf(said.value)];
  return !ours.includes(theirs) && !theirs.includes(ours);
}
