/** The entry of the GitHub Action: inputs in; `octavo release` run; annotations, outputs and a summary out. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { annotation, annotationOf, unheard, writeOutputs, writeSummary } from './commands.js';
import { readInputs, type Inputs } from './inputs.js';
import { environmentFor, findOctavo, prepare, runProcess, type Found, type Run } from './octavo.js';
import { messagesOf, readReport, versionOf, type Report } from './report.js';
import { summaryOf } from './summary.js';

/** Annotations of each kind that GitHub shows of a step. */
const SHOWN = 10;
/** Where the ebooks go, in the repository. */
const OUT = 'dist';
/** The exit code of usage and environment. */
const USAGE = 2;

async function main(env: NodeJS.ProcessEnv): Promise<number> {
  const { value: inputs, refusals } = readInputs(env);
  const redacted = without(inputs.token);
  const log: Log = (line) => {
    process.stdout.write(`${redacted(line)}\n`);
  };
  if (refusals.length > 0) {
    for (const { input, reason } of refusals) log(annotation('error', reason, { title: `input ${input}` }));
    return USAGE;
  }
  const workspace = env.GITHUB_WORKSPACE ?? process.cwd();
  // A JavaScript action is not told its folder: GITHUB_ACTION_PATH is for composite actions alone.
  const folder = dirname(dirname(fileURLToPath(import.meta.url)));
  const octavo = findOctavo(workspace, folder);
  if (!octavo) {
    log(annotation('error', `\`${folder}\` is neither Octavo’s package nor a checkout of it`));
    return USAGE;
  }
  const [stop, go] = unheard();
  log(stop);
  const { run, last } = await runOctavo(octavo, inputs, { workspace, env, log });
  log(go);
  const report = readReport(redacted(run.out));
  if (!report) {
    const reason = `Octavo ${octavo.version} ended without a report: ${last || 'it printed nothing'}`;
    log(annotation('error', reason));
    return run.code === null || run.code === 0 ? USAGE : run.code;
  }
  annotate(report, workspace, log);
  if (run.code === 0) writeOutputs(env.GITHUB_OUTPUT, outputsOf(report));
  writeSummary(env.GITHUB_STEP_SUMMARY, summaryOf(report));
  return run.code ?? USAGE;
}

type Log = (line: string) => void;

/** A text with the token nowhere in it. */
const without =
  (token: string) =>
  (text: string): string =>
    token === '' ? text : text.replaceAll(token, '***');

interface Surroundings {
  workspace: string;
  env: NodeJS.ProcessEnv;
  log: Log;
}

/** Runs the command, made ready before where it must be; `last` is the last line that it said of its work. */
async function runOctavo(
  octavo: Found,
  inputs: Inputs,
  { workspace, env, log }: Surroundings,
): Promise<{ run: Run; last: string }> {
  let last = '';
  const say = (line: string): void => {
    last = line.trim() || last;
    log(line);
  };
  log(`Octavo ${octavo.version} in ${octavo.root}`);
  if (!octavo.isReady) {
    log('Making it ready. Faster, and pinned with your book: name `octavo` in your `package.json`.');
    if (!(await prepare(octavo.root, { env: environmentFor(env), say }))) {
      return { run: { code: USAGE, out: '' }, last };
    }
  }
  const token = inputs.attach ? inputs.token : undefined;
  const run = await runProcess('node', [octavo.bin, ...argumentsFor(inputs)], {
    cwd: workspace,
    env: environmentFor(env, token),
    say,
  });
  return { run, last };
}

/** What the command is given; `=` and `--` keep a name that begins with a hyphen from being taken for an option. */
const argumentsFor = ({ books, formats, strict, since, checksums, attach, tag, draft }: Inputs): string[] => [
  'release',
  '--json',
  `--out=${OUT}`,
  ...(formats.length > 0 ? [`--format=${formats.join(',')}`] : []),
  ...(tag === undefined ? [] : [`--tag=${tag}`]),
  ...(strict ? ['--strict'] : []),
  ...(since === '' ? [] : [`--since=${since}`]),
  ...(checksums ? [] : ['--no-checksums']),
  ...(attach ? ['--attach'] : []),
  ...(attach && draft ? ['--draft'] : []),
  '--',
  ...books,
];

/** Marks errors and warnings in the manuscripts; those that GitHub would not show stand in the log and the summary. */
function annotate(report: Report, workspace: string, log: Log): void {
  for (const severity of ['error', 'warning'] as const) {
    const all = messagesOf(report).filter((message) => message.severity === severity);
    for (const message of all.slice(0, SHOWN)) log(annotationOf(message, workspace));
    const more = all.length - SHOWN;
    if (more > 0) {
      log(
        annotation(
          'notice',
          `${String(more)} more of the kind \`${severity}\` are in the summary of this run`,
        ),
      );
    }
  }
}

const outputsOf = (report: Report): Record<string, string> => ({
  files: report.books.flatMap(({ files }) => files.map(({ path }) => path)).join('\n'),
  version: versionOf(report),
  checksums: report.checksums ?? '',
  report: `${OUT}/release.json`,
  url: report.attached?.url ?? '',
});

process.exitCode = await main(process.env);
