import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert, findConverter } from '../../src/deliver/convert.js';
import { epub } from '../check/epub.js';
import { script } from '../io/script.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-convert-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const calibre = await findConverter(process.env, process.platform);
const converter = (program: string) => ({ program, version: '1.0' });
const env = { PATH: process.env.PATH };

// calibre is large and not installed everywhere: where it is missing, this one does not run.
(calibre ? test : test.skip)('calibre makes an AZW3 that is as large as a book', async () => {
  if (!calibre) return;
  const percents: number[] = [];
  const { value, messages } = await convert(await epub(), 'tide.epub', {
    converter: calibre,
    env: process.env,
    progress: (percent) => percents.push(percent),
  });
  expect(messages).toEqual([]);
  expect(value?.subarray(60, 68).toString()).toBe('BOOKMOBI');
  expect(percents.at(-1)).toBeGreaterThan(30);
});

test('a computer without calibre has no converter', async () => {
  expect(await findConverter({ PATH: folder }, 'linux')).toBeUndefined();
  script(folder, 'ebook-convert', 'echo "something else"');
  expect(await findConverter({ PATH: folder }, 'linux')).toBeUndefined();
  script(folder, 'ebook-convert', 'echo "ebook-convert (calibre 7.26)"');
  expect(await findConverter({ PATH: folder }, 'linux')).toEqual({
    program: 'ebook-convert',
    version: '7.26',
  });
});

test('a conversion that takes too long is ended', async () => {
  const slow = script(folder, 'slow', 'echo "1% Converting input to HTML..."; sleep 120');
  const { value, messages } = await convert(new Uint8Array(), 'tide.epub', {
    converter: converter(slow),
    env,
    timeout: 200,
  });
  expect(value).toBeUndefined();
  expect(messages).toMatchObject([{ id: 'device:not-converted', path: 'tide.epub' }]);
});

test.each([
  ['fails', 'echo "This book is locked by DRM" >&2; exit 1', 'locked by DRM'],
  ['makes something else', 'echo done; echo nothing > "$2"', 'done'],
  ['makes nothing', 'echo done', 'done'],
])('a converter that %s is quoted', async (_, text, said) => {
  const program = script(folder, 'other', text);
  const { value, messages } = await convert(new Uint8Array(), 'tide.epub', {
    converter: converter(program),
    env,
  });
  expect(value).toBeUndefined();
  expect(messages[0]?.reason).toContain(said);
});
