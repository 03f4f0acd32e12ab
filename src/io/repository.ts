/** The repository that a new book starts in: the files of `templates/repository/`, filled in. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { runProgram } from './programs.js';
import { packageRoot, packageVersion } from './templates.js';

interface NewRepository {
  folder: string;
  title: string;
  /** The name of the book's folder. */
  slug: string;
  /** For the date and the rights. */
  year: number;
  /** What runs npm: a program and its first arguments. */
  npm: readonly [string, ...string[]];
}

/** `_gitignore` is `.gitignore`: npm would leave that out of the package. */
const HIDDEN = /(^|[/\\])_(?!_)/g;
const HOLE = /__([A-Z]+)__/g;
/** A string between quotation marks that has a hole. */
const QUOTED = /'([^'\n]*__[A-Z]+__[^'\n]*)'|"([^"\n]*__[A-Z]+__[^"\n]*)"/g;
/** What Markdown could read as markup, in a line that does not begin with it. */
const MARKUP = /[\\`*_[\]<>&!|~$]/g;

/**
 * Writes a repository with a sample book, its workflow and its README, and returns the paths; nothing, where the
 * folder is there already. A folder that cannot be written whole is taken away again.
 */
export async function newRepository({
  folder,
  title,
  slug,
  year,
  npm,
}: NewRepository): Promise<string[] | undefined> {
  const version = packageVersion();
  const values = {
    TITLE: title,
    SLUG: slug,
    YEAR: String(year),
    VERSION: version,
    OCTAVO: `file:octavo-${version}.tgz`,
  };
  const templates = join(packageRoot(), 'templates', 'repository');
  const entries = await readdir(templates, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(templates.length + sep.length))
    .sort();
  if (!(await madeFolder(folder))) return undefined;
  try {
    const written = [];
    const tarball = await packedInto(folder, npm);
    if (tarball === undefined) values.OCTAVO = version;
    else written.push(join(folder, tarball));
    for (const name of names) {
      const path = join(folder, filled(name.replace(HIDDEN, '$1.'), values, asItIs));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, filledFile(name, await readFile(join(templates, name), 'utf8'), values), {
        flag: 'wx',
      });
      written.push(path);
    }
    return written.sort();
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw cause;
  }
}

/** In milliseconds. */
const LONGEST_PACK = 60_000;

/**
 * Packs this very Octavo into a folder and returns the file's name: no registry has it, and with the file in the
 * repository every machine installs the same. Nothing, where npm cannot be run.
 */
async function packedInto(
  folder: string,
  [program, ...first]: NewRepository['npm'],
): Promise<string | undefined> {
  const pack = ['pack', packageRoot(), '--silent', '--ignore-scripts', '--pack-destination', folder];
  await runProgram(program, [...first, ...pack], { timeout: LONGEST_PACK });
  return (await readdir(folder)).find((name) => name.endsWith('.tgz'));
}

/** Makes a folder; false, where something is there already. */
export async function madeFolder(folder: string): Promise<boolean> {
  await mkdir(dirname(folder), { recursive: true });
  try {
    await mkdir(folder);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
}

type Values = Readonly<Record<string, string>>;

const asItIs = (value: string): string => value;
const asMarkdown = (value: string): string => value.replace(MARKUP, '\\$&');

const filled = (text: string, values: Values, set: (value: string) => string): string =>
  text.replace(HOLE, (hole, name: string) => set(values[name] ?? hole));

/** A template's text with its values: as Markdown, or in YAML and JSON as a string between double quotes. */
function filledFile(name: string, text: string, values: Values): string {
  if (name.endsWith('.md')) return filled(text, values, asMarkdown);
  return text.replace(QUOTED, (_, single?: string, double?: string) =>
    JSON.stringify(filled(single ?? double ?? '', values, asItIs)),
  );
}
