/** Which chapter or part this is, in a language's words: "Chapter One", "Chapter 1", "Chapter I". */
import { spelt } from './spelt.js';
import type { CountedForm, CountedKind, Locale } from './types.js';

/** How a number is written. */
export type NumberStyle = 'words' | 'arabic' | 'roman';

/**
 * What stands above the title of the chapter or part of that number, from 1. Beyond the words that its language has, and
 * in a language without any, it is in figures.
 */
export function countedLabel(kind: CountedKind, number: number, style: NumberStyle, locale: Locale): string {
  const form = locale.counted?.[kind];
  const word = style === 'words' && form ? spelt(form.words)[number - 1] : undefined;
  if (form && word !== undefined) return inWords(form, word, locale.language);
  const figures = style === 'roman' ? roman(number) : String(number);
  return (form?.inFigures ?? `${locale.terms[kind] ?? ''} {number}`).replace('{number}', figures).trim();
}

function inWords({ inWords: label }: CountedForm, word: string, language: string): string {
  const capital = (text: string): string => {
    const [first = ''] = text;
    return first.toLocaleUpperCase(language) + text.slice(first.length);
  };
  const title = word.replaceAll(/[^\s-]+/gu, capital);
  return capital(label.replace('{Number}', title).replace('{number}', word));
}

const ROMAN: readonly (readonly [value: number, letters: string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** A number from 1 in Roman numerals. */
export function roman(number: number): string {
  let rest = number;
  let letters = '';
  for (const [value, letter] of ROMAN) for (; rest >= value; rest -= value) letters += letter;
  return letters;
}
