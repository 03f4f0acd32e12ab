/** The real path of a file or folder. */
import { realpath as stepByStep, realpathSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { promisify } from 'node:util';

/** What Windows says of drives that it cannot ask for a path (disks in memory), and Wine of one that is long. */
const UNANSWERED: ReadonlySet<string> = new Set(['UNKNOWN', 'EISDIR', 'EINVAL']);

/**
 * The path with all links followed, asked of the system, or folder by folder where the system has no answer.
 *
 * @throws the system's error where nothing is there.
 */
export async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (cause) {
    if (!UNANSWERED.has((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
    return promisify(stepByStep)(path);
  }
}

/** The same, while the program waits: for one of many files, which the system answers at once. */
export function realPathNow(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (cause) {
    if (!UNANSWERED.has((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
    return realpathSync(path);
  }
}
