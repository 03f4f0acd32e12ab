/** Runs the command in a folder of its own, as a user would. */
import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The command as it is bundled for the tests. */
export const BIN = resolve('tests/.lib/bin.js');

/** What V8 made of the command, kept from one place to the next: compiling is a sixth of what most runs cost. */
const CODE = resolve('tests/.lib/code');

function linkCode(from: string, to: string): void {
  for (const name of readdirSync(from).filter((one) => /^code-[^/]+\.bin$/.test(one)))
    try {
      linkSync(join(from, name), join(to, name));
    } catch (cause) {
      // Another place was first, or forgot it.
      if (!['EEXIST', 'ENOENT'].includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
    }
}

/** A text whose book has no cover and no fonts, for those who do not look at them: drawing takes its time. */
export const bare = (text: string): string => `---\ncover: false\nfonts: false\n---\n\n${text}`;

export interface Place {
  folder: string;
  /** The folder in which the command keeps what it can make again, as `XDG_CACHE_HOME`. */
  cache: string;
  path: (...parts: string[]) => string;
  /** Writes files, by path within the folder. */
  write: (files: Record<string, string | Uint8Array>) => void;
  run: (...argv: string[]) => { code: number | null; out: string; err: string };
  remove: () => void;
}

export function place(env: Record<string, string> = {}, user: { uid?: number; gid?: number } = {}): Place {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-cli-'));
  const cache = `${folder}.cache`;
  const kept = join(cache, 'octavo');
  for (const one of [CODE, kept]) mkdirSync(one, { recursive: true });
  linkCode(CODE, kept);
  const path = (...parts: string[]) => join(folder, ...parts);
  return {
    folder,
    cache,
    path,
    write(files) {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(path(name)), { recursive: true });
        writeFileSync(path(name), text);
      }
    },
    run(...argv) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...argv], {
        cwd: folder,
        encoding: 'utf8',
        ...user,
        env: { ...process.env, SOURCE_DATE_EPOCH: '', XDG_CACHE_HOME: cache, ...env },
      });
      return { code: status, out: stdout, err: stderr };
    },
    remove() {
      linkCode(kept, CODE);
      for (const one of [folder, cache]) rmSync(one, { recursive: true, force: true });
    },
  };
}
