/** The heads of sites' pages that one line gives away: what stands above it has its order. */
import { rowOf } from './classes.js';
import { decide, type Decision } from './decisions.js';
import { breadcrumbFacts, ffnFacts } from './labels.js';
import { bylineOf } from './titles.js';
import type { Block } from './types.js';
import type { Step } from './walk.js';

/** How many lines a page has above the one that gives it away, and their characters at the most. */
const MOST = 14;
const LONGEST = 500;

/** The head of a site's page, where a story begins with one. */
export const pageHead: Step = (walk) => {
  const { blocks, at, to, untitled, found } = walk;
  if (!untitled || found.length > 0) return undefined;
  const lines = blocks.slice(at, Math.min(to, at + MOST));
  if (lines.some(({ role }) => role !== undefined)) return undefined;
  const head = fanFictionHead(lines) ?? quotevHead(lines);
  if (head) walk.untitled = false;
  return head;
};

/** The menu, the title, `By: …` and the summary above FanFiction.net's line of facts. */
function fanFictionHead(lines: readonly Block[]): Decision[] | undefined {
  const end = lines.findIndex((line) => ffnFacts(line) !== undefined);
  const byline = lines.slice(0, Math.max(end, 0)).findIndex((line) => bylineOf(line) !== undefined);
  const title = lines.slice(0, Math.max(byline, 0)).findLastIndex(({ text }) => !rowOf(text, 'head'));
  if (title < 0 || lines.slice(0, end).some(({ text }) => text.length > LONGEST)) return undefined;
  return lines.slice(0, end).map((line, index) => {
    if (index === title) return decide(line, 'title', 'ffn:title', 0.95);
    if (index === byline)
      return decide(line, 'author', 'byline', 0.95, { facts: { author: [bylineOf(line) ?? ''] } });
    if (index > byline) return decide(line, 'summary', 'ffn:summary', 0.9);
    const row = rowOf(line.text, 'head');
    const facts = row?.id === 'ffn:breadcrumb' ? { facts: breadcrumbFacts(line) } : {};
    return decide(line, 'furniture', row?.id ?? 'ffn:page', 0.9, facts);
  });
}

/** Quotev's menu, the title, the author and a few facts, down to the number of pages. */
function quotevHead(lines: readonly Block[]): Decision[] | undefined {
  const end = lines.findIndex(({ text }) => QUOTEV_PAGES.test(text));
  if (end < 0 || rowOf(lines[0]?.text ?? '', 'head')?.id !== 'quotev:menu') return undefined;
  const title = /^(?:Story|Stories|Quiz)$/i.test(lines[1]?.text ?? '') ? 2 : 1;
  if (title + 1 >= end) return undefined;
  return lines.slice(0, end + 1).map((line, index) => {
    if (index === title) return decide(line, 'title', 'quotev:title', 0.9);
    if (index === title + 1) return decide(line, 'author', 'byline', 0.9, { facts: { author: [line.text] } });
    return decide(line, 'furniture', rowOf(line.text, 'head')?.id ?? 'quotev:page', 0.9);
  });
}

const QUOTEV_PAGES = /^\d+ pages?\s+(?:Everyone|Teen|Mature|1\d\+)$/;

/** FanFiction.net's list of chapters under its line of facts: numbers from one on. */
export const contents: Step = ({ blocks, at, to, found }) => {
  if (!found.some(({ reason }) => reason === 'ffn:facts')) return undefined;
  const lines = blocks.slice(at, to);
  const count = lines.findIndex(
    ({ text, gap }, index) => !text.startsWith(`${String(index + 1)}. `) || (index > 0 && gap > 0),
  );
  return count >= 2
    ? lines.slice(0, count).map((line) => decide(line, 'furniture', 'ffn:contents', 0.9))
    : undefined;
};
