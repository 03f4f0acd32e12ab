// Workers as processes of their own, and what they say: a line of JSON for each book.
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { BIN, start } from '../octavo.mjs';

/** In NODE_OPTIONS, has a process say as it ends how many seconds of the processor it took. */
export const TELL_COST = `--import=data:text/javascript,${encodeURIComponent(
  'import{writeSync}from"node:fs";import{isMainThread}from"node:worker_threads";' +
    'if(isMainThread)process.on("exit",()=>{const u=process.resourceUsage();writeSync(2,`@@${(u.userCPUTime+u.systemCPUTime)/1e6}\n`)})',
)}`;
export const costIn = (said) => Number(/@@([\d.]+)/.exec(said)?.[1]);

/** Seconds of the processor that a process and those that it began took so far; those of /proc, in ticks of 10 ms. */
export function costOf(pid) {
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [
          [
            name,
            readFileSync(`/proc/${name}/stat`, 'utf8')
              .replace(/^.*\) /s, '')
              .split(' '),
          ],
        ];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
  const own = stats.filter(([name, [, parent]]) => name === String(pid) || parent === String(pid));
  // utime, stime, and those of children that have ended: proc(5).
  return (
    own.reduce((sum, [, fields]) => sum + fields.slice(11, 15).reduce((a, b) => a + Number(b), 0), 0) / 100
  );
}

const children = new Set();

/** Ends whatever a case left running. */
export function endAll() {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
}

/**
 * Starts `octavo work`.
 *
 * @param {Record<string, string>} env where queue and store are
 * @param {string[]} flags
 * @param {string} bin the command of another version, where that is wanted
 */
export function startWorker(env, flags = [], bin = BIN) {
  const { child, ended } = start(process.execPath, [bin, 'work', '--json', ...flags], {
    env: { ...process.env, ...env },
  });
  children.add(child);
  const books = [];
  let rest = '';
  let said = '';
  child.stdout.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const line of lines) books.push({ ...JSON.parse(line), at: performance.now() });
  });
  child.stderr.on('data', (chunk) => (said += chunk));
  return {
    child,
    ended,
    books,
    /** What it said on the way. */
    said: () => said,
    ready: () => until(() => said.includes('Waiting for books') || child.exitCode !== null, 60),
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

/** Waits until something holds; throws where it does not within so many seconds. */
export async function until(holds, seconds, what = String(holds)) {
  const end = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`This did not come about in ${seconds} s: ${what}`);
    await sleep(25);
  }
}

/** Asks for books by the command; its exit code, what it printed as JSON, and all that it said. */
export async function enqueue(env, cwd, flags, bin = BIN) {
  const { child, ended } = start(process.execPath, [bin, 'enqueue', '--json', ...flags], {
    cwd,
    env: { ...process.env, ...env },
  });
  children.add(child);
  let out = '';
  let said = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const { code } = await ended;
  return { code, said, ...(out === '' ? { books: [], messages: [] } : JSON.parse(out)) };
}
