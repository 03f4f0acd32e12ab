/** Serials: the same story imported again when its source has grown. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { BIN, place, type Place } from './octavo.js';

const CHAPTERS = [
  [
    'The Kiln',
    'The kiln had been cold since the second frost, and the village ate from wooden bowls.',
    '"You could light it," said the boy, who wanted to see it done before he went.',
  ],
  [
    'A Cold Winter',
    'The dog knocked the lamp into the straw, and nobody could say whose dog it was.',
    'All that winter they ate from plates again, and nobody complained of it.',
  ],
  [
    'Spring',
    'It was only in March that somebody asked where the clay had come from.',
    'Nobody had dug in the bank below the mill, where it was red and heavy.',
  ],
] as const;

const asText = (count: number): string =>
  `The Tide Mill\nby Mary Reed\n\n${CHAPTERS.slice(0, count)
    .map(([heading, ...paragraphs], at) =>
      [`Chapter ${String(at + 1)}: ${heading}`, ...paragraphs].join('\n\n'),
    )
    .join('\n\n')}\n`;
const asHtml = (count: number): string =>
  `<!doctype html><html><head><title>The Tide Mill</title></head><body><article><h1>The Tide Mill</h1>${CHAPTERS.slice(
    0,
    count,
  )
    .map(
      ([heading, ...paragraphs], at) =>
        `<h2>Chapter ${String(at + 1)}: ${heading}</h2>${paragraphs.map((one) => `<p>${one}</p>`).join('\n')}`,
    )
    .join('\n')}</article></body></html>`;

let here: Place;
const mill = 'manuscripts/the-tide-mill.md';
const sidecar = 'manuscripts/the-tide-mill.import.json';
const read = (path: string) => readFileSync(here.path(path), 'utf8');
const edit = (path: string, from: string, to: string) => {
  expect(read(path)).toContain(from);
  writeFileSync(here.path(path), read(path).replace(from, to));
};
beforeEach(() => {
  here = place();
});
afterEach(() => {
  here.remove();
});

describe('octavo import --update', () => {
  test('a text that has grown: told, shown without being written, written, and then nothing new', () => {
    here.write({ 'mill.txt': asText(2) });
    expect(here.run('import', 'mill.txt').code).toBe(0);
    edit(mill, 'whose dog it was', 'whose dog that was');
    here.write({ 'mill.txt': asText(3).replace('second frost', 'first frost') });
    const before = read(mill);
    const dry = here.run('import', '--update', '--dry-run', 'mill.txt');
    expect([dry.code, dry.err, read(mill)]).toEqual([0, 'Nothing was written.\n', before]);
    const { code, out, err } = here.run('import', '--update', 'mill.txt');
    expect([code, out]).toEqual([0, dry.out]);
    expect(out).toBe(
      `${mill}: The Tide Mill, from mill.txt\n  new: Chapter 3: Spring (line 18)\n  changed: Chapter 1: The Kiln, 1 paragraph\n`,
    );
    expect(err).toBe('1 manuscript brought up to date, 0 unchanged.\n');
    expect(read(mill)).toContain('first frost');
    expect(read(mill)).toContain('whose dog that was');
    expect(read(mill).split('\n')[17]).toBe('# Chapter 3: Spring');
    const again = here.run('import', '--update', 'mill.txt');
    expect(again.out).toContain('  nothing new\n');
    expect(again.err).toBe('0 manuscripts brought up to date, 1 unchanged.\n');
  });

  test('a page that has grown', () => {
    here.write({ 'mill.html': asHtml(2) });
    expect(here.run('import', 'mill.html').code).toBe(0);
    edit(mill, 'wooden bowls', 'bowls of wood');
    here.write({ 'mill.html': asHtml(3) });
    const { code, out } = here.run('import', '--update', 'mill.html', '--json');
    expect(code).toBe(0);
    const { updates } = JSON.parse(out) as { updates: { added: { heading: string }[]; files: unknown }[] };
    expect(updates.map(({ added }) => added.map(({ heading }) => heading))).toEqual([['Chapter 3: Spring']]);
    expect(read(mill)).toContain('bowls of wood');
    expect(read(mill)).toContain('where it was red and heavy');
  });

  test('an ebook that has grown, with line ends of another system in the manuscript', () => {
    const made = (count: number) => {
      const chapters = CHAPTERS.slice(0, count).map(([heading, ...texts]) =>
        [`# ${heading}`, ...texts].join('\n\n'),
      );
      here.write({
        'source/mill.md': `---\ntitle: The Tide Mill\nauthor: Mary Reed\ncover: false\nfonts: false\n---\n\n${chapters.join('\n\n')}\n`,
      });
      expect(here.run('build', 'source/mill.md', '--out', '.').code).toBe(0);
    };
    made(2);
    expect(here.run('import', 'mill.epub').code).toBe(0);
    writeFileSync(
      here.path(mill),
      `\uFEFF${read(mill).replace('knocked', 'threw').replaceAll('\n', '\r\n')}`,
    );
    made(3);
    expect(here.run('import', '--update', 'mill.epub').out).toContain('  new: Spring (line ');
    const text = read(mill);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(/[^\r]\n/.test(text)).toBe(false);
    expect(text).toContain('threw the lamp');
    expect(text).toContain('# Spring\r\n');
  });

  test('both changed the same: the message has the place, and the manuscript builds', () => {
    here.write({ 'mill.txt': asText(2) });
    here.run('import', 'mill.txt');
    edit(mill, 'All that winter', 'The whole winter');
    here.write({ 'mill.txt': asText(2).replace('All that winter', 'Until the thaw') });
    const { code, err } = here.run('import', '--update', 'mill.txt');
    expect(code).toBe(0);
    const line = read(mill).split('\n').indexOf('<!-- The source has this now:') + 1;
    expect(err).toContain(
      `${mill}:${String(line)}:1: warning: You and the source both changed this; yours stays`,
    );
    const built = here.run('build', mill, '--to', 'mdast');
    expect(built.code).toBe(0);
    expect(here.run('import', '--update', 'mill.txt').err).toBe(
      '0 manuscripts brought up to date, 1 unchanged.\n',
    );
  });

  test('another story, a story that was never imported, and a manuscript that is gone are refused', () => {
    here.write({
      'mill.txt': asText(2),
      'new.txt': 'A New One\n\nThe road went on as far as the inn, and there it stopped.\n',
    });
    here.run('import', 'mill.txt');
    const before = read(mill);
    here.write({
      'mill.txt': 'The Tide Mill\n\nThis is about a ferry, and about the people who were never on it.\n',
    });
    const other = here.run('import', '--update', 'mill.txt');
    expect([other.code, read(mill)]).toEqual([1, before]);
    expect(other.err).toContain(`mill.txt: error: This is not the story in \`${mill}\` [import:other-story]`);
    const none = here.run('import', '--update', 'new.txt');
    expect(none.code).toBe(1);
    expect(none.err).toContain('[import:no-import]');
    rmSync(here.path(mill));
    here.write({ 'mill.txt': asText(3) });
    const gone = here.run('import', '--update', 'mill.txt');
    expect(gone.code).toBe(1);
    expect(gone.err).toContain('[import:no-manuscript]');
    expect(existsSync(here.path(mill))).toBe(false);
  });

  test('a manuscript that is its own source, and a sidecar that cannot be read, are refused', () => {
    here.write({ 'mill.txt': asText(2) });
    here.run('import', 'mill.txt');
    const before = read(mill);
    const itself = here.run('import', '--update', mill);
    expect([itself.code, read(mill)]).toEqual([1, before]);
    expect(itself.err).toContain('[import:itself]');
    const whole = read(sidecar);
    here.write({ [sidecar]: `<<<<<<< mine\n${whole}` });
    here.write({ 'mill.txt': asText(3) });
    const spoilt = here.run('import', '--update', 'mill.txt');
    expect([spoilt.code, read(mill)]).toEqual([1, before]);
    expect(spoilt.err).toContain('[import:sidecar]');
    // Of another story's sidecar it is no matter.
    here.write({ [sidecar]: whole, 'manuscripts/other.import.json': '{}' });
    expect(here.run('import', '--update', '--dry-run', 'mill.txt').code).toBe(0);
  });

  test.each([
    ['without a sidecar', () => rmSync(here.path(sidecar))],
    [
      'with a sidecar of an older version',
      () => {
        const older = JSON.parse(read(sidecar)) as Record<string, unknown>;
        delete older['text'];
        here.write({ [sidecar]: JSON.stringify(older) });
      },
    ],
  ])('%s, new chapters come in, and the next update knows more', (_, spoil) => {
    here.write({ 'mill.txt': asText(2) });
    here.run('import', 'mill.txt');
    spoil();
    edit(mill, 'second frost', 'last frost');
    here.write({ 'mill.txt': asText(3).replace('wooden bowls', 'tin bowls') });
    const { code, err } = here.run('import', '--update', 'mill.txt');
    expect(code).toBe(0);
    expect(err).toContain('[import:no-base]');
    expect(read(mill)).toContain('last frost, and the village ate from wooden bowls');
    expect(read(mill)).toContain('# Chapter 3: Spring');
    here.write({
      'mill.txt': asText(3).replace('wooden bowls', 'tin bowls').replace('it was red', 'it was blue'),
    });
    expect(here.run('import', '--update', 'mill.txt').err).not.toContain('[import:no-base]');
    expect(read(mill)).toContain('it was blue');
  });

  test('what was said of a line is known again, and a line that was brought back stays', () => {
    const text = asText(2).replace('\n\n"You', '\n\nBowls by Ann\n\n"You');
    const sha256 = createHash('sha256').update(text).digest('hex');
    const line = text.split('\n').indexOf('Bowls by Ann') + 1;
    here.write({
      'mill.txt': text,
      'd.json': JSON.stringify({ sha256, lines: [{ line, class: 'furniture' }] }),
    });
    expect(here.run('import', 'mill.txt', '--decisions', 'd.json').code).toBe(0);
    expect(read(mill)).not.toContain('Bowls by Ann');
    expect(here.run('import', '--restore', sidecar, '--line', '2').code).toBe(0);
    here.write({ 'mill.txt': `\n${asText(3).replace('\n\n"You', '\n\nBowls by Ann\n\n"You')}` });
    expect(here.run('import', '--update', 'mill.txt').code).toBe(0);
    expect(read(mill)).not.toContain('Bowls by Ann');
    expect(read(mill)).toContain('by Mary Reed');
    expect(read(sidecar)).toContain('Bowls by Ann');
    const { lines } = JSON.parse(read(sidecar)) as { lines: { text: string }[] };
    expect(lines.map((one) => one.text)).not.toContain('by Mary Reed');
  });

  test('a run that ended between the manuscript and its sidecar is made good by the next', () => {
    here.write({ 'mill.txt': asText(2) });
    here.run('import', 'mill.txt');
    edit(mill, 'second frost', 'last frost');
    const older = read(sidecar);
    here.write({ 'mill.txt': asText(3) });
    here.run('import', '--update', 'mill.txt');
    const [text, newer] = [read(mill), read(sidecar)];
    here.write({ [sidecar]: older });
    expect(here.run('import', '--update', 'mill.txt').out).toContain('nothing new');
    expect([read(mill), read(sidecar)]).toEqual([text, newer]);
  });

  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux('a full disk leaves the manuscript and its sidecar as they were', () => {
    here.write({ 'mill.txt': asText(2) });
    here.run('import', 'mill.txt');
    const [text, older] = [read(mill), read(sidecar)];
    here.write({ 'mill.txt': asText(3) + '\nIt rained, and she waited at the quay. \n'.repeat(2000) });
    const limited = ['-c', 'trap \'\' XFSZ; ulimit -f 16; exec "$@"', 'bash', process.execPath, BIN];
    const { status, stderr } = spawnSync('bash', [...limited, 'import', '--update', 'mill.txt'], {
      cwd: here.folder,
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('[files:limit]');
    expect([read(mill), read(sidecar)]).toEqual([text, older]);
    expect(readdirSync(here.path('manuscripts')).sort()).toEqual([
      'the-tide-mill.import.json',
      'the-tide-mill.md',
    ]);
  });

  test('a book of several stories', () => {
    here.write({
      'a.txt': asText(2),
      'b.txt': 'A New One\n\nThe road went on as far as the inn, and there it stopped.\n',
    });
    expect(here.run('import', 'a.txt', 'b.txt', '--book', 'One Shots').code).toBe(0);
    here.write({ 'a.txt': asText(3) });
    const { code, out } = here.run('import', '--update', 'a.txt', '--book', 'One Shots');
    expect(code).toBe(0);
    expect(out).toContain(
      'manuscripts/one-shots/01-the-tide-mill.md: The Tide Mill, from a.txt\n  new: Chapter 3',
    );
    expect(read('manuscripts/one-shots/01-the-tide-mill.md')).toContain('## Chapter 3: Spring');
  });
});
