import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BIN, place, type Place } from './octavo.js';

const STORY = 'The Ferry\n\nThe ferry left at dawn, and nobody on the quay looked up.\n\n"Late," he said.\n';

let here: Place;
beforeEach(() => {
  here = place();
  here.write({ 'raw/ferry.txt': STORY });
});
afterEach(() => {
  here.remove();
});

describe('octavo import', () => {
  test.each(['stories', '{here}/stories'])('writes into %s', (into) => {
    const { code } = here.run('import', 'raw/ferry.txt', '--into', into.replace('{here}', here.folder));
    expect(code).toBe(0);
    expect(readFileSync(join(here.folder, 'stories/the-ferry.md'), 'utf8')).toContain('title: The Ferry');
  });

  test('decisions of a file are kept, and those of another text are refused', () => {
    const sha256 = createHash('sha256').update(STORY).digest('hex');
    const decisions = (text: string) =>
      JSON.stringify({ source: 'ferry.txt', sha256: text, lines: [{ line: 5, class: 'furniture' }] });
    here.write({ 'ferry.json': decisions(sha256), 'other.json': decisions('0'.repeat(64)) });
    const other = here.run('import', 'raw/ferry.txt', '--decisions', 'other.json');
    expect(other.code).toBe(1);
    expect(other.err).toContain(
      'other.json: error: These decisions are about another text of `ferry.txt` [import:other-text]',
    );
    expect(existsSync(here.path('manuscripts'))).toBe(false);
    expect(here.run('import', 'raw/ferry.txt', '--decisions', 'none.json').code).toBe(2);
    expect(here.run('import', 'raw/ferry.txt', '--decisions', 'ferry.json').code).toBe(0);
    const text = readFileSync(here.path('manuscripts/the-ferry.md'), 'utf8');
    expect(text).toContain('nobody on the quay');
    expect(text).not.toContain('Late');
    expect(readFileSync(here.path('manuscripts/the-ferry.import.json'), 'utf8')).toContain('Late');
  });

  test('`--html` writes the page alone, and over no file but its own', () => {
    const { code, out } = here.run('import', 'raw/ferry.txt', '--html');
    expect([code, out]).toEqual([0, 'ferry.import.html: 3 lines, 0 unsure\n']);
    expect(readdirSync(here.folder).sort()).toEqual(['ferry.import.html', 'raw']);
    expect(readFileSync(here.path('ferry.import.html'), 'utf8')).toContain(
      'octavo import --decisions raw/ferry.decisions.json raw/ferry.txt',
    );
    expect(here.run('import', 'raw/ferry.txt', '--html').code).toBe(0);
    here.write({ 'mine.html': '<p>Mine.</p>' });
    const { code: refused, err } = here.run('import', 'raw/ferry.txt', '--html', 'mine.html');
    expect(refused).toBe(1);
    expect(err).toContain('[import:exists]');
    expect(readFileSync(here.path('mine.html'), 'utf8')).toBe('<p>Mine.</p>');
    expect(here.run('import', '--html', 'raw/ferry.txt', 'raw/ferry.txt').code).toBe(2);
    expect(here.run('import', '--html', 'a.html', 'raw/ferry.txt', 'raw/ferry.txt').code).toBe(2);
  });

  test('what was imported builds', () => {
    expect(here.run('import', 'raw/ferry.txt').code).toBe(0);
    expect(here.run('build').code).toBe(0);
    expect(existsSync(join(here.folder, 'dist/the-ferry.epub'))).toBe(true);
  });

  test('a dry run writes nothing', () => {
    const { code, out, err } = here.run('import', '--dry-run', 'raw/ferry.txt');
    expect([code, err]).toEqual([0, 'Nothing was written.\n']);
    expect(out).toContain('manuscripts/the-ferry.md: The Ferry, from raw/ferry.txt');
    expect(readdirSync(here.folder)).toEqual(['raw']);
  });

  test('a file that cannot be read is told, and the others are imported', () => {
    mkdirSync(here.path('raw/folder'));
    const { code, err } = here.run('import', 'raw/folder', 'raw/none.txt', 'raw/ferry.txt');
    expect(code).toBe(1);
    expect(err).toContain('raw/folder: error: This is a folder, not a file [import:not-a-file]');
    expect(err).toContain('raw/none.txt: error: No such file (ENOENT)');
    expect(existsSync(here.path('manuscripts/the-ferry.md'))).toBe(true);
  });

  test('a file without permission is told', () => {
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const other = place({}, user);
    try {
      other.write({ 'ferry.txt': STORY });
      chmodSync(other.path('ferry.txt'), 0o000);
      chmodSync(other.folder, 0o777);
      const { code, err } = other.run('import', 'ferry.txt');
      expect(code).toBe(1);
      expect(err).toContain('ferry.txt: error: Could not read this file (EACCES)');
    } finally {
      other.remove();
    }
  });

  test('stories of one title are files of their own, long titles too', () => {
    const title = 'The Ferry That Went Out and Never Came Back '.repeat(8).trim();
    here.write({
      'raw/again.txt': STORY.replace('dawn', 'noon'),
      'raw/long.txt': `Title: ${title}\n\nThe sea went out.\n`,
    });
    const { code, err } = here.run('import', 'raw/ferry.txt', 'raw/again.txt', 'raw/long.txt');
    expect(code).toBe(0);
    expect(err).toContain('[import:same-title]');
    const names = readdirSync(here.path('manuscripts')).filter((name) => name.endsWith('.md'));
    expect(names).toHaveLength(3);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThan(200);
  });

  test('a folder that is a file is told in a line, and stays', () => {
    writeFileSync(here.path('manuscripts'), 'mine');
    const { code, err } = here.run('import', 'raw/ferry.txt');
    expect(code).toBe(2);
    expect(err).toMatch(/^octavo: .*(EEXIST|ENOTDIR).*\n  Name a folder.*\n$/);
    expect(readFileSync(here.path('manuscripts'), 'utf8')).toBe('mine');
  });

  test('a file of more stories than a system lets open at once is written, and written again', () => {
    const story = (_: unknown, index: number) =>
      `The Ferry ${String(index)}\nby Mary Reed\n\nThe ferry left at dawn.\n\n\n`;
    here.write({ 'raw/all.txt': Array.from({ length: 300 }, story).join('') });
    const command = `ulimit -n 256; "${process.execPath}" "${BIN}" import raw/all.txt --quiet`;
    for (const round of ['written', 'unchanged']) {
      const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: here.folder, encoding: 'utf8' });
      expect([round, status, stderr]).toEqual([round, 0, '']);
    }
    const made = readdirSync(here.path('manuscripts')).filter((name) => name.endsWith('.md'));
    expect(made).toHaveLength(300);
  });

  test('a book that was built comes back with every letter of its stories', () => {
    cpSync('manuscripts/time-and-a-half', here.path('manuscripts/time-and-a-half'), { recursive: true });
    expect(here.run('build', 'time-and-a-half').code).toBe(0);
    const { err } = here.run('import', 'dist/time-and-a-half.epub', '--into', 'again');
    expect(err).not.toContain('import:letters');
    const [name = ''] = readdirSync(here.path('again')).filter((file) => file.endsWith('.md'));
    const again = letters(readFileSync(here.path('again', name), 'utf8'));
    const stories = readdirSync('manuscripts/time-and-a-half').filter((file) => /^\d/.test(file));
    expect(stories).toHaveLength(5);
    const lines = stories.flatMap((file) => {
      const text = readFileSync(`manuscripts/time-and-a-half/${file}`, 'utf8');
      return text.replace(/^---\n[^]*?\n---\n/, '').split('\n');
    });
    // A picture that is no photograph is told, and stays behind.
    const told = lines.filter((line) => !line.includes('![') && !line.startsWith(':::'));
    expect(told.filter((line) => !again.includes(letters(line)))).toEqual([]);
  });
});

/** The letters and digits of Markdown, without the marks of its notes, which are numbered anew. */
const letters = (markdown: string): string =>
  markdown.replaceAll(/\[\^[^\]]*\]/g, '').replaceAll(/[^\p{L}\p{N}]/gu, '');

test('`-` reads what is piped or pasted', () => {
  const { status, stderr } = spawnSync(process.execPath, [BIN, 'import', '-'], {
    cwd: here.folder,
    encoding: 'utf8',
    input: 'Gone\n\nBy Ann Lee\n\nThe ferry left at dawn.\n\nNobody looked up to see it go.\n',
  });
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('Paste the story')]);
  const [name = ''] = readdirSync(here.path('manuscripts')).filter((file) => file.endsWith('.md'));
  expect(readFileSync(here.path('manuscripts', name), 'utf8')).toContain('The ferry left at dawn.');
});
