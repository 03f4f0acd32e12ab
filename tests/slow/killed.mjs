// A build that is killed at any moment leaves the old book or the new one, whole, and nothing else that looks like a
// book. Half of the rounds kill at a moment by chance, half at the first change in the folder of the ebooks.
//
// node tests/slow/killed.mjs [ROUNDS] [SEED]
import { watch } from 'node:fs';
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BIN, build, hashOf, inFolder, randomFrom, report, start } from './octavo.mjs';

const [rounds = 40, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);

const random = randomFrom(seed);

/** A novel large enough that its file is not written in one go. */
function novel(edition) {
  const words = ['tide', 'ferry', 'quay', 'lamp', 'rope', 'gull', 'harbour', 'night', 'keel', 'salt'];
  const word = () =>
    `${words[Math.floor(random() * words.length)]}${Math.floor(random() * 1e6).toString(36)}`;
  const paragraph = () => `${Array.from({ length: 80 }, word).join(' ')}.`;
  const chapter = (_, index) => `# ${index + 1}\n\n${Array.from({ length: 40 }, paragraph).join('\n\n')}\n`;
  return `---\ntitle: The Tide\ndate: 2026-01-0${edition}\n---\n\n${Array.from({ length: 40 }, chapter).join('\n')}`;
}

await inFolder(async (folder) => {
  const [manuscripts, dist] = [join(folder, 'manuscripts'), join(folder, 'dist')];
  await mkdir(manuscripts);
  const edition = async (number) => {
    await writeFile(join(manuscripts, 'tide.md'), novel(number));
    const out = join(folder, `edition-${number}`);
    const began = performance.now();
    const [file] = await build(manuscripts, out);
    return { file, hash: await hashOf(file), took: performance.now() - began };
  };
  const before = await edition(1);
  const after = await edition(2);

  const outcomes = { old: 0, new: 0, 'left a temporary file': 0 };
  const cases = [];
  for (let round = 1; round <= rounds; round++) {
    await rm(dist, { recursive: true, force: true });
    await mkdir(dist);
    await copyFile(before.file, join(dist, 'tide.epub'));

    const { child, ended } = start(process.execPath, [
      BIN,
      'build',
      '--manuscripts',
      manuscripts,
      '--out',
      dist,
    ]);
    const kill = () => child.kill('SIGKILL');
    const wait = random() * (round % 2 === 0 ? 3 : after.took * 1.1);
    let timer = round % 2 === 0 ? undefined : setTimeout(kill, wait);
    const watcher = watch(dist, () => {
      if (round % 2 === 0) timer ??= setTimeout(kill, wait);
    });
    const { signal } = await ended;
    clearTimeout(timer);
    watcher.close();

    const names = await readdir(dist);
    const books = names.filter((name) => name.toLowerCase().endsWith('.epub'));
    const hash = await hashOf(join(dist, 'tide.epub')).catch(() => 'none');
    const found = { [before.hash]: 'old', [after.hash]: 'new' }[hash];
    if (found) outcomes[found]++;
    if (names.length > books.length) outcomes['left a temporary file']++;
    const whole = found !== undefined && books.length === 1;
    const moment =
      round % 2 === 0 ? `${wait.toFixed(1)} ms after the first change` : `after ${wait.toFixed(0)} ms`;
    cases.push({
      name: `round ${round}: ${signal ? `killed ${moment}` : 'ended before the kill'}, ${found ?? 'broken'} book`,
      problem: whole ? undefined : `found ${names.join(', ')}; seed ${seed}`,
    });
  }

  await build(manuscripts, dist);
  const isNew = (await hashOf(join(dist, 'tide.epub'))) === after.hash;
  cases.push({ name: 'the build after it makes the new book', problem: isNew ? undefined : `seed ${seed}` });
  report(cases);
  console.log(`seed ${seed}: ${JSON.stringify(outcomes)}`);
});
