/** What a work from the Archive of Our Own says of itself: its list of tags, its byline, where it stands. */
import type { Element, Root } from 'hast';
import type { Facts } from '../types.js';
import { attribute, childElements, eachElement, findElement, ownId, textOf } from '../markup/elements.js';
import { savedFrom } from './facts.js';
import { languageOf } from './language.js';
import { hasClass, isTagList } from './ao3.js';

/** Words before a value in the download's one line of `Stats`. */
const STATS = /(Published|Completed|Updated|Words|Chapters):\s*(\S+)/g;
const WORK = /^(https?:\/\/archiveofourown\.org(?:\/collections\/\w+)?\/works\/\d+)/;
const SERIES = /^Part (\d+) of (.+)$/;

/** The facts of a work; what has no key of its own is a tag by the archive's name for it. */
export function workFacts(root: Root): Facts {
  const list = findElement(root, isTagList);
  const tags = list ? tagsOf(list) : {};
  const work = findElement(root, (it) => ownId(it) === 'workskin') ?? root;
  const title = findElement(
    work,
    (it) => it.tagName === 'h1' || (it.tagName === 'h2' && hasClass(it, 'title')),
  );
  const byline = findElement(work, (it) => hasClass(it, 'byline'));
  const source = addressOf(root);
  const series = (tags['Series'] ?? []).flatMap(seriesOf)[0];
  const language = languageOf(tags['Language']?.[0] ?? '');
  const date = tags['Published']?.[0];
  return {
    ...(title ? { title: textOf(title) } : {}),
    ...(byline ? { authors: authorsOf(byline) } : {}),
    ...(language === undefined ? {} : { language }),
    ...(date === undefined ? {} : { date }),
    ...(source === undefined ? {} : { source }),
    ...(series ? { series } : {}),
    publisher: 'Archive of Our Own',
    tags,
  };
}

/** Names and their values, in order: a `dt` and what follows it. */
function tagsOf(list: Element): Record<string, string[]> {
  const tags: Record<string, string[]> = {};
  let name = '';
  for (const it of childElements(list)) {
    if (it.tagName === 'dt') name = textOf(it).replace(/:$/, '');
    if (it.tagName !== 'dd' || name === '') continue;
    const stats = findElement(it, ({ tagName }) => tagName === 'dl');
    if (stats) Object.assign(tags, tagsOf(stats));
    else if (name === 'Stats')
      for (const [, key = '', value = ''] of textOf(it).matchAll(STATS)) tags[key] = [value];
    else tags[name] = valuesOf(it, name);
  }
  return tags;
}

function valuesOf(value: Element, name: string): string[] {
  const text = textOf(value).replaceAll(/\s+/g, ' ');
  if (name === 'Series')
    return text
      .split(/,\s*(?=Part \d+ of )/)
      .map((part) => part.replace(/^← ?Previous Work\s*|\s*Next Work ?→$/g, '').trim());
  const links: string[] = [];
  eachElement(value, (it) => {
    if (it.tagName === 'a') links.push(textOf(it));
    return undefined;
  });
  return links.length > 0 ? links : text === '' ? [] : [text];
}

function seriesOf(text: string): { name: string; number: number }[] {
  const [, number = '', name = ''] = SERIES.exec(text) ?? [];
  return name === '' ? [] : [{ name, number: Number(number) }];
}

function authorsOf(byline: Element): string[] {
  const names: string[] = [];
  eachElement(byline, (it) => {
    if (it.tagName === 'a') names.push(textOf(it));
    return undefined;
  });
  return names.length > 0 ? names : [textOf(byline).replace(/^by /i, '')];
}

/** Where the work stands: the download's own word on it, else the saved page's. */
function addressOf(root: Root): string | undefined {
  let address: string | undefined;
  const preface = findElement(root, (it) => ownId(it) === 'preface');
  eachElement(preface ?? root, (it) => {
    address ??= WORK.exec(attribute(it, 'href'))?.[1];
    return undefined;
  });
  return address ?? WORK.exec(savedFrom(root) ?? '')?.[1];
}
