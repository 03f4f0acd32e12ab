// An update of an import that is killed at any moment leaves the manuscript and its sidecar each as they were or as they
// come to be, never the sidecar ahead of its manuscript, and the next update makes both new.
//
// node tests/slow/killed-update.mjs [ROUNDS] [SEED]
import { watch } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BIN, demandCompiled, inFolder, randomFrom, report, start } from './octavo.mjs';

const [rounds = 16, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
const random = randomFrom(seed);
const FILES = ['the-tide.md', 'the-tide.import.json'];

function story(chapters) {
  const words = randomFrom(1);
  const word = () => `tide${Math.floor(words() * 1e6).toString(36)}`;
  const paragraph = () => `The ${Array.from({ length: 60 }, word).join(' ')}.`;
  const chapter = (_, at) =>
    `Chapter ${at + 1}: Water\n\n${Array.from({ length: 30 }, paragraph).join('\n\n')}\n`;
  return `The Tide\nby Mary Reed\n\n${Array.from({ length: chapters }, chapter).join('\n')}`;
}

demandCompiled();
await inFolder(async (folder) => {
  const manuscripts = join(folder, 'manuscripts');
  const octavo = (...args) => start(process.execPath, [BIN, 'import', 'tide.txt', ...args], { cwd: folder });
  const read = () =>
    Promise.all(FILES.map((name) => readFile(join(manuscripts, name), 'utf8').catch(() => 'none')));
  const put = (texts) => Promise.all(texts.map((text, at) => writeFile(join(manuscripts, FILES[at]), text)));

  await writeFile(join(folder, 'tide.txt'), story(20));
  await octavo().ended;
  const [text, sidecar] = await read();
  const before = [text.replaceAll('Water', 'Low Water'), sidecar];
  await put(before);
  await writeFile(join(folder, 'tide.txt'), story(40));
  const began = performance.now();
  await octavo('--update').ended;
  const took = performance.now() - began;
  const after = await read();

  const stateOf = (texts) =>
    texts.map((one, at) => (one === before[at] ? 'old' : one === after[at] ? 'new' : 'broken'));
  const cases = [
    {
      name: 'an update makes both new',
      problem: stateOf(after).join() === 'new,new' && after[0] !== before[0] ? undefined : 'nothing changed',
    },
  ];
  for (let round = 1; round <= rounds; round++) {
    await rm(manuscripts, { recursive: true });
    await mkdir(manuscripts);
    await put(before);
    const { child, ended } = octavo('--update');
    const kill = () => child.kill('SIGKILL');
    const wait = random() * (round % 2 === 0 ? 3 : took * 1.1);
    let timer = round % 2 === 0 ? undefined : setTimeout(kill, wait);
    const watcher = watch(manuscripts, () => {
      if (round % 2 === 0) timer ??= setTimeout(kill, wait);
    });
    const { signal } = await ended;
    clearTimeout(timer);
    watcher.close();
    const state = stateOf(await read()).join();
    const others = (await readdir(manuscripts)).filter(
      (name) => !FILES.includes(name) && !name.endsWith('.tmp'),
    );
    const isWhole = ['old,old', 'new,old', 'new,new'].includes(state) && others.length === 0;
    if (state === 'new,old') await octavo('--update').ended;
    const isMended = state !== 'new,old' || stateOf(await read()).join() === 'new,new';
    cases.push({
      name: `round ${round}: ${signal ? 'killed' : 'ended before the kill'}, manuscript and sidecar ${state}`,
      problem: isWhole && isMended ? undefined : `${others.join()} mended: ${isMended}; seed ${seed}`,
    });
  }
  await octavo('--update').ended;
  const isNew = stateOf(await read()).join() === 'new,new';
  cases.push({ name: 'the update after it makes both new', problem: isNew ? undefined : `seed ${seed}` });
  report(cases);
});
