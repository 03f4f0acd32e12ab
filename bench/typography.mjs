#!/usr/bin/env node
// How right the typography is: scores a folder of manuscripts (NAME.md) against their proofed truths (NAME.truth.txt,
// the same blocks, one a line), as EPUBs that the built command makes, beside other tools that are installed.
//
// node bench/typography.mjs [--dashes] FOLDER…
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import JSZip from 'jszip';
import { MARKS, score, textOfHtml } from './score.mjs';

const BIN = fileURLToPath(new URL('../lib/bin.js', import.meta.url));
const TRUTH = '.truth.txt';
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dashes: { type: 'boolean' } },
});
if (positionals.length === 0) {
  console.error('Usage: node bench/typography.mjs [--dashes] FOLDER…');
  process.exit(2);
}
const kinds = values.dashes ? MARKS.dashes : MARKS.quotes;

/** A finished book's documents as text, in the order of their names in the spine. */
async function textOfEpub(bytes) {
  const zip = await JSZip.loadAsync(bytes);
  const path = Object.keys(zip.files).find((name) => name.endsWith('.opf')) ?? '';
  const opf = await zip.file(path).async('string');
  const hrefs = new Map(
    [...opf.matchAll(/<item\b[^>]*>/g)].map(([item]) => [
      /\bid="([^"]+)"/.exec(item)?.[1],
      /\bhref="([^"]+)"/.exec(item)?.[1],
    ]),
  );
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const documents = [...opf.matchAll(/<itemref\b[^>]*idref="([^"]+)"/g)].map(([, id]) =>
    zip.file(folder + hrefs.get(id)),
  );
  const texts = await Promise.all(documents.map((file) => file.async('string')));
  return texts.map(textOfHtml).join('\n');
}

async function byOctavo(manuscript) {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-bench-'));
  try {
    cpSync(manuscript, join(folder, 'in', basename(manuscript)));
    const argv = [BIN, 'build', '--quiet', '--manuscripts', join(folder, 'in'), '--out', join(folder, 'out')];
    const { stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
    const made = readdirSync(join(folder, 'out')).find((name) => name.endsWith('.epub'));
    if (!made) throw new Error(`\`octavo build\` made nothing: ${stderr}`);
    return await textOfEpub(readFileSync(join(folder, 'out', made)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const byCommand = (command, ...options) => ({
  name: [command, ...options].join(' '),
  installed: spawnSync(command, ['--version']).error === undefined,
  run: (manuscript) =>
    textOfHtml(spawnSync(command, [...options, manuscript], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout),
});

/** The blocks of a Markdown tree that hold inline content, a line each. */
function textOfTree(node) {
  if (node.type === 'break') return ' ';
  if (!node.children) return (node.value ?? '').replaceAll('\n', ' ');
  const text = node.children.map(textOfTree).join('');
  return node.type === 'paragraph' || node.type === 'heading' ? `${text}\n` : text;
}

/** remark-smartypants, where somebody has installed it: it is no dependency. */
async function bySmartypants() {
  const plugin = await import('remark-smartypants').catch(() => undefined);
  const run = async (manuscript) => {
    const [{ unified }, { default: remarkParse }] = await Promise.all([
      import('unified'),
      import('remark-parse'),
    ]);
    const processor = unified().use(remarkParse).use(plugin.default, { dashes: 'oldschool' });
    return textOfTree(processor.runSync(processor.parse(readFileSync(manuscript, 'utf8'))));
  };
  return { name: 'remark-smartypants', installed: plugin !== undefined, run };
}

const tools = [
  { name: 'octavo build', installed: true, run: byOctavo },
  byCommand('pandoc', '-f', 'markdown+smart', '-t', 'html', '--wrap=none'),
  byCommand('cmark', '--smart'),
  await bySmartypants(),
].filter(({ installed }) => installed);

const figure = ({ marks, wrong }) => (marks === 0 ? '–' : ((1e4 * wrong) / marks).toFixed(1));
const add = (sum, { marks, wrong, unmatched }) => ({
  marks: sum.marks + marks,
  wrong: sum.wrong + wrong,
  unmatched: sum.unmatched + unmatched,
});
const NOTHING = { marks: 0, wrong: 0, unmatched: 0 };

for (const folder of positionals) {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(TRUTH))
    .map((name) => name.slice(0, -TRUTH.length));
  const totals = tools.map(() => NOTHING);
  console.log(`\n${folder}: wrong ${values.dashes ? 'dashes and ellipses' : 'quotation marks'} in 10,000\n`);
  console.log(`| book | marks | ${tools.map(({ name }) => name).join(' | ')} |`);
  console.log(`|---|--:|${tools.map(() => '--:|').join('')}`);
  for (const name of names) {
    const truth = readFileSync(join(folder, `${name}${TRUTH}`), 'utf8');
    const scores = [];
    for (const tool of tools) scores.push(score(truth, await tool.run(join(folder, `${name}.md`)), kinds));
    scores.forEach((one, index) => (totals[index] = add(totals[index], one)));
    console.log(`| ${name} | ${scores[0].marks} | ${scores.map(figure).join(' | ')} |`);
  }
  console.log(`| together | ${totals[0].marks} | ${totals.map(figure).join(' | ')} |`);
  totals.forEach(({ unmatched }, index) => {
    if (unmatched > 0)
      console.log(`\n${tools[index].name}: ${unmatched} marks stand in blocks that it changed.`);
  });
}
