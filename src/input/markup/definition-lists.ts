/**
 * Definition lists: a line with a term, and below it lines that begin with a colon and a space.
 *
 * Markdown reads them as a paragraph, so they are made of its tree: the term may stand in the same paragraph as its
 * definitions, or in the one before. What is set in by four spaces goes on with a definition; Markdown reads it as code.
 *
 * @see https://michelf.ca/projects/php-markdown/extra/#def-list
 */
import type { BlockContent, Code, Nodes, Paragraph, Parents, PhrasingContent, Root, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { DefinitionDescription, DefinitionList, DefinitionTerm } from '../../types.js';

/** Whether a text can hold a definition at all. */
export const hasDefinition = (text: string): boolean => /^[ \t>]*:[ \t]+\S/m.test(text);

const MARK = /^:[ \t]+/;

/** What code that is set in says as Markdown; undefined for code between fences. */
export type ReadCode = (code: Code) => BlockContent[] | undefined;

/** Makes definition lists of the paragraphs that are written as such. */
export function settleDefinitionLists(tree: Root, readCode: ReadCode): void {
  settle(tree, readCode);
}

/** Within lists and quotations a definition is one paragraph. */
function settle(parent: Parents, readCode?: ReadCode): void {
  const made: Nodes[] = [];
  for (const child of parent.children as Nodes[]) {
    const before = made.at(-1);
    const more = child.type === 'code' && before?.type === 'definitionList' ? readCode?.(child) : undefined;
    if (more && before?.type === 'definitionList') goOn(before, more);
    else if (child.type === 'paragraph') add(child, made);
    else {
      if ('children' in child) settle(child);
      made.push(child);
    }
  }
  parent.children = made as typeof parent.children;
}

function goOn({ children }: DefinitionList, more: readonly BlockContent[]): void {
  const last = children.at(-1);
  if (last?.type === 'definitionDescription') last.children.push(...more);
}

function add(paragraph: Paragraph, made: Nodes[]): void {
  const lines = linesOf(paragraph);
  const first = lines.findIndex(isDefinition);
  const before = made.at(-1);
  if (first < 0) made.push(paragraph);
  else if (first > 0)
    join(made, before, [...lines.slice(0, first).map(term), ...entries(lines.slice(first))]);
  else if (before?.type === 'definitionList') before.children.push(...entries(lines));
  else if (before?.type === 'paragraph' && linesOf(before).length === 1 && isTerm(before.children)) {
    made.pop();
    join(made, made.at(-1), [term(before.children), ...entries(lines)]);
  } else made.push(paragraph);
}

/** Terms that follow a list go on with it. */
function join(made: Nodes[], before: Nodes | undefined, children: DefinitionList['children']): void {
  if (before?.type === 'definitionList') before.children.push(...children);
  else made.push({ type: 'definitionList', children, ...position(children) });
}

type Line = PhrasingContent[];

const isDefinition = ([first]: Line): boolean =>
  first?.type === 'text' && MARK.test(first.value) && !first.data?.escaped?.includes(0);

/** A term is short, and no sentence. */
const isTerm = (line: Line): boolean => {
  const last = line.at(-1);
  const isOpen = last?.type !== 'text' || !/[.!?:;,\u2026"\u201D]$/.test(last.value);
  return isOpen && toString({ type: 'paragraph', children: line }).length <= LONGEST_TERM;
};

const LONGEST_TERM = 60;

/** Definitions, each with the lines that follow it, and terms: a line right before a definition. */
function entries(lines: readonly Line[]): DefinitionList['children'] {
  const made: DefinitionList['children'] = [];
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    const open = made.at(-1)?.children[0];
    if (isDefinition(line)) made.push(description(withoutMark(line)));
    else if (next && isDefinition(next) && isTerm(line)) made.push(term(line));
    else if (open?.type === 'paragraph')
      open.children.push({ type: 'text', value: '\n', ...position(line) }, ...line);
  });
  return made;
}

const description = (children: Line): DefinitionDescription => ({
  type: 'definitionDescription',
  children: [{ type: 'paragraph', children, ...position(children) }],
  ...position(children),
});

const term = (children: Line): DefinitionTerm => ({
  type: 'definitionTerm',
  children: [{ type: 'paragraph', children, ...position(children) }],
  ...position(children),
});

function withoutMark([first, ...rest]: Line): Line {
  if (first?.type !== 'text') return [];
  const length = MARK.exec(first.value)?.[0].length ?? 0;
  return [part(first, length, first.value.length, 0), ...rest];
}

function position(children: readonly Nodes[]): Pick<Paragraph, 'position'> {
  const start = children[0]?.position?.start;
  const end = children.at(-1)?.position?.end;
  return start && end ? { position: { start, end } } : {};
}

/** The inline content of a paragraph by lines, each text at its place. */
function linesOf({ children }: Paragraph): Line[] {
  const lines: Line[] = [[]];
  for (const child of children) {
    if (child.type !== 'text') {
      lines.at(-1)?.push(child);
      continue;
    }
    let from = 0;
    for (let line = 0; from <= child.value.length; line += 1) {
      const feed = child.value.indexOf('\n', from);
      const to = feed < 0 ? child.value.length : feed;
      if (line > 0) lines.push([]);
      if (to > from) lines.at(-1)?.push(part(child, from, to, line));
      from = to + 1;
    }
  }
  return lines;
}

/** A stretch of a text on its `line`th line, from 0. */
function part(node: Text, from: number, to: number, line: number): Text {
  const value = node.value.slice(from, to);
  const escaped = node.data?.escaped?.filter((at) => at >= from && at < to).map((at) => at - from);
  const made: Text = { type: 'text', value, ...(escaped?.length ? { data: { escaped } } : {}) };
  if (!node.position) return made;
  const { start } = node.position;
  const column = line === 0 ? start.column + from : from - node.value.lastIndexOf('\n', from - 1);
  const point = (length: number) => ({
    line: start.line + line,
    column: column + length,
    ...(start.offset === undefined ? {} : { offset: start.offset + from + length }),
  });
  return { ...made, position: { start: point(0), end: point(value.length) } };
}
