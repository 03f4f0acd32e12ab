// The same manuscripts give the same bytes, wherever and whenever they are built: two copies of the program and of
// the books, in folders of other names, written in another order with other times and rights, built under another
// locale, time zone, clock, home and working directory.
import { copyFile, mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import JSZip from 'jszip';
import {
  booksIn,
  demandCompiled,
  FIXTURES,
  hashOf,
  inFolder,
  report,
  ROOT,
  SAMPLES,
  start,
} from './octavo.mjs';

const WORLDS = [
  {
    folder: 'one',
    order: (names) => [...names].sort(),
    time: new Date('2020-02-29T12:00:00Z'),
    umask: 0o022,
    env: { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C', HOME: '/', USER: 'ann' },
  },
  {
    folder: 'two/with a space/ünï',
    order: (names) => [...names].sort().reverse(),
    time: new Date('2031-12-31T23:59:59Z'),
    umask: 0o077,
    env: {
      ...{
        TZ: 'America/Los_Angeles',
        LANG: 'tr_TR.UTF-8',
        LC_ALL: 'tr_TR.UTF-8',
        HOME: '/nowhere',
        USER: 'bo',
      },
      NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'later.mjs')).href}`,
    },
  },
];

const filesOf = async (folder) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

/** Copies a folder file by file in the order of a world, with its times. */
async function copyInto(from, to, { order, time }) {
  for (const name of order(await filesOf(from))) {
    await mkdir(dirname(join(to, name)), { recursive: true });
    await writeFile(join(to, name), await readFile(join(from, name)));
    await utimes(join(to, name), time, time);
  }
}

/** A sample whose cover is drawn. */
const RELEASED = 'until-wanted';

/** Builds the samples and the fixtures in a world, and releases one; returns the world's folder. */
async function buildIn(base, world) {
  const home = join(base, world.folder);
  const before = process.umask(world.umask);
  await mkdir(home, { recursive: true });
  for (const name of world.order(['lib', 'templates']))
    await copyInto(join(ROOT, name), join(home, name), world);
  await copyFile(join(ROOT, 'package.json'), join(home, 'package.json'));
  await symlink(join(ROOT, 'node_modules'), join(home, 'node_modules'), 'junction');
  for (const folder of world.order([SAMPLES, FIXTURES])) {
    await copyInto(folder.replace(/[\\/]$/, ''), join(home, 'manuscripts'), world);
  }
  const env = { PATH: process.env.PATH, ...world.env };
  const args = [join('lib', 'bin.js'), 'build', '--format', 'epub,kepub'];
  const { code, output } = await start(process.execPath, args, { cwd: home, env }).ended;
  const release = ['release', '--tag', 'v1.0', '--out', 'released', RELEASED];
  const released = await start(process.execPath, [args[0], ...release], { cwd: home, env }).ended;
  process.umask(before);
  if (code === null || code > 1) throw new Error(`The build failed (exit ${code}):\n${output}`);
  if (released.code !== 0) throw new Error(`The release failed (exit ${released.code}):\n${released.output}`);
  return home;
}

/** The entries of two EPUBs that differ, or what else does. */
async function difference(one, two) {
  const [a, b] = await Promise.all([one, two].map(async (file) => JSZip.loadAsync(await readFile(file))));
  const names = [...new Set([...Object.keys(a.files), ...Object.keys(b.files)])];
  const text = (zip, name) => zip.file(name)?.async('string');
  const differing = [];
  for (const name of names) if ((await text(a, name)) !== (await text(b, name))) differing.push(name);
  return differing.length > 0
    ? `differs in ${differing.join(', ')}`
    : 'differs in the archive, not in its files';
}

demandCompiled();
await inFolder(async (base) => {
  const [one, two] = [await buildIn(base, WORLDS[0]), await buildIn(base, WORLDS[1])];
  const books = async (home) =>
    (await booksIn(join(home, 'dist'))).map((file) => join('dist', basename(file)));
  const released = async (home) =>
    (await readdir(join(home, 'released'))).map((file) => join('released', file));
  const all = await Promise.all([one, two].flatMap((home) => [books(home), released(home)]));
  const names = [...new Set(all.flat())];
  const compare = async (name) => {
    const files = [join(one, name), join(two, name)];
    const hashes = await Promise.all(files.map((file) => hashOf(file).catch(() => 'no such file')));
    const isSame = hashes[0] === hashes[1];
    const differs = () => (name.endsWith('.epub') ? difference(...files) : 'differs');
    return {
      name: `${name} ${hashes[0].slice(0, 16)}`,
      problem: isSame ? undefined : await differs(),
    };
  };
  report(await Promise.all(names.map(compare)));
});
