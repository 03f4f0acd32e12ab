/** `SUMMARY.md`: the list of chapters that mdBook, HonKit and GitBook share. */
import type { Heading, Link, List, ListItem, Nodes, Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Result } from '../../diagnostics.js';
import type { Place } from '../../types.js';
import { checkLimits } from '../limits.js';
import { parseMarkdown } from '../markdown.js';
import type { Item } from './outline.js';

/**
 * The lines of a list: links in lists are chapters, nested as the lists are; headings, but for the first at the top,
 * begin parts; links outside of lists stand outside of the parts (mdBook's prefix and suffix chapters).
 *
 * @see https://rust-lang.github.io/mdBook/format/summary.html
 */
export function readSummary(text: string, path: string): Result<Item[]> {
  const limits = checkLimits(text, path);
  if (limits.length > 0) return { value: [], messages: limits };
  const { value: tree } = parseMarkdown(text, { path, line: 1, offset: 0 });
  const items: Item[] = [];
  let part: Item | undefined;
  const first = tree.children.find((node) => node.type === 'heading' || node.type === 'list');
  for (const node of tree.children) {
    if (node.type === 'heading' && node !== first) {
      part = partOf(node);
      items.push(part);
    } else if (node.type === 'list') {
      (part?.children ?? items).push(...listed(node));
    } else if (node.type === 'paragraph') {
      part = undefined;
      items.push(...linksIn(node).map((link) => chapter(link)));
    }
  }
  return { value: items, messages: [] };
}

const partOf = (heading: Heading): Item => ({
  title: textOf(heading),
  place: placeOf(heading),
  children: [],
});

const listed = ({ children }: List): Item[] => children.map(itemOf);

function itemOf(item: ListItem): Item {
  const [label] = item.children.filter((child) => child.type === 'paragraph');
  const [link] = label ? linksIn(label) : [];
  const children = item.children.flatMap((child) => (child.type === 'list' ? listed(child) : []));
  if (link) return { ...chapter(link), children };
  return { title: label ? textOf(label) : '', place: placeOf(item), children };
}

const chapter = (link: Link): Item => ({
  title: textOf(link),
  url: link.url,
  place: placeOf(link),
  children: [],
});

function linksIn(paragraph: Paragraph): Link[] {
  const links: Link[] = [];
  visit(paragraph, 'link', (link) => {
    links.push(link);
  });
  return links;
}

const textOf = (node: Nodes): string => toString(node).replaceAll(/\s+/g, ' ').trim();

const placeOf = ({ position }: Nodes): Place => ({
  line: position?.start.line ?? 1,
  column: position?.start.column ?? 1,
});
