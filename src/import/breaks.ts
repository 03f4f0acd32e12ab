/** Breaks between scenes, as people mark them. */
import type { Block } from './types.js';

/** Nothing but marks that people rule lines with, spaced or not. */
const MARKS =
  /^[\s*~\-=_#\u2042\u2022\u00B7\u25C6\u25C7\u2606\u2605\u2736\u2766\u2767\u2014\u2013\u2015\u2500\u2501.+<>|/\\:\u25CF\u25CB\u25A0\u25A1\u2665\u2661\u{1F338}^]+$/u;
/** Any other mark of any script, but what stands for silence or shouting, opens and closes, or makes a face. */
const SIGNS =
  /^(?:(?![.:!?\u2026\u2025\u3002\u3001\u30FB\uFF01\uFF1F\uFF0E\u00A1\u00BF^;'"`,\u2018-\u201F\u00AB\u00BB]|\p{Ps}|\p{Pe}|\p{Extended_Pictographic})[\p{P}\p{S}]|[\u3007\u0B83\u06DD\s])+$/u;
/** A mark that breaks alone: ornaments, and a full stop that keeps a line open on sites that drop empty ones. */
const LONE =
  /^(?:(?!\p{Extended_Pictographic})\p{So}|[*~#.\u2013-\u2015\u2042\u2022\u00B7\u00D7\u2020\u00A7\u203B\u2051\uFF0A\u0E5B\u06DD\u06DE\u2619-]|[\u25A0-\u25FF\u2605\u2606\u2660-\u2667\u2720-\u2767])$/u;
/** Three or more of what people draw in a row: weather, moons, stars, plants, hearts, ornaments; no faces. */
const DRAWN =
  /^(?:[\s\u{1F300}-\u{1F321}\u{1F330}-\u{1F344}\u{1F483}\u{1F48E}\u{1F493}-\u{1F49F}\u{1F525}\u{1F56F}\u{1F5A4}\u{1F90D}-\u{1F90E}\u{1F98B}\u{1FAB6}-\u{1FAB7}\u2600-\u2604\u2660-\u2667\u26A1\u2720-\u2767\u2B50\u25A0-\u25FF]|\uFE0F|\u200D)+$/u;
/** Letters that people rule lines with, in turns or many; `xxx` and `xoxo` end letters. */
const LETTERS =
  /^(?:(?:oO)+o|(?:Oo)+O|(?:o0)+o|(?:0o)+0|(?:xX)+x|(?:Xx)+X|[oO0]{5,}|[xX]{5,}|(?:o\s+){2,}o|(?:O\s+){2,}O|(?:x\s+){2,}x|(?:X\s+){2,}X)$/;
/** The same, with marks between or round them. */
const RULED = /^(?=.*[xXoO0])[xXoO0\s*~\-=_.<>|:+]{5,}$/;
/** The same three times or more, of marks and of letters that look like them: `o(-)o(-)o(-)o`. */
const UNITS = /^(?=.*[^oOxX0\s])([oOxX0\s*~\-=_.<>|:+()[\]{}]{2,8}?)\1{2,}[oOxX0\s*~\-=_.<>|:+()[\]{}]{0,7}$/;
const WORDS =
  /^[\s*~\-=_[(<{]*(?:(?:line|scene|page|time)[\s-]?(?:break|skip)|zeitsprung|szenenwechsel|cambio de escena|salto de tiempo|changement de sc\u00E8ne|mudan\u00E7a de cena|quebra de tempo)[\s*~\-=_\])>}]*$/i;
/** Faces. */
const FACE = /^[-^=>][._][-^=<]$/;
const LONGEST = 200;
/** A face is shorter. */
const SHORTEST_UNITS = 9;

/** Whether a block is a break between scenes. */
export function isBreak({ text }: Block): boolean {
  if (text.length > LONGEST || text.includes('\n') || FACE.test(text)) return false;
  if (LONE.test(text) || LETTERS.test(text) || WORDS.test(text)) return true;
  if (text.length >= SHORTEST_UNITS && /[oOxX]/.test(text) && UNITS.test(text)) return true;
  if (/[\p{L}0]/u.test(text) && !SIGNS.test(text)) return RULED.test(text) && marksOf(text) >= 2;
  return (
    (MARKS.test(text) && isRow(text)) ||
    (SIGNS.test(text) && isRowOfOne(text)) ||
    (DRAWN.test(text) && [...text.replaceAll(INVISIBLE, '')].length >= 3)
  );
}

/** Whether one mark stands three times or more, with no more than two others between. */
function isRowOfOne(text: string): boolean {
  const marks = [...text.replaceAll(INVISIBLE, '')];
  const kinds = new Set(marks);
  return kinds.size <= 3 && [...kinds].some((kind) => marks.filter((mark) => mark === kind).length >= 3);
}

const INVISIBLE = /[\s\uFE0F\u200D]/g;

const marksOf = (text: string): number => text.replaceAll(/[xXoO0\s]/g, '').length;

/** Spaced dots, and more of them than stand for silence. */
const DOTS = /^(?:\.(?:\s+\.){2,}|\.{7,})$/;

/** Three marks or more; dots and the like stand for silence in speech. */
function isRow(text: string): boolean {
  if (DOTS.test(text)) return true;
  const marks = text.replaceAll(/\s/g, '');
  if (/^[.:^]+$/.test(marks)) return false;
  return [...marks].length >= 3;
}

/** Breaks that Markdown reads as such: their marks need no record. */
export const isPlainBreak = (text: string): boolean => /^(?:\*[\s*]*|-[\s-]*|_[\s_]*)?$/.test(text);
