/** Text as the words and marks that a comparison counts. */

export interface Token {
  /** Where it stands in its text. */
  start: number;
  end: number;
  /** As it is compared: two tokens of one key differ in typography at most. */
  key: string;
  isWord: boolean;
}

/** Stands for the end of a paragraph. */
export const PARAGRAPH = '\n\n';

// Scripts that write no spaces between words are compared letter by letter.
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
const LETTER = String.raw`(?:(?!${UNSPACED})[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060])`;
const TOKEN = new RegExp(
  [
    PARAGRAPH,
    UNSPACED,
    String.raw`${LETTER}+(?:['\u2019\u02BC\u2010\u2011-]${LETTER}+)*`,
    String.raw`\.(?:\s?\.)+|\u2026`,
    String.raw`-{2,}|[\u2012-\u2015\u2E3A\u2E3B]|(?<=\s)-(?=\s)`,
    String.raw`[^\s]`,
  ].join('|'),
  'gu',
);

/** Marks that proofreaders change without changing the text, and what each counts as. */
const FOLDS: readonly [marks: RegExp, as: string][] = [
  [/[\u00AD\u200B-\u200D\u2060\uFE0E\uFE0F]/gu, ''],
  [/['\u2018\u2019\u201A\u201B\u02BC"\u201C-\u201F\u00AB\u00BB\u2039\u203A`\u00B4]/gu, '"'],
  [/^(?:-{2,}|[-\u2012-\u2015\u2E3A\u2E3B])$/gu, '\u2014'],
  [/[\u2010\u2011]/gu, '-'],
  [/^\.(?:\s?\.)+$/gu, '\u2026'],
];

/** The words and marks of a text, in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [raw] = match;
    tokens.push({
      start: match.index,
      end: match.index + raw.length,
      key: raw === PARAGRAPH ? raw : folded(raw),
      isWord: /[\p{L}\p{N}]/u.test(raw),
    });
  }
  return tokens;
}

/** A plain word is its own key: most tokens are. */
const PLAIN = /^[A-Za-z0-9,;:!?]+$/;

function folded(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  return FOLDS.reduce((text, [marks, as]) => text.replaceAll(marks, as), raw.normalize('NFC'));
}

/** Texts of one key differ in typography at most. */
export const keyOf = (text: string): string => {
  const keys: string[] = [];
  for (const { key } of tokensOf(text)) keys.push(key);
  return keys.join(' ');
};

/** Words in the stretches by which texts are held against each other. */
const STRETCH = 4;

/** Every few words of a key that stand in a row; none of a text that is shorter. */
export function stretchesOf(key: string): ReadonlySet<string> {
  const words = key.split(' ');
  const found = new Set<string>();
  for (let at = 0; at + STRETCH <= words.length; at++) found.add(words.slice(at, at + STRETCH).join(' '));
  return found;
}

/** The number of words in a text. */
export const wordCount = (text: string): number =>
  tokensOf(text).reduce((count, { isWord }) => count + (isWord ? 1 : 0), 0);
