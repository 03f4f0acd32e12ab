// What the slow checks share: the compiled command, folders that go away, and the fixture books.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const FIXTURES = fileURLToPath(new URL('fixtures/manuscripts/', import.meta.url));
export const SAMPLES = join(ROOT, 'manuscripts');
export const BIN = join(ROOT, 'lib', 'bin.js');

/** Throws where the program is not compiled yet. */
export function demandCompiled() {
  if (!existsSync(BIN)) throw new Error('`lib/bin.js` is missing; run `npm run compile` first');
}

/**
 * Runs `use` with the path of a new folder, and takes the folder away after it.
 *
 * @template T
 * @param {(folder: string) => Promise<T>} use
 */
export async function inFolder(use) {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-slow-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Starts a command; `ended` tells its exit code, the signal that ended it, and what it said. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal, output });
    });
  });
  return { child, ended };
}

/** The themes that come with Octavo. */
export const THEMES = readdirSync(join(ROOT, 'templates', 'themes'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/**
 * Builds every book of a folder of manuscripts; the author's messages (exit 1) are no failure here.
 *
 * @param {string} manuscripts
 * @param {string} out
 * @param {string[]} flags more of the command's options
 * @returns {Promise<string[]>} paths of the ebooks
 * @throws where the build ends otherwise, or makes no book
 */
export async function build(manuscripts, out, ...flags) {
  demandCompiled();
  const args = [BIN, 'build', '--manuscripts', manuscripts, '--out', out, ...flags];
  const { code, output } = await start(process.execPath, args).ended;
  const books = await booksIn(out);
  if (code === null || code > 1 || books.length === 0) {
    throw new Error(`The build of \`${manuscripts}\` failed (exit ${code}):\n${output}`);
  }
  return books;
}

/** Paths of the EPUBs of a folder, by name. */
export async function booksIn(folder) {
  const names = existsSync(folder) ? await readdir(folder) : [];
  return names
    .filter((name) => name.endsWith('.epub'))
    .sort()
    .map((name) => join(folder, name));
}

/** SHA-256 of a file, hexadecimal. */
export const hashOf = async (file) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

/** A small generator of numbers from 0 to 1 that can be run again from its seed (mulberry32). */
export function randomFrom(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a process holds in memory, in MiB; nothing where the system does not tell. */
export async function memoryOf({ pid }) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmRSS:\s*(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
}

/** Once all that is kept between builds is there, memory may grow by no more than this share. */
const MOST_GROWTH = 0.2;

/**
 * Whether the memory of a process stays as it was after the first edits, `warm` of them: `edit` makes one, and is waited
 * for.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} edits
 * @param {(number: number) => Promise<void>} edit
 * @param {number} warm
 */
export async function steadiness(child, edits, edit, warm = 50) {
  let before;
  let most = 0;
  for (let number = 1; number <= edits; number += 1) {
    await edit(number);
    const held = await memoryOf(child);
    if (number === warm) before = held;
    if (number > warm) most = Math.max(most, held);
  }
  const end = await memoryOf(child);
  const told = `${before} MiB after ${warm} edits, ${end} MiB after ${edits}, ${most} MiB at most`;
  return { told, isSteady: before === undefined || end <= before * (1 + MOST_GROWTH) };
}

/** Prints a line a case, and a last line that counts them; any that failed makes the command fail. */
export function report(cases) {
  for (const { name, problem } of cases)
    console.log(problem ? `FAIL ${name}\n     ${problem}` : `ok   ${name}`);
  const failed = cases.filter(({ problem }) => problem).length;
  console.log(`${cases.length - failed} of ${cases.length} as expected`);
  if (failed > 0 || cases.length === 0) process.exitCode = 1;
}
