import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draftsOf, planImport, writeDrafts } from '../../src/import/index.js';
import { restoreLines } from '../../src/import/write/restore.js';

const cwd = mkdtempSync(join(tmpdir(), 'octavo-restore-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const TEXT = `Low Water
Start from the beginning

The sea went out.

It came back.

Tidewrack StoriesWhere stories live. Discover now
`;
const drafts = async () => {
  const source = { path: 'a.txt', name: 'a.txt', bytes: new TextEncoder().encode(TEXT) };
  return draftsOf((await planImport([source])).stories, { into: 'm' });
};
const sidecar = 'm/low-water.import.json';
const manuscript = () => readFileSync(join(cwd, 'm/low-water.md'), 'utf8');

test('lines come back where they stood, each once', async () => {
  await writeDrafts(await drafts(), { cwd, force: true });
  expect((await restoreLines([sidecar], () => true, cwd)).value).toEqual([
    { manuscript: 'm/low-water.md', count: 2 },
  ]);
  expect(manuscript()).toContain('---\n\nStart from the beginning\n\nThe sea went out.');
  expect(manuscript()).toMatch(/It came back\.\n\nTidewrack StoriesWhere stories live\. Discover now\n$/);
  const again = await restoreLines([sidecar], () => true, cwd);
  expect(again.messages.map(({ id }) => id)).toEqual(['import:no-line']);
});

test('a line without its place changes nothing, and is told', async () => {
  await writeDrafts(await drafts(), { cwd, force: true });
  writeFileSync(join(cwd, 'm/low-water.md'), 'Another text.\n');
  const { messages } = await restoreLines([sidecar], (line) => line === 2, cwd);
  expect(messages.map(({ id }) => id)).toEqual(['import:no-place']);
  expect(manuscript()).toBe('Another text.\n');
});

test('a manuscript that its author changed is never written over', async () => {
  await writeDrafts(await drafts(), { cwd, force: true });
  writeFileSync(join(cwd, 'm/low-water.md'), 'My own words.\n');
  const { messages } = await writeDrafts(await drafts(), { cwd, force: false });
  expect(messages.map(({ id }) => id)).toEqual(['import:exists']);
  expect(manuscript()).toBe('My own words.\n');
});

/** A manuscript, and a sidecar of lines that stood in it. */
function put(text: string, lines: readonly object[]): void {
  mkdirSync(join(cwd, 'm'), { recursive: true });
  writeFileSync(join(cwd, 'm/low-water.md'), text);
  const whole = lines.map((line, index) => ({ line: index + 1, class: 'furniture', reason: 'row', ...line }));
  const content = { source: 'a.txt', format: 'text', manuscript: 'low-water.md', lines: whole };
  writeFileSync(join(cwd, sidecar), JSON.stringify(content));
}
const restore = async (...numbers: number[]) => {
  const { messages } = await restoreLines([sidecar], (line) => numbers.includes(line), cwd);
  return messages.map(({ id }) => id);
};

test.each([
  ['together', [[1, 2, 3]]],
  ['from the first', [[1], [2], [3]]],
  ['from the last', [[3], [2], [1]]],
  ['the middle first', [[2], [3, 1]]],
])('lines that share a place keep their order: %s', async (_, runs) => {
  const lines = ['One.', 'Two.', 'Three.'].map((text) => ({ text, before: 'It came.' }));
  put('---\ntitle: A\n---\n\nIt went.\n\nIt came.\n', lines);
  for (const numbers of runs) expect(await restore(...numbers)).toEqual([]);
  expect(manuscript()).toBe('---\ntitle: A\n---\n\nIt went.\n\nOne.\n\nTwo.\n\nThree.\n\nIt came.\n');
});

test.each([
  [[1], [2]],
  [[2], [1]],
])('lines at the end keep their order', async (...runs) => {
  put('It went.\n', [{ text: 'One.' }, { text: 'Two.' }]);
  for (const numbers of runs) expect(await restore(...numbers)).toEqual([]);
  expect(manuscript()).toBe('It went.\n\nOne.\n\nTwo.\n');
});

test.each([
  ['a heading', '# Two\n', 'Two', 'Next.\n\n# Two\n'],
  ['a note', ':::note\nSorry.\n:::\n', 'Sorry.', 'Next.\n\n:::note\nSorry.\n:::\n'],
  ['an escape that is gone', '*Two\n', '\\*Two', 'Next.\n\n*Two\n'],
  ['words that begin alike', '“Yes.” He went.\n\n“Yes.”\n', '“Yes.”', '“Yes.” He went.\n\nNext.\n\n“Yes.”\n'],
  ['a line that goes on now', '“Yes.” He went.\n', '“Yes.”', 'Next.\n\n“Yes.” He went.\n'],
  [
    'line ends of DOS',
    'It went.\r\n\r\nIt came.\r\n',
    'It came.',
    'It went.\r\n\r\nNext.\r\n\r\nIt came.\r\n',
  ],
])('a line comes back before %s', async (_, text, before, wanted) => {
  put(text, [{ text: 'Next.', before }]);
  expect(await restore(1)).toEqual([]);
  expect(manuscript()).toBe(wanted);
});

test('a line stands before the paragraph that it stood before, though others begin so', async () => {
  put('Yes.\n\nNo.\n\nYes.\n', [{ text: 'Next.', before: 'Yes.', nth: 2 }]);
  expect(await restore(1)).toEqual([]);
  expect(manuscript()).toBe('Yes.\n\nNo.\n\nNext.\n\nYes.\n');
});

test('the marks of a note come back into its line', async () => {
  const before = 'Sorry for the wait.';
  put('It went.\n\n:::note\nSorry for the wait.\n:::\n', [
    { text: '(A/N: ', class: 'label', before, part: 'start' },
    { text: ')', class: 'label', before, part: 'end' },
  ]);
  expect(await restore(2)).toEqual([]);
  expect(await restore(1)).toEqual([]);
  expect(manuscript()).toBe('It went.\n\n:::note\n(A/N: Sorry for the wait.)\n:::\n');
});

test('a manuscript that is gone, or that is no UTF-8, is told and left', async () => {
  put('It went.\n', [{ text: 'One.' }]);
  rmSync(join(cwd, 'm/low-water.md'));
  expect(await restore(1)).toEqual(['import:no-manuscript']);
  expect(existsSync(join(cwd, 'm/low-water.md'))).toBe(false);
  writeFileSync(join(cwd, 'm/low-water.md'), Buffer.from('F\xfcnf.', 'latin1'));
  expect(await restore(1)).toEqual(['import:encoding']);
  expect(readFileSync(join(cwd, 'm/low-water.md'), 'latin1')).toBe('F\xfcnf.');
});
