/** The typography alone, as it is bundled: it runs wherever JavaScript does. */
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { localeOf } from '../../src/locales/index.js';
import type * as remark from '../../src/typography/remark.js';
import type * as text from '../../src/typography/text.js';

const FOLDER = 'tests/.lib/anywhere';
const scripts = readdirSync(FOLDER).map((name) => ({
  name,
  source: readFileSync(`${FOLDER}/${name}`, 'utf8'),
}));
const entry = (name: string) => import(new URL(`../.lib/anywhere/${name}.js`, import.meta.url).href);

test('it imports nothing but its own parts, and asks for nothing of Node', () => {
  expect(scripts.map(({ name }) => name)).toEqual(expect.arrayContaining(['remark.js', 'typography.js']));
  const imported = scripts.flatMap(({ source }) =>
    [...source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g)].map(([, path]) => path),
  );
  expect(imported.length).toBeGreaterThan(1);
  expect(imported.filter((path) => !path?.startsWith('./chunk-'))).toEqual([]);
  for (const { source } of scripts)
    expect(source.search(/\brequire\(|\bprocess\.|\bBuffer\b|["']node:/)).toBe(-1);
});

test('it is light, and holds no words of books’ pages', () => {
  const sizes = scripts.map(({ source }) => gzipSync(source).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(37_000);
  const words = [localeOf('en'), localeOf('de'), localeOf('ru')].map(
    ({ terms }) => terms['dedication'] as string,
  );
  for (const { source } of scripts) for (const word of words) expect(source.includes(word)).toBe(false);
});

test('the bundles say what the sources say', async () => {
  const { typesetText } = (await entry('typography')) as typeof text;
  expect(typesetText('"Tak," rzekł.', { language: 'pl' }).text).toBe('„Tak,” rzekł.');
  const bundled = (await entry('remark')) as typeof remark;
  expect(bundled.default).toBe(bundled.remarkTypography);
});
