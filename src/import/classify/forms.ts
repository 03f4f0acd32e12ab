/** Forms of line that sites share: dates, counts, buttons, rights; and what they say of the lines beside them. */
import { rowOf } from '../sites/index.js';
import type { Block } from '../types.js';
import { isCount } from './counts.js';
import { ffnFacts, isSentence, labelOf, labelRun } from './labels.js';
import { isStopped, LINE, PARAGRAPH, type Page, type Seen } from './page.js';
import { PRICES } from './prices.js';
import { isSpeech } from './readers.js';
import { bylineOf, isNamedByCopy, pageBylineOf, titleAndName, titleForm, untagged } from './titles.js';

const MONTH =
  '(?:jan|feb|f\u00E9v|mar|apr|avr|abr|may|mai|jun|jui|jul|aug|ago|ao\u00FB|sep|oct|okt|out|nov|dec|dez|d\u00E9c|dic|ene|gen|giu|lug|set|ott|sty|lut|kwi|maj|cze|lip|sie|wrz|pa\u017A|lis|gru|oca|\u015Fub|nis|haz|tem|a\u011Fu|eyl|eki|kas|ara|m\u00E4r|maa|mrt|\u044F\u043D\u0432|\u0444\u0435\u0432|\u043C\u0430\u0440|\u0430\u043F\u0440|\u043C\u0430[\u0439\u044F]|\u0438\u044E[\u043D\u043B]|\u0430\u0432\u0433|\u0441\u0435\u043D|\u043E\u043A\u0442|\u043D\u043E\u044F|\u0434\u0435\u043A)';
const DATE = new RegExp(
  String.raw`(?<!\d)\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:\p{L}{2,12}\s+)?${MONTH}\p{L}*\.?,?\s+(?:de\s+)?(?:\d{4}|'\d\d)\b|\b${MONTH}\p{L}*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:\d{4}|'\d\d)\b|\b\d+\s?(?:yr|mo|min|h|d|w|hours?|days?|weeks?|months?|years?)\.?\s+ago\b`,
  'iu',
);
/** Whether a line is a date and no more, but for a day of the week. */
export const isDateAlone = (text: string): boolean => {
  const date = DATE.exec(text)?.[0];
  return date !== undefined && text.replace(date, '').trim().length <= WEEKDAY;
};
/** The longest day of the week, in characters, with its comma. */
const WEEKDAY = 12;

/** Whether a line has a day of a year in it. */
export const isDated = (text: string): boolean => DATE.test(text);

/** Words before the name of who posted something on a day. */
const BY_NAME =
  /(?:^|[\s\u00B7|\u2022])(?:[Bb]y|[Vv]on|[Pp]or|[Pp]ar|[Dd]a|[Dd]oor|[Aa]v|[Aa]f|[Pp]rzez|[Oo]leh)\s+(?<name>[\p{L}\p{N}@_][^\s,.:;!?|\u00BB\u00B7]{0,40}(?:\s\p{Lu}[^\s,:;!?|\u00BB\u00B7]{0,30}){0,3})/u;
const NAME_FIRST =
  /^(?<name>\p{Lu}[\p{L}'\u2019.-]+(?:\s\p{Lu}[\p{L}'\u2019.-]*){1,2})[\s,|\u00B7\u2022\u2013-]*$/u;

/** What a site says right behind the name. */
const TOO_MUCH =
  /\s(?:Kategorien|Categories|Kategorie|Categor\u00EDas|Cat\u00E9gories|Categorie|Tags|Filed|In)$/u;

/** Who posted something, in a line that says on which day: `8 January 2020 \u00B7 by Aurelia`. */
export function datedName(text: string): string | undefined {
  const date = text.length < LINE && !isStopped(text) ? DATE.exec(text) : null;
  if (!date) return undefined;
  const found = BY_NAME.exec(text.replace(date[0], '|'))?.groups?.['name'];
  return found?.replace(TOO_MUCH, '') ?? NAME_FIRST.exec(text.slice(0, date.index))?.groups?.['name'];
}

/** A date among what else a site says: counts, a time of day. */
const DATED =
  /\d{1,2}:\d\d|[\u00B7\u2022|\u2013-]|\b(?:words?|minutes|views|comments|published|updated?|posted|edited|am|pm)\b/i;
export const SEPARATORS =
  /\S\s{2,}[-\u2013]\s{2,}\S|\s[|\u00B7\u2022\u00BB\u203A\u2192\u2190>\/\u2219]\s.*\S|^[\u00AB\u2190<>\u2022]+\s?\S|\S\s?[\u00BB\u2192>]+$|^\[[^\]]{1,20}\]\s?\[[^\]]{1,20}\]/u;
/** Three words or more with the same bar between them. */
const COLUMNS = /\S\s*\|\s*[^|]+\s*\|\s*\S/u;
const BUTTONS =
  /\b(?:log ?(?:in|out)|sign ?(?:in|up)|subscribe|bookmark|download|\u0441\u043a\u0430\u0447\u0430\u0442\u044c|t\u00E9l\u00E9charger|descargar|herunterladen|skip to|share|repl(?:y|ies)|comments?|reviews?|votes?|views?|upvotes?|likes?|chapters?|chs|next|prev(?:ious)?|menu|click (?:here|to|an?)|e-?mail|print|report|rating|rated|ratings|age rating|account|posts?|posted|archives?|tags?|tagged|avatar|loading|please wait|advertisements?|cookies?|privacy|read(?:ing)? time|min(?:utes?)? read|words|published|updated|last update|register|search|save|options?|listen|audio|scan the code|download the app|editor|story|stories|actions|entradas|etiqueta|publicar|comentarios?|compartir|capitolo|rss|pdf|fics?|reviews|novel)\b/i;
const COUNTED =
  /^\W*(?:\d[\d.,]*\s+)?\d[\d.,]*\s?[KkM]?\s+(?:total )?(?:views?|reads|votes|upvotes|comments?|reviews?|ratings?|chs|chapters|chapitres|kapitel|words|likes|fav(?:ou?rite)?s|followers|stars|pages|notes|kudos|hits|replies|comentarios?|lecturas|vistas|aufrufe)\b(?! (?:later|ago))|\bmin(?:ute)?s? read\b|\breading time\b/i;
/** A line of nothing but genres. */
const GENRES =
  /^(?:(?:fantasy|horror|romance|romantik|mystery|mist[e\u00E9]rio|adventure|abenteuer|aventura|drama|drame|humou?r|comedy|sci-?fi|science fiction|thriller|poetry|fiction|fanfi(?:c|ction)|general|angst|fluff|family|friendship|suspense|tragedy|crime|child(?:ren|s)?|young adult|historical|supernatural|paranormal|fantastique|[\u00DC\u00FC]bernat[\u00FCu]rlich|terror|action|literary|contemporary|speculative|short stor(?:y|ies)|flash|geschichte|m\/m|f\/m|f\/f|gen|het|slash|femslash|p-?\d\d|pg-?13|nc-?17|complete|finished|ongoing|completed|one-?shot)(?:[\s,;\/&|\u00B7\u2022-]+|$)){1,8}$/iu;
/** Who else worked on a text. */
export const CREDITS =
  /^(?:read|narrated|recorded|illustrated|translated|edited|proof-?read|beta(?:'?d| ?read)?|cover|art|photo|audio) by:? \p{Lu}[^.!?]{1,60}$/iu;
const RIGHTS =
  /\u00A9|^copyright\b|\ball rights reserved\b|\bpowered by\b|^creative commons\b|^(?:image|photo|picture|art|cover|illustration)s?(?: prompt)?(?: (?:by|from|via|courtesy|submitted by|credit)\b|\s*[:\u00A9])/i;
const OWNER =
  /^(?:\u00A9|\(c\)|copyright\b|creative commons\b|(?:photo|image|art|cover) (?:credits?|by|courtesy)\b)\s?:?[^.!?"]{2,80}(?:\d\.\d)?$/iu;
const ADDRESS =
  /\b[\w-]+\.[a-z]{2,9}\/\S+$|^\S{0,3}https?:\/\/\S+$|^www\.\S+$|\bdot com\b|^[\w.-]+\.(?:com|net|org)\b/i;
export const HASHTAGS = /^#[\p{L}\p{N}_][^#\n]{0,60}(?:\s?#[\p{L}\p{N}_][^#\n]{0,60}){1,30}$/u;

/** A line that stands on a page again; what begins a paragraph of it, and breaks off, is the site's account of it. */
export function againAt({ times, blocks, from, to }: Page, text: string): Seen[] {
  if ((times.get(text) ?? 0) > 1 && /\p{L}/u.test(text))
    return [
      [
        'again',
        blocks.slice(from, Math.min(to, from + AGAIN)).filter((block) => block.text === text).length > 1
          ? 2
          : 1,
      ],
    ];
  const opening = EXCERPT.exec(text)?.groups?.['opening'];
  const isExcerpt =
    opening !== undefined &&
    blocks
      .slice(from, Math.min(to, from + FAR))
      .some((other) => other.text !== text && other.text.startsWith(opening));
  return isExcerpt ? [['excerpt']] : [];
}
/** How far from the top a line that stands twice is the page's and no refrain. */
const AGAIN = 12;
const EXCERPT =
  /^(?<opening>.{30,400}?)\s*(?:\.{3}|\u2026|\[(?:\.{3}|\u2026)\])(?:\s*(?:read|continue)\b.{0,30})?$/iu;
/** How far from the top an excerpt is of. */
const FAR = 60;

/** The longest line, in words, that is a button by one word of it. */
const BUTTON_WORDS = 6;
/** How much a line that has a button's word says: all of a menu's are, and a longer line may be a title or a motto. */
const buttonsIn = (text: string): number =>
  isMenuOfWords(text) ? 3 : text.split(/\s+/).length > BUTTON_WORDS ? 0.5 : 1;

/** Words that menus are made of. */
const MENU =
  /^(?:home|about|contact|blogs?|news|forums?|log ?in|sign|up|in|register|search|browse|artists?|posts?|import|members?|stor(?:y|ies)|categor(?:y|ies)|authors?|titles?|help|faq|rules|archives?|links?|gallery|shop|store|donate|support|privacy|terms|subscribe|rss|menu|more|community|write|create|discover|library|profile|settings|books?|series|read|top|latest|popular|random|genres?|tags?|challenges?|reviews?|recent|featured|inicio|contacto|buscar|accueil|contact|recherche|startseite|impressum|kontakt|suche|autoren|geschichten|&|\||\u00B7|\u2022|\/)$/i;

/** Whether a line is made of a menu's words alone, and of several. */
function isMenuOfWords(text: string): boolean {
  const words = text.split(/\s+/);
  return words.length >= 3 && words.filter((word) => MENU.test(word)).length >= words.length * 0.8;
}

export const gapAt = ({ blocks, to, isDense }: Page, at: number): Seen[] =>
  !isDense && at + 1 < to && (blocks[at + 1]?.gap ?? 0) >= 2 ? [['wideGap']] : [];

/** Forms that sites share. */
export function formFeatures(page: Page, at: number): Seen[] {
  const { text } = page.blocks[at] as Block;
  if (text.length > 2 * PARAGRAPH) return [];
  const seen: Seen[] = [];
  const date = DATE.exec(text)?.[0];
  if (date !== undefined && text.length < LINE) {
    const isFirst = !page.titled && (at === page.from || isUnderPage(page, at)) && isAboveTitle(page, at);
    const isDated = DATED.test(text.replace(date, '')) || date.endsWith('ago');
    if (isFirst || isDated) seen.push(['date', isFirst ? 1.5 : 1]);
  }
  if (text.length < LINE && COUNTED.test(text)) seen.push(['counted']);
  if (text.length < LINE && SEPARATORS.test(text)) seen.push(['separators']);
  if (text.length < LINE && COLUMNS.test(text) && !isStopped(text)) seen.push(['columns']);
  if (text.length < LINE && BUTTONS.test(untagged(text))) seen.push(['buttons', buttonsIn(text)]);
  if (RIGHTS.test(text)) seen.push(['rights', OWNER.test(text) ? 2.5 : 1]);
  if (GENRES.test(text)) seen.push(['genres']);
  if (ADDRESS.test(text)) seen.push(['address']);
  if (HASHTAGS.test(text)) seen.push(['hashtags']);
  return [...seen, ...againAt(page, text)];
}

/** Whether a line that may be a title stands under one: a date above it is the page's. */
const isAboveTitle = ({ blocks, to }: Page, at: number): boolean => {
  const next = at + 1 < to ? blocks[at + 1]?.text : undefined;
  const [form, after] = [next === undefined ? -9 : titleForm(next), blocks[at + 2]?.text ?? ''];
  return (
    next !== undefined &&
    (form >= 1 ||
      (form > -3 && next.length <= LINE && !isStopped(next) && after.length >= PARAGRAPH / 2) ||
      titleAndName(next) !== undefined ||
      rowOf(next, 'head') !== undefined)
  );
};

/** Whether the line above is surely the page's. */
export const isUnderPage = (page: Page, at: number): boolean => {
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

/** How blurbs begin, and no story does. */
const BLURB_WORDS =
  /^(?:what (?:happens|would happen|will happen) (?:when|if)\b|in which (?:\p{Lu}|an?\b|the\b|our\b)|follow (?:\p{Lu}\p{L}+|an?|the) .{0,80} as (?:he|she|they|it)\b)/iu;

/** Whether a line near the top of a page, under another, begins as blurbs do. */
export const isBlurb = ({ blocks, from, titled }: Page, at: number): boolean =>
  !titled &&
  at > from &&
  at <= from + TOP &&
  (blocks[at]?.text.length ?? 0) <= BLURB &&
  BLURB_WORDS.test(blocks[at]?.text ?? '');

/** The longest blurb, in characters. */
const BLURB = 800;

/** How many of some lines are labels that stories do not have. */
const labelsIn = (lines: readonly Block[]): number =>
  lines.filter((block) => {
    const found = labelOf(block);
    return found?.label.is !== undefined && found.label.is !== 'weak' && !isSentence(found);
  }).length;

/** Whether a sentence stands between a site's own lines. */
export function isAboveRow(page: Page, at: number): boolean {
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
  if (below.slice(0, 2).some((block) => ffnFacts(block) !== undefined || labelRun(block))) return true;
  const [next] = below;
  if (next && isNamedByCopy(next) && pageBylineOf(next) !== undefined) return true;
  if (isLabelled && labelsIn(below) >= 2 && labelsIn(blocks.slice(Math.max(from, at - 6), at)) > 0)
    return true;
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
