/** What a page says of itself in its head and its microdata. */
import type { Element, Root } from 'hast';
import type { Facts } from '../types.js';
import { attribute, classesOf, eachElement, findElement, idOf, textOf } from '../markup/elements.js';
import { languageOf } from './language.js';

/** Names of `meta` elements by what they say, the best first. */
const METAS = {
  title: ['og:title', 'dc.title', 'dcterms.title', 'twitter:title'],
  author: ['author', 'dc.creator', 'dcterms.creator', 'article:author', 'book:author'],
  date: ['article:published_time', 'dc.date', 'dcterms.date', 'date'],
  summary: ['og:description', 'description', 'dc.description'],
  source: ['og:url'],
  publisher: ['og:site_name', 'dc.publisher'],
  rights: ['dc.rights', 'copyright'],
} as const;

/** The facts of a page; nothing is taken that it does not say. */
export function pageFacts(root: Root): Facts {
  const metas = metasOf(root);
  const said = (key: keyof typeof METAS): string | undefined =>
    METAS[key].map((name) => metas.get(name)).find((value) => value !== undefined && value !== '');
  const heading = onlyHeading(root);
  const title =
    postOf(root, 'post-title') ??
    itemOf(root, 'headline') ??
    titleLine(root) ??
    namedTitle(root) ??
    heading ??
    withoutSite(said('title') ?? headTitle(root), said('publisher'));
  const author =
    postOf(root, 'author') ?? authorOf(root) ?? (isName(said('author')) ? said('author') : undefined);
  const language = languageOf(attribute(findElement(root, (it) => it.tagName === 'html') ?? EMPTY, 'lang'));
  const date = /^\d{4}-\d{2}-\d{2}/.exec(said('date') ?? '')?.[0];
  const canonical = findElement(root, (it) => it.tagName === 'link' && attribute(it, 'rel') === 'canonical');
  const source = [said('source'), canonical && attribute(canonical, 'href'), savedFrom(root)].find((url) =>
    /^https?:/.test(url ?? ''),
  );
  return {
    ...given({ title, language, date, source }),
    ...(author === undefined ? {} : { authors: [author] }),
    ...given({ publisher: said('publisher'), rights: said('rights'), summary: said('summary') }),
  };
}

/** Browsers note where they saved a page from, in a comment before it. */
export function savedFrom(root: Root): string | undefined {
  const notes = root.children.flatMap((node) =>
    node.type === 'comment' ? (/saved from url=\(\d+\)(\S+)/.exec(node.value)?.[1] ?? []) : [],
  );
  return notes[0];
}

const EMPTY: Element = { type: 'element', tagName: 'html', properties: {}, children: [] };

const given = (values: Record<string, string | undefined>): Partial<Facts> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));

function metasOf(root: Root): Map<string, string> {
  const metas = new Map<string, string>();
  eachElement(root, (it) => {
    if (it.tagName !== 'meta') return undefined;
    const name = (attribute(it, 'name') || attribute(it, 'property')).toLowerCase();
    const content = attribute(it, 'content').replaceAll(/\s+/g, ' ').trim();
    if (name !== '' && !metas.has(name)) metas.set(name, content);
    return undefined;
  });
  return metas;
}

/** The paragraph that word processors call the title. */
const titleLine = (root: Root): string | undefined => {
  const line = findElement(root, (it) => it.tagName === 'p' && classesOf(it).includes('title'));
  return line && textOf(line);
};

/** The heading that sites name as a post's or a chapter's title; of several none can be told to be. */
function namedTitle(root: Root): string | undefined {
  const found: string[] = [];
  eachElement(root, (it) => {
    const names = [...classesOf(it), idOf(it)];
    if (/^h[1-4]$/.test(it.tagName) && names.some((name) => TITLE_NAME.test(name))) found.push(textOf(it));
    return undefined;
  });
  return found.length === 1 && found[0] !== '' ? found[0] : undefined;
}
const TITLE_NAME = /^(?:entry|post|article|chapter)-title$/;

/** What Reddit says of a post on its element. */
function postOf(root: Root, name: string): string | undefined {
  const post = findElement(root, (it) => it.tagName === 'shreddit-post');
  const said = post && attribute(post, name);
  return said === '' ? undefined : said;
}

/** The page's one `h1`, which a title is; of several none can be told to be. */
function onlyHeading(root: Root): string | undefined {
  const headings: string[] = [];
  eachElement(root, (it) => {
    if (it.tagName === 'h1' && textOf(it) !== '') headings.push(textOf(it));
    return undefined;
  });
  return headings.length === 1 ? headings[0] : undefined;
}

const headTitle = (root: Root): string | undefined => {
  const title = findElement(root, (it) => it.tagName === 'title');
  const text = title?.children.map((child) => ('value' in child ? child.value : '')).join('');
  return text?.replaceAll(/\s+/g, ' ').trim();
};

/** `Story - Site` without the site that the page names. */
function withoutSite(title: string | undefined, site: string | undefined): string | undefined {
  if (title === undefined) return title;
  if (site === undefined) return title.replace(SITE, '');
  const at = title.lastIndexOf(site);
  return at > 0 && at + site.length === title.length ? title.slice(0, at).replace(/[\s|–—:·-]+$/, '') : title;
}

/** Sites that end a page's title with their name and name themselves nowhere else. */
const SITE =
  /\s+[|\u2013\u2014\u00B7:-]\s+(?:Fimfiction|Wattpad|Royal Road|FanFiction|FanFiction\.Net|Archive of Our Own|Scribble Hub|Quotev|Tumblr|Dreamwidth(?: Studios)?|LiveJournal|DeviantArt|Medium|Literotica(?:\.com)?|Inkitt)(?:\.\w+)?$/i;

const itemOf = (root: Root, name: string): string | undefined => {
  const found = findElement(root, (it) => attribute(it, 'itemProp') === name && it.tagName !== 'meta');
  return found && textOf(found);
};

/** A link that says that it leads to the author, or an element that is named so. */
function authorOf(root: Root): string | undefined {
  const found =
    findElement(root, (it) => it.tagName === 'a' && /\bauthor\b/.test(attribute(it, 'rel'))) ??
    findElement(root, (it) => attribute(it, 'itemProp') === 'author') ??
    findElement(
      root,
      (it) => idOf(it) === 'author' || classesOf(it).some((name) => /^(author|byline)$/.test(name)),
    );
  const name = found && textOf(found).replace(/^by[:\s]+/i, '');
  return isName(name) ? name : undefined;
}

/** What is as long as a name, on one line, and no address. */
const isName = (text: string | undefined): text is string =>
  text !== undefined && text !== '' && text.length <= 60 && !/[\n@]|https?:/.test(text);
