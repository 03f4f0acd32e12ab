/** Marks hidden from the parser by a stand-in of the same length, where they are text and would be read as markup. */
import type { Nodes } from 'mdast';

/** Noncharacters, which no text holds, by the mark that each stands for. */
const STAND_INS: Readonly<Record<string, string>> = {
  '-': '\uFDE0',
  '*': '\uFDE1',
  '+': '\uFDE2',
  '#': '\uFDE3',
  '.': '\uFDE4',
  ')': '\uFDE5',
  '|': '\uFDE7',
};
const MARKS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(STAND_INS).map(([mark, hidden]) => [hidden, mark]),
);
const HIDDEN = new RegExp(`[${Object.keys(MARKS).join('')}]`, 'g');

/** The marks of a text, each as its stand-in. */
export const hide = (marks: string): string => [...marks].map((mark) => STAND_INS[mark] ?? mark).join('');

const FIELDS = ['value', 'alt', 'title', 'url', 'label'] as const;

/** Puts the marks back into a tree. */
export function restoreHidden(node: Nodes): void {
  const fields = node as Partial<Record<(typeof FIELDS)[number], string | null>>;
  for (const field of FIELDS) {
    const value = fields[field];
    if (typeof value === 'string')
      fields[field] = value.replaceAll(HIDDEN, (hidden) => MARKS[hidden] ?? hidden);
  }
  if ('children' in node) for (const child of node.children) restoreHidden(child);
}
