/** Poems: how deep their lines are set in, which the parser drops, and stanzas set in so deep that it takes them for code. */
import type { BlockContent, Code, DefinitionContent, Paragraph } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';

/** What stands before a line's first character, quotation marks of Markdown among it. */
export const LINE_START = /^[ \t>]*/;

/** A line is set in by steps of two spaces, up to this many: more would leave no room for it on a phone. */
const DEEPEST = 6;
const SPACES_A_STEP = 2;
const TAB = '    ';

/** Makes stanzas of indented code, and notes in `data.indents` how deep the lines of each stanza are indented. */
export function settleVerse(
  poem: ContainerDirective,
  source: { text: string; offset: number },
  readCode: (code: Code) => BlockContent[] | undefined,
): void {
  const blocks = poem.children.flatMap((child) =>
    child.type === 'code' ? (readCode(child) ?? child) : child,
  );
  poem.children = [];
  for (const block of blocks) add(poem, block);
  const stanzas = poem.children.flatMap((child) =>
    child.type === 'paragraph' && child.data?.directiveLabel !== true
      ? [{ stanza: child, spaces: spacesOf(child, source) }]
      : [],
  );
  // A poem set in as a whole stands where it would without.
  const least = stanzas
    .flatMap(({ spaces }) => spaces)
    .reduce((one, other) => Math.min(one, other), Infinity);
  for (const { stanza, spaces } of stanzas) {
    const indents = spaces.map((count) => Math.min(DEEPEST, Math.ceil((count - least) / SPACES_A_STEP)));
    if (indents.some((depth) => depth > 0)) stanza.data = { ...stanza.data, indents };
  }
}

/** A stanza goes on with the line below it, which the parser parts from a line that it takes for code. */
function add({ children }: ContainerDirective, next: BlockContent | DefinitionContent): void {
  const last = children.at(-1);
  const [end, start] = [last?.position?.end, next.position?.start];
  const goesOn =
    last?.type === 'paragraph' && next.type === 'paragraph' && end?.line === (start?.line ?? 0) - 1;
  if (!goesOn || last.data?.directiveLabel === true) {
    children.push(next);
    return;
  }
  last.children.push({ type: 'text', value: '\n' }, ...next.children);
  if (last.position && next.position) last.position = { start: last.position.start, end: next.position.end };
}

/** The spaces before each line of a stanza. */
function spacesOf({ position }: Paragraph, { text, offset }: { text: string; offset: number }): number[] {
  const [from = offset, to = offset] = [position?.start.offset, position?.end.offset];
  const start = text.lastIndexOf('\n', from - offset - 1) + 1;
  return text
    .slice(start, to - offset)
    .split('\n')
    .map((line) => widthOf(SET_IN.exec(line)?.[0] ?? ''));
}

/** What sets a line in: white space as such, and spaces that are written as references. */
const SET_IN = /^(?:[ \t>\u00A0\u2002\u2003\u3000]|&(?:nbsp|ensp|emsp|#160|#xa0);)*/i;

/** How many spaces it is wide. */
const widthOf = (start: string): number =>
  start
    .replaceAll(/\t/g, TAB)
    .replaceAll(/&emsp;|[\u2003\u3000]/gi, '  ')
    .replaceAll(/&\S+?;/g, ' ').length;
