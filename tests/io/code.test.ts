/** Scripts that run from what V8 made of them before: the same result, whatever became of that. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openCode } from '../../src/io/code.js';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 0, 1);
let folder: string;
let cache: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-code-'));
  cache = join(folder, 'cache');
  mkdirSync(join(folder, 'lib', 'command'), { recursive: true });
  script(
    'one.js',
    'exports.tide = () => require("./two.js").tide; exports.later = () => octavoImport("./two.js");',
  );
  script(
    'two.js',
    'exports.tide = "in"; exports.marks = /[”’]/.test("’"); exports.url = octavoUrl; exports.own = require("./beside.cjs");',
  );
  writeFileSync(join(folder, 'lib', 'beside.cjs'), 'module.exports = "beside";');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const script = (name: string, text: string): void => {
  writeFileSync(join(folder, 'lib', 'command', name), text);
};
const open = (hash = 'h', start = 'build', now = NOW) =>
  openCode({ folder: pathToFileURL(join(folder, 'lib', 'command/')), hash, start, now, cache });
interface One {
  tide: () => string;
  later: () => Promise<{ tide: string; marks: boolean; url: string; own: string }>;
}
const one = (code = open()): One => code.load('one.js') as One;
const kept = (): string[] => readdirSync(cache).sort();
const file = (): string => join(cache, 'code-build-h.bin');
/** Runs the scripts, and keeps what was compiled, as of a time. */
const keepAt = (now = NOW): void => {
  const code = open('h', 'build', now);
  expect(one(code).tide()).toBe('in');
  code.keep();
  utimesSync(file(), NOW / 1000, NOW / 1000);
};

test('scripts find each other, and files as if they lay one folder up', async () => {
  const { tide, marks, url, own } = await one().later();
  expect({ tide, marks, own }).toEqual({ tide: 'in', marks: true, own: 'beside' });
  expect(url).toBe(pathToFileURL(join(folder, 'lib', 'two.js')).href);
});

test('what was compiled is kept, in a file that the user alone can read, and used again', () => {
  keepAt();
  expect(kept()).toEqual(['code-build-h.bin']);
  const before = readFileSync(file());
  expect(one().tide()).toBe('in');
  open().keep();
  expect(readFileSync(file())).toEqual(before);
});

test('other scripts of the same length are not run from it', () => {
  keepAt();
  script('two.js', readFileSync(join(folder, 'lib/command/two.js'), 'utf8').replace('"in"', '"up"'));
  expect(one(open('other')).tide()).toBe('up');
});

test.each([
  [
    'a byte is another',
    (bytes: Buffer) =>
      bytes.fill(bytes.readUInt8(bytes.length >> 1) ^ 0x55, bytes.length >> 1, (bytes.length >> 1) + 1),
  ],
  ['half of it is there', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
  ['nothing of it is there', () => Buffer.alloc(0)],
  ['another program wrote it', () => Buffer.from('not what it seems, but long enough')],
])('the scripts are compiled, and kept anew, where %s', (_, damage) => {
  keepAt();
  const whole = readFileSync(file());
  const damaged = damage(Buffer.from(whole));
  expect(damaged).not.toEqual(whole);
  writeFileSync(file(), damaged);
  const code = open();
  expect(one(code).tide()).toBe('in');
  code.keep();
  expect(readFileSync(file())).not.toEqual(damaged);
});

test('after a day it is made anew, with what was called since', () => {
  const first = open();
  first.load('two.js');
  first.keep();
  utimesSync(file(), NOW / 1000, NOW / 1000);
  const { length } = readFileSync(file());
  keepAt(NOW + DAY / 2);
  expect(readFileSync(file())).toHaveLength(length);
  keepAt(NOW + 2 * DAY);
  expect(readFileSync(file()).length).toBeGreaterThan(length);
});

test('of many, the oldest are removed', () => {
  for (let index = 0; index < 20; index += 1) {
    const code = open(`h${String(index)}`);
    code.load('two.js');
    code.keep();
    utimesSync(join(cache, `code-build-h${String(index)}.bin`), NOW / 1000 + index, NOW / 1000 + index);
  }
  writeFileSync(join(cache, 'built-1.json'), '[]');
  open('last').keep();
  expect(kept()).toContain('built-1.json');
  expect(kept()).toContain('code-build-last.bin');
  expect(kept()).not.toContain('code-build-h0.bin');
  // A quarter is removed at once, and the other file is left.
  expect(kept().length).toBeGreaterThan(9);
  expect(kept().length).toBeLessThan(14);
});

test('a folder that cannot be written, and none, keep nothing and stop nothing', () => {
  writeFileSync(cache, 'a file');
  const code = open();
  expect(one(code).tide()).toBe('in');
  code.keep();
  rmSync(cache);
  mkdirSync(cache);
  chmodSync(cache, 0o500);
  keepless();
});

function keepless(): void {
  const code = openCode({
    folder: pathToFileURL(join(folder, 'lib', 'command/')),
    hash: 'h',
    start: 'build',
    now: NOW,
    cache: undefined,
  });
  expect(one(code).tide()).toBe('in');
  code.keep();
  expect(kept()).toEqual([]);
}
