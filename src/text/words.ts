/** Counts the words of a book. */
import type { Nodes } from 'mdast';
import { keptWith } from '../memo.js';

/** ASCII letters and digits, by code. */
const ASCII_WORD = Uint8Array.from({ length: 128 }, (_, code) =>
  /[0-9A-Za-z]/u.test(String.fromCharCode(code)) ? 1 : 0,
);
/** Beyond ASCII, everything from here on except punctuation counts as a letter. */
const FIRST_LETTER = 0xc0;
const FIRST_PUNCTUATION = 0x2000;
const LAST_PUNCTUATION = 0x206f;

/**
 * The number of words in texts of Markdown trees: stretches between white space that hold a letter or a digit.
 * An estimate for people, as word processors give; a text without spaces between its words counts as one.
 */
export const wordsIn = (trees: readonly Nodes[]): number =>
  trees.reduce((sum, tree) => sum + keptWith('words', tree, [], () => wordsOfTree(tree)), 0);

function wordsOfTree(tree: Nodes): number {
  let words = 0;
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'text') words += wordsOf(node.value);
    else if ('children' in node) for (const child of node.children) open.push(child);
  }
  return words;
}

function wordsOf(text: string): number {
  let words = 0;
  let counted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0xa0) counted = false;
    else if (!counted && isWord(code)) {
      counted = true;
      words += 1;
    } else if (code === 0x2014) counted = false;
  }
  return words;
}

const isWord = (code: number): boolean =>
  code < 128
    ? ASCII_WORD[code] === 1
    : code >= FIRST_LETTER && (code < FIRST_PUNCTUATION || code > LAST_PUNCTUATION);
