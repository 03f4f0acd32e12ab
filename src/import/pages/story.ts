/**
 * Where the story is in a page that somebody saved: by structure and density of text, not by one site's classes.
 *
 * The story is the smallest element that holds most of the page's prose; what is in links, in forms and in parts that
 * sites name alike (comments, sidebars, navigation) is no prose.
 */
import type { Element, Root } from 'hast';
import type { Part } from '../markup/blocks.js';
import {
  attribute,
  bodyOf,
  childElements,
  classesOf,
  eachElement,
  findElement,
  idOf,
  isElement,
  isUnseen,
  linked,
  textOf,
} from '../markup/elements.js';
import { isLayout } from '../markup/flow.js';
import type { Outline } from '../markup/page.js';

/** How much of its parent's prose an element has to hold for the story to be in it. */
const SHARE = 0.5;
/** Prose begins here, in characters: shorter lines are as often labels as speech. */
const SENTENCE = 40;
/** As much prose beside an element is a story's too: a hundred words. */
const PASSAGE = 600;
/** What holds more of a page's text than this is the page, whatever it is called. */
const PAGE = 0.8;

const FURNITURE_TAG = /^(aside|button|footer|input|nav|select|shreddit-comment-tree|textarea)$/;
const FURNITURE_ROLE = /^(navigation|banner|contentinfo|search|menu|menubar|toolbar|dialog|complementary)$/;
/** Words in the class or id of what sites put round a text. */
const FURNITURE_NAME =
  /^(disqus|sidebar|side|footer|nav|navigation|navbar|menu|breadcrumbs?|share|sharing|social|related|recommend(ed|ations)?|widgets?|ads?|advert(isement)?|sponsor|promo|cookies?|banner|popup|modal|subscribe|newsletter|login|signup|toolbar|pagination|pager|jump|tags?|similar|trending|header|masthead)$/;
/** What readers wrote, which is prose and no story. */
const COMMENTS =
  /^(comments?|replies|respond|disqus|reviews?)([-_](area|section|list|thread|wrapper|container|block|box))?s?$/;
/** Words in the class or id of what holds a story. */
const STORY_NAME =
  /^(storytext|storycontent|chapter(-?(content|inner|body|text))?|entry-?content|post-?(body|content)|article-?(body|content)|userstuff|story-?(body|content|text)|content-?body|reading-?content)$/;

/** What a page says that its story is called, and who wrote it. */
export interface PageNames {
  title?: string;
  authors?: readonly string[];
}

/** What the elements of a saved page are: the story, its title, author and notes, and furniture. */
export function outlinePage(root: Root, page: PageNames): Outline {
  const body = bodyOf(root);
  const prose = new Map<Element | Root, number>();
  const most = PAGE * textOf(body).length;
  weigh(body, prose, most);
  const story = densest(body, prose);
  if (!isElement(story) || story === body) {
    const outline = outlineDocument(root, page);
    markFurniture(body, outline.parts, most);
    return outline;
  }
  const parts = new Map<Element, Part>([[story, 'story']]);
  let isAfter = false;
  eachElement(body, (it) => {
    const part = it === story ? undefined : nameLine(it, page, isAfter);
    if (it === story) isAfter = true;
    else if (part) parts.set(it, part);
    if (part === 'summary') it.tagName = 'p';
    if (part === 'note-before' || part === 'note-after') markLabel(it, parts);
    return it !== story && part === undefined;
  });
  markTitle(story, page, parts);
  markFurniture(story, parts, most);
  return { parts, opened: new Set(), otherwise: 'furniture' };
}

/** What the elements of a document are that no site made: all of it is the story, but its title. */
export function outlineDocument(root: Root, page: PageNames): Outline {
  const parts = new Map<Element, Part>();
  markTitle(root, page, parts);
  return { parts, opened: new Set(), otherwise: 'story' };
}

/** The heading that repeats the title, or the paragraph that word processors call so. */
function markTitle(story: Element | Root, page: PageNames, parts: Map<Element, Part>): void {
  const title = findElement(
    story,
    (it) =>
      (it.tagName === 'p' && classesOf(it).includes('title')) ||
      (/^h[1-6]$/.test(it.tagName) && page.title !== undefined && same(textOf(it), page.title)),
  );
  if (title) parts.set(title, 'title');
}

/** Navigation and the like within a story: buttons to the next chapter, to share; only what is links or says so. */
function markFurniture(story: Element | Root, parts: Map<Element, Part>, most: number): void {
  eachElement(story, (it) => {
    if (isSurelyNot(it)) {
      parts.set(it, 'furniture');
      return false;
    }
    if (!isFurniture(it, most)) return undefined;
    const isSure = it.tagName === 'button' || it.tagName === 'nav' || linked(it) > textOf(it).length / 2;
    if (!isSure && !namesOf(it).some((name) => COMMENTS.test(name))) return undefined;
    parts.set(it, 'furniture');
    return false;
  });
}

/** What sites put into a text itself: who comments where, buttons, offers to subscribe, ways to other chapters. */
const WITHIN =
  /^(?:comment-marker|num-comment|inline-comment(?:-count)?|comment-count|spoiler-button|sharedaddy|jp-relatedposts|wpcnt|subscription-widget(?:-wrap)?|subscribe-widget|button-wrapper|captioned-button-wrap|pagenum|pageno|pagenumber|page-number|page_number|transnote|transcriber-note)$/;
const CHAPTER_LINKS =
  /^(?:(?:previous|prev|last|next|first|index|table of contents|toc|home|back|chapters?|part|page|post|[\s\u00AB\u00BB<>\u2190\u2192|\u2013\u2014\u00B7/~-])\s*)+$/i;

const isSurelyNot = (it: Element): boolean =>
  namesOf(it).some((name) => WITHIN.test(name)) || isChapterLinks(it) || isCountAtEnd(it);

/** A paragraph of nothing but links to other chapters. */
function isChapterLinks(it: Element): boolean {
  if (!/^(?:p|div|center|h[1-6]|ul)$/.test(it.tagName)) return false;
  if (!findElement(it, ({ tagName }) => tagName === 'a')) return false;
  const text = textOf(it);
  const letters = text.replaceAll(/\s/g, '').length;
  return text.length <= 80 && letters > 0 && CHAPTER_LINKS.test(text) && linked(it) >= letters * 0.8;
}

/** A number of comments that a site hangs on a paragraph. */
const isCountAtEnd = (it: Element): boolean =>
  /^(?:span|a|button|sup|small)$/.test(it.tagName) &&
  classesOf(it).some((name) => /comment|count|badge/i.test(name)) &&
  /^\d{1,4}\+?$/.test(textOf(it));

/** A title, a byline or the author's note that stands outside of the story. */
function nameLine(it: Element, page: PageNames, isAfter: boolean): Part | undefined {
  if (namesOf(it).some((name) => NOTE_NAME.test(name))) return isAfter ? 'note-after' : 'note-before';
  if (/^(?:h[2-5]|p)$/.test(it.tagName) && classesOf(it).includes('subtitle')) return 'summary';
  if (!LINE.test(it.tagName)) return undefined;
  const text = textOf(it);
  if (page.title !== undefined && same(text, page.title)) return 'title';
  return page.authors?.some((name) => same(text.replace(/^by[:\s]+/i, ''), name)) === true
    ? 'author'
    : undefined;
}

/** The words that name a note, alone on their line. */
function markLabel(note: Element, parts: Map<Element, Part>): void {
  const label = childElements(note).find((it) => textOf(it) !== '');
  if (label && NOTE_LABEL.test(textOf(label)) && LINE.test(label.tagName)) parts.set(label, 'furniture');
}
const NOTE_LABEL =
  /^(?:(?:an? )?(?:note from )?(?:the )?author['\u2019]?s?['\u2019]?(?: end)? ?notes?|a\/n|notes?)\s*:?$/i;

/** Elements that a title or a byline stands in. */
const LINE = /^(h[1-6]|p|div|dd|li)$/;
const NOTE_NAME = /^authors?-?notes?$/;

const same = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** Whether an element is what sites put round a text; `most` is more text than any such element has. */
function isFurniture(it: Element, most: number): boolean {
  const byTag = FURNITURE_TAG.test(it.tagName) || FURNITURE_ROLE.test(attribute(it, 'role'));
  const names = namesOf(it);
  const byComments = names.some((name) => COMMENTS.test(name));
  const byName =
    names.some((name) => FURNITURE_NAME.test(name)) && !names.some((name) => STORY_NAME.test(name));
  if (!byTag && !byComments && !byName) return false;
  const length = textOf(it).length;
  if (length > most) return false;
  // A story may well stand in an element called `content-with-sidebar`: it has words, and few of them in links.
  return byTag || byComments || length < 10 * SENTENCE || linked(it) > length / 2;
}

/** Words of an element's classes and id, each name whole and in its parts. */
const namesOf = (it: Element): string[] =>
  [...classesOf(it), idOf(it)].flatMap((name) =>
    name === '' ? [] : [name.toLowerCase(), ...name.toLowerCase().split(/[-_]+/)],
  );

/** Counts the prose of each element, in characters: short lines count for little. */
function weigh(parent: Element | Root, prose: Map<Element | Root, number>, most: number): number {
  let own = 0;
  for (const child of parent.children) {
    if (child.type === 'text') {
      const { length } = child.value.trim();
      own += length >= SENTENCE ? length : length / 4;
    } else if (isElement(child) && !isUnseen(child) && child.tagName !== 'a' && !isFurniture(child, most)) {
      own += weigh(child, prose, most);
    }
  }
  prose.set(parent, own);
  return own;
}

/** The smallest element that holds most of the prose, with none of the story beside it. */
function densest(body: Element | Root, prose: ReadonlyMap<Element | Root, number>): Element | Root {
  let at = body;
  for (;;) {
    const whole = prose.get(at) ?? 0;
    const children = childElements(at);
    const next = children.find((child) => mayHold(child) && (prose.get(child) ?? 0) >= SHARE * whole);
    if (!next || whole === 0) return at;
    const beside = children.filter(
      (child) => child !== next && isPassage(child, next, prose.get(child) ?? 0),
    );
    if (beside.length > 0) return at;
    at = next;
  }
}

/** Whether an element beside the densest is of the story: long, a paragraph, or made as that is. */
const isPassage = (it: Element, densest: Element, prose: number): boolean =>
  prose >= PASSAGE ||
  (prose >= SENTENCE &&
    (/^(p|blockquote|pre)$/.test(it.tagName) ||
      (it.tagName === densest.tagName &&
        classesOf(it).length > 0 &&
        classesOf(it).join(' ') === classesOf(densest).join(' '))));

/** A table of data is one block of a story. */
const mayHold = (it: Element): boolean =>
  HOLDERS.test(it.tagName) && (it.tagName !== 'table' || isLayout(it));

const HOLDERS = /^(article|blockquote|body|center|div|font|form|main|pre|section|span|table|tbody|td|tr)$/;
