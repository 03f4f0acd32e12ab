/** Lines that their author surely set, and that Markdown joins to a paragraph. */
import type { Paragraph, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Context } from './context.js';
import { enter, type Leftover } from './leftovers.js';

const UNBROKEN: Leftover = {
  id: 'markdown:joined',
  head: (line) => `The line \`${line}\` begins lines that the book joins to one paragraph`,
  hint: 'Part paragraphs by an empty line. Verse keeps its lines between `:::verse` and `:::`, and a line that ends with a backslash ends in the book, too.',
};

/** Enters the paragraphs of a text, and of its quotations, whose lines would not have been joined by their author. */
export function noteUnbroken(children: readonly RootContent[], context: Context): void {
  for (const node of children) {
    if (node.type === 'blockquote') noteUnbroken(node.children, context);
    if (node.type !== 'paragraph' || node.data?.indents) continue;
    const lines = linesOf(node);
    if (lines.length < 2 || !(isSpeech(lines) || isVerse(lines) || isProse(lines))) continue;
    const { source, shared } = context;
    const found = { text: lines[0] ?? '', path: source.path, place: node.position?.start };
    enter(UNBROKEN, found, shared.leftovers);
  }
}

/** The lines of a paragraph; none where its author ended one. */
function linesOf(node: Paragraph): string[] {
  if (!node.children.some((child) => 'value' in child && child.value.includes('\n'))) return [];
  if (node.children.some(({ type }) => type === 'break' || type === 'html')) return [];
  return toString(node)
    .split('\n')
    .map((line) => line.trim());
}

/** As many characters as the narrowest column has that anybody wraps lines at. */
const NARROW = 60;

/** Whether a line ends although the first word of the next one would have had room in it. */
function endsEarly(line: string, next: string, lines: readonly string[]): boolean {
  const width = Math.max(NARROW, ...lines.map(({ length }) => length));
  return line.length + 1 + (/^\S*/u.exec(next)?.[0].length ?? 0) < 0.8 * width || width > 2 * NARROW;
}

/** The lines but the last, each with the next. */
const pairs = (lines: readonly string[]): [string, string][] =>
  lines.slice(1).map((next, index) => [lines[index] ?? '', next]);

/** A mark that opens speech, or a dash before it. */
const OPENS = /^(?:[\u201C\u201E\u00AB\u2018\u300C"]\S|[\u2013\u2014]\s?\S)/u;
const STOPPED = /[.!?\u2026:][\u201D\u201C\u00BB\u2019\u300D"']*$/u;
/** The name of who speaks, as plays have it. */
const SPEAKER = /^\p{Lu}[\p{L}.\u2019' ]{0,24}:\s+\p{Lu}/u;

/** Speeches of people who take turns: nobody sets two of them in one paragraph, a line each. */
const isSpeech = (lines: readonly string[]): boolean =>
  (lines.length > 2 && lines.filter((line) => SPEAKER.test(line)).length > 2) ||
  pairs(lines).filter(
    ([line, next]) =>
      OPENS.test(line) && STOPPED.test(line) && OPENS.test(next) && endsEarly(line, next, lines),
  ).length > (lines.length > 2 ? 1 : 0) ||
  (lines.length > 2 &&
    pairs(lines).every(([line, next]) => OPENS.test(line) && STOPPED.test(line) && OPENS.test(next)));

/** Short lines that begin with a capital, or of some words that all end early, and do not all end with a sentence. */
const isVerse = (lines: readonly string[]): boolean =>
  lines.length > 3 &&
  lines.every((line) => line.length <= NARROW) &&
  (lines.every((line) => /^[\u201C\u2018"']?\p{Lu}/u.test(line)) ||
    pairs(lines).every(([line, next]) => /\S\s+\S/u.test(line) && endsEarly(line, next, lines))) &&
  !lines.slice(0, -1).every((line) => STOPPED.test(line));

/** A sentence that ends within a line. */
const WITHIN = /[.!?\u2026][\u201D\u201C\u00BB\u2019"']*\s+[\u201C\u201E\u00AB\u2018"']?\p{Lu}/u;

/** Lines of several sentences each: who writes a sentence a line does not. */
const isProse = (lines: readonly string[]): boolean =>
  pairs(lines).filter(
    ([line, next]) => STOPPED.test(line) && WITHIN.test(line) && endsEarly(line, next, lines),
  ).length > 1;
