import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchFolders } from '../../src/io/watch.js';

const here = mkdtempSync(join(tmpdir(), 'octavo-watch-'));
afterAll(() => {
  rmSync(here, { recursive: true, force: true });
});

test('a folder that took the name of another one is watched, too', async () => {
  const [one, two] = [join(here, 'book'), join(here, 'kept')];
  mkdirSync(one);
  mkdirSync(two);
  let changes = 0;
  const watch = await watchFolders([one], () => (changes += 1), process.platform);
  const next = async (): Promise<void> => {
    const before = changes;
    while (changes === before) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  // As a checkout or a synced folder does it: between two looks, the name means another folder.
  rmSync(one, { recursive: true });
  renameSync(two, one);
  await next();
  writeFileSync(join(one, 'chapter.md'), 'Words.');
  await next();
  watch.close();
});
