/** Threads of forums that run on XenForo: the posts of the story, by its threadmarks or by who began the thread. */
import type { Element, Root } from 'hast';
import type { Part } from '../markup/blocks.js';
import { attribute, eachElement, element, findElement, fits, textOf } from '../markup/elements.js';
import type { Outline } from '../markup/page.js';
import type { Facts } from '../types.js';

/** A thread's facts, and what its elements are; nothing where a page is none. */
export function forumThread(root: Root): { facts: Facts; outline: Outline } | undefined {
  const posts: Element[] = [];
  eachElement(root, (it) => {
    if (!POSTS.some((selector) => fits(it, selector))) return undefined;
    if (bodyIn(it)) posts.push(it);
    return false;
  });
  const [first] = posts;
  if (!first) return undefined;
  const author = attribute(first, 'dataAuthor');
  const marked = posts.filter((post) => labelIn(post) !== undefined);
  const own = marked.length > 0 ? marked : posts.filter((post) => attribute(post, 'dataAuthor') === author);
  const parts = new Map<Element, Part>();
  for (const post of own) markPost(post, parts);
  const title = titleOf(root);
  const writer = own[0] && attribute(own[0], 'dataAuthor');
  return {
    facts: {
      ...(title === undefined || title === '' ? {} : { title }),
      ...(writer === undefined || writer === '' ? {} : { authors: [writer] }),
    },
    outline: { parts, opened: new Set(), otherwise: 'furniture' },
  };
}

const POSTS = ['article.message', 'article.message--post', 'li.message'];

const bodyIn = (post: Element): Element | undefined =>
  findElement(post, (it) => fits(it, '.bbWrapper') || fits(it, 'blockquote.messageText'));

/** The name of the chapter that a threadmark gives a post. */
const labelIn = (post: Element): Element | undefined =>
  findElement(post, (it) => fits(it, '.threadmarkLabel') && textOf(it) !== '');

function markPost(post: Element, parts: Map<Element, Part>): void {
  const body = bodyIn(post);
  if (!body) return;
  if (body.tagName === 'blockquote') body.tagName = 'div';
  parts.set(body, 'story');
  const label = labelIn(post);
  const heading = element('h2', [{ type: 'text', value: label ? textOf(label) : '' }], label);
  if (label) {
    // The name moves to where the chapter begins; what stands round it is the forum's.
    label.children = [];
    const holder = parentOf(post, body);
    holder?.children.splice(holder.children.indexOf(body), 0, heading);
    parts.set(heading, 'chapter');
    const again = body.children.find((child) => textOf(child) !== '');
    if (again?.type === 'element' && textOf(again) === textOf(heading)) {
      const line = element('p', [again], again);
      body.children[body.children.indexOf(again)] = line;
      parts.set(line, 'furniture');
    }
  }
  eachElement(body, (it) => {
    if (BUTTONS.some((selector) => fits(it, selector))) parts.set(it, 'furniture');
    else if (fits(it, '.bbCodeBlock--quote')) it.tagName = 'blockquote';
    return undefined;
  });
}

/** What opens a spoiler, and who is quoted. */
const BUTTONS = ['button', '.bbCodeSpoiler-button', '.bbCodeBlock-title', '.bbCodeBlock-expandLink'];

function parentOf(root: Element, wanted: Element): Element | undefined {
  if (root.children.includes(wanted)) return root;
  return findElement(root, (it) => it.children.includes(wanted));
}

/** The thread's title without its prefixes. */
function titleOf(root: Root): string | undefined {
  const title = findElement(root, (it) => fits(it, '.p-title-value') || fits(it, 'div.titleBar'));
  const children = title?.children.filter((child) => child.type !== 'element' || !isPrefix(child));
  return children
    ?.map((child) => textOf(child))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const isPrefix = (it: Element): boolean =>
  ['.label', '.label-append', '.prefix'].some((selector) => fits(it, selector)) || it.tagName === 'p';
