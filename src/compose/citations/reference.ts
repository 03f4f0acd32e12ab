/** How a source is printed in full: one form a kind of source, in the marks and words of the book's language. */
import type { ElementContent } from 'hast';
import { outwardAddress } from '../../text/address.js';
import type { Locale } from '../../types.js';
import { element, text } from '../elements.js';
import type { CslItem, CslName } from './library.js';

/** A name in a sentence: `de la Cruz`. */
const familyOf = ({ family, literal = '', 'non-dropping-particle': particle }: CslName): string =>
  [particle, family ?? literal].filter((part) => part).join(' ');

/** `Lee`; `Lee and Kim`; `Lee et al.`: who made a source, else its title. */
export function authorsOf(item: CslItem, locale: Locale): string {
  const [first, second, third] = makersOf(item);
  if (!first) return quotedTitle(item, locale);
  if (third || !second) return third ? `${familyOf(first)} et al.` : familyOf(first);
  return `${familyOf(first)} ${andThen(familyOf(second), locale)}`;
}

/** Languages whose "and" is a letter at the head of the next word, and what parts it from a word in another script. */
const PREFIXED: Readonly<Record<string, { script: RegExp; parted: string }>> = {
  ar: { script: /^\p{Script=Arabic}/u, parted: ' ' },
  he: { script: /^\p{Script=Hebrew}/u, parted: '\u05BE' },
};

/** The last of several names with the word "and". */
function andThen(name: string, { language, terms }: Locale): string {
  const { script, parted } = PREFIXED[language] ?? { parted: ' ' };
  return `${terms['and'] ?? 'and'}${script?.test(name) ? '' : parted}${name}`;
}

const makersOf = ({ author = [], editor = [] }: CslItem): CslName[] => (author.length > 0 ? author : editor);

/** The year, if it is known; a date in words as it is. */
export const yearOf = ({ issued }: CslItem): string | undefined =>
  (issued?.['date-parts']?.[0]?.[0] ?? issued?.literal ?? issued?.raw?.slice(0, 4))?.toString();

/** What a source is sorted by. */
export const sortedBy = (item: CslItem): string =>
  [
    ...makersOf(item).map((one) => `${one.family ?? one.literal ?? ''} ${one.given ?? ''}`),
    yearOf(item) ?? '',
    plain(item.title ?? ''),
  ].join(' ');

/** A source's title in quotation marks. */
export const quotedTitle = ({ title, id }: CslItem, locale: Locale): string =>
  wordsOf(quoted([text(plain(title ?? id))], locale, ''));

/** Without the marks of CSL-JSON. */
const plain = (title: string): string => title.replaceAll(MARK, '');

/** `<i>`, `<sup>` and their like, which CSL-JSON has in titles. */
const MARK = /<(\/?)(i|b|sup|sub|span|sc)\b[^<>]*>/g;
const NAMED: Readonly<Record<string, string>> = { i: 'em', b: 'strong', sup: 'sup', sub: 'sub' };

/** A title with its marks as elements. */
function marked(title: string): ElementContent[] {
  const whole: ElementContent[] = [];
  const open: { name: string; children: ElementContent[] }[] = [{ name: '', children: whole }];
  let from = 0;
  const say = (words: string): void => {
    if (words !== '') open.at(-1)?.children.push(text(words));
  };
  for (const { 0: tag, 1: closes, 2: name = '', index } of title.matchAll(MARK)) {
    say(title.slice(from, index));
    from = index + tag.length;
    if (closes !== '/') open.push({ name, children: [] });
    else if (open.length > 1) close(open);
  }
  say(title.slice(from));
  while (open.length > 1) close(open);
  return whole;
}

function close(open: { name: string; children: ElementContent[] }[]): void {
  const { name, children } = open.pop() ?? { name: '', children: [] };
  const tag = NAMED[name];
  open.at(-1)?.children.push(...(tag === undefined ? children : [element(tag, {}, children)]));
}

/** Where a sentence of a reference stops already. */
const STOPPED = /[.?!\u2026]$/;

/** Kinds whose title stands in quotation marks, within something whose title is in italics. */
const WITHIN = /^(?:article|chapter|paper|entry|post|webpage|review|speech|interview|personal)/;

interface Form {
  year?: string | undefined;
  opening?: (words: ElementContent[]) => ElementContent[];
}

/**
 * A source in full. `year` stands behind who made it where citations name it, else at the end; `opening` makes of the
 * first words what stands in their place.
 */
export function reference(
  item: CslItem,
  locale: Locale,
  { year, opening = (words) => words }: Form,
): ElementContent[] {
  const sentences: ElementContent[][] = [];
  const people = namesIn(makersOf(item), locale);
  const isEdited = !item.author?.length && people !== '';
  const by = (key: string, names: readonly CslName[] = []): string =>
    names.length > 0 ? `${locale.terms[key] ?? ''} ${namesIn(names, locale, false)}` : '';
  if (people !== '') sentences.push([text(people)]);
  if (year !== undefined) sentences.push([text(year)]);
  const {
    title = item.id,
    'container-title': container,
    volume,
    issue,
    page,
    genre,
    edition,
    publisher,
  } = item;
  const isWithin = WITHIN.test(item.type ?? '') || container !== undefined;
  sentences.push(
    isWithin
      ? quoted(marked(title), locale, locale.language === 'en' && !STOPPED.test(plain(title)) ? '.' : '')
      : [element('em', {}, marked(title))],
  );
  const editors = isEdited ? '' : by('editedBy', item.editor);
  const numbers = [volume, issue === undefined ? undefined : `(${String(issue)})`]
    .filter((one) => one !== undefined)
    .join(' ');
  const pages = page?.replaceAll(/(?<=\d)-+(?=\d)/g, '\u2013') ?? '';
  if (container !== undefined) {
    const more = [editors, item.type === 'chapter' || numbers === '' ? pages : '']
      .filter((one) => one !== '')
      .join(', ');
    const tail =
      numbers === '' || item.type === 'chapter' ? '' : ` ${numbers}${pages === '' ? '' : `: ${pages}`}`;
    sentences.push([element('em', {}, marked(container)), text(`${tail}${more === '' ? '' : `, ${more}`}`)]);
  } else if (editors !== '') sentences.push([text(capital(editors))]);
  const translators = capital(by('translatedBy', item.translator));
  const place = [item['publisher-place'], publisher].filter((one) => one).join(': ');
  const last = year === undefined ? yearOf(item) : undefined;
  const published = [place, last].filter((one) => one).join(', ');
  const editionWords =
    edition === undefined
      ? ''
      : /^\d+$/.test(String(edition))
        ? `${locale.terms['edition'] ?? 'Edition'} ${String(edition)}`
        : String(edition);
  for (const sentence of [translators, editionWords, capital(genre ?? ''), published])
    if (sentence !== '') sentences.push([text(sentence)]);
  const address =
    item.DOI === undefined
      ? item.URL
      : `https://doi.org/${item.DOI.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '')}`;
  const made = sentences.flatMap((sentence, index) => [
    ...(index === 0 ? opening(sentence) : [text(' '), ...sentence]),
    ...stopOf(sentence),
  ]);
  const href = address === undefined ? undefined : outwardAddress(address);
  if (href === undefined) return made;
  return [...made, text(' '), element('a', { href }, [text(address ?? '')]), text('.')];
}

/** With a capital at its head. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The full stop of a sentence, where none ends it. */
const stopOf = (sentence: readonly ElementContent[]): ElementContent[] =>
  STOPPED.test(wordsOf(sentence).replace(/[\u201D\u2019\u00BB\u201C"']$/, '')) ? [] : [text('.')];

/** What nodes say. */
export const wordsOf = (nodes: readonly ElementContent[]): string =>
  nodes
    .map((node) => (node.type === 'text' ? node.value : 'children' in node ? wordsOf(node.children) : ''))
    .join('');

/** Words between the quotation marks of the language, with what stands before the closing one. */
function quoted(words: readonly ElementContent[], { quotes }: Locale, stop: string): ElementContent[] {
  const { outer, inner, space } = quotes;
  const within = words.map((one) =>
    one.type === 'text'
      ? text(
          one.value.replaceAll(/[\u201C\u201E]([^\u201C\u201D]*)[\u201C\u201D]/g, `${inner[0]}$1${inner[1]}`),
        )
      : one,
  );
  return [text(`${outer[0]}${space}`), ...within, text(`${stop}${space}${outer[1]}`)];
}

/** `Lee, Ann, Bo Kim and Harbour Board`; the first name turned round where the list is sorted by it. */
function namesIn(names: readonly CslName[], locale: Locale, turned = true): string {
  const all = names.map((name, index) => {
    const { given, suffix, 'dropping-particle': particle } = name;
    const first = [given, particle].filter((part) => part).join(' ');
    const parts =
      turned && index === 0
        ? [familyOf(name), first, suffix]
        : [[first, familyOf(name)].filter((part) => part).join(' '), suffix];
    return parts.filter((part) => part).join(', ');
  });
  const [last = ''] = all.splice(-1);
  if (all.length === 0) return last;
  return `${all.join(', ')}${turned && all.length === 1 ? ',' : ''} ${andThen(last, locale)}`;
}
