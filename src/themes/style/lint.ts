/** A theme's style sheet → what of it may go into a book, and what is wrong with it. */
import {
  generate,
  parse,
  walk,
  type Block as CssBlock,
  type CssNode,
  type Selector,
  type WalkContext,
} from 'css-tree';
import { error, warning, type Result } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import { STYLE_RULES, type Surroundings } from './rules.js';
import { alone, unsaid, type Block, type Missing } from './wholes.js';

interface LintOptions {
  path: string;
  /** Whether this is the sheet in which `@media` may stand. */
  media?: boolean;
  /** Whether no other sheet stands before this one, so that it must say all that is needed. */
  whole?: boolean;
}

interface Range {
  start: number;
  end: number;
}

/** The sheet without what no book may hold, the rest as its author wrote it, and a message for each thing wrong. */
export function lintStyle(css: string, { path, media = false, whole = false }: LintOptions): Result<string> {
  const messages: Message[] = [];
  const cuts: Range[] = [];
  const comments: CssNode[] = [];
  const tree = parse(css, {
    positions: true,
    parseCustomProperty: true,
    onParseError: (cause) => {
      const place = { line: cause.line, column: cause.column };
      const reason = `This CSS is not valid: ${cause.message.replace(/\.$/, '')}`;
      messages.push(error('style:syntax', reason, { path, place, hint: 'It was left out.' }));
    },
    onComment: (value, loc) => {
      comments.push({ type: 'Comment', value, loc });
    },
  });
  const judge = (node: CssNode, at: Surroundings, cut: Range | undefined) => {
    for (const { id, severity, hint, find } of STYLE_RULES) {
      const reason = find(node, at);
      if (reason === undefined) continue;
      const place = node.loc?.start ?? { line: 1, column: 1 };
      const say = severity === 'error' ? error : warning;
      const end = severity === 'error' ? `${hint} It was left out.` : hint;
      messages.push(say(id, reason, { path, place, hint: end }));
      if (severity === 'error' && cut) cuts.push(cut);
    }
  };
  const blocks: Block[] = [];
  walk(tree, function visit(this: WalkContext, node) {
    const { rule, atrule } = this;
    const declaration = node.type === 'Declaration' ? node : this.declaration;
    const at: Surroundings = { selectors: selectorsOf(node.type === 'Rule' ? node : rule), media };
    const cut = declaration ?? (atrule && !rule ? atrule : node);
    judge(node, declaration ? { ...at, declaration } : at, rangeOf(cut));
    // What could not be parsed could not be judged either.
    const unread = node.type === 'Raw' ? rangeOf(declaration ?? rule ?? atrule ?? node) : undefined;
    if (unread) cuts.push(unread);
    if (node.type === 'Rule') blocks.push(blockOf(node.block, at.selectors, node.loc?.start.offset ?? 0));
  });
  for (const comment of comments) judge(comment, { selectors: [], media }, undefined);
  const missing = [...blocks.flatMap(alone), ...(whole ? unsaid(blocks) : [])];
  messages.push(...missing.map((one) => messageOf(one, css, path)));
  return { value: without(css, cuts), messages };
}

const rangeOf = ({ loc }: CssNode): Range | undefined =>
  loc ? { start: loc.start.offset, end: loc.end.offset } : undefined;

/** The selectors of a rule, each cut into its compounds. */
function selectorsOf(rule: CssNode | null): string[][] {
  if (rule?.type !== 'Rule' || rule.prelude.type !== 'SelectorList') return [];
  return rule.prelude.children
    .toArray()
    .flatMap((selector) => (selector.type === 'Selector' ? [compounds(selector)] : []));
}

function compounds(selector: Selector): string[] {
  const found = [''];
  for (const part of selector.children.toArray()) {
    if (part.type === 'Combinator') found.push('');
    else found.push((found.pop() ?? '') + generate(part));
  }
  return found;
}

function blockOf(block: CssBlock, selectors: Block['selectors'], offset: number): Block {
  const declared = new Map<string, string>();
  for (const node of block.children.toArray()) {
    if (node.type === 'Declaration')
      declared.set(node.property.toLowerCase(), generate(node.value).toLowerCase());
  }
  return { selectors, declared, offset };
}

function messageOf({ rule, offset, reason }: Missing, css: string, path: string): Message {
  const before = css.slice(0, offset).split('\n');
  const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  return warning(rule.id, reason, { path, place, hint: rule.hint });
}

/** The text without the ranges; a declaration goes with its semicolon. */
function without(css: string, cuts: readonly Range[]): string {
  let kept = '';
  let from = 0;
  for (const { start, end } of [...cuts].sort((a, b) => a.start - b.start)) {
    if (start >= from) kept += css.slice(from, start);
    from = Math.max(from, end);
    const semicolon = /^\s*;/.exec(css.slice(from));
    if (semicolon) from += semicolon[0].length;
  }
  return kept + css.slice(from);
}
