/** What a book may take at most, however long it is: beyond that, it would take the machine. */
import { fatal } from '../diagnostics.js';
import type { Message, Place } from '../types.js';
import { grouped } from './numbers.js';

export interface Bounds {
  /** Nodes of all manuscripts of a book, and of all its documents: a thousand take about a megabyte. */
  nodes: number;
  /** Marks of Markdown in a file. */
  marks: number;
  /** Tags of HTML in a section that begin an element. */
  elements: number;
}

/** *War and Peace* has 60,000 nodes in all, and a few thousand marks. */
export const BOUNDS: Bounds = { nodes: 1_000_000, marks: 300_000, elements: 50_000 };

interface Tree {
  children?: readonly object[];
}

/** How many nodes a tree has, itself included. */
export function nodesIn(tree: Tree): number {
  const open: Tree[] = [tree];
  let count = 0;
  for (let node = open.pop(); node; node = open.pop()) {
    count += 1;
    for (const child of node.children ?? []) open.push(child);
  }
  return count;
}

/** The message about a book with more nodes than `most`; the last of them stands at `at`. */
export const tooManyNodes = (most: number, at: { path: string; place?: Place | undefined }): Message =>
  fatal(
    'limits:book',
    `Up to here, this book has more than ${grouped(most)} paragraphs, marked words and other parts; that is the most`,
    { ...at, hint: 'Make several books of it, or take out what stands in it again and again.' },
  );
