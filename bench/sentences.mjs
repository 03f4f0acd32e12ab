#!/usr/bin/env node
// How far the sentences of kepubs agree with those of Intl.Segmenter: ends within a line of text, over whole books.
//
// node bench/sentences.mjs FILE.kepub.epub…
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import JSZip from 'jszip';
import { SaxesParser } from 'saxes';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Usage: node bench/sentences.mjs FILE.kepub.epub…');
  process.exit(2);
}

/** The sentences of each line of text, a line being what stands in spans that follow one another. */
function linesOf(xhtml) {
  const lines = [];
  let line;
  const open = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const isSpan = attributes.class === 'koboSpan';
    open.push(isSpan ? 'koboSpan' : name);
    if (!isSpan) line = undefined;
  });
  parser.on('closetag', () => {
    if (open.pop() !== 'koboSpan') line = undefined;
  });
  parser.on('text', (text) => {
    if (open.at(-1) !== 'koboSpan') return;
    if (!line) lines.push((line = []));
    line.push(text);
  });
  parser.write(xhtml).close();
  return lines;
}

/** Where the parts of a line end, in characters, the last one's end left out. */
const endsOf = (parts) => {
  let at = 0;
  return new Set(parts.map((part) => (at += part.length)).slice(0, -1));
};

console.log(`Node ${process.version}, ICU ${process.versions.icu}\n`);
console.log(
  '| book | ends by the rule | by Intl.Segmenter | in both | of the rule’s | of Intl.Segmenter’s |',
);
console.log('|---|--:|--:|--:|--:|--:|');
for (const file of files) {
  const archive = await JSZip.loadAsync(readFileSync(file));
  const documents = Object.keys(archive.files).filter((name) => name.endsWith('.xhtml'));
  const count = { rule: 0, segmenter: 0, both: 0 };
  for (const name of documents) {
    const xhtml = await archive.file(name).async('string');
    const segmenter = new Intl.Segmenter(/ lang="([^"]+)"/.exec(xhtml)?.[1], { granularity: 'sentence' });
    for (const line of linesOf(xhtml)) {
      const ours = endsOf(line);
      const theirs = endsOf(Array.from(segmenter.segment(line.join('')), ({ segment }) => segment));
      count.rule += ours.size;
      count.segmenter += theirs.size;
      count.both += [...ours].filter((end) => theirs.has(end)).length;
    }
  }
  const share = (of) => `${((100 * count.both) / of).toFixed(1)} %`;
  const { rule, segmenter, both } = count;
  console.log(
    `| ${basename(file, '.kepub.epub')} | ${rule} | ${segmenter} | ${both} | ${share(rule)} | ${share(segmenter)} |`,
  );
}
