// The commands that the benchmark compares, and how each is run.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../lib/bin.js', import.meta.url));

/** Whether a command is installed: it answers to a question for its version. */
const isInstalled = (command, question = '--version') => spawnSync(command, [question]).error === undefined;

/** The Markdown files of a manuscript, a file or a folder, in the order of their names. */
export function filesOf(manuscript) {
  if (!statSync(manuscript).isDirectory()) return [manuscript];
  return readdirSync(manuscript, { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .sort(new Intl.Collator('en', { numeric: true }).compare)
    .map((name) => join(manuscript, name));
}

/**
 * The commands for a manuscript that are installed here, Octavo first.
 *
 * @param {object} place
 * @param {string} place.manuscripts folder that holds the manuscript and nothing else
 * @param {string[]} place.files its Markdown files
 * @param {string} place.out folder for what the commands make
 * @returns {{ name: string, argv: string[], stdout?: string, made?: string }[]} `stdout`: the file that takes the
 *   command's output; `made`: the file that must be gone before each run
 */
export function commandsFor({ manuscripts, files, out }) {
  const octavo = [process.execPath, BIN, 'build', '--manuscripts', manuscripts, '--out', join(out, 'octavo')];
  const epub = join(out, 'pandoc.epub');
  const pandoc = ['pandoc', '-f', 'markdown+smart', '--metadata', 'title=Benchmark', '-o', epub, ...files];
  const zip = join(out, 'text.zip');
  return [
    { name: 'octavo build', argv: octavo, made: join(out, 'octavo') },
    {
      name: 'octavo build --format epub,kepub',
      argv: [...octavo, '--format', 'epub,kepub'],
      made: join(out, 'octavo'),
    },
    { name: 'pandoc -f markdown+smart', argv: pandoc, made: epub },
    { name: 'cmark --smart', argv: ['cmark', '--smart', ...files], stdout: join(out, 'cmark.html') },
    { name: 'zip -9', argv: ['zip', '-9', '-q', '-X', zip, ...files], made: zip, question: '-v' },
  ].filter(({ argv: [command], question }) => isInstalled(command, question));
}
