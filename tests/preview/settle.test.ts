import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { diffOf, settle, type Diff, type Order } from '../../src/preview/settle.js';
import type { Edition } from '../../src/preview/book.js';
import { folder, FRONT, type Folder } from './place.js';

let here: Folder;
beforeEach(() => {
  here = folder();
});
afterEach(() => {
  here.remove();
});

const TEXT = `"He said 'is own 'ouse' was 'ere," and so the others' went. 'Ammond, 'e was, an' 'is wife's.\n`;

/** The first unsure mark of a book, with one of its readings. */
function orderOf({ unsure: [mark] }: Edition, reading: 'after' | 'instead' = 'after'): Order {
  if (!mark) throw new Error('No mark is unsure');
  return { path: mark.path, ...mark.place, mark: (reading === 'after' ? mark.after : mark.instead) ?? '' };
}

async function diffFor(edition: Edition, order: Order): Promise<Diff> {
  const diff = await diffOf(edition, here.cwd, order);
  if ('refused' in diff) throw new Error(diff.refused);
  return diff;
}

test.each(['after', 'instead'] as const)(
  'types one character, and is not asked again: %s',
  async (reading) => {
    here.write({ 'ferry.md': FRONT + TEXT });
    const edition = await here.edition();
    const order = orderOf(edition, reading);
    const diff = await diffFor(edition, order);
    expect(diff).toMatchObject({ path: 'manuscripts/ferry.md', line: 7, removed: 1, added: 1 });
    expect(here.read('ferry.md')).toBe(FRONT + TEXT);
    expect(await settle(edition, here.cwd, { ...order, hash: diff.hash })).toEqual(diff);
    expect(here.read('ferry.md')).toBe(`${FRONT}${diff.after}\n`);
    const { unsure } = await here.edition();
    expect(unsure.filter(({ place }) => place.column === order.column)).toEqual([]);
  },
);

test.each([
  ['a byte-order mark', `\uFEFF${FRONT}${TEXT}`],
  ['DOS line ends', `${FRONT}${TEXT}`.replaceAll('\n', '\r\n')],
  ['Mac line ends', `${FRONT}${TEXT}`.replaceAll('\n', '\r')],
  ['letters beyond the first plane before it', `${FRONT}\u{1F6F6} ${TEXT}`],
  ['no line end at its end', `${FRONT}${TEXT.trimEnd()}`],
])('all else of the file stays: %s', async (_, text) => {
  here.write({ 'ferry.md': text });
  const edition = await here.edition();
  const order = orderOf(edition);
  const { hash } = await diffFor(edition, order);
  expect(await settle(edition, here.cwd, { ...order, hash })).not.toHaveProperty('refused');
  const after = here.read('ferry.md');
  expect(after.replaceAll(/[\u2018\u2019]/g, "'")).toBe(text);
  expect(after).not.toBe(text);
});

test('a file that changed since its line was shown is left alone', async () => {
  here.write({ 'ferry.md': FRONT + TEXT });
  const edition = await here.edition();
  const order = orderOf(edition);
  const { hash } = await diffFor(edition, order);
  const changed = `${FRONT}${TEXT}\nAnd more.\n`;
  here.write({ 'ferry.md': changed });
  expect(await settle(edition, here.cwd, { ...order, hash })).toEqual({
    refused: expect.stringContaining('has changed') as string,
  });
  expect(here.read('ferry.md')).toBe(changed);
  // Touched alone, it is the same file.
  here.write({ 'ferry.md': FRONT + TEXT });
  utimesSync(join(here.cwd, 'manuscripts', 'ferry.md'), 1, 1);
  expect(await settle(edition, here.cwd, { ...order, hash })).not.toHaveProperty('refused');
});

test('a line that moved since the book was built is refused, though the mark is like it', async () => {
  here.write({ 'ferry.md': FRONT + TEXT });
  const edition = await here.edition();
  here.write({ 'ferry.md': `${FRONT}'Tis 'ard 'ere, 'e said, an' 'ot, an' 'igh as 'eaven itself.\n${TEXT}` });
  expect(await diffOf(edition, here.cwd, orderOf(edition))).toEqual({
    refused: expect.stringContaining('not where it was') as string,
  });
});

test('only a mark that is asked about is written, and only as one of its readings', async () => {
  here.write({ 'ferry.md': FRONT + TEXT, 'other.md': 'Other.\n' });
  const edition = await here.edition();
  const order = orderOf(edition);
  const wrong: Partial<Order>[] = [
    { mark: 'x' },
    { mark: "'" },
    { column: 1 },
    { path: 'manuscripts/other.md' },
    { path: '../ferry.md' },
  ];
  for (const one of wrong)
    expect(await diffOf(edition, here.cwd, { ...order, ...one })).toEqual({
      refused: expect.stringContaining('does not ask') as string,
    });
});

test('a manuscript that is saved in another encoding meanwhile is not rewritten', async () => {
  here.write({ 'ferry.md': `${FRONT}Caf\u00E9. ${TEXT}` });
  const edition = await here.edition();
  here.write({ 'ferry.md': Buffer.from(`${FRONT}Caf\u00E9. ${TEXT}`, 'latin1') });
  expect(await diffOf(edition, here.cwd, orderOf(edition))).toEqual({
    refused: expect.stringContaining('not UTF-8') as string,
  });
});
