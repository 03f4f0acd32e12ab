/**
 * What authors draw with spaces and commands: a paragraph of nothing but `&nbsp;` is an empty line that parts scenes,
 * `\newpage` alone begins a page, and spaces at the head of a line set it in.
 */
import type { Nodes, Paragraph, Parents, PhrasingContent, RootContent, ThematicBreak } from 'mdast';

/** Whether a text can hold one of these at all. */
export const hasGap = (text: string): boolean =>
  /&(?:nbsp|emsp|ensp|#160|#xa0);|[\u00A0\u2002\u2003\u3000]|^\\(?:[a-z]+page\b|$)|page-break|<(?:[bh]r|p|div|center)\b/im.test(
    text,
  );

const COMMAND = /^\\(?:newpage|pagebreak|clearpage|cleardoublepage)(?:\{\})?$/;
const HTML_PAGE =
  /^<(div|p|span|hr)\b[^>]*\b(?:page-)?break-(?:after|before)\s*:\s*(?:always|page)[^>]*>\s*(?:(?:&nbsp;|<br\s*\/?>)\s*)*(?:<\/\1>)?\s*$/i;
/** A paragraph of nothing but spaces and line ends, or line ends alone. */
const HTML_GAP =
  /^(?:<(p|div)\b[^>]*>\s*(?:(?:&(?:nbsp|ensp|emsp|#160|#xa0);|[\u00A0\u2002\u2003\u3000]|<br\s*\/?>)\s*)+<\/\1>|(?:<br\s*\/?>\s*)+)\s*$/i;
const BREAK = /^<br\s*\/?>$/i;
const NOTHING = /^[\s\u00A0\u2002\u2003\u3000]*$/;

/** Blocks that hold words, in which a `<br>` ends a line and parts nothing. */
const IN_LINE: ReadonlySet<string> = new Set(['heading', 'leafDirective', 'table']);

/** Reads these in a tree, in place. */
export function settleGaps(tree: Parents): void {
  const made: Nodes[] = [];
  for (const child of tree.children as Nodes[]) {
    const node =
      child.type === 'paragraph' || child.type === 'html'
        ? (breakOf(child) ?? drawnIn(child) ?? child)
        : child;
    if (node.type === 'paragraph') setIn(node);
    else if ('children' in node && !IN_LINE.has(node.type)) settleGaps(node);
    const before = made.at(-1);
    // Several empty lines are one, and beside a heading or another break they part nothing.
    if (isGap(node) && (!before || before.type === 'heading' || before.type === 'thematicBreak')) continue;
    if (isGap(before) && (node.type === 'heading' || node.type === 'thematicBreak')) made.pop();
    made.push(node);
  }
  if (isGap(made.at(-1))) made.pop();
  tree.children = made as RootContent[];
}

const isGap = (node: Nodes | undefined): boolean =>
  node?.type === 'thematicBreak' && node.data?.kind === 'gap';

function breakOf(node: Extract<Nodes, { type: 'paragraph' | 'html' }>): ThematicBreak | undefined {
  const kind = kindOf(node);
  if (kind === undefined) return undefined;
  return { type: 'thematicBreak', data: { kind }, ...(node.position ? { position: node.position } : {}) };
}

const RULE = /^\s*<hr\b[^>]*>\s*$/i;
/** One block of stars and the like, perhaps in tags that set it bold or in the middle. */
const DRAWN =
  /^\s*<(p|div|center)\b[^>]*>(?:\s*<(?:b|i|em|strong|center|span)\b[^>]*>)*([^<>\p{L}\p{N}]{1,40})(?:<\/\w+>\s*)*<\/\1>\s*$/iu;
const STARS = /^[*#~_=\u2022\u00B7\u2042\u2217\u2766\u2767\u25C6\u25CA\u25CF\u2605\u2606\s\u00A0-]+$/u;

/** A rule of HTML as one of Markdown, and a drawn break in a block of HTML as a paragraph, which the typography knows. */
function drawnIn(
  node: Extract<Nodes, { type: 'paragraph' | 'html' }>,
): ThematicBreak | Paragraph | undefined {
  if (node.type !== 'html' || node.value.length > 300) return undefined;
  const at = node.position ? { position: node.position } : {};
  if (RULE.test(node.value)) return { type: 'thematicBreak', ...at };
  const drawn = DRAWN.exec(node.value)?.[2]?.trim();
  if (drawn === undefined || !STARS.test(drawn)) return undefined;
  return { type: 'paragraph', children: [{ type: 'text', value: drawn, ...at }], ...at };
}

function kindOf(node: Extract<Nodes, { type: 'paragraph' | 'html' }>): 'page' | 'gap' | undefined {
  if (node.type === 'html') {
    if (node.value.length >= 300) return undefined;
    return HTML_PAGE.test(node.value) ? 'page' : HTML_GAP.test(node.value) ? 'gap' : undefined;
  }
  if (node.data?.directiveLabel === true || node.children.length === 0) return undefined;
  const texts = node.children.map((child) =>
    child.type === 'text' ? child.value : child.type === 'break' || isBreak(child) ? '\n' : 'x',
  );
  const text = texts.join('');
  if (NOTHING.test(text) || isBackslash(node.children)) return 'gap';
  return COMMAND.test(text.trim()) ? 'page' : undefined;
}

const isBreak = (node: PhrasingContent): boolean => node.type === 'html' && BREAK.test(node.value);

/** A backslash alone, as pandoc's authors leave a line empty. */
const isBackslash = ([first, ...others]: readonly PhrasingContent[]): boolean =>
  others.length === 0 && first?.type === 'text' && first.value === '\\' && first.data?.escaped === undefined;

const INSET = /^[\u00A0\u2002\u2003\u3000]+/;
/** How many spaces of a line's head each is as wide as. */
const WIDE = /[\u2003\u3000]/g;
const SPACES_A_STEP = 2;
const DEEPEST = 6;

/** The lines of a paragraph that are set in by spaces, in `data.indents`: without these spaces, as a stanza has them. */
function setIn(paragraph: Paragraph): void {
  const lines = linesOf(paragraph);
  // Each line begins in a text: behind a mark of emphasis nobody draws with spaces.
  const depths = lines.map((line) => {
    const [first] = line;
    const spaces = first?.type === 'text' ? (INSET.exec(first.value)?.[0] ?? '') : '';
    const width = spaces.length + (spaces.match(WIDE)?.length ?? 0);
    return Math.min(DEEPEST, Math.ceil(width / SPACES_A_STEP));
  });
  const isDrawn = lines.length > 1 && depths.some((depth) => depth > 0);
  if (!isDrawn) return;
  paragraph.data = { ...paragraph.data, indents: depths };
  paragraph.children = lines.flatMap((line, index) => {
    const [first, ...rest] = line;
    const spaces = first?.type === 'text' ? (INSET.exec(first.value)?.[0].length ?? 0) : 0;
    const start = first?.type === 'text' && spaces > 0 ? [without(first, spaces)] : first ? [first] : [];
    return [...(index > 0 ? [{ type: 'break' as const }] : []), ...start, ...rest];
  });
}

function without(text: Extract<PhrasingContent, { type: 'text' }>, length: number): typeof text {
  const { escaped } = text.data ?? {};
  const moved = escaped?.filter((at) => at >= length).map((at) => at - length);
  return { ...text, value: text.value.slice(length), ...(moved ? { data: { escaped: moved } } : {}) };
}

/** A line without the end of the manuscript's line that follows a `<br>`. */
function withoutLineEnd([first, ...rest]: PhrasingContent[]): PhrasingContent[] {
  if (first?.type === 'text' && first.value.startsWith('\n')) return [without(first, 1), ...rest];
  return first ? [first, ...rest] : [];
}

/** The inline content of a paragraph by the lines that its author ended. */
function linesOf({ children }: Paragraph): PhrasingContent[][] {
  return children
    .reduce<PhrasingContent[][]>(
      (lines, child) => {
        if (child.type === 'break' || isBreak(child)) lines.push([]);
        else lines.at(-1)?.push(child);
        return lines;
      },
      [[]],
    )
    .map(withoutLineEnd);
}
