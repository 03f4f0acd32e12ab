/**
 * Directives: the blocks and spans that Markdown has no mark for.
 *
 * Only names that Octavo knows are directives. The syntax would take the `:yes` of `He said:yes` and the `:30am` of
 * `10:30am` for one too, and a story has many of those.
 */
import type { BlockContent, Code as CodeBlock, Nodes, Paragraph, Parents, Root } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { didYouMean } from '../../config/nearest.js';
import { warning } from '../../diagnostics.js';
import { own } from '../../text/own.js';
import type { Message } from '../../types.js';
import { CALLOUTS, calloutBlock, wordFor, type LabelOf } from './callouts.js';
import { wholeName } from './rewrite.js';
import { settleVerse } from './verse.js';

/** The names that are directives, by form. */
export const DIRECTIVES = {
  text: ['span', 'page'],
  leaf: ['page'],
  container: [
    'verse',
    'letter',
    'epigraph',
    'dedication',
    'note',
    'aside',
    'figure',
    'sign',
    'message',
    'play',
    'refs',
  ],
} as const;

/** Whether a text can hold a directive at all. */
export const hasDirective = (text: string): boolean =>
  /:(?:span|page)[[{]|^[ \t>*+\-\d.)]*:{2,}[a-z]/im.test(text);

/** The directive syntax, its text form for known names only. */
export function knownDirectives(): Extension {
  const { text, flow } = directive();
  const textDirective = [text?.[COLON]].flat()[0];
  if (!textDirective) throw new Error('The syntax of directives lacks its form within text');
  return { text: { [COLON]: onlyKnown(textDirective) }, ...(flow ? { flow } : {}) };
}

const COLON = 58;
const LABEL_OPEN = 91;
const ATTRIBUTES_OPEN = 123;

/** A construct that begins only where a known name and a label or attributes follow the colon. */
function onlyKnown(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const whole = construct.tokenize.call(this, effects, ok, nok);
      return effects.check({ tokenize: knownName, partial: true }, whole, nok);
    },
  };
}

function knownName(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let name = '';
  return colon;

  function colon(code: Code): State | undefined {
    effects.enter('directiveTextMarker');
    effects.consume(code);
    effects.exit('directiveTextMarker');
    effects.enter('directiveTextName');
    return letter;
  }

  function letter(code: Code): State | undefined {
    const character = code === null || code < 0 ? '' : String.fromCharCode(code);
    if (DIRECTIVES.text.some((known) => known.startsWith(name + character)) && character !== '') {
      name += character;
      effects.consume(code);
      return letter;
    }
    effects.exit('directiveTextName');
    const complete = DIRECTIVES.text.some((known) => known === name);
    return complete && (code === LABEL_OPEN || code === ATTRIBUTES_OPEN) ? ok(code) : nok(code);
  }
}

/**
 * Puts unknown leaf directives back as text and unknown containers' content in their place, with a warning each.
 * `readCode` reads code that is set in as Markdown.
 */
export function settleDirectives(
  tree: Root,
  source: { text: string; offset: number },
  path: string,
  readCode: (code: CodeBlock) => BlockContent[] | undefined,
  labelOf: LabelOf = wordFor,
): Message[] {
  const messages: Message[] = [];
  settle(tree);
  return messages;

  function settle(parent: Parents): void {
    parent.children = parent.children.flatMap((child: Nodes) => {
      if ('children' in child) settle(child);
      if (child.type === 'leafDirective') return settleLeaf(child);
      if (child.type === 'containerDirective') return settleContainer(child);
      return [child];
    }) as typeof parent.children;
  }

  function settleLeaf(node: LeafDirective): Nodes[] {
    if (isKnown(DIRECTIVES.leaf, node.name)) return [node];
    messages.push(unknown(node, '::', DIRECTIVES.leaf, path));
    const { position } = node;
    const [from = 0, to = from] = [position?.start.offset, position?.end.offset];
    const value = source.text.slice(from - source.offset, to - source.offset);
    const at = position ? { position } : {};
    return [{ type: 'paragraph', children: [{ type: 'text', value, ...at }], ...at }];
  }

  function settleContainer(node: ContainerDirective): Nodes[] {
    if (node.children[0]?.data && 'directiveLabel' in node.children[0].data) node.name = wholeName(node.name);
    if (isKnown(DIRECTIVES.container, node.name)) {
      if (node.name === 'epigraph') endLinesBeforeDashes(node);
      if (node.name === 'verse') settleVerse(node, source, readCode);
      return [withHeadLine(node)];
    }
    if (CALLOUTS.has(node.name.toLowerCase())) return [calloutBlock(node, labelOf)];
    messages.push(unknown(node, ':::', DIRECTIVES.container, path));
    return node.children.map(plain);
  }
}

/** A block that is the label of nothing. */
const plain = <Node extends Nodes>(node: Node): Node =>
  node.type === 'paragraph' && node.data?.directiveLabel === true
    ? { ...node, data: { ...node.data, directiveLabel: false } }
    : node;

/** A line that begins with a dash, as typed or as set. */
const DASH_LINE = /[ \t]*\n[ \t]*(?=(?:--?|[\u2013-\u2015\u2E40])[ \t]*\S)/;

/** The source of a quotation stands on a line of its own; the typography would close its dash up to the line before. */
function endLinesBeforeDashes(node: ContainerDirective): void {
  for (const child of node.children) {
    if (child.type !== 'paragraph') continue;
    child.children = child.children.flatMap((inline): Paragraph['children'] => {
      if (inline.type !== 'text') return [inline];
      const at = inline.position ? { position: inline.position } : {};
      return inline.value
        .split(DASH_LINE)
        .flatMap((value, index) => [
          ...(index > 0 ? [{ type: 'break' as const }] : []),
          { type: 'text', value, ...at },
        ]);
    });
  }
}

/** Between two people: U+2192 RIGHTWARDS ARROW. */
const TO = ' \u2192 ';

/** Blocks that say who wrote them and when, and the attributes that say it, in the order of the line. */
const HEAD_LINE: Readonly<Record<string, readonly string[]>> = {
  message: ['from', 'to', 'time'],
  sign: ['from', 'to', 'time'],
};

/**
 * A message with its `from`, `to` and `time` as a line above it, so that the typography and the reader see them as
 * text: each is a span of that class.
 */
function withHeadLine(node: ContainerDirective): ContainerDirective {
  const names = own(HEAD_LINE, node.name) ?? [];
  const given = names.flatMap((name) => {
    const value = node.attributes?.[name];
    return value ? [{ name, value }] : [];
  });
  if (given.length === 0) return node;
  const attributes = Object.fromEntries(
    Object.entries(node.attributes ?? {}).filter(([name]) => !names.includes(name)),
  );
  const at = node.position ? { position: node.position } : {};
  const children = given.flatMap(({ name, value }, index): Paragraph['children'] => [
    ...(index > 0 ? [{ type: 'text' as const, value: name === 'to' ? TO : ' ', ...at }] : []),
    {
      type: 'textDirective',
      name: 'span',
      attributes: { class: name },
      children: [{ type: 'text', value, ...at }],
      ...at,
    },
  ]);
  const line: Paragraph = { type: 'paragraph', children, data: { directiveLabel: true }, ...at };
  return { ...node, attributes, children: [line, ...node.children] };
}

const isKnown = (names: readonly string[], name: string): boolean => names.includes(name);

function unknown(
  { name, position }: LeafDirective | ContainerDirective,
  mark: string,
  known: readonly string[],
  path: string,
): Message {
  const expected = known.map((one) => `\`${mark}${one}\``).join(', ');
  return warning('markdown:directive', `Unexpected \`${mark}${name}\`, expected ${expected}`, {
    path,
    place: position?.start,
    hint: 'Its content stays in the text.',
    ...didYouMean(name, known),
  });
}
