/**
 * Pages of prose with examples: the text explains, the indented blocks are the test. The lines before the arrow are
 * typed, a paragraph each; the lines from the arrow on are what they become. `·` shows a no-break space, `⍽` a narrow
 * one. A heading may end with the language and settings in brackets: `## British dashes [en-GB, dashes: closed]`.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { typeset } from '../../src/typography/index.js';
import type { BookMeta } from '../../src/types.js';
import { bookOf, section } from './book.js';
import { linesOf } from './text.js';

export interface Example {
  title: string;
  meta: BookMeta;
  typed: string;
  expected: string;
}

const BOOK_KEYS = new Set(['quotes', 'words']);

function metaOf(bracket: string): BookMeta {
  const [language = 'en', ...settings] = bracket.split(',').map((part) => part.trim());
  const meta: Record<string, unknown> = { language };
  const typography: Record<string, unknown> = {};
  for (const setting of settings) {
    const [key = '', value = ''] = setting.split(':').map((part) => part.trim());
    const read = value === 'true' ? true : value === 'false' ? false : value;
    if (key === 'words') meta['words'] = value.split(' ');
    else if (BOOK_KEYS.has(key) && (value === 'single' || value === 'double')) meta[key] = read;
    else typography[key] = read;
  }
  return { ...meta, typography } as BookMeta;
}

/** The examples of a page, by path relative to this folder. */
export function examplesOf(page: string): Example[] {
  const text = readFileSync(fileURLToPath(new URL(page, import.meta.url)), 'utf8');
  const examples: Example[] = [];
  let meta = metaOf('en');
  let title = '';
  for (const block of text.split(/\n{2,}/)) {
    const heading = /^#+ (.*?)(?: \[(.*)\])?$/.exec(block.trim());
    if (heading) {
      title = heading[1] ?? '';
      meta = metaOf(heading[2] ?? 'en');
    } else if (block.startsWith('    ')) {
      const [typed = '', expected = ''] = block
        .split('\n')
        .map((line) => line.slice(4))
        .join('\n')
        .split(/^→ ?/m);
      examples.push({ title, meta, typed: typed.trimEnd(), expected: expected.trimEnd() });
    }
  }
  return examples;
}

const SHOWN: readonly (readonly [character: RegExp, shown: string])[] = [
  [/\u00A0/g, '·'],
  [/\u202F/g, '⍽'],
];

/** What an example's text becomes, with invisible characters shown. */
export function settle({ typed, meta }: Example): string {
  const { value } = typeset(bookOf([section(typed.replaceAll(/(?<!\\)\n/g, '\n\n'), {})], meta));
  const lines = value.manuscripts.flatMap(({ tree }) => linesOf(tree)).join('\n');
  return SHOWN.reduce((text, [character, shown]) => text.replaceAll(character, shown), lines);
}
