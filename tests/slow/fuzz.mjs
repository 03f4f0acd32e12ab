// Books and sources that nobody would write, as many as the time allows: no throw, no invalid book, none slow, no text
// lost. A case follows from the seed and its number, so that each can be run again; what fails is made small and printed.
//
// node tests/slow/fuzz.mjs [books|import] [--seconds N] [--count N] [--seed N] [--from N] [--judge SHARE] [--prove SHARE]
//   [--examples FOLDER] [--keep FOLDER]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { bookTrial } from './fuzz/book-trial.mjs';
import { importTrial } from './fuzz/import-trial.mjs';
import { shrunk } from './fuzz/shrink.mjs';
import { inFolder, ROOT } from './octavo.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    count: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: '20261128' },
    from: { type: 'string', default: '0' },
    judge: { type: 'string', default: '0' },
    prove: { type: 'string', default: '0.3' },
    examples: { type: 'string' },
    keep: { type: 'string' },
    shrink: { type: 'string', default: '300' },
  },
});
const TRIALS = { books: bookTrial, import: importTrial };

/** Seconds of the processor that a case may take, and bytes that all may hold. */
const SLOW = 2;
const LARGE = 500 * 1024 ** 2;
/** Faults of one kind that are made small and printed. */
const MOST_OF_A_KIND = 2;

/** The stages, compiled to where their templates and packages are found. */
async function subject() {
  const folder = join(ROOT, 'lib', `fuzz-${process.pid}`);
  const outfile = join(folder, 'subject.mjs');
  await build({
    entryPoints: [join(ROOT, 'tests/slow/fuzz/subject.ts')],
    absWorkingDir: ROOT,
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
    sourcemap: 'inline',
  });
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return import(pathToFileURL(outfile).href);
}

/** What kind a fault is: its words without what belongs to the case alone. */
const kindOf = (fault) =>
  fault
    .replaceAll(/`[^`]*`|"[^"]*"|\d+|text\/[\w.-]+|#\S+/g, '·')
    .split('\n')[0]
    .slice(0, 160);

const printed = (text) =>
  JSON.stringify(text).replaceAll(
    /[\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

await inFolder(async (folder) => {
  const [what = 'books'] = positionals;
  const [seed, count] = [Number(values.seed), Number(values.count)];
  const trial = await TRIALS[what](await subject(), folder, {
    judge: Number(values.judge),
    prove: Number(values.prove),
    more: values.examples,
    seed,
  });
  const end = performance.now() + Number(values.seconds) * 1000;
  const kinds = new Map();
  let index = Number(values.from);
  const first = index;
  let [slowest, largest] = [0, 0];
  /** Prints the faults of a case, made small. */
  async function tell(made, number, faults) {
    for (const fault of faults) {
      const kind = kindOf(fault);
      const seen = (kinds.get(kind) ?? 0) + 1;
      kinds.set(kind, seen);
      if (seen > MOST_OF_A_KIND) continue;
      const isBad = async (files) =>
        (await trial.again(made, files, fault)).some((other) => kindOf(other) === kind);
      const small = kind.startsWith('slow')
        ? trial.files(made)
        : await shrunk(trial.files(made), isBad, Number(values.shrink));
      console.log(
        `FAIL ${what} --seed ${seed} --from ${number} --count 1\n     ${fault.split('\n').slice(0, 6).join('\n     ')}`,
      );
      for (const [name, text] of small) console.log(`     ${name}: ${printed(text).slice(0, 2000)}`);
      if (values.keep) {
        const to = join(values.keep, String(number));
        mkdirSync(to, { recursive: true });
        for (const [name, text] of small) writeFileSync(join(to, name.replaceAll('/', '_')), text);
      }
    }
  }
  const began = performance.now();
  for (; index - first < count && performance.now() < end; index += 1) {
    const made = trial.make(seed, index);
    const before = process.cpuUsage();
    let faults = await trial.faults(made, index);
    const seconds = process.cpuUsage(before).user / 1e6;
    if (seconds > slowest) slowest = seconds;
    // The first case loads what all need.
    if (seconds > SLOW && index > first) faults = [...faults, `slow: more than ${SLOW} s`];
    const { rss } = process.memoryUsage();
    largest = Math.max(largest, rss);
    await tell(made, index, faults);
    for (const late of await trial.late()) await tell(...late);
    if (index % 5000 === 4999)
      console.log(
        `… ${index + 1 - first} cases, ${[...kinds.values()].reduce((a, b) => a + b, 0)} faults, ${trial.said()}`,
      );
  }
  for (const late of await trial.late(true)) await tell(...late);
  await trial.close();
  const total = [...kinds.values()].reduce((sum, one) => sum + one, 0);
  for (const [kind, times] of kinds) console.log(`${String(times).padStart(6)} × ${kind}`);
  console.log(
    `${index - first} cases of ${what}, seed ${seed}: ${total} faults; ${trial.said()}; ${((index - first) / ((performance.now() - began) / 1000)).toFixed(1)} a second, slowest ${slowest.toFixed(2)} s, at most ${Math.round(largest / 1024 ** 2)} MiB`,
  );
  if (largest > LARGE) console.log(`FAIL more than ${LARGE / 1024 ** 2} MiB`);
  if (total > 0 || largest > LARGE) process.exitCode = 1;
});
