/** HTML that plugins write: elements that no book holds are taken out, and drawings become pictures. */
import type { Properties } from 'hast';
import { REMOVED } from '../content-model.js';
import { escaped, tagsIn } from '../text/markup.js';

/** What was made of HTML. */
export interface TamedHtml {
  html: string;
  /** Names of the elements that were taken out. */
  removed: string[];
}

/** What a drawing says that it shows. */
const LABEL = /\saria-label\s*=\s*(?:"([^"]*)"|'([^']*)')/i;
const TITLE = /<title\b[^>]*>([^<]*)<\/title>/i;

/** HTML with its drawings as pictures, and without what runs, loads or takes input. */
export function tamedHtml(html: string): TamedHtml {
  const parts: string[] = [];
  const removed: string[] = [];
  let done = 0;
  /** The element that is taken out or drawn, and how many of its name are open. */
  let open: { name: string; start: number; depth: number } | undefined;
  for (const { name, start, end, attributes, ends } of tagsIn(html)) {
    if (name === undefined) continue;
    if (open) {
      if (name !== open.name) continue;
      if (!ends && !attributes.endsWith('/')) open.depth += 1;
      if (ends) open.depth -= 1;
      if (open.depth > 0) continue;
      if (name === 'svg') parts.push(pictureOf(html.slice(open.start, end)));
      done = end;
      open = undefined;
      continue;
    }
    if (!isTaken(name)) continue;
    parts.push(html.slice(done, start));
    done = end;
    if (name !== 'svg') removed.push(name);
    if (!ends && !attributes.endsWith('/') && !EMPTY.has(name)) open = { name, start, depth: 1 };
  }
  if (open) removed.push(open.name);
  else parts.push(html.slice(done));
  return { html: parts.join(''), removed: [...new Set(removed)] };
}

/** `math` stays to be told of by the stage that reads HTML; a title stands in a drawing. */
const isTaken = (name: string): boolean => REMOVED.has(name) && name !== 'math';

/** Those that have no end tag. */
const EMPTY = new Set(
  'area base basefont bgsound embed frame input keygen link meta param source track'.split(' '),
);

/** A drawing as a picture that holds it. */
export function pictureOf(svg: string): string {
  const [, double, single] = LABEL.exec(svg.slice(0, svg.indexOf('>') + 1)) ?? [];
  const alt = double ?? single ?? TITLE.exec(svg)?.[1] ?? '';
  return `<img src="${addressOf(svg)}" alt="${alt.replaceAll('"', '&quot;').trim()}">`;
}

/** A drawing as an address; with its namespace, which HTML leaves out. */
export function addressOf(svg: string): string {
  const whole = /^<svg\b[^>]*\sxmlns\s*=/i.test(svg)
    ? svg
    : svg.replace(/^<svg\b/i, '<svg xmlns="http://www.w3.org/2000/svg"');
  return `data:image/svg+xml;base64,${Buffer.from(whole, 'utf8').toString('base64')}`;
}

/** A tag with its attributes, by their names in hast. */
export function tagOf(name: string, properties: Properties = {}): string {
  const attributes = Object.entries(properties).flatMap(([key, value]) => {
    if (value === undefined || value === null || value === false) return [];
    const text = value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value);
    return [` ${attributeName(key)}="${escaped(text)}"`];
  });
  return `<${name}${attributes.join('')}>`;
}

/** `className` as `class`, `ariaLabel` as `aria-label`, `dataLine` as `data-line`. */
export const attributeName = (property: string): string => {
  if (property === 'className') return 'class';
  if (property === 'htmlFor') return 'for';
  const [, family, rest = ''] = /^(data|aria)([A-Z].*)$/.exec(property) ?? [];
  if (family === 'aria') return `aria-${rest.toLowerCase()}`;
  if (family === 'data') return `data${rest.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return property.toLowerCase();
};
