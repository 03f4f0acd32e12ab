// Writes src/locales/cldr.ts from Unicode's CLDR: quotation marks, writing direction and dates of the languages that
// src/locales/ has conventions for. Run it after an update of cldr-misc-full and cldr-dates-full, which have one
// version; `--print` prints instead of writing.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const require = createRequire(import.meta.url);
const target = fileURLToPath(new URL('../src/locales/cldr.ts', import.meta.url));
/** The tags that the files of the languages ask for: `language('nl', …)`. */
const TAGS = [
  ...new Set(
    readdirSync(dirname(target)).flatMap((name) =>
      [...readFileSync(join(dirname(target), name), 'utf8').matchAll(/= language\(\s*'([\w-]+)'/g)].map(
        ([, tag]) => tag,
      ),
    ),
  ),
].sort();
/** CLDR keeps what a language shares with its parent in the parent's folder. */
const FOLDERS = { nb: 'no' };

function read(tag, file, part = 'misc') {
  const folder = FOLDERS[tag] ?? tag;
  const base = dirname(require.resolve(`cldr-${part}-full/package.json`));
  try {
    return JSON.parse(readFileSync(join(base, 'main', folder, `${file}.json`), 'utf8')).main[folder];
  } catch (cause) {
    if (cause.code !== 'ENOENT') throw cause;
    console.error(
      `CLDR has nothing for the tag \`${tag}\` in \`src/locales/\`. Give \`language()\` a tag that \`cldr-${part}-full/main\` has a folder for, and the book's tag as its third argument.`,
    );
    process.exit(1);
  }
}

/** How days and months are written; `alone` are the months without a day, where they have a form of their own. */
function dates(tag) {
  const { months, dateFormats, dateTimeFormats } = read(tag, 'ca-gregorian', 'dates').dates.calendars
    .gregorian;
  const month = dateTimeFormats.availableFormats.yMMMM;
  const names = (width) => Object.values(months[width].wide).join(' ');
  return {
    day: pattern(dateFormats.long),
    month: pattern(month),
    months: names('format'),
    ...(month.includes('LLLL') ? { alone: names('stand-alone') } : {}),
  };
}

/** CLDR's letters as words between braces, its quoted text as it stands: https://unicode.org/reports/tr35/tr35-dates.html */
const pattern = (format) =>
  format.replace(/'([^']+)'|d+|M+|L+|y+/g, (letters, quoted) => quoted ?? `{${FIELDS[letters[0]]}}`);
const FIELDS = { d: 'day', M: 'month', L: 'month', y: 'year' };

function row(tag) {
  const { delimiters } = read(tag, 'delimiters');
  const { layout } = read(tag, 'layout');
  return {
    direction: layout.orientation.characterOrder === 'right-to-left' ? 'rtl' : 'ltr',
    outer: [delimiters.quotationStart, delimiters.quotationEnd],
    inner: [delimiters.alternateQuotationStart, delimiters.alternateQuotationEnd],
    dates: dates(tag),
  };
}

const { version } = JSON.parse(readFileSync(require.resolve('cldr-misc-full/package.json'), 'utf8'));
const rows = TAGS.map((tag) => `'${tag}': ${JSON.stringify(row(tag))},`);
const source = `/** Quotation marks, direction and dates by language, from CLDR ${version}. Written by scripts/locales.mjs: do not edit. */
import type { DateForms, QuotePair } from './types.js';

export interface CldrRow {
  direction: 'ltr' | 'rtl';
  outer: QuotePair;
  inner: QuotePair;
  dates: DateForms;
}

export const CLDR = {
${rows.join('\n')}
} satisfies Record<string, CldrRow>;
`;
const text = await format(source, { ...(await resolveConfig(target)), parser: 'typescript' });
if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(target, text);
