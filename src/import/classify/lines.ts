/** What is seen of a line of a page, and how much it weighs for the page's head or foot. */
import { gateOf, rowOf, sitesOf, type Row } from '../sites/index.js';
import type { Block, Role } from '../types.js';
import { isBreak } from '../breaks.js';
import { isCount } from './counts.js';
import { isDedication } from './dedications.js';
import { headingOf, isNamedHeading } from './headings.js';
import { ffnFacts, isSentence, labelOf, unknownLabel, type Found } from './labels.js';
import { isPlainNote, noteLabel } from './notes.js';
import { PRICES, type Feature } from './prices.js';
import { isSpeech, mayBeOfNote, PERSON, wordsToReaders } from './readers.js';
import { bylineOf, isName, pageBylineOf, titleAndName, titleForm } from './titles.js';

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
  /** How often each of its short lines stands in it. */
  times: ReadonlyMap<string, number>;
  /** Whether its labels are borne out by others, a byline, a site's line. */
  isBorne: boolean;
  /** Whether several labels bear each other out. */
  isLabelled: boolean;
  /** How many lines of it say no more than that an advertisement stood there. */
  advertisements: number;
  /** Whether its title is known from elsewhere. */
  titled: boolean;
  /** Whether no blank lines part its paragraphs. */
  isDense: boolean;
  /** What was seen of its lines already, by their index. */
  seen: Readonly<Record<Side, Map<number, Seen[]>>>;
}

/** How far from an edge sites are looked for, in lines. */
const FAR = 80;
/** The longest line that is compared with others of the page, in characters. */
const SHORT = 100;

/** What is known of a stretch. `known`: sites that are known of the whole file. */
export function pageOf(
  { blocks, from, to }: Stretch,
  { known = [], titled = false }: { known?: readonly string[]; titled?: boolean } = {},
): Page {
  const sites = new Set(known);
  let labels = 0;
  let others = 0;
  const look = (at: number, side: 'head' | 'tail') => {
    const block = blocks[at] as Block;
    const row = rowOf(block.text, side);
    if (row && !row.weak) {
      sitesOf(block.text, side).forEach((site) => sites.add(site));
      others += 1;
    }
    if (ffnFacts(block)) sites.add('ffn');
    if (side === 'tail') return;
    const found = labelOf(block);
    if (found && !isSentence(found)) labels += found.label.is === 'decisive' ? 1 : 0.7;
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
    times,
    isBorne: labels >= 2 || (labels > 0 && others > 0) || others >= 2 || sites.size > 0,
    isLabelled: labels >= 2 || sites.size > 0,
    advertisements: [...times].reduce(
      (sum, [text, count]) => (/^advertisements?$/i.test(text) ? sum + count : sum),
      0,
    ),
    titled,
    isDense: dense > (to - from) * 0.7,
    seen: { head: new Map(), foot: new Map() },
  };
}

const MONTH =
  '(?:jan|feb|f\u00E9v|mar|apr|avr|abr|may|mai|jun|jui|jul|aug|ago|ao\u00FB|sep|oct|okt|out|nov|dec|dez|d\u00E9c|dic|ene|gen|giu|lug|set|ott|sty|lut|kwi|maj|cze|lip|sie|wrz|pa\u017A|lis|gru|oca|\u015Fub|nis|haz|tem|a\u011Fu|eyl|eki|kas|ara)';
const DATE = new RegExp(
  String.raw`(?<!\d)\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?${MONTH}\p{L}*\.?,?\s+(?:de\s+)?(?:\d{4}|'\d\d)\b|\b${MONTH}\p{L}*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:\d{4}|'\d\d)\b|\b\d+\s?(?:yr|mo|min|h|d|w|hours?|days?|weeks?|months?|years?)\.?\s+ago\b`,
  'iu',
);
/** A date among what else a site says: counts, a time of day. */
const DATED =
  /\d{1,2}:\d\d|[\u00B7\u2022|\u2013-]|\b(?:words?|minutes|views|comments|published|updated?|posted|edited|am|pm)\b/i;
const SEPARATORS =
  /\S\s{2,}[-\u2013]\s{2,}\S|\s[|\u00B7\u2022\u00BB\u203A\u2192\u2190>\/\u2219]\s.*\S|^[\u00AB\u2190<>\u2022]+\s?\S|\S\s?[\u00BB\u2192>]+$|^\[[^\]]{1,20}\]\s?\[[^\]]{1,20}\]/u;
const BUTTONS =
  /\b(?:log ?(?:in|out)|sign ?(?:in|up)|subscribe|bookmark|download|skip to|share|repl(?:y|ies)|comments?|reviews?|votes?|views?|upvotes?|likes?|chapters?|chs|next|prev(?:ious)?|menu|click (?:here|to|an?)|e-?mail|print|report|rating|rated|ratings|age rating|account|posts?|posted|archives?|tags?|tagged|avatar|loading|please wait|advertisements?|cookies?|privacy|read(?:ing)? time|min(?:utes?)? read|words|published|updated|last update|register|search|save|options?|listen|audio|scan the code|download the app|editor|story|stories|actions|entradas|etiqueta|publicar|comentarios?|compartir|capitolo|rss|pdf|fics?|reviews|novel)\b/i;
const COUNTED =
  /^\W*(?:\d[\d.,]*\s+)?\d[\d.,]*\s?[KkM]?\s+(?:total )?(?:views?|reads|votes|upvotes|comments?|reviews?|ratings?|chs|chapters|chapitres|kapitel|words|likes|fav(?:ou?rite)?s|followers|stars|pages|notes|kudos|hits|replies|comentarios?|lecturas|vistas|aufrufe)\b(?! (?:later|ago))|\bmin(?:ute)?s? read\b|\breading time\b/i;
/** A line of nothing but genres. */
const GENRES =
  /^(?:(?:fantasy|horror|romance|romantik|mystery|mist[e\u00E9]rio|adventure|abenteuer|aventura|drama|drame|humou?r|comedy|sci-?fi|science fiction|thriller|poetry|fiction|fanfi(?:c|ction)|general|angst|fluff|family|friendship|suspense|tragedy|crime|child(?:ren|s)?|young adult|historical|supernatural|paranormal|fantastique|[\u00DC\u00FC]bernat[\u00FCu]rlich|terror|action|literary|contemporary|speculative|short stor(?:y|ies)|flash|geschichte|m\/m|f\/m|f\/f|gen|het|slash|femslash|p-?\d\d|pg-?13|nc-?17|complete|finished|ongoing|completed|one-?shot)(?:[\s,;\/&|\u00B7\u2022-]+|$)){1,8}$/iu;
/** Who else worked on a text. */
const CREDITS =
  /^(?:read|narrated|recorded|illustrated|translated|edited|proof-?read|beta(?:'?d| ?read)?|cover|art|photo|audio) by:? \p{Lu}[^.!?]{1,60}$/iu;
const RIGHTS =
  /\u00A9|^copyright\b|\ball rights reserved\b|\bpowered by\b|^(?:image|photo|picture|art|cover|illustration)s?(?: prompt)?(?: (?:by|from|via|courtesy|submitted by|credit)\b|\s*[:\u00A9])/i;
const OWNER = /^(?:\u00A9|\(c\)|copyright\b)\s?[^.!?]{2,80}$/iu;
const ADDRESS =
  /\b[\w-]+\.[a-z]{2,9}\/\S+$|^\S{0,3}https?:\/\/\S+$|^www\.\S+$|\bdot com\b|^[\w.-]+\.(?:com|net|org)\b/i;
const HASHTAGS = /^#[\p{L}\p{N}_][^#\n]{0,60}(?:\s?#[\p{L}\p{N}_][^#\n]{0,60}){1,30}$/u;
const STOP = /[.!?\u2026\u3002\uFF01\uFF1F]["'\u201D\u2019)\]\u00BB\u300D*_]*$/u;
/** The longest short line, and the shortest paragraph, in characters. */
const [LINE, PARAGRAPH] = [120, 200];

/** Whether a line is a sentence that ends. */
export const isStopped = (text: string): boolean => STOP.test(text) && !/\.{3}$/.test(text.slice(0, 4));

/** What markup says of blocks that stand before a story, and after it. */
const ROLES: Readonly<Record<Side, readonly Role[]>> = {
  head: ['title', 'author', 'summary', 'note-before', 'dedication', 'metadata', 'furniture'],
  foot: ['furniture', 'metadata', 'note-after'],
};

/** Whether a line is a rule: a scene break, or a row of any other mark. */
export const isRule = (block: Block): boolean =>
  isBreak(block) || /^([^\p{L}\p{N}\s.])\1{2,}$/u.test(block.text);

/** Something that is seen of a line; `times` as much. */
type Seen = readonly [Feature, number?];

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
  if (ffnFacts(block)) return [['facts']];
  const isShort = side === 'head' && text.length < PARAGRAPH;
  const isOdd =
    (unknownLabel(text) && !labelOf(block)) || isSpeech(text) || (at === page.from && isStopped(text));
  if (isShort && isOdd && isNamed(page, at)) return [['named'], ...againAt(page, text)];
  if (CREDITS.test(text)) return [['credits']];
  const isByline = side === 'head' && at > page.from && bylineAt(page, at) !== undefined;
  if (isByline && !isSpeech(text)) return [['byline']];
  const label = labelFeatures(page, at, side);
  if (label) return label;
  const note = noteFeatures(page, at, side);
  if (note) return note;
  if (side === 'head' && isDedicationAt(page, at)) return [['dedication']];
  if (headingOf(block) && (isNamedHeading(block) || block.gap > 0))
    return [['heading'], ...againAt(page, text)];
  const forms = formFeatures(page, at);
  if (side === 'head' && text.length < PARAGRAPH && isPosted(page, at))
    return [['named'], ...againAt(page, text)];
  if (side === 'head' && isAboveRow(page, at)) return [['blurb']];
  if (text.length >= PARAGRAPH) return [['long'], ...forms.filter(([form]) => form === 'rights')];
  if (isSpeech(text) && !(side === 'head' && titleAndName(text))) return [['speech']];
  if (isStopped(text) && !forms.some(([form]) => form === 'rights' || form === 'date'))
    return [['stop'], ...forms];
  if (text.length > LINE) return [['stop'], ...forms];
  if (side === 'head' && isNamed(page, at)) return [['named'], ...againAt(page, text)];
  if (side === 'head' && isNameUnder(page, at)) return [['name']];
  const small: Seen[] = /^\p{Ll}/u.test(text) && forms.length === 0 ? [['smallLetter']] : [];
  const run: Seen[] = forms.length > 0 && side === 'head' && isUnderPage(page, at) ? [['inRun']] : [];
  return [['unknown'], ...forms, ...small, ...run, ...gapAt(page, at)];
}

function rowFeatures(page: Page, at: number, row: Row, side: Side): Seen[] {
  const { blocks, from, to, sites } = page;
  const { text } = blocks[at] as Block;
  if (row.opens && side === 'head') return [['opens']];
  if (!row.weak) return [['row']];
  const edge = side === 'head' ? 'head' : 'tail';
  const own = sitesOf(text, edge).filter((site) => site !== 'nav');
  const isOfSite = own.some((site) => sites.has(site));
  const near = [at - 1, at + 1].filter((index) => index >= from && index < to);
  const isInRun = near.some((index) => {
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
    if (above && above.value === '' && !isSpeech(block.text))
      return above.label.is === 'prose' ? [['underLabel']] : [['value']];
    if (above && over && goesOn(page, over, block)) return [['value']];
    if (!unknownLabel(block.text) || noteLabel(block.text) !== undefined) return undefined;
    const run: Seen[] = isAmongLabels(page, at) ? [['inRun']] : [];
    return [['unknownLabel'], ...run, ...formFeatures(page, at).filter(([form]) => form === 'date')];
  }
  if (isSentence(found) || (side === 'head' && isOfDocument(page, at))) return [['labelOfStory']];
  const { is } = found.label;
  if (is === 'decisive') return [['decisiveLabel']];
  if (found.value === '' && !page.isLabelled) return [['unknownLabel']];
  const isBorne = found.value === '' ? page.isLabelled : page.isBorne || isOwnWord(found);
  const borne: Seen[] = isBorne ? [['borneLabel']] : [];
  return is === 'prose' ? [['proseLabel'], ...borne] : [['label'], ...borne];
}

/** Whether a label that is known stands right above a line or right below it. */
function isAmongLabels({ blocks, from, to }: Page, at: number): boolean {
  const isKnown = (other: Block | undefined): boolean => {
    const found = other && labelOf(other);
    return found?.label.is !== undefined && !isSentence(found);
  };
  const [block, above, below] = [blocks[at], blocks[at - 1], blocks[at + 1]];
  return (
    (at > from && block?.gap === 0 && isKnown(above)) || (at + 1 < to && below?.gap === 0 && isKnown(below))
  );
}

/** `Summary` alone on its line of a page, without a colon; a heading by its markup is the story's. */
const BARE = /^(?:(?:chapter|work|end) )?(?:summary|notes|end notes)$/i;

/** A line as labels are looked for in it. */
export const labelText = ({ isLabelled }: Page, { text, content }: Block): { text: string } => ({
  text: isLabelled && content?.[0]?.type !== 'heading' && BARE.test(text) ? `${text}:` : text,
});

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
  const above = blocks.slice(from, first).filter((block) => !labelOf(block) && !isBreak(block));
  const [title] = above;
  const lines = blocks.slice(first, last + 1);
  const said = lines.map((line) => labelOf(line)).find((one) => one?.label.key === 'title');
  if (!title || !said || above.length > 2) return false;
  const [ours, theirs] = [letters(title.text), letters(said.value)];
  return !ours.includes(theirs) && !theirs.includes(ours);
}
const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

function noteFeatures(page: Page, at: number, side: Side): Seen[] | undefined {
  const { blocks, from } = page;
  const block = blocks[at] as Block;
  const { text } = block;
  if (isMenu(text)) return undefined;
  const many = wordsToReaders(text);
  const found = noteLabel(labelText(page, block).text);
  if (found !== undefined) {
    const isPlain = isPlainNote(found) && !(page.isBorne || many > 1);
    if (isPlain || (side === 'foot' && isEditOfStory(text, many)))
      return [['plainNote'], ...(isStopped(text) ? ([['stop']] as const) : [])];
    return [['noteLabel'], ['wordsToReaders', Math.min(many, 2)]];
  }
  if (at > from && isBareNote(page, at - 1, side) && !isSpeech(text)) return [['underLabel']];
  if (isBetweenNotes(page, at)) return [['ruledOff']];
  if (many >= 2) return [['wordsToReaders', Math.min(many, 4)]];
  if (many < 2 && isUnderNote(page, at, side)) return [[side === 'head' ? 'fewWords' : 'ruledOff']];
  const isOfNote = PERSON.test(text) && !isSpeech(text) && text.length < 1000;
  if (isOfNote && isRuledOff(page, at, side)) return [['ruledOff']];
  if (many >= 1 && isOfNote) return [['fewWords']];
  if (side === 'foot' && SIGNATURE.test(text) && maySign(page, at)) return [['signature']];
  return undefined;
}

/** Words in columns, or parted by marks: a menu. */
const COLUMNS = /\S\s{3,}\S|(?:\s[|\u00B7\u2022\u00BB\u203A]\s.*){2}/u;

/** Whether a line is a menu's, not a sentence. */
export const isMenu = (text: string): boolean => COLUMNS.test(text) && !isStopped(text);

/** How far from a line the notes may be that it stands between. */
const BESIDE = 2;

/** Whether a paragraph with a word of notes stands between two that are surely of one, or goes on with a list of one. */
function isBetweenNotes({ blocks, from, to }: Page, at: number): boolean {
  const { text } = blocks[at] as Block;
  const isNote = (index: number): boolean => {
    const other = index >= from && index < to ? (blocks[index]?.text ?? '') : '';
    const found = noteLabel(other);
    return (found !== undefined && !isPlainNote(found)) || wordsToReaders(other) >= 2;
  };
  const number = Number(/^\(?(\d)[.)]\s/.exec(text)?.[1] ?? 0);
  if (number > 1 && at > from && isNote(at - 1) && blocks[at - 1]?.text.includes(`${String(number - 1)})`))
    return true;
  if (!mayBeOfNote(text) || text.length > LONGEST_BETWEEN) return false;
  const near = Array.from({ length: BESIDE }, (_, index) => index + 1);
  return near.some((by) => isNote(at - by)) && near.some((by) => isNote(at + by));
}
const LONGEST_BETWEEN = 600;

/** A note's label alone on its line. */
export const isBareNote = (page: Page, at: number, side: Side): boolean => {
  const { text } = labelText(page, page.blocks[at] as Block);
  const found = noteLabel(text);
  const isNoteRow = side === 'foot' && /:note$/.test(rowOf(text, 'tail')?.id ?? '');
  const isBare = found !== undefined && found.length >= text.trimEnd().length;
  return isNoteRow || (isBare && (page.isBorne || !isPlainNote(found)));
};

/** Whether a paragraph that speaks of writing stands under a note's label, with no others between. */
function isUnderNote({ blocks, from }: Page, at: number, side: Side): boolean {
  for (let index = at; index > Math.max(from, at - FEW); index -= 1) {
    const block = blocks[index] as Block;
    const found = noteLabel(block.text);
    if (found !== undefined) return index < at && !isPlainNote(found);
    if (side === 'foot' && index < at && wordsToReaders(block.text) >= 3) return true;
    if (!mayBeOfNote(block.text) || (side === 'head' && block.gap === 0)) return false;
  }
  return isLabelled(blocks[Math.max(from, at - FEW)]);
}

/** The most blocks of a note that a rule parts from its story, though they do not speak of writing. */
const FEW = 4;

/** Whether a line stands between a note's label and the only rule of its kind, on the side of the page's edge. */
function isRuledOff({ blocks, from, to }: Page, at: number, side: Side): boolean {
  let first = at;
  while (
    first > Math.max(from, at - FEW) &&
    !isLabelled(blocks[first]) &&
    !isSpeech(blocks[first]?.text ?? '')
  )
    first -= 1;
  if (!isLabelled(blocks[first])) return false;
  if (side === 'foot') return first > from && to - first <= FEW && isBreak(blocks[first - 1] as Block);
  let stop = at + 1;
  while (stop < Math.min(to, first + FEW + 1) && !isBreak(blocks[stop] as Block)) stop += 1;
  const rule = blocks[stop];
  if (!rule || stop >= to || stop - first > FEW || !isBreak(rule)) return false;
  const others = blocks.slice(first + 1, stop);
  return (
    others.every(({ text }) => PERSON.test(text) && !isSpeech(text)) &&
    blocks.slice(stop + 1, to).every(({ text }) => text !== rule.text)
  );
}
const isLabelled = (block: Block | undefined): boolean =>
  block !== undefined && noteLabel(block.text) !== undefined;

/** The name under a note: `XOXO Tessa`, `- Tessa`, `Love, Tessa`. */
export const SIGNATURE =
  /^(?:[-\u2013\u2014~]{1,3}\s?\p{Lu}[\p{L}\p{N}_.-]*~?|(?:XO(?:XO)*|[Xx]o(?:xo)*)(?:,?\s[\p{L}\p{N}_.-]+){0,2}|(?:[Ll]ots of l|[Mm]uch l|[Ll])ove,?\s\p{Lu}[\p{L}\p{N}_.-]*)$/u;

/** A plain `Note:` or a bracket has no signature: a letter of the story's has. */
function maySign({ blocks, from }: Page, at: number): boolean {
  for (let index = at - 1; index >= Math.max(from, at - FEW); index -= 1) {
    const { text } = blocks[index] as Block;
    const found = noteLabel(text);
    if (found !== undefined) return !isPlainNote(found) && !/^[[({]/.test(found);
    if (wordsToReaders(text) < 1) return false;
  }
  return false;
}

/** A story told as a post goes on with `Edit:` too. */
const EDIT = /^[[({*_~\-\s]*(?:edit(?: \d)?|update):/i;
const ABOUT_POST =
  /\b(?:for the (?:gold|awards?)|upvotes?|typos?|spelling|grammar|formatting|part (?:\d+|two|three|four|five)|front page|blew up|thank(?:s| you)|asking)\b/i;
const isEditOfStory = (text: string, many: number): boolean =>
  EDIT.test(text) && many < 2 && !ABOUT_POST.test(text);

/** The name in a byline that stands under something. */
export function bylineAt(page: Page, at: number): string | undefined {
  const block = page.blocks[at] as Block;
  const name = bylineOf(block, page.blocks[at + 1]);
  const next = page.blocks[at + 1];
  const isPen =
    PEN_BYLINE.test(block.text) && (at === page.from + 1 || (next?.gap === 0 && SEPARATORS.test(next.text)));
  return name ?? (page.sites.size > 0 || isPen || isNamedByCopy(block) ? pageBylineOf(block) : undefined);
}
/** A byline in another language: its pen name is no word of it. */
const PEN_BYLINE =
  /^(?:[Vv]on|[Pp]or|[Pp]ar|[Dd]i|[Oo]leh|[Ee]scrit[ao] por)[: ]\s*@?(?=\S*[\d\p{Lu}_-])\S{2,40}$/u;
const isNamedByCopy = ({ text }: Block): boolean =>
  /\u00A9$|Published (?:\d|about|over|almost)|All rights reserved/i.test(text);

const isDedicationAt = ({ blocks, from, to }: Page, at: number): boolean => {
  const [block, next] = [blocks[at] as Block, blocks[at + 1]];
  if (at === from || at + 1 >= to || !next || next.gap === 0 || !isDedication(block)) return false;
  return !/^to\s/i.test(block.text) || headingOf(next) !== undefined || isBreak(next);
};

/** Whether a line right under another says that it is a title: counts, a byline, its author's label. */
export function isNamed(page: Page, at: number): boolean {
  const next = page.blocks[at + 1];
  if (!next || at + 1 >= page.to) return false;
  const isNumbers = page.sites.has('wattpad') && /^\d+(?:\s+\d+){2}$/.test(next.text);
  const isCounted =
    isNumbers || isCount(next.text) || /^wattpad:(?:counts?|reads)$/.test(rowOf(next.text, 'head')?.id ?? '');
  if (isCounted) return at <= page.from + 2 || page.sites.size > 0;
  if (
    at === page.from &&
    next.gap <= 1 &&
    /^["\u201C].*["\u201D]$/.test(page.blocks[at]?.text ?? '') &&
    bylineOf(next) !== undefined
  )
    return true;
  return (
    next.gap === 0 &&
    (bylineAt(page, at + 1) !== undefined ||
      labelOf(next)?.label.key === 'author' ||
      ffnFacts(next) !== undefined)
  );
}

/** Whether the line above is surely the page's. */
const isUnderPage = (page: Page, at: number): boolean => {
  const above = at > page.from ? (page.blocks[at - 1] as Block) : undefined;
  const row = above && rowOf(above.text, 'head');
  return (
    above !== undefined &&
    ((row !== undefined && (!row.weak || page.sites.has(row.id.split(':')[0] ?? ''))) ||
      CREDITS.test(above.text) ||
      isCount(above.text) ||
      bylineOf(above) !== undefined)
  );
};

/** How far down a page a sentence may stand above its forms, and how much those have to say, in nats. */
const [TOP, ENOUGH] = [8, 3.5];

/** Whether several lines that only sites have follow a sentence near the top of a page. */
function isAboveForms(page: Page, at: number): boolean {
  const { blocks, from, to, titled } = page;
  if (titled || at > from + TOP) return false;
  const below = blocks.slice(at + 1, Math.min(to, at + 5));
  const end = below.findIndex(({ text }) => text.length > LINE || isStopped(text) || isSpeech(text));
  const forms = below
    .slice(0, end < 0 ? below.length : end)
    .flatMap((_, index) => formFeatures(page, at + 1 + index));
  return (
    forms.reduce((sum, [form, times = 1]) => sum + (form === 'buttons' ? 0 : PRICES[form].head * times), 0) >=
    ENOUGH
  );
}

/** Whether a site says right under a line who posted it. */
const isPosted = ({ blocks, to }: Page, at: number): boolean => {
  const next = at + 1 < to ? blocks[at + 1] : undefined;
  const groups = next?.gap === 0 ? rowOf(next.text, 'head')?.form.exec(next.text)?.groups : undefined;
  return (groups?.['author'] ?? groups?.['writer']) !== undefined;
};

/** Whether a line right under the first is a writer's name and no more. */
const isNameUnder = ({ blocks, from, to }: Page, at: number): boolean => {
  const [block, next] = [blocks[at] as Block, blocks[at + 1]];
  return (
    at === from + 1 &&
    at + 1 < to &&
    block.gap === 0 &&
    next !== undefined &&
    next.gap > 0 &&
    isName(block.text)
  );
};

/** The longest blurb, in characters. */
const BLURB = 800;

/** Whether a sentence stands between a site's own lines. */
function isAboveRow(page: Page, at: number): boolean {
  const { blocks, from, to, sites, isLabelled } = page;
  const { text } = blocks[at] as Block;
  if (
    at === from ||
    text.length > BLURB ||
    /^["\u201C\u2018\u00AB\u2014]/.test(text) ||
    (!isStopped(text) && text.length < LINE)
  )
    return false;
  if (isAboveForms(page, at)) return true;
  const below = blocks.slice(at + 1, Math.min(to, at + 5));
  if (below.slice(0, 2).some((block) => ffnFacts(block) !== undefined)) return true;
  const [next] = below;
  if (next && isNamedByCopy(next) && pageBylineOf(next) !== undefined) return true;
  if (sites.size === 0) return false;
  const isOwn = (block: Block): boolean => {
    const row = rowOf(block.text, 'head');
    const is = isLabelled ? labelOf(block)?.label.is : undefined;
    return (
      (row !== undefined && !row.weak && !row.inside) ||
      is !== undefined ||
      isCount(block.text) ||
      HASHTAGS.test(block.text)
    );
  };
  return below.slice(0, 2).some(isOwn) && blocks.slice(Math.max(from, at - 6), at).some(isOwn);
}

const againAt = ({ times }: Page, text: string): Seen[] =>
  (times.get(text) ?? 0) > 1 && /\p{L}/u.test(text) ? [['again']] : [];

const gapAt = ({ blocks, to, isDense }: Page, at: number): Seen[] =>
  !isDense && at + 1 < to && (blocks[at + 1]?.gap ?? 0) >= 2 ? [['wideGap']] : [];

/** Forms that sites share. */
function formFeatures(page: Page, at: number): Seen[] {
  const { text } = page.blocks[at] as Block;
  if (text.length > 2 * PARAGRAPH) return [];
  const seen: Seen[] = [];
  const date = DATE.exec(text)?.[0];
  if (date !== undefined && text.length < LINE) {
    const isFirst = !page.titled && (at === page.from || isUnderPage(page, at)) && isAboveTitle(page, at);
    const isDated = DATED.test(text.replace(date, '')) || /ago$/.test(date);
    if (isFirst || isDated) seen.push(['date', isFirst ? 1.5 : 1]);
  }
  if (text.length < LINE && COUNTED.test(text)) seen.push(['counted']);
  if (text.length < LINE && SEPARATORS.test(text)) seen.push(['separators']);
  if (text.length < LINE && BUTTONS.test(text)) seen.push(['buttons']);
  if (RIGHTS.test(text)) seen.push(['rights', OWNER.test(text) ? 2.5 : 1]);
  if (GENRES.test(text)) seen.push(['genres']);
  if (ADDRESS.test(text)) seen.push(['address']);
  if (HASHTAGS.test(text)) seen.push(['hashtags']);
  return [...seen, ...againAt(page, text)];
}

/** Whether a line that may be a title stands under one: a date above it is the page's. */
const isAboveTitle = ({ blocks, to }: Page, at: number): boolean => {
  const next = at + 1 < to ? blocks[at + 1]?.text : undefined;
  return (
    next !== undefined &&
    (titleForm(next) >= 1 || titleAndName(next) !== undefined || rowOf(next, 'head') !== undefined)
  );
};

/** The index of the line after which all is its readers', where there is one: among others of its site. */
export function gateIn({ blocks, from, to, sites }: Page): number | undefined {
  for (let at = from + 1; at < to; at += 1) {
    const text = blocks[at]?.text ?? '';
    const row = text.length < PARAGRAPH ? gateOf(text) : undefined;
    if (!row) continue;
    if (row.last) {
      if (to - at <= LAST && !blocks.slice(at, to).some((block) => isSpeech(block.text))) return at;
      continue;
    }
    const site = row.id.split(':')[0] ?? '';
    const above = rowOf(blocks[at - 1]?.text ?? '', 'tail');
    if (row.under) {
      const isUnder = above !== undefined && above.id.split(':')[0] === site && !above.weak;
      if (isUnder || (sites.has(site) && isAmong(blocks, at, to))) return at;
    } else if (sites.has(site) || isWitnessed(blocks, at, from, to)) return at;
  }
  return undefined;
}

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
