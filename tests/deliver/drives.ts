/** Drives of their own for tests: small file systems in memory, where the system lets us mount them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const run = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;

export interface Drive {
  root: string;
  /** Remounts it read-only. */
  lock: () => void;
  /** Takes it away; the folder that it was mounted at stays. */
  pull: () => void;
  remove: () => void;
}

/** A drive with these options of tmpfs; undefined where nothing can be mounted. */
export function drive(options = 'size=1m'): Drive | undefined {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'octavo-drive-')));
  if (!run('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', root)) {
    rmSync(root, { recursive: true });
    return undefined;
  }
  return {
    root,
    lock: () => run('mount', '-o', 'remount,ro', root),
    pull: () => run('umount', root),
    remove() {
      run('umount', '-l', root);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Whether drives can be had here: root on Linux, outside of most containers. */
export const canMount: boolean = (() => {
  const tried = drive();
  tried?.remove();
  return tried !== undefined;
})();
