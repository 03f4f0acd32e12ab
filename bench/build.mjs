#!/usr/bin/env node
// What a build costs: time of the whole command from a cold start, and peak memory, beside other tools that are
// installed. Prints a Markdown table a manuscript.
//
// node bench/build.mjs [--runs N] MANUSCRIPT.md|FOLDER…
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { commandsFor, filesOf } from './commands.mjs';
import { median, peakOf, timesOf } from './measure.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' } },
});
const runs = Number(values.runs);
if (positionals.length === 0 || !(runs > 0)) {
  console.error('Usage: node bench/build.mjs [--runs N] MANUSCRIPT.md|FOLDER…');
  process.exit(2);
}

/** Measures every command on a manuscript that is copied into a folder of its own. */
function measure(manuscript, folder) {
  const manuscripts = join(folder, 'manuscripts');
  const out = join(folder, 'out');
  mkdirSync(out);
  cpSync(manuscript, join(manuscripts, basename(manuscript)), { recursive: true });
  const files = filesOf(join(manuscripts, basename(manuscript)));
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const rows = commandsFor({ manuscripts, files, out }).map((command) => {
    const times = timesOf(command, runs);
    return { name: command.name, middle: median(times), best: Math.min(...times), peak: peakOf(command) };
  });
  return { bytes, rows };
}

const seconds = (value) => value.toFixed(value < 1 ? 3 : 2);

function print(manuscript, { bytes, rows }) {
  const [octavo] = rows;
  console.log(
    `\n${basename(manuscript)}: ${(bytes / 1000).toFixed(0)} kB, ${runs} runs, Node ${process.version}\n`,
  );
  console.log('| command | median, s | fastest, s | of octavo’s time | peak, MiB |');
  console.log('|---|--:|--:|--:|--:|');
  for (const { name, middle, best, peak } of rows) {
    const ratio = `${(middle / octavo.middle).toFixed(2)} ×`;
    console.log(
      `| ${name} | ${seconds(middle)} | ${seconds(best)} | ${ratio} | ${peak?.toFixed(0) ?? '–'} |`,
    );
  }
  const pandoc = rows.find(({ name }) => name.startsWith('pandoc'));
  const floor = rows.filter(({ name }) => /^(cmark|zip)/.test(name)).map(({ middle }) => middle);
  if (pandoc)
    console.log(`\nOctavo takes ${((100 * octavo.middle) / pandoc.middle).toFixed(1)} % of pandoc’s time.`);
  if (floor.length === 2)
    console.log(`The floor, cmark and zip one after the other: ${seconds(floor[0] + floor[1])} s.`);
}

for (const manuscript of positionals.map((path) => resolve(path))) {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-bench-'));
  try {
    print(manuscript, measure(manuscript, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
