/** Titles of front matter that hold markup, read as headings are. */
import type { PhrasingContent, Root } from 'mdast';
import { plainTitle } from '../../text/titles.js';
import type { Result } from '../../diagnostics.js';
import type { FrontProse } from '../../types.js';

/** The keys whose text is set as a heading's is. */
export const TITLE_KEYS = ['title', 'subtitle'] as const;

const TAGS = 'abbr|b|br|cite|code|em|i|mark|q|ruby|s|small|span|strong|sub|sup|u';

/**
 * What only markup has. A star or a line within a word is none (`M*A*S*H`, `snake_case`), nor is what begins like a tag
 * and is none of HTML's for words in a line.
 */
const MARKUP = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}*_\\])(?<marks>\*{1,3}|_{1,3})(?=[^\s*_])[^*_]*(?<=[^\s*_])\k<marks>(?![\p{L}\p{N}*_])`,
    String.raw`&(?:\w+|#\d+|#x[\da-f]+);`,
    String.raw`</?(?:${TAGS})(?:\s[^>]*)?/?>`,
    String.raw`\\[*_&<>\\\[\]~^]`,
  ].join('|'),
  'iu',
);

/** The first markup in a text that a heading would not print. */
export const markupIn = (text: string): string | undefined => MARKUP.exec(text)?.[0];

/** What each line of a title is parsed behind. */
export const HEADING_MARK = '# ';

/**
 * A title's tree, its lines kept; `parse` reads Markdown and gives places in it. Each line is read as a heading, in which
 * nothing begins a block.
 */
export function titleTree(title: string, parse: (markdown: string) => Result<Root>): Result<Root> {
  const lines = title.split('\n').filter((line) => /\S/.test(line));
  const { value, messages } = parse(lines.map((line) => HEADING_MARK + kept(line.trim())).join('\n'));
  const children = value.children.flatMap((node, index): PhrasingContent[] => [
    ...(index > 0 ? [{ type: 'break' as const }] : []),
    ...(node.type === 'heading' ? node.children : []),
  ]);
  return { value: { type: 'root', children: [{ type: 'paragraph', children }] }, messages };
}

/** A line whose last `#` is text: `Track #`. */
const kept = (line: string): string => line.replace(/(^|\s)(#+)$/u, '$1\\$2');

/** Metadata with its titles as they read without their markup. */
export function plainTitles<T extends { title?: string; subtitle?: string }>(meta: T, front: FrontProse): T {
  const plain = TITLE_KEYS.flatMap((key) => (front[key] ? [[key, plainTitle(front[key])]] : []));
  return plain.length === 0 ? meta : { ...meta, ...(Object.fromEntries(plain) as Partial<T>) };
}
