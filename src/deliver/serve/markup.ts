/** HTML and XML made of elements. All text is escaped here, and nowhere else is markup made of it. */

/** Markup, as opposed to text. */
export interface Markup {
  readonly source: string;
}

export type Content = Markup | string | number | undefined | readonly Content[];

type Attributes = Readonly<Record<string, string | number | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** What XML forbids, and halves of characters: https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu;
const REPLACEMENT_CHARACTER = '\uFFFD';

/** An element; attributes and content that are undefined are left out. Without content it closes itself. */
export function element(name: string, attributes: Attributes = {}, ...content: Content[]): Markup {
  const opening = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  const inner = content.length > 0 ? `>${sourceOf(content)}</${name}>` : '/>';
  return { source: `<${name}${opening}${inner}` };
}

/** Pieces one after the other, each on a line of its own, after what a document begins with. */
export const documentOf = (beginning: string, ...content: Content[]): string =>
  `${[beginning, ...content.map(sourceOf)].join('\n')}\n`;

function sourceOf(content: Content): string {
  if (content === undefined) return '';
  if (typeof content !== 'object') return escaped(String(content));
  return 'source' in content ? content.source : content.map(sourceOf).join('');
}

const escaped = (text: string): string =>
  text.replaceAll(FORBIDDEN, REPLACEMENT_CHARACTER).replaceAll(/[&<>"]/gu, (mark) => ENTITIES[mark] ?? mark);
