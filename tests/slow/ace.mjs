// Ace by DAISY over the samples and the fixtures, in each theme: any violation fails. Needs Chromium (OCTAVO_CHROMIUM,
// else /usr/bin/chromium).
//
// node tests/slow/ace.mjs [FILE.epub]…
import { mkdtemp, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { booksIn, build, FIXTURES, inFolder, report, SAMPLES, start, THEMES } from './octavo.mjs';

const ACE = createRequire(import.meta.url).resolve('@daisy/ace-cli/bin/ace.js');
const env = { ...process.env, PUPPETEER_EXECUTABLE_PATH: process.env.OCTAVO_CHROMIUM ?? '/usr/bin/chromium' };

/** The violations in a report of Ace, a line each: https://daisy.github.io/ace/docs/report-json/ */
const violations = ({ assertions }) =>
  assertions.flatMap(({ assertions: found, 'earl:testSubject': { url } }) =>
    found.map(({ 'earl:test': test, 'earl:result': result }) => {
      const where = result?.['earl:pointer']?.cfi?.join(' ') ?? '';
      return `${url} ${where} ${test['earl:impact']}: ${test['dct:title']}: ${result?.['dct:description'] ?? ''}`;
    }),
  );

/** Runs Ace on a book. It exits with 0 whatever it finds: what counts is its report. */
async function judge(file, folder, label) {
  const out = await mkdtemp(join(folder, 'ace-'));
  const { code, output } = await start(
    process.execPath,
    [ACE, '--force', '--silent', '--outdir', out, file],
    {
      env,
    },
  ).ended;
  const name = `${basename(file)}${label}`;
  const text = await readFile(join(out, 'report.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return { name, problem: `no report (exit ${code}):\n${output}` };
  const found = JSON.parse(text);
  const problems = violations(found);
  const passed = found['earl:result']['earl:outcome'] === 'pass' && problems.length === 0;
  return { name, problem: passed ? undefined : problems.join('\n     ') || 'failed without a word' };
}

await inFolder(async (folder) => {
  const cases = [];
  for (const file of process.argv.slice(2)) cases.push(await judge(file, folder, ''));
  if (cases.length > 0) return report(cases);
  for (const theme of THEMES) {
    const out = join(folder, theme);
    for (const manuscripts of [SAMPLES, FIXTURES]) await build(manuscripts, out, '--theme', theme);
    for (const file of await booksIn(out)) cases.push(await judge(file, folder, `, ${theme}`));
  }
  return report(cases);
});
