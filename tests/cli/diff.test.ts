import { readFileSync } from 'node:fs';
import { place, type Place } from './octavo.js';

const FERRY =
  '# Dawn\n\nThe ferry left at dawn -- early.\n\n# Noon\n\nIt came back at noon, and nobody saw it.';

let here: Place;
beforeEach(() => {
  here = place();
  here.write({ 'manuscripts/ferry.md': FERRY });
  expect(here.run('build', '-o', 'first').code).toBe(0);
});
afterEach(() => {
  here.remove();
});

describe('octavo diff', () => {
  test('the manuscripts are what the ebook was built from', () => {
    const { code, out } = here.run('diff', 'first/ferry.epub', 'ferry', '--exit-code');
    expect([code, out]).toEqual([0, '# What changed in *Ferry*\n\nNothing changed.\n']);
  });

  test('tells what the manuscripts say now', () => {
    here.write({ 'manuscripts/ferry.md': FERRY.replace('nobody', 'everybody') });
    const { code, out } = here.run('diff', 'first/ferry.epub', 'ferry', '--exit-code');
    expect(code).toBe(1);
    expect(out).toContain('- It came back at noon, and ~~nobody~~ **everybody** saw it.');
  });

  test('--html writes a page, --json the facts', () => {
    here.write({ 'manuscripts/ferry.md': FERRY.replace('nobody', 'everybody') });
    expect(here.run('build', '-o', 'second').code).toBe(0);
    const editions = ['first/ferry.epub', 'second/ferry.epub'] as const;
    expect(here.run('diff', ...editions, '--html', 'changes.html').out).toBe(
      'changes.html: 1 passage, 1 word added, 1 removed\n',
    );
    expect(readFileSync(`${here.folder}/changes.html`, 'utf8')).toContain(
      '<del>nobody </del><ins>everybody </ins>',
    );
    expect(JSON.parse(here.run('diff', ...editions, '--json').out)).toMatchObject({
      passages: 1,
      words: { added: 1, removed: 1 },
    });
  });

  test('bad input is told, each with its file, and nothing is thrown', () => {
    here.write({ 'empty.epub': '', 'page.epub': '<html>' });
    const { code, err } = here.run('diff', 'empty.epub', 'page.epub');
    expect(code).toBe(1);
    expect(err).toMatch(/empty\.epub: error: .*\n.*\npage\.epub: error: /);
    expect(here.run('diff', 'gone.epub', 'ferry').code).toBe(2);
    expect(here.run('diff', 'first/ferry.epub', 'fery')).toMatchObject({ code: 1 });
    expect(here.run('diff', 'first/ferry.epub').code).toBe(2);
  });
});
