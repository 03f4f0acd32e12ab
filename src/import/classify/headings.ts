/** Headings of parts and chapters, as people type them. */
import type { Block } from '../types.js';
import { isCardinal, wordsValue } from './counting.js';

/** What a line is the heading of, and how it counts. */
export interface Heading {
  kind: 'part' | 'chapter';
  /** Its number, where that alone makes it one: it needs others that count on from it. */
  bare?: number;
  /** Whether that number is a word, which may be a title as well. */
  isWord?: true;
}

const NUMBER = '(?:\\d{1,4}|[IVXLCivxlc]{1,8})';
/** A number in words, or `last`: what stands there is looked up. */
const WORDS = '(?:the\\s+)?(?<words>\\p{L}+(?:[- ]\\p{L}+){0,4}?)';
const LAST = /^(?:last|final)$/i;
/** `Chapter` in languages that write it before its number, as English does. */
const CHAPTER =
  'chapter|ch\\.?|chap\\.?|cap\\.?|ep\\.?|episode|episodio|cap[i\u00ED]tulo|chapitre|kapitel|capitolo|hoofdstuk|rozdzia\u0142|kapitola|b\u00F6l\u00FCm|\u0433\u043B\u0430\u0432\u0430|bab|luku|fejezet';
const PART =
  'part|book|volume|act|arc|teil|buch|partie|livre|parte|libro|\u0447\u0430\u0441\u0442\u044C|\u043A\u043D\u0438\u0433\u0430';
/** What stands between a number and a title. */
const REST =
  '[\u00B0\u00BA\u00AA]?(?:\\s*[:.\\u2013\\u2014-]+\\s*\\S.{0,120}|\\s+by [\\p{L}\\p{N}_][^.!?,]{1,40}|\\s*[.:]?)';

/** Whose eyes a chapter is seen through: `Mara's POV`, `B E N N O ' S   P O V`, `Narra Tom\u00E1s`. */
const POV =
  /^[~*_(\[-]{0,3}\s*(?:(?:\p{L}[\p{L}.-]*\s){0,2}\p{L}+(?:['\u2019]?s?)['\u2019]? (?:p\.?\s?o\.?\s?v\.?|point of view)|(?:p\.?o\.?v\.?|narra|pov de|pdv de)\s?[:-]?\s(?:\p{L}+\s?){1,2}|(?:\p{L} ){1,15}['\u2019] ?S\s+P O V)\s*[:~*_)\]-]{0,3}$/iu;

/** Whether a line says through whose eyes what follows is seen. */
export const isPointOfView = ({ text }: Block): boolean => text.length <= LONGEST && POV.test(text);

interface Form {
  kind: Heading['kind'];
  form: RegExp;
}

const FORMS: readonly Form[] = [
  { kind: 'part', form: new RegExp(`^(?:${PART})\\s+(?:${NUMBER}|${WORDS})${REST}$`, 'iu') },
  {
    kind: 'part',
    form: new RegExp(`^${WORDS}\\s+(?:part|book|act|teil|buch|partie|livre|parte|libro)\\.?$`, 'iu'),
  },
  {
    kind: 'chapter',
    form: new RegExp(
      `^(?:(?:volume|vol\\.?|book|arc|season|s)\\s?\\d{1,3}\\s*[,:-]?\\s+)?(?:${CHAPTER})(?:\\s*${NUMBER}|\\s+${WORDS})(?:-\\d{1,2})?(?:\\s*\\([^()]{1,30}\\))?(?:,\\s*["\u201C].{1,120}["\u201D]|${REST})$`,
      'iu',
    ),
  },
  {
    kind: 'chapter',
    form: new RegExp(
      `^(?:${NUMBER}\\.?|${WORDS})\\s+(?:chapter|b\u00F6l\u00FCm|kapitel|chapitre|cap[i\u00ED]tulo|capitolo|fejezet|luku|rozdzia\u0142|\u0433\u043B\u0430\u0432\u0430)${REST}$`,
      'iu',
    ),
  },
  // `\u7B2C\u4E09\u7AE0 \u6E21\u8239`, `\u7B2C12\u8A71`, `\uC81C 3 \uC7A5`
  {
    kind: 'chapter',
    form: /^(?:\u7B2C\s?[\d\u3007\u96F6\u4E00-\u9FFF]{1,7}\s?[\u7AE0\u56DE\u8282\u7BC0\u8BDD\u8A71]|\uC81C\s?\d{1,4}\s?[\uC7A5\uD654\uD68C])(?:[\s:\uFF1A\u3000.\u2014-]\s*[^\u3002\uFF01\uFF1F]{1,60})?$/u,
  },
  { kind: 'chapter', form: POV },
  {
    kind: 'chapter',
    form: /^(?:prologue?|epilogue|prolog|epilog|pr[o\u00F3]logo|ep[i\u00ED]logo|\u00E9pilogue|\u043F\u0440\u043E\u043B\u043E\u0433|\u044D\u043F\u0438\u043B\u043E\u0433|interlude|foreword|preface|afterword|introduction|intermission|coda|bonus chapter)(?:\s+(?:\d{1,3}|[IVX]{1,5}|one|two|three))?(?:\s*[:\u2013\u2014-]+\s*\S.{0,120}|[.:]?)$/i,
  },
];

const BARE =
  /^(?:[[(<~*#\u2013\u2014-]\s*)?(?:(?<arabic>\d{1,3})|(?<roman>[IVXLC]{1,7}))\s*(?:[.):\]>~*\u2013\u2014-]\s*)?$/;
const NUMBERED = /^(?<arabic>\d{1,3})[.):]\s+(?<title>\S.{0,80})$/;
const MARKED = /^(?<marks>#{1,6})\s+(?=.*[\p{L}\p{N}])\S.{0,200}$/u;

/** The longest heading, in characters. */
const LONGEST = 140;

/** What a block is the heading of, by its own words. */
export function headingOf({ text }: Pick<Block, 'text'>): Heading | undefined {
  if (text.length > LONGEST || text.includes('\n') || text.includes('://')) return undefined;
  const words = unmarked(text);
  const form = FORMS.find((one) => isCounted(one.form.exec(words)));
  if (form) return isSentence(words) ? undefined : { kind: form.kind };
  const bare = BARE.exec(words)?.groups ?? NUMBERED.exec(words)?.groups;
  if (!bare) return inWords(words);
  // A menu's number before the chapter's own: `12. Chapter 12`.
  if (
    bare.title !== undefined &&
    FORMS.some((one) => one.form !== POV && isCounted(one.form.exec(bare.title ?? '')))
  )
    return { kind: 'chapter' };
  if (bare.title !== undefined && isSentence(bare.title)) return undefined;
  const number = bare.arabic === undefined ? fromRoman(bare.roman ?? '') : Number(bare.arabic);
  return number > 0 && number < 400 ? { kind: 'chapter', bare: number } : undefined;
}

/** Whether a form fits, and what it has as a number in words is one. */
function isCounted(found: RegExpExecArray | null): boolean {
  const words = found?.groups?.['words'];
  return found !== null && (words === undefined || LAST.test(words) || wordsValue(words) !== undefined);
}

/** `Twenty-One`, `Twenty-One: The Ferry`: a number in words that stands for its chapter. */
const IN_WORDS =
  /^(?<words>\p{Lu}\p{L}+(?:[- ]\p{L}+){0,4}?)(?:\s*[:.\u2013\u2014-]\s+(?<title>\S.{0,80})|[:.]?)$/u;

function inWords(text: string): Heading | undefined {
  const { words, title } = IN_WORDS.exec(text)?.groups ?? {};
  const value = words !== undefined && isCardinal(words) ? wordsValue(words) : undefined;
  if (value === undefined || (title !== undefined && (isSentence(title) || !/^\P{L}*\p{Lu}/u.test(title))))
    return undefined;
  return { kind: 'chapter', bare: value, isWord: true };
}

/** `Chapter 3: The Kiln`, which is a heading where no blank line stands above it too. */
const COUNTED = new RegExp(
  `^(?:(?:${CHAPTER})(?:\\s*${NUMBER}|\\s+${WORDS})|\\d{1,3}\\.?\\s+(?:b\u00F6l\u00FCm|kapitel))${REST}$`,
  'iu',
);
export const isCountedHeading = (block: Block): boolean =>
  headingOf(block)?.kind === 'chapter' && isCounted(COUNTED.exec(unmarked(block.text)));

/** The heading at an index near the top of a page: a number in a word only where another counts on from it. */
export function headingAt(blocks: readonly Block[], at: number, to = blocks.length): Heading | undefined {
  const block = blocks[at] as Block;
  const heading = headingOf(block);
  if (heading?.isWord) {
    const next = (heading.bare ?? 0) + 1;
    for (let index = at + 1; index < to; index += 1) {
      const other = blocks[index] as Block;
      if (other.gap > 0 && headingOf(other)?.bare === next) return heading;
    }
    return undefined;
  }
  return heading;
}

/** Whether a block is a heading by its words, not by a number alone. */
export const isNamedHeading = (block: Pick<Block, 'text'>): boolean => {
  const heading = headingOf(block);
  return heading !== undefined && heading.bare === undefined;
};

/** "Part two of the plan was simple." is no heading; `Chapter Two: Who Stole the Lamp?` is. */
const isSentence = (text: string): boolean =>
  /[^.\s][.!?,;\u2026"\u201D]$/.test(text) &&
  text.split(/\s+/).length > 4 &&
  !(/^\P{P}{1,30}\d?\s?(?:[:\u2013\u2014-]|, ?["\u201C])/u.test(text) && /[!?"\u201D\]]$/.test(text));

/** A line without the emphasis or the rule of dashes round it, and without a Markdown heading's marks. */
export function unmarked(text: string): string {
  const inner = /^(\*\*|__|\*|_|~+\*?|[-=]+|>+)\s*(\S.{0,198}?)\s*(?:\*?~+|\*\*|__|\*|_|[-=]+|<+)$/.exec(
    text,
  )?.[2];
  return inner ?? text.replace(/^#{1,6}\s+/, '');
}

/** Whether a line is a Markdown heading, and how deep. */
export const markedDepth = ({ text }: Block): number | undefined => MARKED.exec(text)?.groups?.marks?.length;

const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** The value of a Roman number in capitals; 0 where it is none. */
function fromRoman(text: string): number {
  if (!/^(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text)) return 0;
  return [...text].reduce((sum, letter, index, all) => {
    const value = VALUES[letter] ?? 0;
    return sum + (value < (VALUES[all[index + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
}
