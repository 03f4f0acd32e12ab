/** What the names of notes say of them. */
import { posix } from 'node:path';

/** Words for what divides a book, in the languages that such folders are met in. */
const PART =
  /^(?:\d+[\s._-]+)?(?:part|book|volume|act|section|teil|buch|band|partie|livre|tome|acte|parte|libro|livro|acto|tom|część|část|del|deel|osa|rész|часть|книга|том)(?:[\s._:-]|\d|$)/iu;
const CHAPTER =
  /^(?:\d+[\s._-]+)?(?:chapter|ch\.?|chapitre|kapitel|kap\.?|cap[ií]tulo|capitolo|hoofdstuk|kapittel|rozdział|kapitola|fejezet|luku|глава|розділ|prologue|prolog|epilogue|epilog)(?:[\s._:-]|\d|$)/iu;

/** Whether a note is called as a part is: `Part One`, `Act II`. */
export const isCalledPart = (name: string): boolean => PART.test(name);

/** Whether a note is called as a chapter is: `Chapter 3`. */
export const isCalledChapter = (name: string): boolean => CHAPTER.test(name);

/** A note's name as a title: without its number; empty where it is nothing else. */
export const titleOfNote = (rel: string): string =>
  posix
    .basename(rel)
    .replace(/\.(?:md|markdown)$/i, '')
    .replace(/^\d+(?:[\s._)-]+|$)/, '')
    .trim();

/** The heading with which a text begins. */
export const firstHeading = (text: string): string | undefined =>
  /^\s*#{1,6}[ \t]+(\S[^\n]*)/.exec(text)?.[1]?.trim();
