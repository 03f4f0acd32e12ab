#!/usr/bin/env node
// How right the typography is: scores a folder of manuscripts (NAME.md) against their proofed truths (NAME.truth.txt,
// the same blocks, one a line), as the compiled command, plugin and function make them, beside other tools that are
// installed. Packages of others are looked for from the folder that --from names, else from here.
//
// node bench/typography.mjs [--dashes] [--from FOLDER] FOLDER…
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MARKS, score } from './score.mjs';
import { typesettersIn } from './typesetters.mjs';

const TRUTH = '.truth.txt';
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dashes: { type: 'boolean' }, from: { type: 'string' } },
});
if (positionals.length === 0) {
  console.error('Usage: node bench/typography.mjs [--dashes] [--from FOLDER] FOLDER…');
  process.exit(2);
}
const kinds = values.dashes ? MARKS.dashes : MARKS.quotes;

const tools = await typesettersIn(values.from ?? process.cwd());

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
