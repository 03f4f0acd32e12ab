/** What a title looks like, and a byline: by their form and by what stands round them. */
import type { Block } from '../types.js';
import { headingOf, unmarked } from './headings.js';

const LONGEST = 100;
const MOST_WORDS = 16;
/** Words that titles write small: https://en.wikipedia.org/wiki/Title_case */
const SMALL =
  /^(?:a|an|and|as|at|but|by|de|du|for|from|if|in|into|is|la|le|nor|of|off|on|onto|or|out|over|so|than|that|the|to|up|upon|via|vs\.?|when|with|&|\/|[-\u2013\u2014]+)$/;
const MONTHS =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;
/** A date, a time or a place above a scene; a greeting. */
const SCENE_LINE =
  /\d{1,2}[:.]\d{2}|\b\d{1,2}(?:st|nd|rd|th)\b|^\d+ \p{L}|\b(?:AM|PM|a\.m|p\.m|BC|AD|years? (?:ago|later|earlier)|hours? (?:ago|later|earlier)|minutes? (?:ago|later|earlier)|months? (?:ago|later|earlier)|weeks? (?:ago|later|earlier)|days? (?:ago|later|earlier)|later|POV|flashback)\b|^\p{Lu}[\p{L}' ]{1,30}, (?:\p{Lu}[\p{L}' ]{1,30}|\d{4})$|^(?:INT|EXT)\./iu;
/** Whether a line that begins with a date goes on in words of its own: `June 22nd and the end gets closer`. */
const isMoreThanDate = (text: string): boolean =>
  /^(?:\p{Lu}\p{L}+\.? )?\d{1,2}(?:st|nd|rd|th)? (?:and|or|is|was|in which|when) (?:\p{L}+ ?){2,}$/u.test(
    text,
  );
/** `Under the Hill, Part One`; `Story a day: 12.29.16`. */
const COUNTED = /^\p{L}.{2,80}(?:, (?:part|book|chapter|volume|episode) \w{1,12}|: \d[\d.\/-]+)$/iu;
const GREETING = /^(?:dear|hey|hi|hello|hallo|good (?:morning|evening)|to)\b/i;
/** What people shout, and what no title is made of without more. */
const SHOUT =
  /\b(?:I|I'M|YOU|WE|HE|SHE|THEY|DON'?T|NO|STOP|GET|HELP|RUN|WAIT|PLEASE|BANG|BOOM|CRASH|BEEP|RING)\b/;
/** A sentence that begins in a line of its own. */
const CLAUSE =
  /^(?:it|there|he|she|they|we|i|you|this|that|and|but|so)\b(?:\s\S+){0,3}?\s(?:was|were|is|are|am|had|has|have|did|do|could|would|will|can|came|went|said|knew|felt|saw|looked|thought|read|want(?:ed)?)\b/i;

/** What people put before a title in brackets, and after it: `[SI Quest] The Mill`, `The Mill [Complete]`. */
const TAG = String.raw`(?:OC|SI|PI|WP|TT|RF|EU|HFY|AU|NSFW|SFW|M\/M|F\/F|F\/M|M\/F|(?:short |original |fan ?)?(?:fic(?:tion)?|story|stories|relato|cuento|histoire|geschichte)|one-?shot|drabble|series|complete[d]?|finished|ongoing|hiatus|draft|repost|update[d]?|crossover|\p{L}+ (?:quest|fic|au|oneshot|crossover)|(?:part|ch(?:apter|ap)?\.?|pt\.?) ?\d+|\d+\/\d+)`;
const TAGS = new RegExp(String.raw`^(?:[[(]${TAG}[\])]\s+)+(?=\S)|(?<=\S)(?:\s+[[(]${TAG}[\])])+$`, 'giu');
export const untagged = (text: string): string => text.replaceAll(TAGS, '');

/** How much the form of a line speaks for a title that stands first, in nats; 0 where it says nothing. */
export function titleForm(line: string): number {
  const text = untagged(unmarked(line));
  const parts = text.split(/\s+/);
  if (text.length > LONGEST || parts.length > MOST_WORDS || text.includes('\n') || !/\p{L}/u.test(text))
    return -4;
  if (/^[([{<\u2022\u25CF-]/.test(text)) return -3;
  if (/[.,;:\u2026\u2014-]$/.test(text) || /^["\u201C'\u2018].*[.!?,]["\u201D'\u2019]/u.test(text)) return -3;
  if (/^["\u201C].*[^"\u201D]$|^\p{L}+: /u.test(text)) return -1;
  if ((SCENE_LINE.test(text) || MONTHS.test(text)) && !COUNTED.test(text) && !isMoreThanDate(text)) return -3;
  const isTitled = parts.every((word) => SMALL.test(word) || !/^\p{Ll}/u.test(word.replace(/^\P{L}+/u, '')));
  // `He Said, She Said` in capitals is no sentence.
  if (GREETING.test(text) || (CLAUSE.test(text) && !(isTitled && /\s\p{Lu}/u.test(text)))) return -3;
  if (new Set(parts.map((word) => word.toLowerCase())).size < parts.length && parts.length <= 3) return -2;
  if (text === text.toUpperCase() && text !== text.toLowerCase()) return SHOUT.test(text) ? -1.5 : 2;
  const loud = text.endsWith('!') ? 1.6 : text.endsWith('?') ? 1 : 0;
  if (isTitled) return (parts.length === 1 ? 2.2 : 3) - loud;
  return (/^\P{L}*\p{Ll}/u.test(text) ? 1 : 2) - loud;
}

const BY =
  '(?:written |posted |submitted |story |fic )?by|(?:escrit[ao] )?por|par|von|di|oleh|av|af|door|geschrieben von|skrevet af|\u0430\u0432\u0442\u043E\u0440';
const BYLINE =
  /^[([*_~-]*\s*(?:(?:an? (?:[\p{L}-]+ ){1,5}?(?:in \p{L}+ \p{L}+,? )?|written |posted |submitted |fic )?(?<=\s|^|[([*_~-]))by\s*:?\s+(?<name>(?:\p{L}\.\s?){0,3}[^\s.][^.!?"\u201C\u201D]{0,60}?)\s*[)\]*_~-]*$/iu;

/** A byline of another language right under a title: a first name and a last. */
const FOREIGN =
  /^(?:[Dd]e|[Pp]or|[Pp]ar|[Vv]on|[Dd]i|[Aa]v|[Aa]f|[Dd]oor)\s+(?<name>\p{Lu}[\p{L}'\u2019-]*\.?(?:\s(?:de|del|la|da|dos|von|van|den|di|du|y|und|et|en|och|e|i|\p{Lu}[\p{L}'\u2019-]*\.?)){0,6}\s\p{Lu}[\p{L}'\u2019-]+)$/u;

/** The same with a pen name of one word, apart from what follows. */
const FOREIGN_PEN = /^(?:[Vv]on|[Pp]or|[Pp]ar|[Aa]v|[Aa]f|[Dd]oor)\s+(?<name>\p{Lu}[\p{L}\p{N}_'\u2019-]+)$/u;

/** Words alone on their line whose next line is a name. */
const BARE_BY =
  /^(?:(?:written|posted|published|story|submitted) )?(?:by|von|por|par|di|door|av|przez|oleh)\s?:?$|^(?:author|autora?|autorin|auteure?|autore|forfattare|auteur|auteur|\u0430\u0432\u0442\u043E\u0440)\s?:$/iu;

/** Whether a line is no more than the words before a name: `von`. */
export const isBareBy = ({ text }: Block): boolean => BARE_BY.test(text);

/** Whether a line is the name that words alone on the line above announce. */
export const isUnderBy = (over: Block | undefined, { text, gap }: Block): boolean =>
  over !== undefined &&
  gap <= 1 &&
  BARE_BY.test(over.text) &&
  /^[\p{L}\p{N}@_][^.!?"\u201C:]{1,40}$/u.test(text);

/** What follows `by` and is nobody: `by hand`, `by order of the council`. */
const MEANS =
  /^(?:order|hand|night|day|now|then|noon|dawn|dusk|morning|law|chance|accident|design|degrees|means|sea|land|(?:the|an?|his|her|my|our|their|your|its|all|any|no|that|this) \p{Ll})/iu;

/** What a site counts behind a name: `by gullfeather 2 reviews`. */
const COUNTED_NAME =
  /[\s,|\u00B7\u2022-]+\d[\d,.]*k? (?:reviews?|comments?|stories|followers|words|reads|views|likes|votes)$/iu;

/** The name in a byline: `by Mary Reed`. */
export function bylineOf({ text, gap }: Block, next?: Block): string | undefined {
  if (text.length > LONGEST) return undefined;
  const foreign =
    gap === 0 ? (FOREIGN.exec(text) ?? (next && next.gap > 0 ? FOREIGN_PEN.exec(text) : null)) : null;
  const name = (BYLINE.exec(text) ?? foreign)?.groups?.['name']?.replace(COUNTED_NAME, '');
  if (name !== undefined && MEANS.test(name)) return undefined;
  // What no mark opens ends the name: `by inkstained_`.
  const end = /^[([*_~-]/.test(text) ? '' : (/_+$/.exec(text)?.[0] ?? '');
  return name !== undefined && name.split(/\s+/).length <= 6 ? name + end : undefined;
}

/** A byline as sites have it: a pen name may be any word, and what the site says of the story follows at once. */
const PAGE_BYLINE = new RegExp(
  `^(?:${BY})[: ]\\s*@?(?<name>[\\p{L}\\p{N}_-][^\\s.!?]{0,40}(?:\\s\\p{Lu}\\S{0,30}){0,2}?)(?:\\u00A9|\\s*Published (?:\\d|about|over|almost).*|\\s+All rights reserved.*|,? on \\p{Lu}?\\p{L}*\\s?\\d.*)?$|^by(?<run>[\\p{L}\\p{N}_-]{2,40}(?: [\\p{L}\\p{N}_.'-]{1,30}){0,3})\\u00A9$`,
  'iu',
);

/** The name in a byline of a site's page: `bysaltmarsh\u00A9`. */
export function pageBylineOf(block: Block): string | undefined {
  const found = block.text.length > LONGEST ? undefined : PAGE_BYLINE.exec(block.text)?.groups;
  return found?.['run'] ?? found?.['name'] ?? bylineOf(block);
}

/** A title and its writer in one line: `The Lamp by Tyler S`, `The Lamp - Tyler S`. */
const WITH_NAME = new RegExp(
  `^(?:(?:short )?story:\\s*)?(?<title>\\S.{1,80}?)\\s+(?:[\\u2022\\u00B7|~\\u2013\\u2014-]\\s+)?(?:(?:${BY})\\s+(?<name>@?\\p{Lu}[\\p{L}\\p{N}_.-]*(?:\\s\\p{Lu}[\\p{L}.'-]*){0,3})|(?:written by|escrit[ao] por|geschrieben von)\\s+(?<pen>[\\p{L}\\p{N}_.-]{2,40}(?:,? [\\p{L}\\p{N}_.-]{2,30}){0,4}))$`,
  'u',
);

/** The title and the name in a line that has both. */
export function titleAndName(text: string): { title: string; name: string } | undefined {
  const { title, name, pen } =
    (text.length > 2 * LONGEST ? undefined : WITH_NAME.exec(unmarked(text))?.groups) ?? {};
  const by = name ?? pen;
  if (title !== undefined && headingOf({ text: title })?.kind === 'chapter') return undefined;
  return title === undefined || by === undefined ? undefined : { title: unmarked(title), name: by };
}

/** Whether a line is a person's name: two or three words in capitals, none that titles write small. */
export const isName = (text: string): boolean =>
  /^(?:\p{Lu}[\p{L}'\u2019-]*\.?\s){1,2}\p{Lu}[\p{L}'\u2019-]+(?:,? (?:Jr|Sr|II|III)\.?)?$/u.test(text) &&
  !text.split(/\s+/).some((word) => NO_NAMES.test(word));
const NO_NAMES =
  /^(?:the|of|and|an?|in|on|part|chapter|book|volume|prologue|epilogue|story|night|day|house|last|first|old|new|all)$/i;

/** Whether a line has what sites put beside a name: whose the rights are, when it was published. */
export const isNamedByCopy = ({ text }: Block): boolean =>
  /\u00A9$|Published (?:\d|about|over|almost)|All rights reserved/i.test(text);

/** Genres and parts of a site that stand above a title. */
export const CATEGORY =
  /^(?:(?:science|historical|flash|fan|short|literary|general) ?(?:fiction|stories)|fantasy|horror|romance|mystery|fiction|humou?r|adventure|poetry|drama|literature|originals?|stor(?:y|ies)|text|the original|trailer trash|\p{L}+ (?:\/|&) \p{L}+)$/iu;
