/** `<<words>>` for «words», in languages that quote so. */
import type { Nodes, Root, Text } from 'mdast';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
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
