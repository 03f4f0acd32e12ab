/** The labels above a story: `Title: …`, `Rating:` and its value on the next line, the facts of FanFiction.net, mail. */
import { FFN_FACTS, LABELS, MAIL_FIELD, MAIL_ONLY, type Label } from './classes.js';
import type { Block } from '../types.js';

/** A label found at the beginning of a block. */
export interface Found {
  label: Label;
  value: string;
}

/** The label of a block, if it begins with one. */
export function labelOf({ text }: Pick<Block, 'text'>): Found | undefined {
  if (!/^[*_]{0,2}\p{L}[^:\u2013\n]{0,40}[:\u2013]/u.test(text)) return undefined;
  for (const label of LABELS) {
    const length = label.form.exec(text)?.[0].length;
    if (length !== undefined) return { label, value: text.slice(length).trim() };
  }
  return undefined;
}

/** What a label's value says, by the front matter's key or by the label's own name. */
export function factsOf({ key }: Label, value: string): Record<string, string[]> {
  if (value === '' || key === '') return {};
  const isList =
    /^(?:Fandom|Archive Warning|Pairing|Relationships|Characters|Category|Genre|Additional Tags|Tags)$/.test(
      key,
    );
  return { [key]: isList ? value.split(/\s*[,;]\s+/).filter((one) => one !== '') : [value] };
}

/** The genres that FanFiction.net has; a story may have one or two, or none. */
const GENRES =
  /^(?:(?:^|\/)(?:Adventure|Angst|Crime|Drama|Family|Fantasy|Friendship|General|Horror|Humor|Hurt\/Comfort|Mystery|Parody|Poetry|Romance|Sci-Fi|Spiritual|Supernatural|Suspense|Tragedy|Western))+$/;

/** FanFiction.net's line of facts: its parts by name, the unnamed ones by their place. */
export function ffnFacts({ text }: Block): Record<string, string[]> | undefined {
  if (!FFN_FACTS.test(text)) return undefined;
  const facts: Record<string, string[]> = {};
  const parts = text.split(' - ').map((part) => part.trim());
  parts.forEach((part, index) => {
    const named = /^(?<name>id|[A-Z][A-Za-z]+): ?(?<value>\S.*)$/.exec(part)?.groups;
    if (named?.name !== undefined) {
      const name = named.name === 'Rated' ? 'Rating' : named.name;
      if (!/^(?:id|Reviews|Favs|Follows|Updated|Chapters|Words|Status|Published)$/.test(name))
        facts[name] = [named.value ?? ''];
    } else if (index === 1) facts.Language = [part];
    else if (index === 2 && GENRES.test(part)) facts.Genre = [part];
    else if (index <= 4 && !/^(?:Complete|In-Progress)$/.test(part))
      facts.Characters = part.replaceAll(/[[\]]/g, '').split(/, | (?=\[)/);
  });
  return facts;
}

/** FanFiction.net's path to a story: its title is the last step, its fandom the one before. */
export function breadcrumbFacts({ text }: Block): Record<string, string[]> {
  const [, fandom = '', title = ''] = text.split(/\s*[\u00BB>]\s*/);
  return title === '' ? {} : { title: [title], Fandom: [fandom] };
}

/** How many blocks from `from` on are the header of a mail; 0 where a story may begin with a letter of its own. */
export function mailHeader(blocks: readonly Block[], from: number, to: number): number {
  let end = from;
  while (end < to && MAIL_FIELD.test(blocks[end]?.text ?? '') && (end === from || blocks[end]?.gap === 0))
    end += 1;
  const lines = blocks.slice(from, end).map(({ text }) => text);
  const isPosted = lines.some((line) => MAIL_ONLY.test(line) || /^Subject:.*\bFIC\b/.test(line));
  return isPosted ? end - from : 0;
}

/** What a mail's header says of the story in it. */
export function mailFacts({ text }: Block): Record<string, string[]> {
  const from = /^From:\s*"?([^"<(]*[^"<(\s])/.exec(text)?.[1];
  if (from !== undefined && !from.includes('@')) return { author: [from] };
  const title = /^Subject:.*?\bFIC:?\s*"?(.+?)"?\s*(?:[([]\s*\d+\/\d+.*)?$/.exec(text)?.[1];
  return title === undefined ? {} : { title: [title] };
}
