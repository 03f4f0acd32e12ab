// `npm test`: lint, and the tests beside it, since each of its programs leaves all cores but one idle; what it says comes
// last. `commands` and `properties` are the slow ones of the tests: what starts programs by the dozen, and each property
// tried ten times as often; `coverage` says which lines of `src` the others run, and fails below its floor.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What starts the command, Java, Git or a thread that hangs, again and again. */
const COMMANDS = [
  'tests/cli/',
  'tests/action/',
  'tests/check/java',
  'tests/io/programs',
  'tests/library',
  'tests/pipeline/threads',
];

const npm = (args, stdio, env = {}) =>
  spawn('npm', ['run', '--silent', ...args], {
    stdio,
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
const LEFT_OUT = ['--testPathIgnorePatterns', '/fixtures/', '/\\.lib/', 'tests/slow/', ...COMMANDS];
const codeOf = async (program) => (await once(program, 'close'))[0];
const jest = (args, env) => codeOf(npm(['jest', '--', ...args], 'inherit', env));

const generated = () =>
  readdirSync('tests', { recursive: true })
    .map((name) => join('tests', name))
    .filter((file) => file.endsWith('.test.ts') && /'fast-check'|seed\.js'/.test(readFileSync(file, 'utf8')));

async function all() {
  const lint = npm(['lint'], ['ignore', 'pipe', 'pipe']);
  const said = [];
  for (const stream of [lint.stdout, lint.stderr]) stream.on('data', (data) => said.push(data));
  const linted = codeOf(lint);
  const tested = await jest([
    '--testPathIgnorePatterns',
    '/fixtures/',
    '/\\.lib/',
    'tests/slow/',
    ...COMMANDS,
  ]);
  const clean = await linted;
  process.stderr.write(Buffer.concat(said));
  if (clean !== 0) process.stderr.write('npm test: lint failed, see above.\n');
  return tested || clean;
}

const KINDS = {
  all,
  commands: () => jest(COMMANDS),
  coverage: () => jest(['--config', 'jest.coverage.config.js', ...LEFT_OUT]),
  properties: () => jest(generated(), { OCTAVO_LONG: '1' }),
};
process.exitCode = (await KINDS[process.argv[2] ?? 'all']()) === 0 ? 0 : 1;
