/** Looking at a folder again and again, where the system tells of no changes. */
import { readdir, stat, statfs } from 'node:fs/promises';
import path from 'node:path';

/** How often, in milliseconds. */
const PERIOD = 1000;

/**
 * File systems that others write to, by the numbers that Linux has for them: NFS, two of SMB, FUSE, Plan 9's and
 * VirtualBox's. A change that another machine makes, or Windows below its Linux, is not told of.
 */
const SHARED: ReadonlySet<number> = new Set([
  0x6969, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997, 0x786f4256,
]);

/** Whether Linux may hear nothing of a change in a folder, since it lies on a file system that others write to. */
export const isShared = (folder: string): Promise<boolean> =>
  statfs(folder).then(
    ({ type }) => SHARED.has(type),
    () => false,
  );

/** Calls `told` with the name of each entry of a folder that came, went or changed since this function came to its end. */
export async function pollFolder(
  folder: string,
  told: (name: string) => void,
  period = PERIOD,
): Promise<{ close: () => void }> {
  let known = await entriesOf(folder);
  let isClosed = false;
  const look = async (): Promise<void> => {
    const now = await entriesOf(folder);
    if (isClosed) return;
    for (const name of new Set([...known.keys(), ...now.keys()]))
      if (known.get(name) !== now.get(name)) told(name);
    known = now;
    timer = setTimeout(() => void look(), period);
  };
  let timer = setTimeout(() => void look(), period);
  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

/** The entries of a folder, each with what tells one state of it from the next. */
async function entriesOf(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder).catch(() => []);
  const entries = await Promise.all(
    names.map((name) =>
      stat(path.join(folder, name)).then(
        (stats) => [name, `${stats.ino} ${stats.isFile() ? `${stats.size} ${stats.mtimeMs}` : ''}`] as const,
        () => [name, ''] as const,
      ),
    ),
  );
  return new Map(entries);
}
