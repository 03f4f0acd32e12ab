// `npm test`: lint beside the tests, since each of its programs leaves all cores but one idle; what it says comes last.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const npm = (script, stdio) =>
  spawn('npm', ['run', '--silent', script], { stdio, shell: process.platform === 'win32' });

const lint = npm('lint', ['ignore', 'pipe', 'pipe']);
const said = [];
for (const stream of [lint.stdout, lint.stderr]) stream.on('data', (data) => said.push(data));
const linted = once(lint, 'close');
const [tested] = await once(npm('jest', 'inherit'), 'close');
const [clean] = await linted;
process.stderr.write(Buffer.concat(said));
if (clean !== 0) process.stderr.write('npm test: lint failed, see above.\n');
process.exitCode = tested === 0 && clean === 0 ? 0 : 1;
