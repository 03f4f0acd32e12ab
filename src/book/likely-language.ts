/** The language that a text reads like, where its author names none: by its script, else by its commonest words. */
import { toString } from 'mdast-util-to-string';
import type { Manuscript } from '../types.js';

/** So much of a book is looked at, in UTF-16 code units. */
const ENOUGH = 20_000;
/** A text of fewer letters says nothing. */
const LEAST = 100;

/** Scripts of one language, or of one that is likelier than others; the first that has its share. */
const SCRIPTS: readonly (readonly [letters: RegExp, language: string, least: number])[] = [
  [/\p{Script=Hangul}/gu, 'ko', 0.3],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja', 0.2],
  [/\p{Script=Han}/gu, 'zh', 0.5],
  [/[іїєґ]/giu, 'uk', 0.03],
  [/\p{Script=Cyrillic}/gu, 'ru', 0.5],
  [/\p{Script=Greek}/gu, 'el', 0.5],
  [/\p{Script=Hebrew}/gu, 'he', 0.5],
  [/[پچژگ]/gu, 'fa', 0.02],
  [/\p{Script=Arabic}/gu, 'ar', 0.5],
];

/** Words that are common in a language, and together much rarer in the others. */
const WORDS: Readonly<Record<string, string>> = {
  cs: 'se na že si do za po co tu jsem jako ale bylo byl když jeho což nebo jsou ještě aby už pak tak',
  da: 'og jeg det ikke af til var hun han ham med der som på havde mig sig blev også',
  de: 'und die der das nicht ich sie ist mit den dem ein eine war auf sich auch wie',
  en: 'the and of to was he she it that his her you not had with for they but said',
  es: 'que el los las una por con del pero había como más cuando muy sus era yo lo',
  fi: 'ja oli hän että mutta kuin niin olen hänen sen minä ovat myös kun joka mitä',
  fr: 'les des une est que dans pour pas qui elle était sur avec mais vous cette au',
  hu: 'az hogy egy nem volt meg csak mint már még amikor vagy azt ezt ami aki volna',
  it: 'che di non una della per con era sono gli nel più aveva anche lei suo come',
  nb: 'og jeg det ikke av til var hun han ham med som på hadde meg seg ble også etter',
  nl: 'het een van niet zijn ik was dat ze maar haar hij met voor naar ook er aan',
  pl: 'się nie jest na że jak ale był tak już jego tylko było jej żeby przez mnie do to co po',
  pt: 'que não uma um os as no na em do da para com ele ela mas dos das como mais seu sua era ao pelo quando',
  ro: 'și nu să care pentru din era mai cu că ca după lui sau fost pe ei lui i-a un îl își această',
  sk: 'sa na že si do za po čo tu som ako ale bolo bol keď jeho čo alebo sú ešte aby už potom tak',
  sv: 'och jag det inte av till var hon han honom med som på hade mig sig blev också att',
  tr: 'bir ve bu da de için ama çok daha gibi ne değil kadar sonra olarak var onun',
};
const COMMON = new Map(Object.entries(WORDS).map(([tag, words]) => [tag, new Set(words.split(' '))]));

/** The least share of a text's words, and how many times English's. */
const [SHARE, TIMES] = [0.07, 2];
/** How many times the next language's: of Danish and Norwegian, Czech and Slovak, a guess could be the wrong one. */
const APART = 1.15;

/** A language's tag, where a book reads like another language than English; nothing where nobody could be sure. */
export function likelyLanguage(manuscripts: readonly Manuscript[]): string | undefined {
  let text = '';
  for (const { tree } of manuscripts)
    for (const node of tree.children) {
      if (text.length >= ENOUGH) break;
      if (node.type !== 'code' && node.type !== 'html') text += `${toString(node)} `;
    }
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < LEAST) return undefined;
  for (const [script, language, least] of SCRIPTS)
    if ((text.match(script)?.length ?? 0) > letters * least) return language;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const shares = [...COMMON]
    .map(([tag, common]) => ({ tag, share: words.filter((word) => common.has(word)).length / words.length }))
    .sort((a, b) => b.share - a.share);
  const [first, second] = shares;
  const english = shares.find(({ tag }) => tag === 'en')?.share ?? 0;
  if (!first || first.share < Math.max(SHARE, english * TIMES)) return undefined;
  return second && first.share < second.share * APART ? undefined : first.tag;
}
