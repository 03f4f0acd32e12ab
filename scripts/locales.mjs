// Writes src/locales/cldr.ts from Unicode's CLDR: quotation marks and writing direction of the languages that
// src/locales/ has conventions for. Run it after an update of cldr-misc-full; `--print` prints instead of writing.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const require = createRequire(import.meta.url);
const target = fileURLToPath(new URL('../src/locales/cldr.ts', import.meta.url));
const TAGS = 'cs da de de-CH el en en-GB es fi fr fr-CA hu it nb nl pl pt pt-PT ro ru sk sv tr uk'.split(' ');
/** CLDR keeps what a language shares with its parent in the parent's folder. */
const FOLDERS = { nb: 'no' };

function read(tag, file) {
  const folder = FOLDERS[tag] ?? tag;
  const path = require.resolve(`cldr-misc-full/main/${folder}/${file}.json`);
  return JSON.parse(readFileSync(path, 'utf8')).main[folder];
}

function row(tag) {
  const { delimiters } = read(tag, 'delimiters');
  const { layout } = read(tag, 'layout');
  return {
    direction: layout.orientation.characterOrder === 'right-to-left' ? 'rtl' : 'ltr',
    outer: [delimiters.quotationStart, delimiters.quotationEnd],
    inner: [delimiters.alternateQuotationStart, delimiters.alternateQuotationEnd],
  };
}

const { version } = JSON.parse(readFileSync(require.resolve('cldr-misc-full/package.json'), 'utf8'));
const rows = TAGS.map((tag) => `'${tag}': ${JSON.stringify(row(tag))},`);
const source = `/** Quotation marks and direction by language, from CLDR ${version}. Written by scripts/locales.mjs: do not edit. */
import type { QuotePair } from '../types.js';

export interface CldrRow {
  direction: 'ltr' | 'rtl';
  outer: QuotePair;
  inner: QuotePair;
}

export const CLDR = {
${rows.join('\n')}
} satisfies Record<string, CldrRow>;
`;
const text = await format(source, { ...(await resolveConfig(target)), parser: 'typescript' });
if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(target, text);
