/** A manuscript as its front matter and its chapters, each a run of blocks between blank lines. */

/** A paragraph, a heading, a whole container: what blank lines part. */
export interface Block {
  text: string;
  /** The text without what editors change by themselves: white space. Equal keys are equal blocks. */
  key: string;
  /** Line ends between it and what stands before it: two or more. */
  gap: number;
}

export interface Chapter {
  /** The words of its heading; none where the text opens without one. */
  heading?: string;
  blocks: Block[];
}

export interface Parts {
  /** With its fences and the blank lines after it; empty where there is none. */
  front: string;
  chapters: Chapter[];
}

const FRONT = /^---[ \t]*\n(?:[\s\S]*?\n)?---[ \t]*(?:\n(?:[ \t]*\n)*|$)/;
const HEADING = /^(#{1,6})[ \t]+(.*)/;
/** What stays open over blank lines, and what closes it. */
const OPENERS: readonly (readonly [open: RegExp, close: (opened: RegExpExecArray) => RegExp])[] = [
  [
    /^ {0,3}(:{3,})[ \t]*[\p{L}{]/u,
    ([, colons = '']) => new RegExp(`^ {0,3}:{${String(colons.length)},}[ \\t]*$`),
  ],
  [
    /^ {0,3}(`{3,}|~{3,})/,
    ([, fence = '']) => new RegExp(`^ {0,3}${fence[0] ?? ''}{${String(fence.length)},}[ \\t]*$`),
  ],
  [/^ {0,3}<!--(?!.*-->)/, () => /-->/],
];

/** Footnotes and the items of lists go on in what is indented after them. */
const GOES_ON = /^(?:\[\^[^\]]+\]:|[-*+] |\d{1,9}[.)] )/;
const INDENTED = /^(?: {2,}|\t)/;

export const blockOf = (text: string, gap = 2): Block => ({
  text,
  key: text.replaceAll(/\s+/g, ' ').trim(),
  gap,
});

/** A manuscript, line ends as LF, in its parts. `depth` is that of its chapters' headings. */
export function partsOf(text: string, depth: number): Parts {
  const front = FRONT.exec(text)?.[0] ?? '';
  const chapters: Chapter[] = [{ blocks: [] }];
  for (const block of blocksOf(text.slice(front.length))) {
    const [, marks = '', heading = ''] = HEADING.exec(block.text) ?? [];
    if (marks !== '' && marks.length <= depth) chapters.push({ heading: heading.trim(), blocks: [block] });
    else chapters.at(-1)?.blocks.push(block);
  }
  return { front, chapters };
}

/** The depth of the headings that part a text into chapters: the least that it has. */
export function depthOf(text: string): number {
  const front = FRONT.exec(text)?.[0] ?? '';
  const depths = blocksOf(text.slice(front.length)).map(
    (block) => HEADING.exec(block.text)?.[1]?.length ?? 7,
  );
  return depths.reduce((least, depth) => Math.min(least, depth), 7);
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  let closes: RegExp | undefined;
  let gap = 1;
  const end = () => {
    const last = blocks.at(-1);
    if (last && open[0] !== undefined && INDENTED.test(open[0]) && GOES_ON.test(last.text))
      blocks[blocks.length - 1] = blockOf([last.text, '', ...open].join('\n'), last.gap);
    else if (open.length > 0) blocks.push(blockOf(open.join('\n'), Math.max(2, gap)));
    if (open.length > 0) gap = 1;
    open = [];
  };
  for (const line of text.split('\n')) {
    if (closes) {
      open.push(line);
      if (closes.test(line)) closes = undefined;
      continue;
    }
    if (line.trim() === '') {
      end();
      gap += 1;
      continue;
    }
    for (const [opens, closing] of OPENERS) {
      const found = opens.exec(line);
      if (found) closes = closing(found);
    }
    open.push(line);
  }
  end();
  return blocks;
}

/** Blocks as Markdown, after the front matter. */
export const textOf = (front: string, blocks: readonly Block[]): string =>
  blocks.length === 0
    ? front
    : `${front}${blocks.map(({ text, gap }, index) => (index === 0 ? text : '\n'.repeat(gap) + text)).join('')}\n`;
