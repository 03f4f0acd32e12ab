/** Breaks between scenes, as people mark them. */
import type { Block } from './types.js';

/** Nothing but marks, spaced or not. */
const MARKS =
  /^[\s*~\-=_#\u2042\u2022\u00B7\u25C6\u25C7\u2606\u2605\u2736\u2766\u2767\u2014\u2013\u2015\u2500\u2501.+<>|/\\:\u25CF\u25CB\u25A0\u25A1\u2665\u2661\u{1F338}^]+$/u;
/** A mark that breaks alone. */
const LONE = /^[*~#\u2042\u2022\u25C6\u25C7\u2606\u2605\u2736\u2766\u2767\u2665\u2661]$/u;
/** Letters that people rule lines with, in turns or many; `xxx` and `xoxo` end letters. */
const LETTERS = /^(?:(?:oO)+o|(?:Oo)+O|(?:o0)+o|(?:0o)+0|(?:xX)+x|(?:Xx)+X|[oO]{5,}|[xX]{5,})$/;
/** The same, with marks between or round them. */
const RULED = /^(?=.*[xXoO0])[xXoO0\s*~\-=_.<>|:+]{5,}$/;
const WORDS =
  /^[\s*~\-=_[(<{]*(?:(?:line|scene|page|time)[\s-]?(?:break|skip)|linebreak|scenebreak)[\s*~\-=_\])>}]*$/i;
/** Faces. */
const FACE = /^[-^=>][._][-^=<]$/;
const LONGEST = 200;

/** Whether a block is a break between scenes. */
export function isBreak({ text }: Block): boolean {
  if (text.length > LONGEST || text.includes('\n') || FACE.test(text)) return false;
  if (LONE.test(text) || LETTERS.test(text) || WORDS.test(text)) return true;
  if (/[\p{L}0]/u.test(text)) return RULED.test(text) && marksOf(text) >= 2;
  return MARKS.test(text) && isRow(text);
}

const marksOf = (text: string): number => text.replaceAll(/[xXoO0\s]/g, '').length;

/** Three marks or more; dots and the like stand for silence in speech. */
function isRow(text: string): boolean {
  const marks = text.replaceAll(/\s/g, '');
  if (/^[.+:<>|/\\^]+$/.test(marks)) return false;
  return [...marks].length >= 3;
}

/** Breaks that Markdown reads as such: their marks need no record. */
export const isPlainBreak = (text: string): boolean => /^(?:\*[\s*]*|-[\s-]*|_[\s_]*)?$/.test(text);
