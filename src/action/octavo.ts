/** Finds the `octavo` that the step runs, installs it if need be, and runs it as a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** The folder of a package `octavo`. */
export interface Found {
  root: string;
  /** The command's file. */
  bin: string;
  version: string;
  /** Whether its code is compiled and its packages are there. */
  isReady: boolean;
}

export interface Run {
  /** The exit code; `null` where a signal ended it. */
  code: number | null;
  out: string;
}

interface Options {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Told of each line that the process writes about its work. */
  say: (line: string) => void;
}

/**
 * The Octavo to run: the one that the repository pins in its `node_modules`, else that of the action. The action is
 * itself in an installed package, or in a checkout that may have to be made ready.
 */
export const findOctavo = (workspace: string, action: string): Found | undefined => {
  const found = [join(workspace, 'node_modules', 'octavo'), action].map(octavoIn);
  return found.find((octavo) => octavo?.isReady) ?? found.at(-1);
};

function octavoIn(root: string): Found | undefined {
  const manifest = join(root, 'package.json');
  if (!existsSync(manifest)) return undefined;
  const { name, version, bin } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    name?: string;
    version?: string;
    bin?: { octavo?: string };
  };
  if (name !== 'octavo' || version === undefined || bin?.octavo === undefined) return undefined;
  const path = join(root, bin.octavo);
  // An installed package has its own packages beside it, or in a folder of its own.
  const hasPackages = existsSync(join(root, 'node_modules')) || basename(dirname(root)) === 'node_modules';
  return { root, version, bin: path, isReady: existsSync(path) && hasPackages };
}

/** What makes a checkout ready, in order: packages as the lock file has them, none of their scripts, then the code. */
const PREPARATION = [
  ['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund'],
  ['node', 'scripts/compile.mjs', '--no-types'],
] as const;

/** Makes a checkout of Octavo ready to run; true, where that went well. */
export async function prepare(root: string, options: Omit<Options, 'cwd'>): Promise<boolean> {
  for (const [command, ...argv] of PREPARATION) {
    const { code, out } = await runProcess(command, argv, { ...options, cwd: root });
    for (const line of out.split('\n').filter(Boolean)) options.say(line);
    if (code !== 0) return false;
  }
  return true;
}

/** Runs a process to its end; keeps what it prints, and passes its errors on line by line. */
export async function runProcess(command: string, argv: readonly string[], options: Options): Promise<Run> {
  const { cwd, env, say } = options;
  // On Windows, npm is a script of the shell's. Titles and names are never among what is given to it.
  const shell = command === 'npm' && process.platform === 'win32';
  const child = spawn(command === 'node' ? process.execPath : command, argv, {
    cwd,
    env,
    shell,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  createInterface({ input: child.stderr }).on('line', say);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, out: Buffer.concat(parts).toString('utf8') };
  } catch (cause) {
    say(`${command}: ${(cause as Error).message}`);
    return { code: null, out: '' };
  }
}

/** What the action's own environment holds that is none of the process's business: inputs, and the runner's keys. */
const OURS = /^(?:INPUT_|ACTIONS_|GITHUB_TOKEN$|GH_TOKEN$)/i;

/** The environment for a process: with the token only where it attaches. */
export const environmentFor = (env: NodeJS.ProcessEnv, token?: string): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(env).filter(([name]) => !OURS.test(name))),
  ...(token === undefined ? {} : { GITHUB_TOKEN: token }),
});
