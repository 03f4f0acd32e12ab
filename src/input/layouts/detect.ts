/** Which tool a folder was laid out for. */
import type { Folder } from '../../types.js';
import { inNaturalOrder } from '../order.js';
import { isBookPage, isBookYaml } from '../read.js';

export type Tool = 'mdbook' | 'honkit' | 'leanpub' | 'pandoc' | 'tree';

/** The files by which a tool's folder is known, first match first. */
const SIGNATURES: readonly (readonly [tool: Tool, file: string])[] = [
  ['mdbook', 'book.toml'],
  ['mdbook', 'src/SUMMARY.md'],
  ['honkit', 'SUMMARY.md'],
  ['honkit', 'book.json'],
  ['honkit', '.gitbook.yaml'],
  ['leanpub', 'Book.txt'],
  ['leanpub', 'manuscript/Book.txt'],
  ['pandoc', 'metadata.yaml'],
  ['pandoc', 'metadata.yml'],
  ['pandoc', 'title.txt'],
  ['pandoc', 'defaults.yaml'],
  ['pandoc', 'defaults.yml'],
];

/** The tool that a folder's files speak of; none where `book.md` says that it is Octavo's own, or where none does. */
export async function toolOf(folder: Folder): Promise<Tool | undefined> {
  const names = await folder.names('');
  if (names.some(isBookPage)) return undefined;
  for (const [tool, file] of SIGNATURES) {
    const [first = '', second] = file.split('/');
    if (!names.includes(first)) continue;
    if (second === undefined || (await folder.names(first)).includes(second)) return tool;
  }
  if (names.some(isBookYaml)) return undefined;
  return (await isPandoc(folder, names)) ? 'pandoc' : (await isDeep(folder, names)) ? 'tree' : undefined;
}

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

/** As many bytes of a file as tell what it begins with. */
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

const isNumbered = (name: string): boolean => /^\d/.test(name);
