/**
 * A folder a case in `fixtures/`: `input.txt` (or `.html` …) in, or the files of an EPUB or a docx in `parts/`; `output.txt` holds the files that come out
 * and the messages. `UPDATE_FIXTURES=1` writes what comes out, to be read as a diff.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatMessage, sortMessages } from '../../src/diagnostics.js';
import { draftsOf, planImport } from '../../src/import/index.js';
import type { Sidecar } from '../../src/import/write/sidecar.js';
import { fixture } from './sources.js';

const root = join(import.meta.dirname, 'fixtures');
const cases = readdirSync(root);

/** A file as its case has it: the text that a sidecar keeps is the manuscript's, and is not there twice. */
function shown(
  path: string,
  bytes: Uint8Array,
  manuscripts: ReadonlyMap<string, string>,
): string | undefined {
  const file = new TextDecoder().decode(bytes);
  if (!path.endsWith('.json')) return `=== ${path}\n${file}`;
  const { text, ...sidecar } = JSON.parse(file) as Sidecar;
  expect(text?.join('\n')).toBe(manuscripts.get(path.replace('.import.json', '.md')));
  return sidecar.lines.length === 0 ? undefined : `=== ${path}\n${JSON.stringify(sidecar, null, 2)}\n`;
}

/** What an import makes of a case, as one text. */
async function outcome(name: string): Promise<string> {
  const plan = await planImport(fixture(name));
  const drafts = draftsOf(plan.stories, { into: 'manuscripts' }).filter(({ path }) =>
    /\.(?:md|json)$/.test(path),
  );
  const texts = new Map(drafts.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
  const files = drafts.flatMap(({ path, bytes }) => shown(path, bytes, texts) ?? []);
  const messages = sortMessages(plan.messages).map((message) => formatMessage(message));
  return [...files, ...(messages.length > 0 ? ['=== messages', ...messages, ''] : [])].join('\n');
}

const outcomes = new Map(await Promise.all(cases.map(async (name) => [name, await outcome(name)] as const)));

test.each(cases)('%s', (name) => {
  const path = join(root, name, 'output.txt');
  const made = outcomes.get(name) ?? '';
  if (process.env['UPDATE_FIXTURES']) writeFileSync(path, made);
  expect(made).toBe(readFileSync(path, 'utf8'));
});

test('no case loses a letter', () => {
  expect([...outcomes].filter(([, made]) => made.includes('import:letters')).map(([name]) => name)).toEqual(
    [],
  );
});
