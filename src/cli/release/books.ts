/** The books of a release: built, checked and named by their edition, and written nowhere yet. */
import { basename, resolve } from 'node:path';
import { formatsIn } from '../../config/formats.js';
import { releaseFile, releaseName, versionOf } from '../../deliver/release/set.js';
import type { ReleaseFile } from '../../deliver/release/host.js';
import { fatal, warning } from '../../diagnostics.js';
import { openBook } from '../../epub/publication.js';
import { drawCover, openScaler } from '../../images/index.js';
import { build, type BuiltBook, type Stages } from '../../index.js';
import { readPackageFile } from '../../io/packages.js';
import type { Message } from '../../types.js';
import { inspect } from '../build/inspect.js';
import { configOf } from '../run-config.js';
import type { Flags } from '../command.js';
import type { Released } from './record.js';

/** A file as it was built, with the stages that made it. */
interface Made {
  stages: Stages;
  /** `.epub`, `.kepub.epub`. */
  extension: string;
  bytes: Uint8Array;
}

interface ReleasedOptions {
  tag: string | undefined;
  epoch: number | undefined;
}

/** Builds the books that are named, or all; messages that are errors say why one cannot be released. */
export async function releasedBooks(
  names: readonly string[],
  flags: Flags,
  { tag, epoch }: ReleasedOptions,
): Promise<{ books: Released[]; messages: Message[] }> {
  const cwd = process.cwd();
  const made = new Map<string, Made>();
  const result = await build({
    cwd,
    config: configOf(flags),
    manuscripts: String(flags.manuscripts),
    books: names,
    out: String(flags.out),
    formats: formatsIn(String(flags.format)),
    ...(epoch === undefined ? {} : { epoch }),
    inspect,
    store: (path, bytes, stages) => {
      made.set(path, { stages, extension: basename(path).slice(stages.package?.slug.length), bytes });
      return Promise.resolve(true);
    },
  });
  const scaler = openScaler();
  const books: Released[] = [];
  for (const built of result.books) {
    const own = built.files.flatMap(({ file }) => made.get(resolve(cwd, file)) ?? []);
    const book = released(built, own, tag);
    const cover = await coverOf(book, scaler);
    const shopCover = await shopCoverOf(book, own[0]?.stages, scaler);
    books.push({ ...book, ...(cover ? { cover } : {}), ...(shopCover ? { shopCover } : {}) });
  }
  await scaler.close();
  return { books, messages: [...result.messages, ...sameNames(books)] };
}

/** A built book under the name of its edition. */
function released(built: BuiltBook, made: readonly Made[], tag: string | undefined): Released {
  const { package: book, book: parts, raw } = made[0]?.stages ?? {};
  const slug = book?.slug ?? built.name;
  const said = parts?.metadata.version;
  const tagged = tag === undefined || tag === '' ? undefined : versionOf(tag, slug);
  const version = said ?? tagged;
  const messages = [...built.messages];
  const details = { path: raw?.path ?? built.name };
  if (book && version === undefined) {
    const hint = 'Put `version: 1.0` into its front matter, or name a tag: `--tag v1.0`.';
    messages.push(fatal('release:no-version', 'This book has no version', { ...details, hint }));
  }
  if (said !== undefined && tagged !== undefined && said !== tagged) {
    const reason = `The tag \`${tag ?? ''}\` does not match the version \`${said}\` of \`${slug}\`; the files are named after the version`;
    const hint = 'Set `version:` in the front matter to that of the tag, or leave it out.';
    messages.push(warning('release:other-version', reason, { ...details, hint }));
  }
  return {
    name: built.name,
    title: built.title,
    slug,
    identifier: book?.identifier ?? '',
    version: version ?? '',
    sections: built.sections,
    words: built.words,
    unsure: built.unsure,
    files: made.map(({ bytes, extension }) =>
      releaseFile(releaseName(slug, version ?? '0', extension), bytes),
    ),
    messages,
  };
}

/** In pixels: as large as a page of a release shows it, for sharp screens too. */
const COVER = { width: 300, height: 480 };

/** A small picture of the cover, for web pages; none if the book has no cover. */
async function coverOf(
  { slug, version, files: [file] }: Released,
  scaler: ReturnType<typeof openScaler>,
): Promise<ReleaseFile | undefined> {
  if (!file) return undefined;
  const { publication, archive } = openBook(file.bytes);
  const bytes = publication.cover && archive.bytes(publication.cover.path);
  const scaled = bytes && (await scaler.scale(bytes, COVER.width, COVER.height));
  return scaled && releaseFile(releaseName(slug, version, '.cover.jpg'), scaled);
}

/** In pixels: 1 to 1.6, what Amazon, Apple, Kobo and IngramSpark ask for. */
const SHOP_COVER = { width: 1600, height: 2560 };
/** Above 90 libjpeg keeps the colours of every pixel, and edges clean. */
const SHOP_QUALITY = 92;

/** A drawn cover anew, as JPEG for a shop's page; none where the author gave one, or the book has none. */
async function shopCoverOf(
  { slug, version }: Released,
  stages: Stages | undefined,
  scaler: ReturnType<typeof openScaler>,
): Promise<ReleaseFile | undefined> {
  const { book, cover } = stages ?? {};
  if (!book || !cover) return undefined;
  const { value } = await drawCover(book, cover.theme, readPackageFile, { width: SHOP_COVER.width });
  const bytes = await scaler.scale(value.bytes, SHOP_COVER.width, SHOP_COVER.height, SHOP_QUALITY);
  return bytes && releaseFile(releaseName(slug, version, '.shop-cover.jpg'), bytes);
}

/** Two files of one name would be one file on the host. */
function sameNames(books: readonly Released[]): Message[] {
  const owners = new Map<string, Released>();
  return books.flatMap((book) => {
    const [taken] = book.files.filter(({ name }) => owners.has(name.toLowerCase()));
    for (const { name } of book.files) owners.set(name.toLowerCase(), book);
    if (!taken) return [];
    const reason = `Two books would make the same file, \`${taken.name}\`; one of them is \`${book.name}\``;
    const hint = 'Give one of the books another `slug:` or `version:` in its front matter.';
    return [fatal('release:same-name', reason, { hint })];
  });
}
