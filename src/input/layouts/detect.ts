/** Which tool a folder was laid out for. */
import type { Folder } from '../../types.js';
import { inNaturalOrder } from '../order.js';
import { isOfRepository } from '../../config/repository.js';
import { isBookPage, isBookYaml } from '../read.js';
import { NAMES_CHAPTERS, SCRIPTS } from './build-script.js';
import { isNumbered, isWrapper, holderOf } from './wrapper.js';

export type Tool =
  'mdbook' | 'honkit' | 'leanpub' | 'pandoc' | 'quarto' | 'bookdown' | 'tree' | 'jekyll' | 'longform';

/** The files by which a tool's folder is known, first match first. */
const SIGNATURES: readonly (readonly [tool: Tool, file: string])[] = [
  ['mdbook', 'book.toml'],
  ['mdbook', 'src/SUMMARY.md'],
  ['honkit', 'SUMMARY.md'],
  ['honkit', 'LANGS.md'],
  ['honkit', 'book.json'],
  ['honkit', '.gitbook.yaml'],
  ['leanpub', 'Book.txt'],
  ['leanpub', 'manuscript/Book.txt'],
  ['quarto', '_quarto.yml'],
  ['quarto', '_quarto.yaml'],
  ['bookdown', '_bookdown.yml'],
  ['tree', '_index.md'],
  ['jekyll', '_config.yml'],
  ['pandoc', 'metadata.yaml'],
  ['pandoc', 'metadata.yml'],
  ['pandoc', 'metadata.json'],
  ['pandoc', 'title.txt'],
  ['pandoc', 'defaults.yaml'],
  ['pandoc', 'defaults.yml'],
  ...SCRIPTS.map((script) => ['pandoc', script] as const),
];

/** The tool that a folder's files speak of; undefined if `book.md` says that it is Octavo's own, or if no file speaks of a tool. */
export async function toolOf(folder: Folder): Promise<Tool | undefined> {
  const names = await folder.names('');
  if (names.some(isBookPage)) return undefined;
  for (const [tool, file] of SIGNATURES) {
    const [first = '', second] = file.split('/');
    const found = named(names, first);
    if (found === undefined) continue;
    const inner = second === undefined ? '' : named(await folder.names(found), second);
    if (inner === undefined) continue;
    if (await isMeant(inner === '' ? found : `${found}/${inner}`, folder)) return tool;
  }
  if (await isWrapped(folder, names)) return (await isPandoc(folder, names)) ? 'pandoc' : 'tree';
  if (names.some(isBookYaml)) return undefined;
  return (await isPandoc(folder, names)) ? 'pandoc' : (await isDeep(folder, names)) ? 'tree' : undefined;
}

/** A name of a signature among those of a folder; Leanpub's list in any case. */
const named = (names: readonly string[], wanted: string): string | undefined =>
  names.includes(wanted) || wanted !== 'Book.txt'
    ? names.find((name) => name === wanted)
    : names.find((name) => /^book\.txt$/i.test(name));

const QUARTO =
  /^book:[^]*?\n[ \t]+chapters:[^]*?\.(?:md|qmd|rmd)\b|^(?=[^]*^metadata-files:)[^]*^project:[^]*?\n[ \t]+type:[ \t]*["']?book\b/im;

/** Files of a common name that must say what they are: a list of files, metadata. */
const MEANT: Readonly<Record<string, RegExp>> = {
  'book.txt': /^(?:\s|#[^\n]*\n|[\w-]+:?\n)*[^\n]+\.(?:md|markdown|txt)[ \t]*(?:\n|$)/i,
  // A book, and not a site.
  '_quarto.yml': QUARTO,
  '_quarto.yaml': QUARTO,
  // Jekyll's, and not that of another tool: one of its folders or settings stands there.
  '_config.yml': /^(?:title|collections|permalink|baseurl|markdown|plugins|theme|remote_theme)\s*:/m,
  'metadata.json': /"(?:title|author|creator)"\s*:/,
  ...Object.fromEntries(SCRIPTS.map((script) => [script.toLowerCase(), NAMES_CHAPTERS])),
};

async function isMeant(file: string, folder: Folder): Promise<boolean> {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const pattern = name === 'Book.txt' ? undefined : MEANT[name.toLowerCase()];
  if (!pattern) return true;
  const { value } = await folder.read(file);
  return pattern.test(new TextDecoder().decode(value?.bytes.subarray(0, HEAD)).replaceAll('\r', ''));
}

/** Whether the texts lie in one folder of such a name. */
async function isWrapped(folder: Folder, names: readonly string[]): Promise<boolean> {
  if (!names.some(isWrapper) || names.some(isNumbered)) return false;
  const { value: files } = await folder.list();
  return holderOf(files.filter(isTextAt)) !== undefined;
}

const isTextAt = (file: string): boolean => {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return isText(name) && !isOfRepository(name);
};

const isText = (name: string): boolean => /^[^.].*\.(?:md|markdown)$/i.test(name) && !/^readme\./i.test(name);

/** A title block of pandoc's at the beginning of a text: `% Title`. */
export const TITLE_BLOCK = /^\uFEFF?%[ \t]+\S/;

/** Front matter with nothing below it: metadata of the whole book, in a file of their own. */
const METADATA_ALONE = /^\uFEFF?---[ \t]*\n(?=[^]*?^title:)(?![^]*?^kind:)[^]*?\n(?:---|\.\.\.)\s*$/m;

async function isPandoc(folder: Folder, names: readonly string[]): Promise<boolean> {
  const [first] = inNaturalOrder(names.filter(isText).map((rel) => ({ rel, path: rel })));
  if (!first) return false;
  const { value } = await folder.read(first.rel);
  const text = new TextDecoder().decode(value?.bytes.subarray(0, HEAD)).replaceAll('\r', '');
  return TITLE_BLOCK.test(text) || ((value?.bytes.length ?? 0) < HEAD && isMetadataAlone(text));
}

/** How many bytes of a file are read to see what it begins with. */
const HEAD = 16 * 1024;

const isMetadataAlone = (text: string): boolean =>
  METADATA_ALONE.test(text) && !/\n(?:---|\.\.\.)[ \t]*\n\s*\S/.test(text);

/** Whether numbered folders lie in numbered folders: parts within parts, which have no place in a folder of ours. */
async function isDeep(folder: Folder, names: readonly string[]): Promise<boolean> {
  for (const part of names.filter(isNumbered)) {
    for (const inner of (await folder.names(part)).filter(isNumbered)) {
      if (isText(inner)) continue;
      if ((await folder.names(`${part}/${inner}`)).some(isText)) return true;
    }
  }
  return false;
}
