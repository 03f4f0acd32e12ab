import type { Element, ElementContent } from 'hast';
import { areShort } from '../../text/lined.js';
import { textOf } from '../../text/hast.js';
import { addClass, hasClass, isNamed } from '../elements.js';
import { brokenLines, splitLines } from '../lines.js';
import { blocks, type Container } from './container.js';

/** `Dear Ann,` or `Dear Sir:` or `My love!` */
const GREETS = /[,:!\u2014\u2013]["\u2019\u201D]?\s*$/;
const LEAVES = /,\s*$/;
/** A single line that ends as a sentence does belongs to the letter; initials end otherwise. */
const ENDS_SENTENCE = /\p{Ll}[.!?\u2026]["\u2019\u201D)]?\s*$/u;

/** `P.S.`, `PS:`, `P.P.S.`, `P.-S.` */
const POSTSCRIPT = /^\s*(?:P[.\s-]*)+S\b/;

/**
 * A letter. Paragraphs with a class keep it; else the first that greets is the salutation, short lines before it
 * are the dateline and below that the addressee, and a last paragraph of short lines is the signature, with a line
 * before it that takes leave. Postscripts stand below the signature.
 */
export const letter: Container = (node, state) => {
  const children = blocks(node, state);
  const paragraphs = children.filter(
    (child): child is Element => isNamed(child, 'p') && !hasClass(child, 'label'),
  );
  const [salutation, before] = opening(paragraphs);
  if (salutation) {
    mark(salutation, 'salutation');
    before.forEach((paragraph, index) => {
      mark(paragraph, index === 0 ? 'dateline' : 'addressee');
    });
  }
  const signed = paragraphs.slice(0, beforePostscript(paragraphs));
  const last = signed.at(-1);
  const hasOwn = paragraphs.some((paragraph) => hasClass(paragraph, 'signature'));
  if (last && last !== salutation && last !== paragraphs[0] && !hasOwn && isSignature(last)) {
    mark(last, 'signature');
    const leave = signed.at(-2);
    if (leave && leave !== salutation && leave !== paragraphs[0] && takesLeave(leave))
      mark(leave, 'signature');
  }
  for (const paragraph of paragraphs) if (isSetInLines(paragraph)) inLines(paragraph);
  return ['div', { className: ['letter'] }, children];
};

/** The salutation and the short paragraphs before it, unless the author has said which it is. */
function opening(
  paragraphs: readonly Element[],
): [salutation: Element | undefined, before: readonly Element[]] {
  if (paragraphs.some((paragraph) => hasClass(paragraph, 'salutation'))) return [undefined, []];
  const index = paragraphs.findIndex(
    (paragraph) => isShort(paragraph) && GREETS.test(textOf(paragraph.children)),
  );
  const before = paragraphs.slice(0, Math.max(index, 0));
  return index >= 0 && index < 3 && index < paragraphs.length - 1 && before.every(isShort)
    ? [paragraphs[index], before]
    : [undefined, []];
}

/** How many paragraphs stand above the first postscript. */
function beforePostscript(paragraphs: readonly Element[]): number {
  const index = paragraphs.findIndex(({ children }) => POSTSCRIPT.test(textOf(children)));
  return index < 0 ? paragraphs.length : index;
}

function isSignature(paragraph: Element): boolean {
  const isOneLine = splitLines(paragraph.children).length === 1;
  return isShort(paragraph) && !(isOneLine && ENDS_SENTENCE.test(textOf(paragraph.children)));
}

/** `Yours sincerely,` by itself. */
const takesLeave = (paragraph: Element): boolean =>
  splitLines(paragraph.children).length === 1 &&
  isShort(paragraph) &&
  LEAVES.test(textOf(paragraph.children));

const isShort = ({ children }: Element): boolean => areShort(splitLines(children).map(textOf));

/** The author's own class goes before a guess. */
function mark(paragraph: Element, name: string): void {
  if (paragraph.properties.className === undefined) addClass(paragraph, name);
}

const IN_LINES = ['salutation', 'dateline', 'addressee', 'signature'];
const isSetInLines = (paragraph: Element): boolean => IN_LINES.some((name) => hasClass(paragraph, name));

const inLines = (paragraph: Element): void => {
  const children: ElementContent[] = brokenLines(paragraph.children);
  paragraph.children = children;
};
