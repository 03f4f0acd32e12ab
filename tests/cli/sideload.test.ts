/** Always with `--to` or `--list`: whoever runs the tests may have an e-reader of their own on the cable. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { place, type Place } from './octavo.js';

let here: Place;
beforeEach(() => {
  here = place();
  here.write({
    'manuscripts/ferry.md': '---\ntitle: The Ferry\nauthor: Ann Lee\n---\n\n# One\n\n"Rain," she said.',
    'manuscripts/tide/01.md': '# One\n\nThe tide.',
    'KOBOeReader/.kobo/version': 'N867,4.9.77,4.38.23171,4.9.77,4.9.77,00000000-0000-0000-0000-000000000388',
  });
});
afterEach(() => {
  here.remove();
});

/** Everything that is there, and when it was written. */
const snapshot = () =>
  readdirSync(here.folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => [name, statSync(here.path(name)).mtimeMs]);

test('a book is built, copied, left alone, replaced', () => {
  const run = (...more: string[]) => here.run('sideload', 'ferry', '--to', 'KOBOeReader', ...more);
  const before = snapshot();
  const dry = run('--dry-run');
  expect(dry.code).toBe(0);
  expect(dry.out).toContain('would be copied');
  expect(snapshot()).toEqual(before);

  const first = run();
  expect(first.code).toBe(0);
  expect(first.out).toMatch(
    /^Kobo at .*KOBOeReader, firmware 4\.38\.23171\n.*ferry\.kepub\.epub {2}The Ferry: copied, \d+ kB\n$/,
  );
  expect(first.err).toContain('Eject the Kobo before you pull the cable.');
  expect(readFileSync(here.path('KOBOeReader/ferry.kepub.epub'))).toEqual(
    readFileSync(here.path('dist/ferry.kepub.epub')),
  );

  expect(run().out).toContain('there already');
  here.write({
    'manuscripts/ferry.md': '---\ntitle: The Ferry\nauthor: Ann Lee\n---\n\n# One\n\nMore rain.',
  });
  const changed = run();
  expect(changed.code).toBe(0);
  expect(changed.out).toContain('replaced');
  expect(changed.err).toContain('[sideload:position-lost]');
  expect(readdirSync(here.path('KOBOeReader')).sort()).toEqual(['.kobo', 'ferry.kepub.epub']);
});

test('every book where none is named; a finished EPUB beside them; JSON', () => {
  here.write({ 'sync/.keep': '' });
  const { code, out } = here.run('sideload', '--to', 'sync', '--json');
  expect(code).toBe(0);
  const report = JSON.parse(out) as { device: null; books: { outcome: string; file: string }[] };
  expect(report.device).toBeNull();
  expect(report.books.map(({ outcome }) => outcome)).toEqual(['new', 'new']);
  const again = here.run(
    'sideload',
    'dist/tide.epub',
    'dist/ferry.epub',
    'ferry',
    'dist/tide.epub',
    '--to',
    'sync',
  );
  expect(again.out.match(/there already/g)).toHaveLength(2);
});

test('exit codes: a book that is none, a device that is not there, a format that it does not take', () => {
  here.write({ 'some.epub': '%PDF-1.7' });
  const run = (...args: string[]) => {
    const { code, err } = here.run('sideload', ...args);
    return [code, /\[([\w:-]+)\]/.exec(err)?.[1]];
  };
  expect(run('some.epub', '--to', 'KOBOeReader')).toEqual([1, 'sideload:not-an-epub']);
  expect(run('none', '--to', 'KOBOeReader')).toEqual([2, 'files:unknown-book']);
  expect(run('ferry', '--to', 'nowhere')).toEqual([2, 'device:no-folder']);
  expect(run('ferry', '--to', 'KOBOeReader', '--device', 'sony')).toEqual([2, 'device:unknown']);
  expect(run('ferry', '--to', 'KOBOeReader', '--format', 'azw3')).toEqual([2, 'device:other-format']);
  expect(run('ferry', '--to', 'KOBOeReader', '--eject')).toEqual([2, 'device:not-ejected']);
});

test('a Kindle without calibre: the ways out, and nothing built for nothing', () => {
  const bare = place({ PATH: '' });
  bare.write({
    'manuscripts/ferry.md': 'Rain.',
    'Kindle/documents/notes': '',
    'Kindle/system/version.txt': '',
  });
  const { code, out, err } = bare.run('sideload', '--to', 'Kindle');
  expect([code, out]).toEqual([2, expect.stringContaining('Kindle at')]);
  expect(err).toContain('[device:no-converter]');
  expect(err).toContain('octavo send');
  expect(readdirSync(bare.folder)).not.toContain('dist');
  bare.remove();
});

test('the list is for people and for machines', () => {
  const { code, out } = here.run('sideload', '--list', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    devices: expect.any(Array) as unknown,
    withoutDrive: expect.any(Array) as unknown,
  });
});
