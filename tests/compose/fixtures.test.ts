/**
 * A folder a case in `fixtures/`: manuscripts in, `output.xhtml` and `messages.txt` out. The files beside them are
 * the book's images. `UPDATE_FIXTURES=1` writes what comes out, to be read as a diff.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageRequests } from '../../src/compose/index.js';
import { formatMessage, sortMessages } from '../../src/diagnostics.js';
import type { FoundFile } from '../../src/types.js';
import { book, endnotes, print, section } from './book.js';

const root = join(import.meta.dirname, 'fixtures');
const RESULTS = new Set(['output.xhtml', 'messages.txt']);

function run(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !RESULTS.has(file) && /\.\w+$/.test(file))
    .sort();
  const isManuscript = (file: string) => file.endsWith('.md');
  const found = new Map<string, FoundFile>(
    files
      .filter((file) => !isManuscript(file))
      .map((file) => [file, { bytes: readFileSync(join(folder, file)) }]),
  );
  const sections = files
    .filter(isManuscript)
    .map((file) => section(file, readFileSync(join(folder, file), 'utf8')));
  const hasNotes = sections.some(({ tree }) => JSON.stringify(tree).includes('"footnoteReference"'));
  const made = book(hasNotes ? [...sections, endnotes()] : sections);
  for (const { file, bytes } of imageRequests(made)) if (bytes) found.set(file, { bytes });
  const { xhtml, messages } = print(made, found);
  return {
    'output.xhtml': Object.entries(xhtml)
      .map(([href, body]) => `<!-- ${href} -->\n${body}\n`)
      .join('\n'),
    'messages.txt': sortMessages(messages)
      .map((message) => `${formatMessage(message)}\n`)
      .join(''),
  };
}

describe.each(readdirSync(root))('%s', (name) => {
  const folder = join(root, name);
  test.each(Object.entries(run(folder)))('%s', (file, made) => {
    const path = join(folder, file);
    if (process.env['UPDATE_FIXTURES']) writeFileSync(path, made);
    expect(existsSync(path)).toBe(true);
    expect(made).toBe(readFileSync(path, 'utf8'));
  });
});
