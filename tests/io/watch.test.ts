import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync, type watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchFolders, type Watch, type WatchedPlace } from '../../src/io/watch.js';

let here: string;
let running: Watch | undefined;
let changes: number;

beforeEach(() => {
  here = mkdtempSync(join(tmpdir(), 'octavo-watch-'));
  changes = 0;
});
afterEach(() => {
  running?.close();
  running = undefined;
  rmSync(here, { recursive: true, force: true });
});

async function watching(places: readonly WatchedPlace[], watchFolder?: typeof watch): Promise<void> {
  const means = watchFolder ? { watch: watchFolder, period: 50 } : {};
  running = await watchFolders(places, () => (changes += 1), process.platform, means);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for the change that a work makes, and for others that it may make. */
async function seen(work: () => void): Promise<void> {
  const before = changes;
  work();
  while (changes === before) await pause(10);
  await pause(100);
}

const put = (folder: string, words: string): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'chapter.md'), words);
};

test('a folder that took the name of another one is watched, too', async () => {
  const [one, two] = [join(here, 'book'), join(here, 'kept')];
  mkdirSync(one);
  mkdirSync(two);
  await watching([{ path: one }]);
  // As a checkout or a synced folder does it: between two looks, the name means another folder.
  await seen(() => {
    rmSync(one, { recursive: true });
    renameSync(two, one);
  });
  await seen(() => {
    put(one, 'Words.');
  });
});

test('a folder that was made again is watched where it has the number of the one before', async () => {
  const book = join(here, 'manuscripts', 'book');
  put(book, 'One.');
  await watching([{ path: join(here, 'manuscripts') }]);
  for (let round = 0; round < 5; round += 1) {
    await seen(() => {
      rmSync(book, { recursive: true });
      mkdirSync(book);
    });
    await seen(() => {
      put(book, 'Two.');
    });
  }
});

test('a place is waited for, however many folders above it are missing', async () => {
  const place = join(here, 'not', 'yet', 'manuscripts');
  await watching([{ path: place }]);
  await seen(() => {
    put(join(place, 'book'), 'One.');
  });
  await seen(() => {
    put(join(place, 'book'), 'Two.');
  });
  await seen(() => {
    rmSync(join(here, 'not'), { recursive: true });
  });
  await seen(() => {
    put(join(place, 'book'), 'Three.');
  });
});

test('what changes beside a place is none of its changes', async () => {
  const place = join(here, 'octavo.config.mjs');
  await watching([{ path: place }, { path: join(here, 'themes') }]);
  put(join(here, 'elsewhere'), 'Words.');
  writeFileSync(join(here, 'notes.txt'), 'Words.');
  await pause(200);
  expect(changes).toBe(0);
  await seen(() => {
    writeFileSync(place, 'export default {};');
  });
});

test('changes without a pause are taken in all the same', async () => {
  put(here, 'One.');
  await watching([{ path: here }]);
  for (let count = 0; changes === 0; count += 1) {
    put(here, String(count));
    await pause(5);
  }
});

test('where the system watches no more folders, they are looked at again and again', async () => {
  put(join(here, 'book'), 'One.');
  await watching([{ path: here }], () => {
    throw Object.assign(new Error('no space left on device, watch'), { code: 'ENOSPC', syscall: 'watch' });
  });
  await seen(() => {
    put(join(here, 'book'), 'Two, which is longer.');
  });
  await seen(() => {
    renameSync(join(here, 'book', 'chapter.md'), join(here, 'book', 'other.md'));
  });
  await seen(() => {
    put(join(here, 'part'), 'In a new folder.');
  });
  await seen(() => {
    put(join(here, 'part'), 'And again.');
  });
});
