/**
 * Names as libraries and shops file them, `Conrad, Joseph`.
 *
 * @see IFLA, *Names of Persons*, 4th edition: where a particle stands follows from the language
 */
import { quotable, warning } from '../diagnostics.js';
import type { Message, Person, Place } from '../types.js';
import { leaf, PARTICLES, usageOf, type Usage } from './particles.js';

/** A name to sort by, and whether people may file it otherwise. */
export interface Filed {
  sort: string;
  unsure?: true;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What stands behind a surname and belongs to it no more. */
const SUFFIXES = set('jr sr ii iii iv v 2nd 3rd esq phd md dds obe mbe cbe kbe kc qc sj osb op ofm');
/** Suffixes that Portuguese counts to the surname. */
const KIN = set('filho neto júnior junior sobrinho');
/** Titles before a name, which are filed behind it. */
const TITLES = set('dr prof mr mrs ms mx miss sir dame lord lady rev fr sr sra st saint capt col gen');
/** Titles of those who are filed under the name that they reign by. */
const REIGNING = set('king queen emperor empress tsar tsarina pope prince princess');
/** Words that only the names of firms, presses and institutions have. */
const WORDS_OF_BODIES = set(
  'co inc ltd llc llp plc gmbh ag corp corporation company press publishing publishers publications books ' +
    'verlag éditions editions editorial ediciones edizioni university universität université universidad ' +
    'college institute institut foundation stiftung fondation society gesellschaft société association verein ' +
    'committee commission council department ministry bureau agency group gruppe team collective kollektiv ' +
    'museum library project staff editors contributors community network studio studios magazine journal ' +
    'academy center centre authors writers various anonymous anonym anonyme unknown friends',
);
/** First words that begin the name of a body or of a work's makers. */
const ARTICLES = set('the les los las gli');
/** Words that join two names to one, with `of`, which says where somebody is from. */
const JOINING = /\s(?:&|\+|and|und|et|og|och|of|for)\s|@|\d|_/iu;

/** Letters of languages whose names stand in the order in which they are filed. */
const IN_ORDER =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** Letters that only Vietnamese has: its names stand in the order in which they are filed, if nobody turned them. */
const VIETNAMESE = /[ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;

/** Languages in which the family name stands first, or people are filed under their given name. */
const FAMILY_FIRST = set('hu zh ja ko vi km mn is th my id ms am ti ta ml');
/** Of these, those whose authors sign abroad in either order. */
const EITHER_ORDER = set('zh ja ko vi');

/**
 * A name as it is filed in a book of a language (BCP 47). The author's own `sort` stands; so do a single word, a name
 * that has its comma, and the name of a body.
 */
export function filedAs({ name, sort }: Person, language: string): Filed {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  if (sort !== undefined) return { sort };
  const all = name.trim().split(/\s+/u);
  const { words, suffixes } = withoutSuffixes(all);
  const last = words.at(-1) ?? '';
  if (words.length < 2 || /,|;/u.test(words.join(' ')) || isBody(name, words)) return { sort: name.trim() };
  if (IN_ORDER.test(name)) return { sort: name.trim() };
  const [title = '', ...reign] = all;
  if (REIGNING.has(leaf(title)) && (reign.length === 1 || /^[IVX]+$/u.test(reign.at(-1) ?? '')))
    return { sort: `${reign.join(' ')}, ${title}` };
  if (VIETNAMESE.test(name.normalize('NFC')) && primary !== 'vi') return { sort: name.trim(), unsure: true };
  if (FAMILY_FIRST.has(primary))
    return { sort: name.trim(), ...(EITHER_ORDER.has(primary) ? { unsure: true as const } : {}) };
  const usage = usageOf(language);
  const titles = words.length > 1 && TITLES.has(leaf(words[0] ?? '')) ? words.slice(0, 1) : [];
  const own = words.slice(titles.length);
  if (own.length < 2) return { sort: [last, ...titles, ...suffixes].join(', ') };
  const { family, given, unsure } = split(own, usage, primary);
  return {
    sort: [family, given, ...titles, ...suffixes].filter((part) => part !== '').join(', '),
    ...(unsure ? { unsure } : {}),
  };
}

function withoutSuffixes(all: readonly string[]): { words: string[]; suffixes: string[] } {
  const words = [...all];
  const suffixes: string[] = [];
  while (words.length > 2 && SUFFIXES.has(leaf(words.at(-1) ?? '').replaceAll('.', ''))) {
    suffixes.unshift((words.pop() ?? '').replace(/,$/u, ''));
    words[words.length - 1] = (words.at(-1) ?? '').replace(/,$/u, '');
  }
  return { words, suffixes };
}

const isBody = (name: string, words: readonly string[]): boolean =>
  JOINING.test(name) ||
  ARTICLES.has((words[0] ?? '').toLowerCase()) ||
  words.some((word) => WORDS_OF_BODIES.has(leaf(word)));

interface Split {
  family: string;
  given: string;
  unsure?: true;
}

/** The family name and what is given, particles on the side where the language has them. */
function split(words: readonly string[], usage: Usage, language: string): Split {
  let start = words.length - 1;
  if (KIN.has(leaf(words[start] ?? '')) && start > 1) start -= 1;
  const double = start > 1 && /^(?:y|i)$/u.test(words[start - 1] ?? '');
  if (double) start -= 2;
  const isSpanish = language === 'es';
  const two =
    (isSpanish || FIRST_SURNAMES.test(words[start - 1] ?? '')) &&
    start > 1 &&
    !double &&
    !isParticle(words[start - 1]) &&
    (words.length > 3 || (words.length === 3 && !SECOND_NAMES.has(leaf(words[1] ?? ''))));
  const isGuess = two && (words.length === 3 || !isSpanish);
  if (two) start -= 1;
  const elided =
    usage === 'behind' || usage === 'articles' ? /^(d['’])(\p{L}.*)$/u.exec(words[start] ?? '') : null;
  if (elided)
    return {
      family: [elided[2], ...words.slice(start + 1)].join(' '),
      given: [...words.slice(0, start), elided[1]].join(' '),
    };
  let from = start;
  while (from > 1 && isParticle(words[from - 1])) from -= 1;
  const particles = words.slice(from, start);
  const kept = keptBefore(particles, usage);
  const family = [...particles.slice(particles.length - kept), ...words.slice(start)].join(' ');
  const given = [...words.slice(0, from), ...particles.slice(0, particles.length - kept)].join(' ');
  const unsure = isGuess || (usage === 'asked' && particles.some(isAsked));
  return { family, given, ...(unsure ? { unsure } : {}) };
}

const isAsked = (word: string): boolean => /^\p{Ll}/u.test(word) && !CONTRACTED.articles.has(word);
const isParticle = (word = ''): boolean => PARTICLES.has(word.toLowerCase());

/** How many of the particles, from the last, stand before the surname. */
function keptBefore(particles: readonly string[], usage: Usage): number {
  if (usage === 'before' || usage === 'asked') return particles.length;
  const goes = (word: string): boolean => /^\p{Ll}/u.test(word) && !CONTRACTED[usage].has(word);
  return particles.length - 1 - particles.findLastIndex(goes);
}

/** Particles that stay with a surname though they are small: articles, and what is drawn together with one. */
const CONTRACTED = { articles: set('le la les du des'), behind: set('am im vom zum zur') } as const;

/** Given names that stand second in Spanish: with others, a name of three words has two surnames. */
const SECOND_NAMES = set(
  'luis maría josé carlos antonio manuel jesús ángel alberto eduardo enrique javier pablo miguel francisco isabel ' +
    'teresa elena luisa fernando ramón alejandro andrés felipe ignacio jorge juan pedro rafael ricardo roberto ' +
    'beatriz carmen cristina dolores mercedes pilar rosa victoria',
);

/** The surnames that most Spanish people have as their first of two. */
const FIRST_SURNAMES =
  /^(?:garc[ií]a|\p{L}{2,}[eé]z|mart[ií]n|ruiz|moreno|mu[nñ]oz|alonso|romero|navarro|torres|ramos|ortiz|ortega|castro|rubio|molina|delgado|vargas|mendoza|rojas|flores|silva|reyes|cruz|vega|fuentes)$/iu;

/** What is asked about people whom others may file otherwise, and about two in one name. */
export function askAbout(
  people: readonly Person[],
  language: string,
  details: { path: string; place?: Place | undefined },
): Message[] {
  return people.flatMap((person) => {
    if (person.sort !== undefined) return [];
    const name = quotable(person.name);
    if (isTwo(person.name)) {
      const list = person.name.split(AND).map((one) => one.trim());
      return warning('book:two-names', `\`${name}\` reads like two people and is filed as one`, {
        ...details,
        hint: `For two people write a list: \`authors: [${list.join(', ')}]\`. For one name, say how it sorts: \`author: { name: ${JSON.stringify(name)}, sort: ${JSON.stringify(name)} }\`.`,
      });
    }
    const { sort, unsure } = filedAs(person, language);
    if (!unsure) return [];
    return warning('book:sort-name', `\`${name}\` is filed under \`${quotable(sort)}\``, {
      ...details,
      hint: `Say how the name sorts, even if this is right: \`author: { name: ${JSON.stringify(name)}, sort: ${JSON.stringify(sort)} }\`.`,
    });
  });
}

const AND = /\s(?:&|and|und|et)\s|;/u;

/** Whether two people stand in one name, each with a given name: `Ann Lee and Tom Hale`. */
const isTwo = (name: string): boolean => {
  const parts = name.split(AND).map((part) => part.trim().split(/\s+/u));
  return parts.length > 1 && parts.every((words) => words.length > 1 && !isBody(words.join(' '), words));
};
