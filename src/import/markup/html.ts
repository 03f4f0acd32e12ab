/**
 * HTML to hast, whatever it is: bounded, so that no page takes more than its share of time and memory.
 *
 * https://html.spec.whatwg.org/multipage/parsing.html repairs everything, and some repairs cost the square of the page.
 */
import type { Root } from 'hast';
import { defaultTreeAdapter, parse } from 'parse5';
import { fatal, type Result } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import { hastOf } from './hast.js';

/** The most bytes of a page: a megabyte of text takes about half a second and 60 MB of memory. */
const LARGEST = 50 * 1024 ** 2;
/** How deep elements may stand in one another; what reads them descends as deep. */
export const DEEPEST = 500;
/** The most elements of a file, of all pages of a book together: a long novel has some ten thousand. */
const MOST_ELEMENTS = 250_000;
/** The most cells of its tables, each of which costs as much as three paragraphs. */
const MOST_CELLS = 20_000;

/** What a file may still have of each. */
export interface Budget {
  elements: number;
  cells: number;
}

export const fullBudget = (): Budget => ({ elements: MOST_ELEMENTS, cells: MOST_CELLS });

/** Takes an element from a budget; what there is too much of, where it is used up. */
export function spend(budget: Budget, tagName: string): keyof Budget | undefined {
  budget.elements -= 1;
  if (tagName === 'td' || tagName === 'th') budget.cells -= 1;
  return budget.elements < 0 ? 'elements' : budget.cells < 0 ? 'cells' : undefined;
}
/** The most attributes of an element: each is compared with all before it. */
const MOST_ATTRIBUTES = 2000;

/** Thrown while a page is parsed, and caught here. */
class Excess extends Error {}

/** The page as a tree, taken from the budget; nothing, with a fatal message, where it goes beyond the bounds. */
export function parseHtml(text: string, path: string, budget = fullBudget()): Result<Root | undefined> {
  const refused = ([what, most]: Excessive): Result<undefined> => ({
    value: undefined,
    messages: [tooMuch(what, most, path)],
  });
  const attributes = attributesExcess(text);
  if (attributes) return refused(EXCESSES.attributes);
  try {
    const document = parse(text, {
      sourceCodeLocationInfo: true,
      scriptingEnabled: false,
      treeAdapter: bounded(budget),
    });
    return { value: hastOf(document), messages: [] };
  } catch (cause) {
    if (cause instanceof Excess) return refused(EXCESSES[cause.message as keyof typeof EXCESSES]);
    throw cause;
  }
}

/** Why a page of so many bytes is not read at all; none where it is. */
export const sizeProblem = (size: number, path: string): Message | undefined =>
  size > LARGEST
    ? tooMuch(
        `This page is too large: ${String(Math.ceil(size / 1024 ** 2))} MiB`,
        `${String(LARGEST / 1024 ** 2)} MiB`,
        path,
      )
    : undefined;

/** What there is too much of, and the most that may be. */
type Excessive = readonly [what: string, most: string];

const EXCESSES = {
  attributes: ['An element of this page has too many attributes', String(MOST_ATTRIBUTES)],
  depth: ['The elements of this page are nested too deep', String(DEEPEST)],
  cells: ['The tables of this file have too many cells', String(MOST_CELLS)],
  elements: ['This file has too many elements', String(MOST_ELEMENTS)],
} as const satisfies Record<string, Excessive>;

const tooMuch = (what: string, most: string, path: string): Message =>
  fatal('import:too-large', `${what}; the most is \`${most}\``, {
    path,
    hint: 'Import it in parts, or copy its text from the browser into a text file and import that.',
  });

/** parse5's own tree, counted while it grows. */
function bounded(budget: Budget): typeof defaultTreeAdapter {
  let depth = 0;
  let text: { value: string } | undefined;
  // A text grows word by word, as a tree of words that takes ten times its room until something reads it.
  const settleText = (): void => {
    if (text) READS.test(text.value);
    text = undefined;
  };
  return {
    ...defaultTreeAdapter,
    insertText(parent, value) {
      defaultTreeAdapter.insertText(parent, value);
      const last = parent.childNodes.at(-1);
      text = last && 'value' in last ? last : undefined;
    },
    // Lines of blocks are enough, and the places of every word would take most of the memory.
    setNodeSourceCodeLocation(node, location) {
      const isPlace = 'tagName' in node ? BLOCKS.test(node.tagName) : node.nodeName === '#text';
      if (!isPlace || !location) return;
      const { startLine, startCol } = location;
      node.sourceCodeLocation = { startLine, startCol } as never;
    },
    updateNodeSourceCodeLocation: () => undefined,
    createElement: (...element: Parameters<typeof defaultTreeAdapter.createElement>) => {
      const excess = spend(budget, element[0]);
      if (excess) throw new Excess(excess);
      settleText();
      return defaultTreeAdapter.createElement(...element);
    },
    onItemPush() {
      depth += 1;
      if (depth > DEEPEST) throw new Excess('depth');
    },
    onItemPop() {
      depth -= 1;
      settleText();
    },
  };
}

/** Any form reads the whole of a text. */
const READS = /$^/;

/** Elements that begin a line of the page. */
const BLOCKS = /^(aside|blockquote|br|d[dlt]|div|h[1-6]|hr|img|li|ol|p|pre|section|table|td|ul)$/;

const TAG_START = /<[a-z]/gi;

/** Whether a tag has more attributes than the tokenizer can compare: counted by the white space outside of quotes. */
function attributesExcess(text: string): boolean {
  TAG_START.lastIndex = 0;
  for (let tag = TAG_START.exec(text); tag; tag = TAG_START.exec(text)) {
    const { end, words } = tagAt(text, tag.index + 2);
    if (words > MOST_ATTRIBUTES) return true;
    TAG_START.lastIndex = end;
  }
  return false;
}

function tagAt(text: string, start: number): { end: number; words: number } {
  let words = 0;
  let quote = '';
  let at = start;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '>') break;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '/' || character <= ' ') words += 1;
    if (words > MOST_ATTRIBUTES) break;
  }
  return { end: at, words };
}
