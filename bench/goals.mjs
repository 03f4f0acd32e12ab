#!/usr/bin/env node
// What Octavo is to cost, as a table: a short story, many of them, a long novel, and the same again. Every ratio is of
// runs in turn with those of its peer. The stories are cut from the novel.
//
// node bench/goals.mjs [--runs N] [--stories N] [--unchanged N] NOVEL.md
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from './measure.mjs';

const BIN = fileURLToPath(new URL('../lib/bin.js', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '7' },
    stories: { type: 'string', default: '300' },
    unchanged: { type: 'string', default: '1000' },
  },
});
const [novel] = positionals;
const [runs, stories, unchanged] = [values.runs, values.stories, values.unchanged].map(Number);
if (!novel) {
  console.error('Usage: node bench/goals.mjs [--runs N] [--stories N] [--unchanged N] NOVEL.md');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'octavo-goals-'));
const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') };
const NODE = [process.execPath, '-e', '0'];

/** Runs a command: seconds of the processor and of the clock, and the peak of memory in MiB, by GNU time. */
function measured(argv) {
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', 'cost=%U %S %e %M', ...argv], {
    env,
    encoding: 'utf8',
  });
  const [, ...facts] = /cost=(\S+) (\S+) (\S+) (\S+)/.exec(stderr ?? '') ?? [];
  if (status > 1 || facts.length < 4) throw new Error(`\`${argv.join(' ')}\`: ${stderr}`);
  const [user, system, wall, peak] = facts.map(Number);
  return { cpu: user + system, wall, peak: peak / 1024 };
}

/** Medians of commands that are run in turn; one run of each goes before. */
function inTurn(commands, times = runs) {
  const found = commands.map(() => []);
  for (let run = 0; run <= times; run += 1)
    for (const [index, { argv, clear }] of commands.entries()) {
      if (clear) rmSync(clear, { recursive: true, force: true });
      const one = measured(argv);
      if (run > 0) found[index].push(one);
    }
  return found.map((list) =>
    Object.fromEntries(['cpu', 'wall', 'peak'].map((key) => [key, median(list.map((one) => one[key]))])),
  );
}

const out = join(folder, 'out');
const octavo = (manuscripts, ...more) => ({
  argv: [process.execPath, BIN, 'build', '--quiet', '--manuscripts', manuscripts, '--out', out, ...more],
  clear: out,
});

const text = readFileSync(novel, 'utf8').replaceAll(/^#.*$/gm, '');
/** A story of 4 kB from somewhere in the novel. */
function story(index, bare = '') {
  const from = text.indexOf('\n\n', (index * 7919 * 31) % (text.length - 10_000));
  const body = text.slice(from, text.indexOf('\n\n', from + 3800)).trim();
  return `---\ntitle: The Last Ferry, ${index}\nauthor: Anna Holm\n${bare}---\n\n${body}\n`;
}
function library(name, count, bare) {
  const path = join(folder, name);
  mkdirSync(path);
  for (let index = 0; index < count; index += 1)
    writeFileSync(join(path, `story-${String(index).padStart(4, '0')}.md`), story(index, bare));
  return path;
}
const ratio = (one, other, key) => `${(one[key] / other[key]).toFixed(2)} ×`;
const seconds = (value) => `${value.toFixed(2)} s`;
const rows = [];
const row = (work, goal, value, detail = '') => rows.push([work, goal, value, detail]);

function oneShots() {
  const whole = octavo(library('whole', 1));
  const bare = octavo(library('bare', 1, 'cover: false\nfonts: false\n'));
  const [base, own, naked] = inTurn([{ argv: NODE }, whole, bare]);
  const told = (one) => `${seconds(one.cpu)} against ${seconds(base.cpu)}`;
  row('a story of 4 kB, processor', '3 ×', ratio(own, base, 'cpu'), told(own));
  row('the same without cover and fonts', '2.2 ×', ratio(naked, base, 'cpu'), told(naked));
}

function manyStories() {
  const many = library('many', stories);
  const [base, made] = inTurn([{ argv: NODE }, octavo(many, '--force')], 1);
  const each = made.wall / stories;
  const how = `${seconds(made.wall)}, ${availableParallelism()} cores, ${made.peak.toFixed(0)} MiB`;
  row(`${stories} stories in one run, clock a book`, '0.3 ×', `${(each / base.wall).toFixed(2)} ×`, how);
  const sizes = readdirSync(out).map((name) => statSync(join(out, name)).size);
  const most = `${Math.min(...sizes) / 1000} to ${Math.max(...sizes) / 1000} kB`;
  row('their EPUBs, median', 'under 250 kB', `${(median(sizes) / 1000).toFixed(0)} kB`, most);
}

function again() {
  const many = library('again', unchanged);
  const { argv } = octavo(many);
  measured(argv);
  const { wall, cpu } = measured(argv);
  row(
    `${unchanged} stories of which none changed, clock`,
    'under 2 s',
    seconds(wall),
    `processor ${seconds(cpu)}`,
  );
}

function longNovel() {
  const path = join(folder, 'novel');
  mkdirSync(path);
  writeFileSync(join(path, 'novel.md'), readFileSync(novel));
  const peer = {
    argv: ['pandoc', '-f', 'markdown+smart', '--metadata', 'title=T', '-o', join(folder, 'p.epub'), novel],
  };
  const [own, pandoc] = inTurn([octavo(path, '--force'), peer], Math.min(runs, 5));
  const told = (key) => `${seconds(own[key])} against ${seconds(pandoc[key])}`;
  row('the novel against pandoc, clock', '0.16 ×', ratio(own, pandoc, 'wall'), told('wall'));
  row('the same, processor', '0.22 ×', ratio(own, pandoc, 'cpu'), told('cpu'));
  row('its peak of memory', '200 MiB', `${own.peak.toFixed(0)} MiB`);
}

/** From a save to the file, in a command that watches: an edit of a chapter, of novel and story. */
async function watched(name, files) {
  const path = join(folder, `watched-${name}`, name);
  mkdirSync(path, { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
  const { argv } = octavo(join(folder, `watched-${name}`), '--watch', '--json');
  const child = spawn(argv[0], argv.slice(1), { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let told = '';
  child.stdout.on('data', (data) => (told += data));
  const built = async () => {
    while (!told.includes('\n}\n')) await new Promise((resolve) => setTimeout(resolve, 2));
    told = '';
  };
  await built();
  const [edited] = Object.keys(files).slice(-2);
  const times = [];
  for (let edit = 0; edit < runs + 2; edit += 1) {
    const began = performance.now();
    writeFileSync(join(path, edited), `${files[edited]}\n\nOne more line, the ${edit}th.\n`);
    await built();
    if (edit > 1) times.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  child.kill();
  return `${(median(times) / 1000).toFixed(2)} s`;
}

async function watching() {
  const chapters = readFileSync(novel, 'utf8')
    .split(/^(?=#+ )/m)
    .filter((one) => one.length > 400);
  const files = Object.fromEntries(
    chapters.map((one, index) => [`${String(index + 1).padStart(4, '0')}.md`, one.replace(/^#+/, '#')]),
  );
  row('a chapter of the novel edited, save to file', '0.3 s', await watched('novel', files));
  row('a story edited, save to file', '0.1 s', await watched('story', { '1.md': story(1) }));
}

try {
  oneShots();
  longNovel();
  await watching();
  manyStories();
  again();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`Node ${process.version}, ${runs} runs\n\n| work | goal | is | |\n|---|--:|--:|---|`);
for (const cells of rows) console.log(`| ${cells.join(' | ')} |`);
