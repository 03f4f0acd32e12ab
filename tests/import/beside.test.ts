/** Pictures that a browser saved beside a page. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planImport, readSources } from '../../src/import/index.js';

const PIXELS = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR4nGNgYGD4jwLRgQAAX8cE/cVYdHQAAAAASUVORK5CYII=',
  'base64',
);

const folder = mkdtempSync(join(tmpdir(), 'octavo-beside-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TEXT = '<p>The tide had gone out further than anybody could remember.</p>';
const page = (image: string) =>
  `<!doctype html><title>Low Water</title><h1>Low Water</h1>${TEXT}<img src="${image}">`;

mkdirSync(join(folder, 'Low Water_files'));
mkdirSync(join(folder, 'other'));
writeFileSync(join(folder, 'Low Water_files', 'tide.png'), PIXELS);
writeFileSync(join(folder, 'other', 'secret.png'), PIXELS);
symlinkSync(join(folder, 'other', 'secret.png'), join(folder, 'Low Water_files', 'link.png'));

async function imported(image: string) {
  writeFileSync(join(folder, 'Low Water.html'), page(image));
  const sources = await readSources(['Low Water.html'], folder);
  const plan = await planImport(sources.value);
  return { names: plan.stories[0]?.pictures.map(({ name }) => name), ids: plan.messages.map(({ id }) => id) };
}

test.each(['./Low%20Water_files/tide.png', 'Low Water_files/tide.png?w=4'])('%s is taken', async (image) => {
  expect(await imported(image)).toEqual({ names: ['tide.png'], ids: [] });
});

test.each([
  './other/secret.png',
  'Low%20Water_files/../other/secret.png',
  'Low%20Water_files/%2e%2e/other/secret.png',
  'Low%20Water_files/link.png',
  'Low%20Water_files/gone.png',
])('%s is not, and that is said', async (image) => {
  expect(await imported(image)).toEqual({ names: [], ids: ['import:picture'] });
});
