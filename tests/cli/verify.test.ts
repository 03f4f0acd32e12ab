import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { place, type Place } from './octavo.js';

const FERRY =
  '# Dawn\n\nThe ferry left at dawn -- early.\n\n# Noon\n\nIt came back at noon, and nobody saw it.';

let here: Place;
beforeEach(() => {
  here = place();
  here.write({ 'manuscripts/ferry.md': FERRY, 'manuscripts/ferry-two.md': FERRY });
});
afterEach(() => {
  here.remove();
});

describe('octavo verify', () => {
  test('an untouched file is identical, whatever theme and time it was built with', () => {
    expect(here.run('build', 'ferry', '-o', 'a').code).toBe(0);
    expect(here.run('verify', 'a/ferry.epub')).toMatchObject({
      code: 0,
      out: 'a/ferry.epub: identical to what manuscripts/ferry.md gives\n',
    });
    expect(here.run('build', 'ferry', '-o', 'b', '--theme', 'modern').code).toBe(0);
    expect(here.run('verify', 'b/ferry.epub').code).toBe(0);
  });

  test('names the entry of a changed byte', () => {
    expect(here.run('build', 'ferry', '-o', 'a').code).toBe(0);
    const bytes = readFileSync(join(here.folder, 'a/ferry.epub'));
    const at = bytes.indexOf('OEBPS/text/noon.xhtml') + 60;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(join(here.folder, 'a/ferry-1.0.epub'), bytes);
    const { code, out, err } = here.run('verify', 'a/ferry-1.0.epub');
    expect([code, out]).toEqual([
      1,
      'a/ferry-1.0.epub: 1 difference from what manuscripts/ferry.md gives\n  OEBPS/text/noon.xhtml is damaged\n',
    ]);
    expect(err).toContain('The manuscripts are the ones that the book was built from');
  });

  test('says where the manuscripts went on', () => {
    expect(here.run('build', 'ferry', '-o', 'a').code).toBe(0);
    here.write({ 'manuscripts/ferry.md': FERRY.replace('nobody', 'everybody') });
    const { code, out, err } = here.run('verify', 'a/ferry.epub');
    expect(code).toBe(1);
    expect(out).toMatch(
      /OEBPS\/text\/noon\.xhtml differs.*\n {4}line \d+ reads .*nobody.*\n {4}expected .*everybo/,
    );
    expect(err).toContain('The manuscripts are not the ones');
    const json = JSON.parse(here.run('verify', 'a/ferry.epub', '--json').out) as Record<string, unknown>;
    expect(json).toMatchObject({ identical: false, book: 'manuscripts/ferry.md' });
  });

  test('a book that was packed anew is told from one that was changed', () => {
    here.write({ 'manuscripts/ferry.md': `---\ncover: false\nfonts: false\n---\n\n${FERRY}` });
    expect(here.run('build', 'ferry', '-o', 'a').code).toBe(0);
    const files = unzipSync(readFileSync(here.path('a/ferry.epub')));
    const { mimetype, ...others } = files;
    const reversed = Object.fromEntries(Object.entries(others).reverse());
    const stored = [mimetype as Uint8Array, { level: 0 }] as [Uint8Array, { level: 0 }];
    here.write({ 'a/ferry-1.epub': zipSync({ mimetype: stored, ...reversed }) });
    const { code, out, err } = here.run('verify', 'a/ferry-1.epub');
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain(
      'a/ferry-1.epub: another archive, with every file as manuscripts/ferry.md gives it\n',
    );
    expect(JSON.parse(here.run('verify', 'a/ferry-1.epub', '--json').out)).toMatchObject({
      identical: false,
      sameContent: true,
    });
  });

  test('a theme that changed, or is gone, is told as that', () => {
    here.write({ 'manuscripts/ferry.md': `---\ncover: false\nfonts: false\ntheme: own\n---\n\n${FERRY}` });
    here.write({ 'themes/own/theme.css': 'p { margin: 0 }' });
    expect(here.run('build', 'ferry', '-o', 'a').code).toBe(0);
    here.write({ 'themes/own/theme.css': 'p { margin: 1em }' });
    const changed = here.run('verify', 'a/ferry.epub');
    expect([changed.code, changed.err]).toEqual([1, expect.stringContaining('[verify:theme]') as string]);
    rmSync(here.path('themes/own'), { recursive: true });
    const gone = here.run('verify', 'a/ferry.epub');
    expect([gone.code, gone.err]).toEqual([1, expect.stringContaining('theme `own`') as string]);
  });

  test('a book of nobody’s making, no book, and a book that is not here', () => {
    here.write({ 'empty.epub': '' });
    expect(here.run('verify', 'empty.epub').code).toBe(1);
    expect(here.run('verify', 'gone.epub').code).toBe(2);
    expect(here.run('build', 'ferry', '-o', 'a').code).toBe(0);
    expect(here.run('verify', 'a/ferry.epub', 'fery').code).toBe(2);
  });
});
