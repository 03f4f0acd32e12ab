/** A disk that takes no more: the system's own limit on the size of a file stands in for one that is full. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { BIN, place, type Place } from './octavo.js';

let at: Place;
beforeEach(() => {
  at = place();
});
afterEach(() => {
  at.remove();
});

/** Runs the command where no file may have more than a number of kilobytes. */
const limited = (kilobytes: number, ...argv: string[]) =>
  // The signal that comes with the limit would end the command before it can say anything.
  spawnSync(
    'bash',
    ['-c', `trap '' XFSZ; ulimit -f ${String(kilobytes)}; exec "$@"`, 'bash', process.execPath, BIN, ...argv],
    {
      cwd: at.folder,
      encoding: 'utf8',
    },
  );

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('an import says which file does not fit, and leaves no sidecar without its manuscript', () => {
  const cut = 'Posted by Ann on 3 May 2011. 12 comments. Share this. Next chapter >>\n\n';
  at.write({ 'tide.txt': `Tide\n\n${cut}${'It rained, and she waited at the quay. \n\n'.repeat(4000)}` });
  const { status, stderr } = limited(16, 'import', 'tide.txt');
  expect(stderr).toMatch(/tide\.(?:md|import\.json)` \(EFBIG\) \[files:limit\]\n {2}Raise/);
  expect(status).not.toBe(0);
  expect(readdirSync(at.path('manuscripts'))).toEqual([]);
});
