/** Titles, bylines and dedications: lines before a story that no mark tells from its own. */
import { unmarked } from './headings.js';
import type { Block } from '../types.js';

/** Decisions below this stay in the text. */
export const SURE = 0.7;

const LONGEST = 100;
const MOST_WORDS = 14;
/** Words that titles write small: https://en.wikipedia.org/wiki/Title_case */
const SMALL =
  /^(?:a|an|and|as|at|but|by|de|du|for|from|if|in|into|is|la|le|nor|of|off|on|onto|or|out|over|so|than|that|the|to|up|upon|via|vs\.?|when|with|&|\/|[-\u2013\u2014]+)$/;
const MONTHS =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;
/** A date, a time or a place above a scene; a greeting. */
const SCENE_LINE =
  /\d{1,2}[:.]\d{2}|\b\d{1,2}(?:st|nd|rd|th)\b|^\d|\b(?:AM|PM|a\.m|p\.m|BC|AD|years? (?:ago|later|earlier)|hours? (?:ago|later|earlier)|months? (?:ago|later|earlier)|weeks? (?:ago|later|earlier)|days? (?:ago|later|earlier)|later|POV|flashback)\b|^\p{Lu}[\p{L}' ]{1,30}, (?:\p{Lu}[\p{L}' ]{1,30}|\d{4})$|^(?:INT|EXT)\./iu;
/** `Under the Hill, Part One`. */
const COUNTED = /^\p{L}.{2,80}, (?:part|book|chapter|volume|episode) \w{1,12}$/iu;
const GREETING = /^(?:dear|hey|hi|hello|hallo|good (?:morning|evening)|to)\b/i;
/** What people shout, and what no title is made of without more. */
const SHOUT =
  /\b(?:I|I'M|YOU|WE|HE|SHE|THEY|DON'?T|NO|STOP|GET|HELP|RUN|WAIT|PLEASE|BANG|BOOM|CRASH|BEEP|RING)\b/;

/** What stands round a line. */
export interface Around {
  next: Block | undefined;
  /** Whether what stands before it is no story: a note, furniture, the labels of an archive. */
  afterHead: boolean;
  /** Whether a byline, a chapter, a note or furniture of a story's head follows. */
  beforeHead: boolean;
  /** Whether its author or its readers' counts stand right under it. */
  isNamed?: boolean;
}

/** How likely a line is to be a title, from 0 to 1. */
export function titleConfidence(
  { text, gap }: Block,
  { next, afterHead, beforeHead, isNamed = false }: Around,
): number {
  const base = formConfidence(unmarked(text));
  // A sentence that goes on in the next line is no title.
  if (base === 0 || !next || (!beforeHead && !isNamed && /^\p{Ll}/u.test(next.text) && isCased(text)))
    return 0;
  const apart = next.gap > 0 || beforeHead || isNamed;
  const extra =
    (isNamed ? 0.5 : beforeHead ? 0.4 : 0) +
    (afterHead ? 0.15 : 0) +
    (next.gap >= 2 && gap >= 2 ? 0.1 : 0) -
    (apart ? 0 : 0.4);
  return Math.max(0, Math.min(1, base + extra));
}

const isCased = (text: string): boolean => /^\P{L}*\p{Lu}/u.test(text);

function formConfidence(text: string): number {
  const words = text.split(/\s+/);
  if (text.length > LONGEST || words.length > MOST_WORDS || text.includes('\n')) return 0;
  if (
    !/\p{L}/u.test(text) ||
    /[.,;:\u2026"\u201D\u2014-]$|^["\u201C'\u2018].*[.!?,]["\u201D'\u2019]/u.test(text)
  )
    return 0;
  if (/^\p{L}+: /u.test(text)) return 0.3;
  if ((SCENE_LINE.test(text) && !COUNTED.test(text)) || MONTHS.test(text) || GREETING.test(text)) return 0.2;
  if (new Set(words.map((word) => word.toLowerCase())).size < words.length && words.length <= 3) return 0.2;
  const shouted = text === text.toUpperCase();
  if (shouted) return SHOUT.test(text) ? 0.35 : 0.75;
  if (!/^["\u201C'\u2018(]?[\p{Lu}\p{N}]/u.test(text)) return 0.2;
  const isTitled = words.every((word) => SMALL.test(word) || !/^\p{Ll}/u.test(word.replace(/^\P{L}+/u, '')));
  const calm = /[!?]$/.test(text) ? 0.15 : 0;
  if (!isTitled) return 0.45 - calm;
  return (words.length === 1 ? 0.75 : 0.9) - calm;
}

const BYLINE =
  /^[([*_~-]*\s*(?:(?:an? (?:[\p{L}-]+ ){1,5}?(?:in \p{L}+ \p{L}+,? )?|written |posted |fic )?(?<=\s|^|[([*_~-]))by\s*:?\s+(?<name>(?:\p{L}\.\s?){0,3}[^\s.][^.!?"\u201C\u201D]{0,60}?)\s*[)\]*_~-]*$/iu;

/** A byline of another language right under a title: a first name and a last. */
const FOREIGN =
  /^(?:[Dd]e|[Pp]or|[Pp]ar|[Vv]on|[Dd]i|[Aa]v|[Aa]f|[Dd]oor)\s+(?<name>\p{Lu}[\p{L}'\u2019-]*\.?(?:\s(?:de|del|la|da|dos|von|van|den|di|du|y|\p{Lu}[\p{L}'\u2019-]*\.?)){0,4}\s\p{Lu}[\p{L}'\u2019-]+)$/u;

/** The same with a pen name of one word, apart from what follows. */
const FOREIGN_PEN = /^(?:[Vv]on|[Pp]or|[Pp]ar|[Aa]v|[Aa]f|[Dd]oor)\s+(?<name>\p{Lu}[\p{L}\p{N}_'\u2019-]+)$/u;

/** The name in a byline: `by Mary Reed`. */
export function bylineOf({ text, gap }: Block, next?: Block): string | undefined {
  const foreign =
    gap === 0 ? (FOREIGN.exec(text) ?? (next && next.gap > 0 ? FOREIGN_PEN.exec(text) : null)) : null;
  const name = (BYLINE.exec(text) ?? foreign)?.groups?.name;
  // What no mark opens ends the name: `by inkstained_`.
  const end = /^[([*_~-]/.test(text) ? '' : (/_+$/.exec(text)?.[0] ?? '');
  return name !== undefined && name.split(/\s+/).length <= 6 ? name + end : undefined;
}

/** A byline as sites have it, in a few languages: a pen name may be any word. */
const PAGE_BYLINE =
  /^(?:by|por|par|von|di|oleh|\u0430\u0432\u0442\u043E\u0440)[: ]\s*@?(?<name>[\p{L}\p{N}_-][^\s.!?]{0,40}(?:\s\p{Lu}\S{0,30}){0,2})\u00A9?$|^by(?<run>[\p{L}\p{N}_-]{2,40})\u00A9$/iu;

/** The name in a byline of a site's page: `bysaltmarsh\u00A9`. */
export function pageBylineOf(block: Block): string | undefined {
  const found = PAGE_BYLINE.exec(block.text)?.groups;
  return found?.['run'] ?? found?.['name'] ?? bylineOf(block);
}
