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
  idOf,
  isElement,
  isUnseen,
  textOf,
} from '../markup/elements.js';
import type { Outline } from '../markup/page.js';

/** How much of its parent's prose an element has to hold for the rest to be the page's own. */
const SHARE = 0.75;
/** Prose begins here, in characters: shorter lines are as often labels as speech. */
const SENTENCE = 40;

const FURNITURE_TAG = /^(aside|button|fieldset|footer|form|input|label|nav|select|textarea)$/;
const FURNITURE_ROLE = /^(navigation|banner|contentinfo|search|menu|menubar|toolbar|dialog|complementary)$/;
/** Words in the class or id of what sites put round a text. */
const FURNITURE_NAME =
  /^(comments?|replies|respond|disqus|sidebar|side|footer|nav|navigation|navbar|menu|breadcrumbs?|share|sharing|social|related|recommend(ed|ations)?|widgets?|ads?|advert(isement)?|sponsor|promo|cookies?|banner|popup|modal|subscribe|newsletter|login|signup|toolbar|pagination|pager|jump|reviews?|tags?|similar|trending|header|masthead)$/;
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
  weigh(body, prose);
  const story = densest(body, prose);
  const parts = new Map<Element, Part>();
  if (isElement(story)) parts.set(story, 'story');
  let isAfter = false;
  eachElement(body, (it) => {
    if (story === body) return false;
    if (it === story) {
      isAfter = true;
      return false;
    }
    const part = nameLine(it, page, isAfter);
    if (part) parts.set(it, part);
    return part === undefined;
  });
  inside(story, page, parts);
  return { parts, opened: new Set(), otherwise: story === body ? 'story' : 'furniture' };
}

/** What is no story within a story: buttons to the next chapter, to share, to report; and its title. */
function inside(story: Element | Root, page: PageNames, parts: Map<Element, Part>): void {
  let title: Element | undefined;
  eachElement(story, (it) => {
    if (isFurniture(it)) {
      parts.set(it, 'furniture');
      return false;
    }
    const isTitle = /^h[1-6]$/.test(it.tagName) && page.title !== undefined && same(textOf(it), page.title);
    if (classesOf(it).includes('title') || isTitle) title ??= it;
    return undefined;
  });
  if (title) parts.set(title, 'title');
}

/** A title, a byline or the author's note that stands outside of the story. */
function nameLine(it: Element, page: PageNames, isAfter: boolean): Part | undefined {
  if (namesOf(it).some((name) => NOTE_NAME.test(name))) return isAfter ? 'note-after' : 'note-before';
  if (!LINE.test(it.tagName)) return undefined;
  const text = textOf(it);
  if (page.title !== undefined && same(text, page.title)) return 'title';
  return page.authors?.some((name) => same(text.replace(/^by[:\s]+/i, ''), name)) === true
    ? 'author'
    : undefined;
}

/** Elements that a title or a byline stands in. */
const LINE = /^(h[1-6]|p|div|dd|li)$/;
const NOTE_NAME = /^authors?-?notes?$/;

const same = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();

function isFurniture(it: Element): boolean {
  if (FURNITURE_TAG.test(it.tagName) || FURNITURE_ROLE.test(attribute(it, 'role'))) return true;
  const names = namesOf(it);
  return (
    !names.some((name) => STORY_NAME.test(name)) &&
    names.some((name) => FURNITURE_NAME.test(name)) &&
    isPoor(it)
  );
}

/** Most of its words stand in links, or it has hardly any: a story may well stand in an element called `content-nav`. */
function isPoor(it: Element): boolean {
  const length = textOf(it).length;
  return (
    length < 10 * SENTENCE ||
    linked(it) > length / 2 ||
    /comment|repl(y|ies)|review|respond/.test(namesOf(it).join(' '))
  );
}

/** Words of an element's classes and id, each name whole and in its parts. */
const namesOf = (it: Element): string[] =>
  [...classesOf(it), idOf(it)].flatMap((name) => [name.toLowerCase(), ...name.toLowerCase().split(/[-_]+/)]);

function linked(it: Element): number {
  let length = 0;
  eachElement(it, (child) => {
    if (child.tagName !== 'a') return undefined;
    length += textOf(child).length;
    return false;
  });
  return length;
}

/** Counts the prose of each element, in characters. */
function weigh(parent: Element | Root, prose: Map<Element | Root, number>): number {
  let own = 0;
  for (const child of parent.children) {
    if (child.type === 'text')
      own +=
        child.value.trim().length >= SENTENCE ? child.value.trim().length : child.value.trim().length / 4;
    else if (isElement(child) && !isUnseen(child) && child.tagName !== 'a' && !isFurniture(child))
      own += weigh(child, prose);
  }
  prose.set(parent, own);
  return own;
}

/** The smallest element that holds most of the prose. */
function densest(body: Element | Root, prose: ReadonlyMap<Element | Root, number>): Element | Root {
  let at = body;
  for (;;) {
    const whole = prose.get(at) ?? 0;
    const next = childElements(at).find(
      (child) => HOLDERS.test(child.tagName) && (prose.get(child) ?? 0) >= SHARE * whole,
    );
    if (!next || whole === 0) return at;
    at = next;
  }
}

const HOLDERS = /^(article|blockquote|body|center|div|font|main|pre|section|span|table|tbody|td|tr)$/;
