import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draftsOf, planImport, writeDrafts } from '../../src/import/index.js';
import { restoreLines } from '../../src/import/restore.js';

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
