/** Covers in whole books: drawn, given, refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStages, type Stages } from '../../src/pipeline/stages.js';
import { check } from '../../src/check/index.js';
import { readTemplates } from '../../src/io/templates.js';
import { epub } from '../../src/output/epub/index.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-covers-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function run(front: string, cover?: Uint8Array): Promise<Stages> {
  if (cover) writeFileSync(join(folder, 'cover.png'), cover);
  const text = `---\ntitle: The Ferry\nauthor: Mary Reed\nlanguage: en\ndate: 2026\n${front}---\n\nIt rained.\n`;
  const bytes = new TextEncoder().encode(text);
  const files = [{ path: 'ferry.md', rel: 'ferry.md', bytes }];
  return runStages({ name: 'ferry', path: 'ferry.md', root: folder, single: true, files });
}

const image = ({ package: book }: Stages) =>
  book?.manifest.find(({ properties }) => properties === 'cover-image');

test('a book without a cover is given one, in a folder or in a single file', async () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  const folderBook = await runStages({
    name: 'ferry',
    path: 'ferry',
    root: folder,
    single: false,
    files: [
      { path: 'ferry/book.md', rel: 'book.md', bytes: encode('---\ntitle: The Ferry\nauthor: A\n---\n') },
      { path: 'ferry/01.md', rel: '01.md', bytes: encode('It rained.') },
    ],
  });
  expect(image(folderBook)).toMatchObject({ href: 'images/cover.png' });
  expect(image(await run(''))).toMatchObject({ href: 'images/cover.png' });
});

test('a drawn cover is the cover everywhere, and the book is valid', async () => {
  const stages = await run('');
  expect(stages.messages).toEqual([]);
  expect(image(stages)).toMatchObject({ href: 'images/cover.png', mediaType: 'image/png' });
  const id = image(stages)?.id;
  expect(stages.package?.metadata).toContainEqual({
    name: 'meta',
    attributes: { name: 'cover', content: id },
  });
  expect(stages.package?.landmarks).toContainEqual(expect.objectContaining({ type: 'cover' }));
  if (!stages.package) throw new Error('The book has no package');
  const bytes = await epub.write(stages.package, await readTemplates());
  expect((await check(bytes, { path: 'ferry.epub' })).messages).toEqual([]);
});

test('`cover: false` leaves it without', async () => {
  const stages = await run('cover: false\n');
  expect(image(stages)).toBeUndefined();
  expect(stages.package?.documents.map(({ kind }) => kind.kind)).not.toContain('cover');
});

test('the author\u2019s own is taken', async () => {
  expect(image(await run('cover: cover.png\n', PNG))).toMatchObject({ href: 'images/cover.png' });
});

const wide = Buffer.from(PNG);
wide.writeUInt32BE(30_000, 16);

test.each([
  ['that is not there', undefined, 'image:missing'],
  ['that is no image', Buffer.from('GIF? No.'), 'image:not-an-image'],
  [
    'drawn in more shapes than are shown',
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${'<rect/>'.repeat(100_001)}</svg>`),
    'image:too-complex',
  ],
  ['cut off', PNG.subarray(0, PNG.length - 20), 'image:broken'],
  ['of 30,000 pixels', wide, 'image:too-many-pixels'],
  ['of 40 MB', Buffer.concat([PNG, Buffer.alloc(40_000_000)]), 'image:too-large'],
])('one %s is a message at its place, and one is drawn', async (_, bytes, id) => {
  const stages = await run('cover: cover.png\n', bytes);
  expect(stages.messages).toMatchObject([
    { id, severity: 'error', path: 'ferry.md', place: { line: 6, column: 8 } },
  ]);
  expect(stages.messages[0]?.fatal).toBeUndefined();
  expect(image(stages)).toMatchObject({ href: 'images/cover.png' });
});
