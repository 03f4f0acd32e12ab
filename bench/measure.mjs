// How long a command takes, and how much memory.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';

const quote = (word) => `'${word.replaceAll("'", "'\\''")}'`;
const shellLine = ({ argv, stdout }) => `${argv.map(quote).join(' ')}${stdout ? ` > ${quote(stdout)}` : ''}`;

/** Runs a command once. Throws with what it said where it cannot be run or exits with more than 1. */
function run({ argv: [command, ...args], stdout, made }, wrapper = []) {
  if (made) rmSync(made, { recursive: true, force: true });
  const [first, ...rest] = [...wrapper, command, ...args];
  const file = openSync(stdout ?? devNull, 'w');
  const began = performance.now();
  const { error, status, stderr } = spawnSync(first, rest, {
    stdio: ['ignore', file, 'pipe'],
    encoding: 'utf8',
  });
  const seconds = (performance.now() - began) / 1000;
  closeSync(file);
  if (error || status === null || status > 1) throw new Error(`\`${command}\`: ${error?.message ?? stderr}`);
  if (made && !existsSync(made)) throw new Error(`\`${command}\` made nothing: ${stderr}`);
  return { seconds, stderr };
}

const hasHyperfine = () => spawnSync('hyperfine', ['--version']).status === 0;

/**
 * Seconds that each run of a command took, start to end: by hyperfine where it is installed, else by our own clock.
 * One run that does not count goes before.
 *
 * @returns {number[]}
 */
export function timesOf(command, runs) {
  run(command);
  if (!hasHyperfine()) return Array.from({ length: runs }, () => run(command).seconds);
  const folder = mkdtempSync(join(tmpdir(), 'octavo-bench-'));
  const json = join(folder, 'times.json');
  const clean = command.made ? ['--prepare', `rm -rf ${quote(command.made)}`] : [];
  const options = [
    '--runs',
    String(runs),
    '--export-json',
    json,
    '--style',
    'none',
    '--ignore-failure',
    ...clean,
  ];
  const { status, stderr } = spawnSync('hyperfine', [...options, shellLine(command)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`\`hyperfine\`: ${stderr}`);
  const { results } = JSON.parse(readFileSync(json, 'utf8'));
  rmSync(folder, { recursive: true });
  return results[0].times;
}

const GNU_TIME = ['/usr/bin/time', '-f', 'peak=%M'];
const hasGnuTime = () => spawnSync(GNU_TIME[0], ['-f', '%M', 'true']).status === 0;

/** Written at the end of a Node program that is asked to: its own peak, in KiB. */
const TELL_PEAK = `data:text/javascript,${encodeURIComponent(
  "process.on('exit',()=>process.stderr.write(`peak=${process.resourceUsage().maxRSS}\\n`))",
)}`;

/**
 * Peak resident memory of a command in MiB: by GNU time, else, for a Node program, by the program itself.
 *
 * @returns {number | undefined} undefined where neither can tell
 */
export function peakOf(command) {
  const isNode = command.argv[0] === process.execPath;
  if (!hasGnuTime() && !isNode) return undefined;
  const told = hasGnuTime()
    ? run(command, GNU_TIME)
    : run({ ...command, argv: [process.execPath, '--import', TELL_PEAK, ...command.argv.slice(1)] });
  const peak = /peak=(\d+)/.exec(told.stderr)?.[1];
  return peak === undefined ? undefined : Number(peak) / 1024;
}

/** The middle value. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
