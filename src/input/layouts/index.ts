/** Folders that other tools laid out, read as they are: each row knows one tool. */
import type { Result } from '../../diagnostics.js';
import type { Folder, Listed, Message, RawBook, RawFile } from '../../types.js';
import { decode } from '../decode.js';
import { isBookYaml } from '../read.js';
import { readBookdown } from './bookdown.js';
import type { Tool } from './detect.js';
import { readHonkit } from './honkit.js';
import { readJekyll } from './jekyll.js';
import { readLeanpub } from './leanpub.js';
import { linesOf } from './lines.js';
import { leadsSomewhere, noteMarks } from './notes.js';
import { readLongform } from './longform.js';
import { readMdbook } from './mdbook.js';
import { builtInPlace } from './outline.js';
import { readPandoc } from './pandoc.js';
import type { Plan, Reader, Site } from './plan.js';
import { readQuarto } from './quarto.js';
import { remarks } from './remarks.js';
import { readTree } from './tree.js';
import { vaultOf } from './vault.js';

const READERS: Readonly<Record<Tool, Reader>> = {
  mdbook: readMdbook,
  honkit: readHonkit,
  leanpub: readLeanpub,
  pandoc: readPandoc,
  tree: readTree,
  jekyll: readJekyll,
  longform: readLongform,
  quarto: readQuarto,
  bookdown: readBookdown,
};

type Laid = Pick<RawBook, 'files' | 'layout'>;

/** The files of a tool's folder in Octavo's Markdown, and what the tool's own files say of the book. */
export async function layOut(
  folder: Folder,
  tool: Tool,
  isPage: Site['isPage'] = () => false,
): Promise<Result<Laid>> {
  const { site, list } = await siteOf(folder, isPage);
  const { value: plan, messages: said } = await READERS[tool](site);
  const messages = [...list.messages, ...said];
  const files: RawFile[] = [];
  for (const rel of filesOf(plan.listed, site)) {
    const file = await fileOf(rel, plan, site);
    messages.push(...file.messages);
    if (file.value) files.push(file.value);
  }
  const known = new Set([...site.included, ...plan.listed.map(({ rel }) => rel)]);
  for (const rel of plan.texts?.files ?? [])
    if (!known.has(rel)) site.remarks.add('folders:unlisted', rel, plan.texts?.list ?? '');
  messages.push(builtInPlace(plan.found, plan.differs, folder.path), ...site.remarks.messages());
  return { value: { files, layout: layoutOf(plan, site) }, messages };
}

/** A folder as readers see it. */
async function siteOf(
  folder: Folder,
  isPage: Site['isPage'] = () => false,
): Promise<{ site: Site; list: Result<readonly string[]> }> {
  const list = await folder.list();
  const hidden = (await folder.names('')).filter((name) => name.startsWith('.gitbook.'));
  const site: Site = {
    folder,
    files: new Set([...list.value, ...hidden].map((file) => file.normalize('NFC'))),
    remarks: remarks(),
    included: new Set(),
    text: (rel) => textOf(folder, rel),
    isPage,
  };
  return { site, list };
}

/** The files of a folder of one's own with the marks of linked notes as Octavo's; nothing where no link leads anywhere. */
export async function withNotes(
  folder: Folder,
  files: readonly RawFile[],
): Promise<Result<RawFile[]> | undefined> {
  const { site, list } = await siteOf(folder);
  const inBook = new Set(files.map(({ rel }) => rel.normalize('NFC')));
  const vault = vaultOf(site.files, inBook);
  const leads = ({ bytes, path, rel }: RawFile): boolean =>
    leadsSomewhere(decode(bytes, path).value ?? '', rel, vault);
  if (!files.some(leads)) return undefined;
  const dialect = noteMarks(site, inBook);
  const made: RawFile[] = [];
  const messages: Message[] = [...list.messages];
  for (const file of files) {
    const result = isBookYaml(file.rel) ? { value: file, messages: [] } : await rewritten(file, dialect);
    messages.push(...result.messages);
    if (result.value) made.push(result.value);
  }
  return { value: made, messages: [...messages, ...site.remarks.messages()] };
}

const filesOf = (listed: readonly Listed[], { files }: Site): Set<string> =>
  new Set([...[...files].filter(isBookYaml), ...listed.flatMap(({ rel }) => rel ?? [])]);

function layoutOf(plan: Plan, { files }: Site): NonNullable<RawBook['layout']> {
  const { metadata, metaPath, listed, split, anchors, images } = plan;
  return { ...metadata, metaPath, outline: listed, split, anchors, ...(images ? { images } : {}), files };
}

async function textOf(folder: Folder, rel: string): Promise<Result<string | undefined>> {
  const { value: file, messages } = await folder.read(rel);
  if (!file) return { value: undefined, messages };
  const text = decode(file.bytes, file.path);
  return { value: text.value, messages: [...messages, ...text.messages] };
}

/** A file with its tool's marks as Octavo's. */
async function fileOf(rel: string, { dialect }: Plan, site: Site): Promise<Result<RawFile | undefined>> {
  const { value: file, messages } = await site.folder.read(rel);
  if (!file || !dialect || isBookYaml(rel)) return { value: file, messages };
  const made = await rewritten(file, dialect);
  return { value: made.value, messages: [...messages, ...made.messages] };
}

async function rewritten(
  file: RawFile,
  dialect: NonNullable<Plan['dialect']>,
): Promise<Result<RawFile | undefined>> {
  const { rel } = file;
  const decoded = decode(file.bytes, file.path);
  // The read stage has the message for what cannot be decoded.
  if (decoded.value === undefined) return { value: file, messages: [] };
  const { value: lines, messages: said } = await dialect(linesOf(decoded.value), { rel, path: file.path });
  const more: Message[] = [...decoded.messages, ...said];
  // A file of marks alone, such as `{mainmatter}`, is no chapter.
  if (/\S/.test(decoded.value) && !lines.some(({ text }) => /\S/.test(text)))
    return { value: undefined, messages: more };
  const bytes = new TextEncoder().encode(lines.map(({ text }) => text).join('\n'));
  return { value: { ...file, bytes, lines: lines.map(({ origin }) => origin) }, messages: more };
}
