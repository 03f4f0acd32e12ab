import { originOf, SOURCE, THEME } from '../src/pipeline/origin.js';
import type { SourceFile } from '../src/types.js';

const source = (rel: string, text: string): SourceFile => ({ path: rel, rel, text, body: { text, line: 1 } });
const picture = (text: string) => ({ bytes: new TextEncoder().encode(text) });

const hashOf = (
  sources: SourceFile[],
  pictures: [string, ReturnType<typeof picture>][] = [],
): string | undefined =>
  new Map(originOf({ sources, pictures: new Map(pictures), version: '1.2.3', theme: undefined })).get(SOURCE);

const BOOK = [source('a.md', 'One'), source('b.md', 'Two')];

test('the hash is that of names and texts, in whatever order they come', () => {
  const hash = hashOf(BOOK);
  expect(hash).toMatch(/^sha256:[\da-f]{64}$/);
  expect(hashOf([...BOOK].reverse())).toBe(hash);
  expect(hashOf([...BOOK], [['a.jpg', picture('x')]])).not.toBe(hash);
});

test.each<[string, SourceFile[]]>([
  ['a text', [source('a.md', 'One!'), source('b.md', 'Two')]],
  ['a name', [source('a.md', 'One'), source('c.md', 'Two')]],
  ['where one ends', [source('a.md', 'OneT'), source('b.md', 'wo')]],
  ['a file more', [...BOOK, source('c.md', '')]],
])('another hash for %s', (_, sources) => {
  expect(hashOf(sources)).not.toBe(hashOf(BOOK));
});

test('a theme is told by name, never by path', () => {
  const of = (theme: string) =>
    new Map(originOf({ sources: BOOK, pictures: new Map(), version: '1', theme })).get(THEME);
  expect(of('modern')).toBe('modern');
  expect(of('/home/ann/themes/mine')).toBe('mine');
  expect(of('C:\\themes\\mine')).toBe('mine');
});
