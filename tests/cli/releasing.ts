/** Runs `octavo release` while the server of the test's own process answers. */
import { spawn } from 'node:child_process';
import { TOKEN, type FakeGitHub } from '../deliver/release/server.js';
import { BIN, type Place } from './octavo.js';

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

export const releaseIn = (
  here: Place,
  server: FakeGitHub,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Ran> =>
  new Promise((resolve) => {
    const hosted = { GITHUB_API_URL: server.api, GITHUB_REPOSITORY: 'ann/ferry', GITHUB_TOKEN: TOKEN };
    const child = spawn(process.execPath, [BIN, 'release', ...args], {
      cwd: here.folder,
      env: { PATH: process.env['PATH'], SOURCE_DATE_EPOCH: '1700000000', ...hosted, ...env },
    });
    const ran: Ran = { code: null, out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (ran.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (ran.err += chunk.toString()));
    child.on('close', (code) => {
      resolve({ ...ran, code });
    });
  });
