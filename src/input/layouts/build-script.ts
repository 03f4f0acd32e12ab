/** A Makefile or a script that gives pandoc the chapters one by one: their order is the book's. */
import { posix } from 'node:path';
import { textsIn, type Site } from './plan.js';

/** Files that may build a book. */
export const SCRIPTS = [
  'Makefile',
  'makefile',
  'GNUmakefile',
  'build.sh',
  'make.sh',
  'compile.sh',
  'book.sh',
];

const TEXT = /(?<![\w*?./-])[\w./-]+\.(?:md|markdown)\b/g;

/** Two texts beside each other, perhaps on two lines, and the command that takes them. */
export const NAMES_CHAPTERS =
  /^(?=[^]*\bpandoc\b)[^]*(?<![\w*?./-])[\w./-]+\.(?:md|markdown)(?:[ \t]+|[ \t]*\\[ \t]*\n[ \t]*)(?:\$[({]\w+[)}])?[\w./-]+\.(?:md|markdown)\b/;

/** The texts of a folder in the order in which such a file names them; undefined where none names most. */
export async function chaptersOfScript(site: Site): Promise<{ script: string; files: string[] } | undefined> {
  for (const script of SCRIPTS) {
    if (!site.files.has(script)) continue;
    const { value: text = '' } = await site.text(script);
    if (!NAMES_CHAPTERS.test(text)) continue;
    const named = [...expanded(text.replaceAll(/^[ \t]*#.*$/gm, '')).matchAll(TEXT)].map(([path]) =>
      posix.normalize(path),
    );
    const files = [...new Set(named)].filter((path) => site.files.has(path));
    // One that names a few of many builds something else.
    if (files.length > 1 && files.length * 2 >= textsIn(site, '').length) return { script, files };
  }
  return undefined;
}

const VARIABLE = /^[ \t]*(\w+)[ \t]*:?=[ \t]*["']?([\w./-]+)["']?[ \t]*$/gm;

/** A text with the variables that hold one word put in their places: `$(SRC)/one.md`. */
function expanded(text: string): string {
  const values = new Map([...text.matchAll(VARIABLE)].map(([, name = '', value = '']) => [name, value]));
  return text.replaceAll(/\$[({]?(\w+)[)}]?/g, (whole: string, name: string) => values.get(name) ?? whole);
}
