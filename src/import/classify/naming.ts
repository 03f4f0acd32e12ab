/** What the lines beside one say of it: that it is a title, a name, a dedication. */
import { isBreak } from '../breaks.js';
import { rowOf } from '../sites/index.js';
import type { Block } from '../types.js';
import { isCount } from './counts.js';
import { isDedication } from './dedications.js';
import { headingOf } from './headings.js';
import { ffnFacts, labelOf } from './labels.js';
import { datedName, isDated, SEPARATORS } from './forms.js';
import type { Page } from './page.js';
import {
  bylineOf,
  isBareBy,
  isName,
  isNamedByCopy,
  isUnderBy,
  pageBylineOf,
  titleAndName,
} from './titles.js';

/** The name in a byline that stands under something. */
export function bylineAt(page: Page, at: number): string | undefined {
  const block = page.blocks[at] as Block;
  if (at > page.from && isUnderBy(page.blocks[at - 1], block) && !isDated(block.text)) return block.text;
  const name = bylineOf(block, page.blocks[at + 1]);
  const next = page.blocks[at + 1];
  const isPen =
    PEN_BYLINE.test(block.text) && (at === page.from + 1 || (next?.gap === 0 && SEPARATORS.test(next.text)));
  return (
    name ??
    datedName(block.text) ??
    (page.sites.size > 0 || isPen || isNamedByCopy(block) ? pageBylineOf(block) : undefined)
  );
}
/** How far down a name stands that a page's foot has the rights of, in lines, and how long that foot is. */
const [UNDER, FOOT] = [6, 40];

/** Whether a line under the first of a page is the name of who, as its foot says, has the rights of the text. */
export const isOwner = ({ blocks, from, to }: Page, at: number): boolean =>
  at > from &&
  at <= from + UNDER &&
  blocks
    .slice(Math.max(at + 1, to - FOOT), to)
    .some(
      ({ text }) =>
        text.length < OWNED &&
        /\u00A9|\(c\)|\bcopyright\b/i.test(text) &&
        text.includes(blocks[at]?.text ?? ''),
    );
/** The longest line that says whose the rights are, in characters. */
const OWNED = 120;

/** A byline in another language: its pen name is no word of it. */
const PEN_BYLINE =
  /^(?:[Vv]on|[Pp]or|[Pp]ar|[Dd]i|[Oo]leh|[Ee]scrit[ao] por)[: ]\s*@?(?=\S*[\d\p{Lu}_-])\S{2,40}$/u;

export const isDedicationAt = ({ blocks, from, to }: Page, at: number): boolean => {
  const [block, next] = [blocks[at] as Block, blocks[at + 1]];
  if (at === from || at + 1 >= to || !next || next.gap === 0 || !isDedication(block)) return false;
  return !/^to\s/i.test(block.text) || headingOf(next) !== undefined || isBreak(next);
};

/** How people are told of in a line of their own: `Ann Lee lives in Ohio. Her work has appeared in \u2026`. */
const BIO =
  /^[*_([]{0,3}(?<name>\p{Lu}[\p{L}.'\u2019-]*(?: \p{Lu}[\p{L}.'\u2019-]*){1,3})(?:,? \([^()]{1,40}\))? (?:is|lives|writes|has|was|grew|works|spends|holds|teaches|resides|studied|hails|currently)\b/u;
const WRITES =
  /\b(?:(?:writer|author|poet|novelist|editor)s?|work (?:has|is)|(?:stor(?:y|ies)|tales|fiction|poetry|poems?|work)\b.{0,40}\b(?:appear\w*|publish\w*|forthcoming|found)|(?:first|debut|latest|new) (?:novel|collection|book)|MFA|anthology|author of)\b/i;
/** How far from the top of a text its author is named, in lines. */
const TOP = 40;

/** Whether a line tells of the one who is named as the author at the top. */
export function isBio({ blocks, to }: Page, at: number): boolean {
  const { text } = blocks[at] as Block;
  const name = BIO.exec(text)?.groups?.['name'];
  if (name === undefined || !WRITES.test(text)) return false;
  return blocks.slice(0, Math.min(to, TOP)).some((block, index) => {
    if (index === at || !block.text.toLowerCase().includes(name.toLowerCase())) return false;
    const by = bylineOf(block) ?? titleAndName(block.text)?.name ?? datedName(block.text);
    return (
      by !== undefined || block.text === name || labelOf(block)?.label.key === 'author' || namesIn(block)
    );
  });
}
/** Whether a site says in a line who wrote the text. */
const namesIn = ({ text }: Block): boolean => {
  const groups = rowOf(text, 'head')?.form.exec(text)?.groups;
  return (groups?.['author'] ?? groups?.['writer']) !== undefined;
};

/** A title and its writer with a mark between, near the top: `The Kiln \u2022 by Ann Lee`. */
export const SEPARATED =
  /^\p{Lu}[^.!?]{1,80}\s[\u2022\u00B7|~\u2013\u2014-]\s+[Bb]y \p{Lu}[\p{L}.'\u2019-]*(?: \p{Lu}[\p{L}.'\u2019-]*){1,3}$/u;
const NEAR_TOP = 8;
/** A story and its chapter in the first line: `The Mill Chapter 8-1: Who Are You?`, `\u300AThe Mill\u300BChapter 1`. */
const OF_CHAPTER =
  /^(?:\p{Lu}[^.!?:]{1,60} (?:Chapter|Ch\.?) ?\d{1,4}(?:-\d{1,3})?\s?[:\u2013\u2014-]\s?\S.{0,80}|[\u300A\u300E]\S[^.!?]{1,60}[\u300B\u300F] ?(?:Chapter|Ch\.?) ?(?:\d{1,4}|[IVXLC]{1,7}))$/u;

/** Whether a line right under another says that it is a title: counts, a byline, its author's label. */
export function isNamed(page: Page, at: number): boolean {
  if (at === page.from && OF_CHAPTER.test(page.blocks[at]?.text ?? '')) return true;
  if (at <= page.from + NEAR_TOP && SEPARATED.test(page.blocks[at]?.text ?? '')) return true;
  const next = page.blocks[at + 1];
  if (!next || at + 1 >= page.to) return false;
  if (at > page.from && at <= page.from + NEAR_TOP && next.gap <= 1 && isBareBy(next)) return true;
  const isNumbers = page.sites.has('wattpad') && /^\d+(?:\s+\d+){2}$/.test(next.text);
  const isCounted =
    isNumbers || isCount(next.text) || /^wattpad:(?:counts?|reads)$/.test(rowOf(next.text, 'head')?.id ?? '');
  if (isCounted) return at <= page.from + 2 || page.sites.size > 0;
  if (
    at === page.from &&
    next.gap <= 1 &&
    /^["\u201C].*["\u201D]$/.test(page.blocks[at]?.text ?? '') &&
    bylineOf(next) !== undefined
  )
    return true;
  return (
    next.gap === 0 &&
    (bylineAt(page, at + 1) !== undefined ||
      labelOf(next)?.label.key === 'author' ||
      ffnFacts(next) !== undefined)
  );
}

/** Whether a line stands first under the one in which Reddit says where a post is: its title, of any form. */
export const isUnderPlace = ({ blocks, from }: Page, at: number): boolean =>
  from === 0 &&
  at === 1 &&
  rowOf(blocks[from]?.text ?? '', 'head')?.id === 'reddit:where' &&
  (/^(?!.*[^.]\.$).{0,300}$/u.test(blocks[at]?.text ?? '') ||
    blocks.slice(at + 1, at + 1 + AGAIN).some(({ text }) => text === blocks[at]?.text));
/** How far below a title that ends as a sentence does it stands again, in lines. */
const AGAIN = 3;

/** Whether a site says right under a line who posted it. */
export const isPosted = ({ blocks, to }: Page, at: number): boolean => {
  const next = at + 1 < to ? blocks[at + 1] : undefined;
  const groups = next?.gap === 0 ? rowOf(next.text, 'head')?.form.exec(next.text)?.groups : undefined;
  return (groups?.['author'] ?? groups?.['writer']) !== undefined;
};

/** Whether a line near the top is a writer's name and no more: right under the first, or who has the rights of the text. */
export const isNameUnder = (page: Page, at: number): boolean => {
  const { blocks, from, to } = page;
  const [block, next] = [blocks[at] as Block, blocks[at + 1]];
  if (at + 1 >= to || next === undefined || block.gap > 0 || !isName(block.text)) return false;
  return (at === from + 1 && next.gap > 0) || isOwner(page, at);
};
