/** spaces: one where several stand, none before punctuation, and those that must not break a line. */
import type { Locale } from '../../types.js';
import {
  APOSTROPHE_MARK,
  CLOSER,
  COMMA,
  DASH,
  DIGIT,
  EDGE,
  ELLIPSIS_MARK,
  LETTER,
  NARROW_NO_BREAK_SPACE,
  NO_BREAK_SPACE,
  QUOTE,
  SPACE,
  STOP,
  TAB_CODE,
  kindAt,
} from '../characters.js';
import { bindsBare, holdsNext, leans } from '../bonds.js';
import type { Edit, Rule } from '../types.js';

const PUNCTUATION = ',.;:!?';
/** What begins a question or an exclamation in Spanish. */
const INVERTED = '\u00BF\u00A1';
/** What stands at once behind a dash that closes an aside, in every language. */
const LOW_PUNCTUATION = ',.;';
/** Curly marks, double and single, and guillemets, double and single. */
const LOOKS = ['\u201C\u201D\u201E', '\u2018\u2019\u201A', '\u00AB\u00BB', '\u2039\u203A'];

const SPACES = String.raw`[\t-\r\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]`;
const MARKS = String.raw`[\u2018-\u201E\u00AB\u00BB\u2039\u203A]`;
/** A space but for those between two words, after which nothing could be bound or missing. */
const GAPS = ' (?:(?<![a-z,] )|(?![A-Za-z]))';
/** The same, where a word without a full stop may hold on to a capital (`M Brun`). */
const BARE_GAPS = ' (?:(?<![a-z,] )|(?![a-z]))';

const searches = new WeakMap<Locale, RegExp>();

/** What the rule reads of a language's text: a search by the engine skips nearly all of it. */
function searchOf(locale: Locale): RegExp {
  let search = searches.get(locale);
  if (!search) {
    const bare = bindsBare(locale) ? BARE_GAPS : GAPS;
    const { leaning } = locale;
    const gaps = leaning === '' ? bare : `${bare}| (?<=[${leaning}${leaning.toUpperCase()}] )`;
    const high = Object.keys(locale.spaceBefore).length > 0 ? '|[;:!?]' : '';
    // Where no space stands within quotation marks, only two that meet matter; the second one is read.
    const marks = locale.quotes.space === '' ? `${MARKS}{2}` : MARKS;
    search = new RegExp(`${SPACES}|${gaps}|${marks}${high}`, 'g');
    searches.set(locale, search);
  }
  search.lastIndex = 0;
  return search;
}

export const spaces: Rule = {
  id: 'spaces',
  settings: ['wide'],
  apply({ text }, locale, book) {
    const narrow = book.setting('spaces') === 'wide' ? NO_BREAK_SPACE : NARROW_NO_BREAK_SPACE;
    const edits: Edit[] = [];
    const search = searchOf(locale);
    while (search.test(text)) {
      const at = search.lastIndex - 1;
      const kind = kindAt(text, at);
      if (kind === SPACE) {
        let end = at + 1;
        while (kindAt(text, end) === SPACE) end += 1;
        const wanted = gap(text, at, end, locale, narrow);
        if (wanted !== text.slice(at, end)) edits.push({ start: at, end, text: wanted, confidence: 1 });
        search.lastIndex = end;
      } else if (kind === QUOTE) {
        if (locale.quotes.space === '') search.lastIndex = at;
        for (const place of besideQuote(text, at, locale))
          edits.push({
            start: place,
            end: place,
            text: widen(placed(text, place, locale), narrow),
            confidence: 1,
          });
      } else {
        const insertion = before(text, at, locale, narrow);
        if (insertion) edits.push(insertion);
      }
    }
    return edits;
  },
};

/** What a row of spaces should be. */
function gap(text: string, start: number, end: number, locale: Locale, narrow: string): string {
  const left = kindAt(text, start - 1);
  const right = kindAt(text, end);
  if (left === EDGE || right === EDGE || INVERTED.includes(text.charAt(start - 1))) return '';
  const next = text.charAt(end);
  if (meet(text.charAt(start - 1), next, locale) && !parts(text.charAt(start - 1), next, locale))
    return narrow;
  if (isStray(text, start, end, locale)) return '';
  const inside = insideQuotes(text.charAt(start - 1), next, locale, narrow);
  if (inside !== undefined) return inside;
  if (right === DASH && locale.dash.spaced === 'paired' && endsAside(text, end + 1)) return '';
  if (left === DASH && LOW_PUNCTUATION.includes(next) && endsClause(text, end)) return '';
  if (PUNCTUATION.includes(next) && endsWord(left) && endsClause(text, end))
    return widen(locale.spaceBefore[next] ?? '', narrow);
  if (next === ELLIPSIS_MARK && endsText(left)) return NO_BREAK_SPACE;
  if (leans(text, start, end, locale) || holdsNext(text, start, end, locale)) return NO_BREAK_SPACE;
  if (end - start === 1) return text.charCodeAt(start) === TAB_CODE ? ' ' : text.charAt(start);
  return text.slice(start, end).includes('\n') ? '\n' : ' ';
}

/** Whether punctuation that ends a clause stands behind a dash, at once or after spaces. */
function endsAside(text: string, at: number): boolean {
  let next = at;
  while (kindAt(text, next) === SPACE) next += 1;
  return LOW_PUNCTUATION.includes(text.charAt(next) || ' ') && endsClause(text, next);
}

const widen = (space: string, narrow: string): string => (space === NARROW_NO_BREAK_SPACE ? narrow : space);

const endsWord = (kind: number): boolean =>
  kind === LETTER || kind === DIGIT || kind === CLOSER || kind === QUOTE;

const endsText = (kind: number): boolean => endsWord(kind) || kind === STOP || kind === COMMA;

/** Punctuation that is no decimal point, no ellipsis and no smiling face. */
function endsClause(text: string, at: number): boolean {
  let end = at + 1;
  while (kindAt(text, end) === STOP && text.charCodeAt(end) !== 0x2e) end += 1;
  const kind = kindAt(text, end);
  if (kind === SPACE) return !(text.charAt(at) === '.' && text.charAt(end + 1) === '.');
  return kind === EDGE || kind === QUOTE || kind === COMMA;
}

/** The space that a language sets before its high punctuation, where none was typed. */
function before(text: string, at: number, locale: Locale, narrow: string): Edit | undefined {
  const space = locale.spaceBefore[text.charAt(at)];
  if (
    space === undefined ||
    text.charAt(at - 1) === locale.quotes.outer[0] ||
    !endsWord(kindAt(text, at - 1)) ||
    !endsClause(text, at)
  )
    return undefined;
  return { start: at, end: at, text: widen(space, narrow), confidence: 1 };
}

/**
 * A double and a single mark side by side that could be mistaken for each other; but not an elision and what it leans
 * on (`l’“ami”`).
 */
function meet(one: string, other: string, { quotes }: Locale): boolean {
  if (one === '' || other === '') return false;
  if (
    one === APOSTROPHE_MARK &&
    [quotes.outer, quotes.inner].some(([open, close]) => other === open && open !== close)
  )
    return false;
  const sort = sortOf(one);
  return sort !== 0 && sort === -sortOf(other);
}

/** Whether one mark closes a quotation and the other opens the next, so that the space between parts sentences. */
const parts = (one: string, other: string, { quotes }: Locale): boolean => {
  const pairs = [quotes.outer, quotes.inner];
  return (
    pairs.some(([open, close]) => one === close && open !== close) &&
    pairs.some(([open, close]) => other === open && open !== close)
  );
};

/** Curly marks and guillemets, double and single: those that look alike have the same number, with a sign. */
function sortOf(mark: string): number {
  const sort = LOOKS.findIndex((marks) => marks.includes(mark));
  return sort < 0 ? 0 : sort % 2 === 0 ? sort + 1 : -sort;
}

/** An apostrophe between a quotation and its suffix, as in Turkish (`“Araba”’yı`). */
const isSuffix = (text: string, at: number, { quotes }: Locale): boolean =>
  text.charAt(at) === APOSTROPHE_MARK &&
  kindAt(text, at + 1) === LETTER &&
  [quotes.outer, quotes.inner].some(([open, close]) => text.charAt(at - 1) === close && open !== close);

/** A space that was typed within quotation marks where the language has none: `“ wait ”`. */
function isStray(text: string, start: number, end: number, { quotes }: Locale): boolean {
  if (quotes.space !== '') return false;
  const [open, close] = quotes.outer;
  if (open === close) return false;
  const [left, right] = [kindAt(text, start - 1), kindAt(text, end)];
  if (text.charAt(start - 1) === open)
    return [LETTER, DIGIT].includes(right) && [SPACE, EDGE].includes(kindAt(text, start - 2));
  if (text.charAt(end) !== close || close === APOSTROPHE_MARK) return false;
  return endsText(left) && left !== QUOTE && [SPACE, EDGE].includes(kindAt(text, end + 1));
}

function insideQuotes(left: string, right: string, { quotes }: Locale, narrow: string): string | undefined {
  if (quotes.space === '') return undefined;
  const inside = left === quotes.outer[0] || right === quotes.outer[1];
  return inside ? widen(quotes.space, narrow) : undefined;
}

const placed = (text: string, at: number, locale: Locale): string =>
  meet(text.charAt(at - 1), text.charAt(at), locale) ? NARROW_NO_BREAK_SPACE : locale.quotes.space;

/** Where a space is missing beside a quotation mark: before it, after it. */
function besideQuote(text: string, at: number, locale: Locale): number[] {
  const [open, close] = locale.quotes.outer;
  const mark = text.charAt(at);
  const left = text.charAt(at - 1);
  const apart = meet(left, mark, locale) && !isSuffix(text, at, locale);
  if (locale.quotes.space === '') return apart ? [at] : [];
  const before = apart || left === open || (mark === close && ![SPACE, EDGE].includes(kindAt(text, at - 1)));
  const after = mark === open && ![SPACE, EDGE, QUOTE].includes(kindAt(text, at + 1));
  return [...(before ? [at] : []), ...(after ? [at + 1] : [])];
}
