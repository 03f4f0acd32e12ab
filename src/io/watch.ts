/** Watching folders for changes. */
import { watch as watchFolder } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isHidden, isInside, isInstalled } from './files.js';
import { isShared, pollFolder } from './poll.js';

/** A save of an editor is several changes, and so is a copy of a folder: they are one where they follow so soon, in ms. */
const BURST = 30;
/** Whatever changes without a pause is taken in so often all the same, in ms: a long copy, a program that writes a log. */
const LONGEST_BURST = 1000;
/** Folders within each other that are watched, as many as a book may have. */
const DEEPEST = 16;

export interface Watch {
  close: () => void;
}

/** A folder that is watched with those in it, or a file. */
export interface WatchedPlace {
  /** Absolute. */
  path: string;
  /** How many levels of folders below it are watched; all where it is absent. */
  depth?: number;
}

/** What the system does, and how often a folder is looked at of which it tells nothing, in milliseconds. */
interface Means {
  watch?: typeof watchFolder;
  period?: number;
}

/** A folder that is watched, and the number by which the system knows it. */
interface Watched {
  watchers: { close: () => void }[];
  id: number;
}

/**
 * Calls `changed` after each burst of changes of the places, but for what is hidden and what npm installed. A place that
 * is not there yet is waited for. `platform` is Node's.
 */
export async function watchFolders(
  places: readonly WatchedPlace[],
  changed: () => void,
  platform: NodeJS.Platform,
  { watch = watchFolder, period }: Means = {},
): Promise<Watch> {
  const watched = new Map<string, Watched>();
  // Linux tells of a folder, not of those in it; Node's own walk through them misses files of new folders.
  const isDeep = platform === 'darwin' || platform === 'win32';
  let pause: NodeJS.Timeout | undefined;
  let longest: NodeJS.Timeout | undefined;
  let isClosed = false;

  const later = (): void => {
    if (isClosed) return;
    clearTimeout(pause);
    pause = setTimeout(() => void settle(), BURST);
    longest ??= setTimeout(() => void settle(), LONGEST_BURST);
  };
  const end = (): void => {
    clearTimeout(pause);
    clearTimeout(longest);
    longest = undefined;
  };
  let looking = Promise.resolve();
  const settle = async (): Promise<void> => {
    end();
    await (looking = looking.then(lookAround));
    if (!isClosed) changed();
  };
  /** What was made in a new folder before it was watched is found by another look. */
  const lookAround = async (): Promise<void> => {
    for (let rounds = 0; rounds <= DEEPEST && !isClosed && (await look()); rounds += 1);
  };
  const drop = (folder: string): void => {
    for (const watcher of watched.get(folder)?.watchers ?? []) watcher.close();
    watched.delete(folder);
  };
  const told = (folder: string, name: string | null): void => {
    if (name === path.basename(folder)) {
      // So Linux says that the folder itself was removed or moved; one made in its place may have its very number.
      drop(folder);
      later();
      return;
    }
    // The temporary files of a build, and those of editors.
    const isAside = name?.split(path.sep).some(isHidden);
    if (!isAside && (name === null || isOf(places, path.join(folder, name)))) later();
  };
  const watchersOf = async (folder: string): Promise<Watched['watchers']> => {
    const watchers: Watched['watchers'] = [];
    const tell = (name: string | null): void => {
      told(folder, name);
    };
    try {
      const watcher = watch(folder, { recursive: isDeep }, (_, name) => {
        tell(name);
      });
      watcher.on('error', () => {
        drop(folder);
        later();
      });
      watchers.push(watcher);
    } catch {
      // The system watches only so many folders.
    }
    if (watchers.length === 0 || (await isShared(folder)))
      watchers.push(await pollFolder(folder, tell, period));
    return watchers;
  };
  const add = async (folder: string): Promise<boolean> => {
    if (watched.has(folder) || isClosed) return false;
    const id = await idOf(folder);
    if (id === undefined) return false;
    const one: Watched = { id, watchers: [] };
    watched.set(folder, one);
    one.watchers.push(...(await watchersOf(folder)));
    if (watched.get(folder) !== one) for (const watcher of one.watchers) watcher.close();
    return true;
  };
  /** Watches what is not watched yet; whether there was anything. */
  const look = async (): Promise<boolean> => {
    // The system goes on to tell of a folder that was moved away, and not of the one that took its name.
    for (const [folder, { id }] of watched) if ((await idOf(folder)) !== id) drop(folder);
    let isNew = false;
    for (const place of places)
      for (const folder of await foldersFor(place, isDeep)) isNew = (await add(folder)) || isNew;
    return isNew;
  };
  await lookAround();
  return {
    close() {
      isClosed = true;
      end();
      for (const folder of [...watched.keys()]) drop(folder);
    },
  };
}

/** Levels of folders beside a book that is a file: its pictures are there, and perhaps all that its author has. */
const BESIDE = 2;

/** The folder at a path, or that of the file there; nothing where nothing is. */
export const placeAt = (absolute: string): Promise<WatchedPlace | undefined> =>
  stat(absolute).then(
    (stats) => (stats.isDirectory() ? { path: absolute } : { path: path.dirname(absolute), depth: BESIDE }),
    () => undefined,
  );

/** Whether a path is one of the places, lies in one, or leads to one. */
const isOf = (places: readonly WatchedPlace[], changed: string): boolean =>
  places.some(({ path: place }) => isInside(place, changed) || isInside(changed, place));

/** The folders that tell of what changes at a place: it and those in it, or the nearest that is there. */
async function foldersFor(
  { path: place, depth = DEEPEST }: WatchedPlace,
  isDeep: boolean,
): Promise<string[]> {
  if ((await idOf(place)) === undefined) return [await folderAbove(place)];
  return isDeep ? [place] : foldersIn(place, depth);
}

/** What tells a folder from another of its name; nothing where there is none. */
const idOf = (folder: string): Promise<number | undefined> =>
  stat(folder).then(
    (stats) => (stats.isDirectory() ? stats.ino : undefined),
    () => undefined,
  );

/** The nearest folder above a path that is there. */
async function folderAbove(absolute: string): Promise<string> {
  const above = path.dirname(absolute);
  return above === absolute || (await idOf(above)) !== undefined ? above : folderAbove(above);
}

/** A folder and those in it at so many levels. */
async function foldersIn(folder: string, depth: number): Promise<string[]> {
  if (depth < 0) return [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const inner = entries.filter(
    (entry) => entry.isDirectory() && !isHidden(entry.name) && !isInstalled(entry.name),
  );
  const lists = await Promise.all(inner.map(({ name }) => foldersIn(path.join(folder, name), depth - 1)));
  return [folder, ...lists.flat()];
}
