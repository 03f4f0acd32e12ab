/** Runs the action's entry as GitHub's runner does: a process, its inputs and files in the environment. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** What looks like a token, and must be read nowhere. */
export const TOKEN = 'ghs_0123456789abcdefghijABCDEFGHIJ012345';

export interface Ended {
  code: number | null;
  log: string;
  /** As the runner reads the file of outputs. */
  outputs: Record<string, string>;
  summary: string;
}

export interface Runner {
  path: (...parts: string[]) => string;
  write: (files: Record<string, string>) => void;
  /** The step with its inputs, by the names of `action.yml`. */
  step: (inputs?: Record<string, string>, env?: Record<string, string>) => Promise<Ended>;
  remove: () => void;
}

/** A workspace of its own; `entry` is the file that `action.yml` names, in the checkout or wherever it was put. */
export function runner(entry = resolve('action/index.js')): Runner {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-action-'));
  const path = (...parts: string[]) => join(folder, 'workspace', ...parts);
  const [outputFile, summaryFile] = [join(folder, 'output'), join(folder, 'summary')];
  mkdirSync(path());
  return {
    path,
    write(files) {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(path(name)), { recursive: true });
        writeFileSync(path(name), text);
      }
    },
    async step(inputs = {}, env = {}) {
      for (const file of [outputFile, summaryFile]) writeFileSync(file, '');
      const given = Object.entries({ token: TOKEN, ...inputs });
      const child = spawn(process.execPath, [entry], {
        // The runner starts a step in the workspace, with nothing of a developer's own environment.
        cwd: path(),
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          GITHUB_ACTIONS: 'true',
          GITHUB_WORKSPACE: path(),
          GITHUB_OUTPUT: outputFile,
          GITHUB_STEP_SUMMARY: summaryFile,
          GITHUB_REPOSITORY: 'ann/lamp',
          GITHUB_REF: 'refs/heads/main',
          GITHUB_REF_TYPE: 'branch',
          GITHUB_REF_NAME: 'main',
          GITHUB_API_URL: 'http://127.0.0.1:9',
          RUNNER_TEMP: folder,
          ACTIONS_RUNTIME_TOKEN: TOKEN,
          ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
          ...env,
        },
      });
      const parts: Buffer[] = [];
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (part: Buffer) => parts.push(part));
      const [code] = (await once(child, 'close')) as [number | null];
      return {
        code,
        log: Buffer.concat(parts).toString(),
        outputs: outputsIn(readFileSync(outputFile, 'utf8')),
        summary: readFileSync(summaryFile, 'utf8'),
      };
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `name<<word`, lines, `word`. */
function outputsIn(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length - 1; at += 1) {
    const [, name = '', word = ''] = /^([^<]+)<<(.+)$/.exec(lines[at] ?? '') ?? [];
    const end = lines.indexOf(word, at + 1);
    if (end < 0) throw new Error(`This is not a line of outputs: ${String(lines[at])}`);
    outputs[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return outputs;
}

/** The lines that the runner takes for commands: those between `stop-commands` and its word are none. */
export function commandsIn(log: string): string[] {
  const commands: string[] = [];
  let word: string | undefined;
  for (const line of log.split('\n').map((text) => text.trimStart())) {
    if (word !== undefined) word = line === `::${word}::` ? undefined : word;
    else if (line.startsWith('::stop-commands::')) word = line.slice('::stop-commands::'.length);
    else if (line.startsWith('::') || line.includes('##[')) commands.push(line);
  }
  if (word !== undefined) throw new Error('The log ends with commands stopped');
  return commands;
}
