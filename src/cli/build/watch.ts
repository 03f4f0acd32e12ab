/** `octavo build --watch`: builds again after each change, until it is stopped. */
import { join, resolve } from 'node:path';
import { themesBeside } from '../../config/folders.js';
import { isSystemError } from '../../faults.js';
import { placeAt, watchFolders, type WatchedPlace } from '../../io/watch.js';
import { endOfBuild, keepResults } from '../../memo.js';
import { CONFIG } from '../../io/config-place.js';
import type { Flags } from '../command.js';
import { configOf } from '../run-config.js';
import { terminal } from '../terminal.js';

/** What makes the books of a run new: their texts, the themes, and the folders of those that are named by path. */
export async function watchedPlaces(
  cwd: string,
  names: readonly string[],
  flags: Flags,
): Promise<WatchedPlace[]> {
  const manuscripts = String(flags.manuscripts);
  const named = [...names, ...(flags.theme === undefined ? [] : [String(flags.theme)])];
  const places = await Promise.all(named.map((name) => placeAt(resolve(cwd, name))));
  return [
    { path: resolve(cwd, manuscripts) },
    { path: resolve(cwd, themesBeside(manuscripts)) },
    ...(configOf(flags) ? [{ path: join(cwd, CONFIG) }] : []),
    ...places.filter((place) => place !== undefined),
  ];
}

/**
 * Builds, and builds again after changes, `isFirst` the first time. A change ends the build at work, which then begins
 * anew; of two in a row, the second comes to its end. Never ends: the user stops it.
 */
export async function buildAgain(
  places: readonly WatchedPlace[],
  once: (isFirst: boolean, signal: AbortSignal) => Promise<unknown>,
): Promise<never> {
  keepResults();
  let wake: () => void = () => undefined;
  let isStale = false;
  let isPatient = true;
  let stop = new AbortController();
  await watchFolders(
    places,
    () => {
      isStale = true;
      if (!isPatient) stop.abort();
      wake();
    },
    process.platform,
  );
  for (let isFirst = true; ; isFirst = false) {
    isStale = false;
    // Whoever saves without a pause sees a book as well.
    isPatient = isFirst || stop.signal.aborted;
    stop = new AbortController();
    const { signal } = stop;
    await once(isFirst, signal).catch((cause: unknown) => {
      if (signal.aborted) return;
      if (!isSystemError(cause)) throw cause;
      // A full disk, a folder that is gone: the next change may mend it.
      terminal.error(`octavo: ${cause.message}`);
    });
    endOfBuild();
    if (isFirst) terminal.error('Watching for changes. Ctrl-C stops.');
    while (!isStale) {
      await new Promise<void>((done) => {
        wake = done;
      });
    }
  }
}
