// A book on a device is the old one or the new one, whole: when the program is killed at any moment, when the device is
// pulled out at any moment, when two sideloads run at once. Half of the kills come at a moment by chance, half at the
// first change on the device.
//
// The pulled device is a file system of exFAT in a file: with root, `mkfs.exfat` and `mount.exfat-fuse` (Debian:
// exfatprogs, exfat-fuse). The AZW3 is calibre's. What is missing is told and left out.
//
// node tests/slow/sideload.mjs [ROUNDS] [SEED]
import { spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
import {
  BIN,
  booksIn,
  build,
  demandCompiled,
  hashOf,
  inFolder,
  randomFrom,
  report,
  SAMPLES,
  start,
} from './octavo.mjs';

const [rounds = 200, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
const random = randomFrom(seed);
demandCompiled();

const MEGABYTE = 1e6;
const cases = [];
const outcomes = { old: 0, new: 0, 'left a temporary file': 0 };

/** An EPUB large enough that it is not written in one go. */
async function edition(folder, number) {
  const file = join(folder, `edition-${number}`, 'tide.epub');
  const noise = Uint8Array.from({ length: 6 * MEGABYTE }, () => random() * 256);
  const text = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
    'book.opf':
      '<package unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">' +
      `<dc:identifier id="id">tide</dc:identifier><dc:title>Tide ${number}</dc:title></metadata></package>`,
  };
  const files = Object.entries(text).map(([name, content]) => [name, strToU8(content)]);
  await mkdir(join(folder, `edition-${number}`));
  await writeFile(file, zipSync({ ...Object.fromEntries(files), noise }, { level: 0 }));
  return { file, hash: await hashOf(file) };
}

const sideload = (file, device) => start(process.execPath, [BIN, 'sideload', file, '--to', device]);

/** What is on a device: `old`, `new`, or what is wrong with it. Temporary files may be there, other books may not. */
async function stateOf(device, editions) {
  const names = (await readdir(device)).filter((name) => !name.startsWith('.kobo'));
  const others = names.filter(
    (name) => name !== 'tide.epub' && !/^\.tide\.epub\.[0-9a-f]{12}\.tmp$/.test(name),
  );
  if (others.length > 0) return `also ${others.join(', ')}`;
  if (names.some((name) => name !== 'tide.epub')) outcomes['left a temporary file']++;
  const hash = await hashOf(join(device, 'tide.epub')).catch(() => 'none');
  return (
    { [editions[0].hash]: 'old', [editions[1].hash]: 'new' }[hash] ?? `no whole book (${names.join(', ')})`
  );
}

function judge(name, state) {
  const isWhole = state === 'old' || state === 'new';
  if (isWhole) outcomes[state]++;
  cases.push({ name: `${name}: ${state}`, problem: isWhole ? undefined : `${state}; seed ${seed}` });
}

/** A folder with the signature of a Kobo and the old book. */
async function koboIn(folder, book) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, '.kobo'), { recursive: true });
  await writeFile(join(folder, '.kobo', 'version'), 'N867,4.9.77,4.38.23171,4.9.77,4.9.77,0-388');
  await copyFile(book.file, join(folder, 'tide.epub'));
}

/**
 * Runs a sideload and calls `stop` with its process after some milliseconds, counted from its start or from the first
 * change on the device; never, where none are given. Tells how it ended and how long it took, in all and from there.
 */
async function interrupted(file, device, { stop, wait, isWatched }) {
  const began = performance.now();
  const { child, ended } = sideload(file, device);
  let changed;
  const stopLater = () => setTimeout(() => stop(child), wait);
  let timer = wait === undefined || isWatched ? undefined : stopLater();
  const watcher = watch(device, () => {
    changed ??= performance.now();
    if (isWatched) timer ??= stopLater();
  });
  const end = await ended;
  clearTimeout(timer);
  watcher.close();
  const now = performance.now();
  return { ...end, took: now - began, wrote: now - (changed ?? now) };
}

/** How long a sideload takes that nothing interrupts. */
async function undisturbed(file, device) {
  const { code, output, took, wrote } = await interrupted(file, device, {});
  if (code !== 0) throw new Error(`A sideload failed (exit ${code}):\n${output}`);
  return { took, wrote };
}

/** A moment by chance: of the whole run, or of the time in which it writes. */
function moment(round, { took, wrote }) {
  const isWatched = round % 2 === 0;
  const wait = random() * (isWatched ? wrote : took);
  const text = `${wait.toFixed(0)} ms after ${isWatched ? 'the first change' : 'the start'}`;
  return { isWatched, wait, text };
}

async function killed(folder, editions) {
  const device = join(folder, 'killed');
  await koboIn(device, editions[0]);
  const times = await undisturbed(editions[1].file, device);
  const stop = (child) => child.kill('SIGKILL');
  for (let round = 1; round <= rounds; round++) {
    await koboIn(device, editions[0]);
    const { text, ...when } = moment(round, times);
    const { signal } = await interrupted(editions[1].file, device, { stop, ...when });
    judge(`round ${round}, ${signal ? `killed ${text}` : 'ended first'}`, await stateOf(device, editions));
  }
  await undisturbed(editions[1].file, device);
  const isNew = (await hashOf(join(device, 'tide.epub'))) === editions[1].hash;
  cases.push({ name: 'the sideload after it', problem: isNew ? undefined : `seed ${seed}` });
}

async function atOnce(folder, editions) {
  const device = join(folder, 'at once');
  for (let round = 1; round <= Math.ceil(rounds / 20); round++) {
    await koboIn(device, editions[0]);
    const both = await Promise.all(editions.map(({ file }) => sideload(file, device).ended));
    const failed = both.find(({ code }) => code !== 0);
    judge(`two at once, round ${round}`, failed ? failed.output : await stateOf(device, editions));
  }
}

const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const must = (program, ...args) => {
  const { status, stderr } = spawnSync(program, args);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${stderr}`);
};

/** Plugs an image in: `pull` takes it out, and with it what was not yet written; undefined where nothing can be. */
async function plugged(image, device) {
  const loop = spawnSync('losetup', ['--find', '--show', image], { encoding: 'utf8' }).stdout?.trim();
  if (!loop) return undefined;
  const server = spawn('mount.exfat-fuse', ['-d', loop, device], { stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const drive = {
    pull: () => server.kill('SIGKILL'),
    async remove() {
      spawnSync('umount', ['-l', device]);
      await ended;
      spawnSync('losetup', ['--detach', loop]);
    },
  };
  for (let tries = 0; tries < 100; tries++) {
    if (spawnSync('mountpoint', ['-q', device]).status === 0) return drive;
    await sleep(20);
  }
  drive.pull();
  await drive.remove();
  return undefined;
}

async function pulled(folder, editions) {
  const [device, fresh, image] = ['pulled', 'fresh.img', 'device.img'].map((name) => join(folder, name));
  if (!has('mkfs.exfat') || !has('mount.exfat-fuse'))
    return console.log('left out: the pulled device, without exFAT');
  await mkdir(device);
  await writeFile(fresh, '');
  await truncate(fresh, 64 * MEGABYTE);
  must('mkfs.exfat', fresh);
  const first = await plugged(fresh, device);
  if (!first) return console.log('left out: the pulled device, as nothing can be mounted here');
  await copyFile(editions[0].file, join(device, 'tide.epub'));
  await first.remove();

  let times;
  for (let round = 0; round <= Math.ceil(rounds / 4); round++) {
    await copyFile(fresh, image);
    const drive = await plugged(image, device);
    times ??= await undisturbed(editions[1].file, device);
    const { text, ...when } = moment(round, times);
    const { code } = await interrupted(editions[1].file, device, { stop: drive.pull, ...when });
    await drive.remove();
    const again = await plugged(image, device);
    const state = await stateOf(device, editions);
    await again.remove();
    const said = code === 0 ? 'ended first' : `pulled ${text}`;
    judge(`exFAT, round ${round}, ${said}`, code === 0 || code === 2 ? state : `exit ${code}`);
  }
}

/** Letters of a text, which no conversion may lose. */
const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, '');

async function kindle(folder) {
  if (!has('ebook-convert')) return console.log('left out: the AZW3, without calibre');
  const device = join(folder, 'Kindle');
  for (const name of ['documents', 'system']) await mkdir(join(device, name), { recursive: true });
  const dist = join(folder, 'dist');
  await build(SAMPLES, dist);
  const epubs = await booksIn(dist);
  const { code, output } = await start(process.execPath, [BIN, 'sideload', ...epubs, '--to', device]).ended;
  for (const epub of epubs) {
    const azw3 = join(device, 'documents', epub.slice(dist.length + 1).replace(/\.epub$/, '.azw3'));
    const texts = [];
    for (const file of [epub, azw3]) {
      must('ebook-convert', file, `${file}.txt`);
      texts.push(letters(await readFile(`${file}.txt`, 'utf8')));
      await rm(`${file}.txt`);
    }
    const [before, after] = texts;
    const isWhole = code === 0 && before.length > 1000 && before === after;
    const problem = isWhole
      ? undefined
      : `exit ${code}, ${before.length} and ${after.length} letters\n${output}`;
    cases.push({
      name: `AZW3 of ${epub.slice(dist.length + 1)}: ${after.length} letters as in the EPUB`,
      problem,
    });
  }
}

await inFolder(async (folder) => {
  const editions = [await edition(folder, 1), await edition(folder, 2)];
  await killed(folder, editions);
  await atOnce(folder, editions);
  await pulled(folder, editions);
  await kindle(folder);
});
report(cases);
console.log(`seed ${seed}: ${JSON.stringify(outcomes)}`);
