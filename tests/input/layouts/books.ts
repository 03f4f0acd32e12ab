/** Folders of other tools, built as an author builds them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, check, type Stages } from '../../../src/index.js';
import type { Message, NavItem } from '../../../src/types.js';

export const FIXTURES = join(import.meta.dirname, 'fixtures');

export interface Made {
  /** The table of contents, a line an entry: indentation, title, document. */
  toc: string[];
  stages: Stages | undefined;
  messages: Message[];
  /** What the checker says of the ebook. */
  faults: Message[];
}

/** Builds the book at `path`, into a folder that is taken away again. */
export async function make(path: string): Promise<Made> {
  const out = mkdtempSync(join(tmpdir(), 'octavo-folders-'));
  let stages: Stages | undefined;
  const faults: Message[] = [];
  try {
    const result = await build({
      cwd: dirname(path),
      books: [path],
      out,
      inspect: async (bytes, file, made) => {
        stages = made;
        faults.push(...(await check(bytes, { path: file })).messages);
        return [];
      },
    });
    const messages = [...result.messages, ...result.books.flatMap((book) => book.messages)];
    return { toc: lines(stages?.package?.nav ?? []), stages, messages, faults };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

const lines = (items: readonly NavItem[], depth = 0): string[] =>
  items.flatMap(({ title, href, children }) => [
    `${'  '.repeat(depth)}${title} → ${href.replace(/^text\/|\.xhtml$/g, '')}`,
    ...lines(children, depth + 1),
  ]);

/** Builds a folder of the given files; `path` leads to it while `look` runs. */
export async function makeOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  prepare?: (path: string) => void,
): Promise<Made> {
  const path = join(mkdtempSync(join(tmpdir(), 'octavo-folder-')), 'book');
  try {
    // Neither a cover nor typefaces: what these tests look at is not there.
    for (const [name, text] of Object.entries({ 'book.yaml': 'cover: false\nfonts: false\n', ...files })) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    }
    prepare?.(path);
    return await make(path);
  } finally {
    rmSync(dirname(path), { recursive: true, force: true });
  }
}

/** Messages as lines, `severity id path:line:column`, without what every folder is told. */
export const told = ({ messages }: Made): string[] =>
  messages
    .filter(({ id }) => !id.startsWith('book:no-') && id !== 'folders:tool')
    .map(({ severity, fatal, id, path, place }) =>
      [fatal ? 'fatal' : severity, id, [path, place?.line, place?.column].filter(Boolean).join(':')].join(
        ' ',
      ),
    );

/** The text of a document, as hast has it, without its marks. */
export function textOf({ stages }: Made, id: string): string {
  const document = stages?.documents?.find((one) => one.id === id);
  const text = (node: unknown): string => {
    const { value = '', children = [] } = node as { value?: string; children?: unknown[] };
    return value + children.map(text).join('');
  };
  return text(document?.body).replaceAll(/\s+/g, ' ').trim();
}

/** Where the links of a document lead. */
export function linksOf({ stages }: Made, id: string): string[] {
  const body = JSON.stringify(stages?.documents?.find((one) => one.id === id)?.body);
  return [...body.matchAll(/"(?:href|src)":"([^"]*)"/g)].map(([, url = '']) => url);
}
