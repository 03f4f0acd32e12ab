/** The stages in order: the one file that names them all. */
import { setImmediate } from 'node:timers/promises';
import { assemble, linedBlocks, type AssembleOptions } from '../book/assemble.js';
import { captionMaps } from '../book/maps.js';
import { compose, imageFile, imageRequests, isDrawing } from '../compose/index.js';
import { conform } from '../conform/index.js';
import { isFatal, type Result } from '../diagnostics.js';
import { faultOf } from '../faults.js';
import { DEFAULT_THEME, dressFor, themeFor, type ThemeOptions } from './dressing.js';
import { coverText, drawCover, needsCover, prepareImages } from '../images/index.js';
import { parse } from '../input/parse.js';
import { read } from '../input/read.js';
import { MAX_ASSET_BYTES, readAssets } from '../io/assets.js';
import { readPackageFile } from '../io/packages.js';
import { packageVersion } from '../io/templates.js';
import { localeOf } from '../locales/index.js';
import { beginBook, bookIsWhole } from '../memo.js';
import { citedSources } from './citations.js';
import { originOf } from './origin.js';
import { keptCovers } from './kept-covers.js';
import * as plugins from './plugins.js';
import { packageBook, STYLE_HREF } from '../package/index.js';
import { checked } from '../plugins/checks.js';
import { withConventions } from '../plugins/conventions.js';
import { withRehypePlugins } from '../plugins/rehype.js';
import type { LoadedConfig } from '../plugins/types.js';
import type {
  Book,
  Change,
  ContentDocument,
  DrawnCover,
  FoundFile,
  ImageRequest,
  Message,
  Package,
  ParsedBook,
  RawBook,
  ReadyImage,
  SourceFile,
} from '../types.js';
import { typeset } from '../typography/index.js';

/** A book at each boundary between the stages, as far as it came. */
export interface Stages {
  raw: RawBook;
  /** What `octavo.config.mjs` added. */
  config?: LoadedConfig;
  sources: SourceFile[];
  parsed?: ParsedBook;
  typeset?: ParsedBook;
  /** Every change of the typography, where they were asked for. */
  changes: Change[];
  /** How many there are, and how many of them are unsure. */
  marks: { count: number; unsure: number };
  book?: Book;
  /** The cover, where the build drew one. */
  cover?: DrawnCover;
  documents?: ContentDocument[];
  package?: Package;
  messages: Message[];
}

export interface StageOptions extends AssembleOptions, ThemeOptions {
  /** Whether the typography tells each of its changes; by default it does. */
  changes?: boolean;
  /** The last boundary that is wanted: `book` spares the images, the cover and the fonts. The package by default. */
  upTo?: 'book' | 'package';
  /** Called as stages end, for those who wait. */
  progress?: (stage: 'read' | 'typeset' | 'compose') => void;
  /** What `octavo.config.mjs` adds. */
  config?: LoadedConfig | undefined;
  /** Absolute folder in which covers are kept that were drawn. */
  cache?: string | undefined;
  /** Ends the work at the next stage, once it is aborted. */
  signal?: AbortSignal | undefined;
}

/**
 * Runs one book through every stage up to the package; writes nothing. What a stage throws becomes a fatal message,
 * but for errors of the system, and for the reason of a signal that was aborted.
 *
 * @example
 * ```js
 * import { findBooks, runStages } from 'octavo';
 *
 * const { value: books } = await findBooks({ cwd: process.cwd(), manuscripts: 'manuscripts' });
 * const { book, documents, changes } = await runStages(books[0]);
 * book.metadata.title; // Tide
 * documents.some(({ href }) => href === 'text/one.xhtml'); // true
 * changes.map(({ after }) => after); // ["“","”"]
 * ```
 */
export async function runStages(raw: RawBook, options: StageOptions = {}): Promise<Stages> {
  const stages: Stages = {
    raw,
    ...(options.config ? { config: options.config } : {}),
    sources: [],
    changes: [],
    marks: { count: 0, unsure: 0 },
    messages: [],
  };
  let stage = 'read';
  beginBook(raw.path);
  try {
    await advance(stages, options, async (name) => {
      stage = name;
      // What would abort it has a turn to be heard.
      if (options.signal) await setImmediate();
      options.signal?.throwIfAborted();
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    stages.messages.push(faultOf(cause, raw, stage));
    delete stages.package;
  }
  return stages;
}

/** Takes a book from stage to stage as far as it gets; calls `enter` with the name of each. */
async function advance(
  stages: Stages,
  options: StageOptions,
  enter: (stage: string) => Promise<void>,
): Promise<void> {
  const { progress } = options;
  const { raw, messages } = stages;
  const sources = read(raw);
  messages.push(...sources.messages);
  stages.sources = sources.value;
  if (messages.some(isFatal)) return;

  await enter('parse');
  const { config } = options;
  const parsed = config ? await plugins.parsed(raw, sources.value, config) : parse(raw, sources.value);
  messages.push(...parsed.messages);
  if (!parsed.value || messages.some(isFatal)) return;
  const whole = captionMaps(parsed.value);
  stages.parsed = whole;
  const { meta, metaPath, places } = whole;
  const locale = withConventions(config, () => localeOf(meta.language ?? 'en'));
  const asked = {
    theme: meta.theme,
    path: metaPath,
    place: places?.theme,
    root: raw.root,
    fonts: meta.fonts ?? true,
    direction: locale.direction,
  };
  const dressing = themeFor(asked, options);
  // It is waited for below; a stage before may throw.
  dressing.catch(() => undefined);
  progress?.('read');

  await enter('typeset');
  const how = {
    changes: options.changes ?? true,
    lined: withConventions(config, () => linedBlocks(whole, locale)),
  };
  const set = config ? plugins.typesetBy(whole, how, config) : typeset(whole, how);
  messages.push(...set.messages);
  if (config && messages.some(isFatal)) return;
  stages.typeset = set.value;
  stages.changes = set.changes;
  stages.marks = { count: set.count, unsure: set.unsure };
  progress?.('typeset');

  await enter('assemble');
  const book = withConventions(config, () => assemble(set.value, locale, options));
  messages.push(...book.messages);
  stages.book = book.value;
  if (options.upTo === 'book') return;

  await enter('images');
  const requests = imageRequests(book.value);
  const files = await readAssets(
    raw.root,
    requests.flatMap(({ file, bytes }) => (bytes ? [] : [file])),
  );
  const images = await prepareImages(new Map([...files, ...embeddedFiles(requests)]), requests);
  messages.push(...images.messages);
  const cover = await coverOf(book.value, images.value, {
    theme: options.theme ?? meta.theme ?? DEFAULT_THEME,
    cache: options.cache,
  });
  if (cover) stages.cover = cover.value;
  messages.push(...(cover?.messages ?? []));
  const cited = meta.bibliography && (await citedSources(set.value));
  messages.push(...(cited?.messages ?? []));
  await enter('compose');
  const composed = compose(book.value, images.value, {
    coverText: coverText(book.value),
    said: raw.said,
    ...(sources.value.some(hasCode) ? { colour: (await import('../compose/code/colour.js')).colour } : {}),
    ...(cover ? { drawnCover: cover.value } : {}),
    ...(cited ? { library: cited.library } : {}),
  });
  messages.push(...composed.messages);
  if (config) {
    const worked = await withRehypePlugins(composed.value, config);
    messages.push(...worked.messages);
    if (!worked.value) return;
    composed.value = worked.value;
  }
  stages.documents = composed.value.documents;
  progress?.('compose');
  if (composed.messages.some(isFatal)) return;

  await enter('theme');
  const theme = await dressing;
  messages.push(...theme.messages);
  const words = [book.value.metadata, locale.terms, book.value.sections.map(({ data }) => data)];
  const { documents } = composed.value;
  const dress = await dressFor(theme.value, { words, documents }, STYLE_HREF);
  messages.push(...dress.messages);
  await enter('package');
  const origin = originOf({
    sources: sources.value,
    pictures: cited ? new Map([...files, ...cited.files]) : files,
    version: packageVersion(),
    theme: options.theme,
    config,
  });
  const conformed = conform(packageBook(book.value, composed.value, dress.value, origin));
  messages.push(...(config ? plugins.ofPlugins(conformed.messages, config) : conformed.messages));
  if (config) messages.push(...(await checked(conformed.value, raw.path, config)));
  stages.package = conformed.value;
  bookIsWhole();
}

/** Whether a text has code with a language. */
const hasCode = ({ body: { text } }: SourceFile): boolean =>
  /^[ \t>]*(?:`{3,}|~{3,})[ \t]*[{.\w]/m.test(text);

/** The pictures that stand in their own addresses, under the bound of all others. */
const embeddedFiles = (requests: readonly ImageRequest[]): [string, FoundFile][] =>
  requests.flatMap(({ file, bytes }) => {
    if (!bytes) return [];
    return [[file, bytes.length > MAX_ASSET_BYTES ? { problem: 'too-large' } : { bytes }]];
  });

/** A cover drawn for a book that has none to show; nothing for a book that has, or wants none. */
async function coverOf(
  book: Book,
  images: ReadonlyMap<string, ReadyImage>,
  { theme, cache }: { theme: string; cache: string | undefined },
): Promise<Result<DrawnCover> | undefined> {
  const file = book.cover ? imageFile(book.cover.url, '') : undefined;
  if (!needsCover(book, images, file, isDrawing)) return undefined;
  return drawCover(book, theme, readPackageFile, {
    kept: cache === undefined ? undefined : keptCovers(cache),
  });
}
