/** `<<words>>` for «words», in languages that quote so. */
import type { Nodes, Root, Text } from 'mdast';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { visit } from 'unist-util-visit';
import type { Locale } from '../../types.js';

const LESS = 60;
const MARKS = /(?<![<>])(?:<<|>>)(?![<>])/g;

/** Whether a text can hold such marks at all. */
export const hasAngleQuotes = (text: string): boolean => text.includes('<<') || text.includes('>>');

/** Whether a language has quotation marks that look so. */
export const quotesByAngles = ({ quotes, alternatives }: Locale): boolean =>
  [quotes, ...Object.values(alternatives)].some(({ outer, inner }) =>
    [...outer, ...inner].some((mark) => mark === '\u00AB' || mark === '\u00BB'),
  );

/** Stands for the first mark of a speech that would begin a quotation: a noncharacter, which no text holds. */
const GREATER = '\uFDD9';

/** The head of a quotation or of a speech in marks, perhaps in an item of a list or a note. */
const HEADS = /^((?:(?:[-*+]|\d{1,9}[.)]|\[\^[^\]\s]{1,99}\]:)[ \t]+)? {0,3})>/gm;
const OPENING = /^(?:>>[^\s>]|>\p{L})/u;

/** Whether a text that begins with marks closes them before it opens others; `<` before a word begins a tag. */
const isClosed = (text: string): boolean =>
  text.startsWith('>>')
    ? /^>>(?:(?!<<|>>)[^])*\S<<(?!<)/.test(text)
    : /^>(?:(?![<>])[^])*[^\s<>]<(?![<\w/!?])/.test(text);

/**
 * The text with a stand-in for the head of each line such as `>>Ja<<, sagte er.`, which Markdown takes for a quotation.
 * A block with a line that opens with `>` and is no speech is a quotation.
 */
export function hideAngles(text: string): string {
  if (!text.includes('<') || !/^[^\n>]{0,120}>{1,2}[^\s>]/m.test(text)) return text;
  const blocks = text.split(/(\n[ \t]*\n)/).map((block) => {
    const isSpeech = [...block.matchAll(HEADS)].every(({ 0: head, index }) => {
      const speech = block.slice(index + head.length - 1);
      return OPENING.test(speech) && isClosed(speech);
    });
    return isSpeech ? block.replaceAll(HEADS, `$1${GREATER}`) : block;
  });
  return blocks.join('');
}

const FIELDS = ['value', 'alt', 'title', 'url', 'label'] as const;

/** Puts the marks back that `hideAngles` hid in a text, in its tree. */
export function restoreAngles(tree: Root, text: string): void {
  if (!text.includes(GREATER)) return;
  visit(tree, (node) => {
    const fields = node as Partial<Record<(typeof FIELDS)[number], string | null>>;
    for (const field of FIELDS) {
      const value = fields[field];
      if (value?.includes(GREATER)) fields[field] = value.replaceAll(GREATER, '>');
    }
  });
}

/** The syntax of such marks, as text: without it, `<<word>>` holds a tag of HTML. */
export const angleQuotes = (): Extension => ({ text: { [LESS]: construct } });

const construct: Construct = { name: 'angleQuotes', tokenize };

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { previous } = this;
  return (code) => {
    if (previous === LESS) return nok(code);
    effects.enter('data');
    effects.consume(code);
    return second;
  };

  function second(code: Code): State | undefined {
    if (code !== LESS) return nok(code);
    effects.consume(code);
    return third;
  }

  function third(code: Code): State | undefined {
    if (code === LESS) return nok(code);
    effects.exit('data');
    return ok(code);
  }
}

/** A mark in a text of a block. */
interface Found {
  node: Text;
  at: number;
  mark: string;
}

/** Puts guillemets for the marks that answer each other in a block, and for one that begins it, in place. */
export function settleAngleQuotes(tree: Root): void {
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const found = marksIn(node);
      if (found.length > 0)
        replace(found.filter((one, index) => isAnswered(found, index) || isHead(node, one)));
    } else if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
}

function marksIn(node: Nodes): Found[] {
  if (node.type === 'text') {
    if (!hasAngleQuotes(node.value)) return [];
    const escaped = node.data?.escaped ?? [];
    return [...node.value.matchAll(MARKS)]
      .map(({ 0: mark, index }) => ({ node, at: index, mark }))
      .filter(({ at }) => !escaped.includes(at) && !escaped.includes(at + 1));
  }
  return 'children' in node ? node.children.flatMap((child) => marksIn(child)) : [];
}

/** Marks answer each other in pairs, the way round in which the first two stand. */
function isAnswered(found: readonly Found[], index: number): boolean {
  const other = found[index % 2 === 0 ? index + 1 : index - 1];
  return other !== undefined && other.mark !== found[index]?.mark;
}

/** Speech that goes on in the next paragraph is closed there. */
const isHead = (block: Nodes, { node, at }: Found): boolean =>
  at === 0 && 'children' in block && block.children[0] === node && /^..\S/.test(node.value);

function replace(found: readonly Found[]): void {
  for (const { node, at, mark } of found.toReversed()) {
    node.value = node.value.slice(0, at) + (mark === '<<' ? '\u00AB' : '\u00BB') + node.value.slice(at + 2);
    const escaped = node.data?.escaped;
    if (node.data && escaped) node.data.escaped = escaped.map((place) => (place > at ? place - 1 : place));
  }
}
