/** The parse stage: texts to trees, front matter to checked metadata, files to their order. */
import type { Root } from 'mdast';
import { BOOK_FIELDS, SECTION_FIELDS } from '../config/schema.js';
import { error, fatal, info, isFatal, warning, type Result } from '../diagnostics.js';
import { localeOf } from '../locales/index.js';
import { keptWith } from '../memo.js';
import type {
  BookMeta,
  FrontProse,
  Layout,
  Manuscript,
  Message,
  ParsedBook,
  Places,
  RawBook,
  SectionMeta,
  SourceFile,
} from '../types.js';
import { plainTitles } from './front-titles.js';
import { checkTree } from './lint.js';
import { parseMarkdown, type Origin } from './markdown.js';
import { bookMeta, sectionMeta } from './meta.js';
import { inLayout } from './layouts/place.js';
import { inListedOrder, inNaturalOrder, isPartPage, type Listed } from './order.js';
import { atOrigin, moveToOrigin } from './origin.js';
import { frontProse, itemNode } from './prose.js';
import { isBookPage, isBookYaml } from './read.js';
import { speechesOf } from './speech/lines.js';
import { parseToml } from './toml.js';
import { parseYaml, type Entry, type YamlDocument } from './yaml.js';

/** A book parsed, its manuscripts in reading order; no value where something in it is fatal, or where it is a draft. */
export function parse(
  found: RawBook,
  files: readonly SourceFile[],
): { value?: ParsedBook; messages: Message[] } {
  const raw = { ...found, single: found.single || isAlone(found, files) };
  const about = aboutOf(raw, files);
  const heads = files.filter((file) => raw.single || !isBookFile(file.rel)).map((file) => headOf(raw, file));
  const { math = false, language = FALLBACK } = about.value.meta;
  const speeches = speechesOf(
    heads.map(({ file: { body }, meta }) => {
      const locale = localeOf(meta.value.language ?? language);
      return keptWith('body', body, [locale], () => ({ text: body.text, locale }));
    }),
  );
  const sections = heads.map((head, index) => {
    const speech = speeches[index];
    const own = head.meta.value.language ?? language;
    return keptWith('parse', head, [raw.single, raw.layout !== undefined, math, speech, own], () =>
      atOrigins(parseSection(raw, head, { math, speech, language: own }), head.file),
    );
  });
  const ordered = order(
    sections.flatMap(({ value }) => (value ? [value] : [])),
    about.value,
    raw,
  );
  const messages = [about, ...sections, ordered].flatMap((result) => result.messages);
  if (about.value.meta.draft) return { messages: [...messages, draftBook(raw)] };
  const isEmpty = files.length > 0 && !ordered.value.some(hasText) && !messages.some(isFatal);
  if (isEmpty)
    messages.push(ordered.value.length === 0 && sections.length > 0 ? allDrafts(raw) : noText(raw));
  if (ordered.value.length === 0 || messages.some(isFatal)) return { messages };
  const { name, path, root, single } = raw;
  const { meta, places, path: metaPath, front } = about.value;
  const manuscripts = ordered.value;
  return { value: { name, path, root, single, meta, places, metaPath, front, manuscripts }, messages };
}

/** The language of a book that names none. */
const FALLBACK = 'en';

/** Whether a folder holds one file that speaks for the book: it has an author or a language, which a section has from its book. */
const isAlone = ({ layout }: RawBook, files: readonly SourceFile[]): boolean => {
  const [file, ...others] = files;
  if (layout || !file?.yaml || others.length > 0 || isBookFile(file.rel)) return false;
  const keys = yamlOf(file).value.entries.map(({ key }) => key);
  return keys.includes('title') && keys.some((key) => /^(?:authors?|lang|language|creator)$/.test(key));
};

/** Whether a manuscript has something to print, if only a picture. */
const hasText = ({ tree }: Manuscript): boolean => tree.children.length > 0;
const isBookFile = (rel: string): boolean => isBookPage(rel) || isBookYaml(rel);

/** What a book says about itself, and where. */
interface About {
  meta: BookMeta;
  places: Places;
  path: string;
  front: FrontProse;
  listed: Listed[];
}

function aboutOf(raw: RawBook, files: readonly SourceFile[]): Result<About> {
  const page = raw.single ? files[0] : files.find(({ rel }) => isBookPage(rel));
  const data = raw.single ? [] : files.filter(({ rel }) => isBookYaml(rel));
  const sources = [...(page?.yaml ? [page] : []), ...data];
  const [source, ...others] = sources;
  const messages = others.map((other) => secondSource(other, source?.path ?? ''));
  const about = source ? metaOf(source) : { value: bare(page?.path ?? raw.path), messages: [] };
  messages.push(...about.messages);
  if (raw.layout) return withLayout(about.value, source !== undefined, raw.layout, messages);
  if (!page || raw.single || !/\S/.test(page.body.text)) return { value: about.value, messages };

  const blurb = keptWith('blurb', page, [], () => parseBody(page, {}));
  if (about.value.front.description) messages.push(secondBlurb(page));
  const front = { ...about.value.front, description: blurb.value };
  return { value: { ...about.value, front }, messages: [...messages, ...blurb.messages] };
}

/** What the files of another tool say, where `book.yaml` does not say it. */
function withLayout(own: About, isOwn: boolean, layout: Layout, messages: Message[]): Result<About> {
  const { meta, places, metaPath, description } = layout;
  const blurb =
    description === undefined
      ? undefined
      : parseMarkdown(description, { path: metaPath, line: 1, offset: 0 });
  return {
    value: {
      meta: { ...meta, ...own.meta },
      places: isOwn ? own.places : places,
      path: isOwn ? own.path : metaPath,
      front: { ...(blurb ? { description: blurb.value } : {}), ...own.front },
      listed: [],
    },
    messages: [...messages, ...(blurb?.messages ?? []), ...own.listed.slice(0, 1).map(otherOrder(own.path))],
  };
}

const otherOrder =
  (path: string) =>
  ({ place }: Listed): Message =>
    warning('folders:chapters', 'This book has `chapters` and another tool’s list of chapters', {
      path,
      place,
      hint: 'The tool’s list gives the order. Change it there, or give the folder a `book.md` with `chapters`.',
    });

const bare = (path: string): About => ({ meta: {}, places: {}, path, front: {}, listed: [] });

const metaOf = (file: SourceFile): Result<About> => keptWith('meta', file, [], () => readMeta(file));

function readMeta(file: SourceFile): Result<About> {
  const document = yamlOf(file);
  const meta = bookMeta(document.value.entries, file.path);
  const front = frontProse(document.value, meta.value, file, meta.value.math);
  const listed = listedIn(document.value, meta.value);
  return {
    value: {
      meta: plainTitles(meta.value, front.value),
      places: placesOf(document.value),
      path: file.path,
      front: front.value,
      listed,
    },
    messages: [document, meta, front].flatMap(({ messages }) => messages),
  };
}

const yamlOf = (file: SourceFile): Result<YamlDocument> =>
  keptWith('yaml', file, [], () => {
    const { yaml = { text: '', line: 1 }, path } = file;
    const { value, messages } = yaml.toml ? parseToml(yaml, path, 'front-matter') : parseYaml(yaml, path);
    return { value: { ...value, entries: value.entries.map(inOurCase) }, messages };
  });

/** `Title` and `TITLE` are `title`. */
const inOurCase = (entry: Entry): Entry => {
  const key = entry.key.toLowerCase();
  return Object.hasOwn(BOOK_FIELDS, key) || Object.hasOwn(SECTION_FIELDS, key) ? { ...entry, key } : entry;
};

const placesOf = ({ entries }: YamlDocument): Places =>
  Object.fromEntries(entries.map(({ key, valuePlace }) => [key, valuePlace]));

function listedIn({ entries, placeOf }: YamlDocument, { chapters = [] }: BookMeta): Listed[] {
  const entry = entries.find(({ key }) => key === 'chapters');
  return chapters.map((name, index) => {
    const start = itemNode(entry?.node ?? null, index)?.range?.[0];
    return {
      name,
      place: start === undefined ? (entry?.valuePlace ?? { line: 1, column: 1 }) : placeOf(start),
    };
  });
}

/** A manuscript and what its front matter says of it; a book in a single file has the book's alone. */
interface Head {
  file: SourceFile;
  document: Result<YamlDocument>;
  meta: Result<SectionMeta>;
}

const headOf = ({ single }: RawBook, file: SourceFile): Head =>
  keptWith('head', file, [single], () => {
    const document = yamlOf(file);
    const meta = single ? { value: {}, messages: [] } : sectionMeta(document.value.entries, file.path);
    return { file, document, meta };
  });

function parseSection(
  raw: RawBook,
  { file, document, meta }: Head,
  { math = false, speech, language }: Pick<Origin, 'math' | 'speech' | 'language'>,
): Result<Manuscript | undefined> {
  const { path, rel } = file;
  const body = parseBody(file, { math, speech, language });
  if (raw.single)
    return { value: { path, rel, meta: {}, front: {}, tree: body.value }, messages: body.messages };
  const front = frontProse(document.value, meta.value, file, math);
  const messages = [document, meta, front, body].flatMap((result) => result.messages);
  if (meta.value.draft && !messages.some(isFatal)) return { value: undefined, messages: [draft(path)] };
  const plain = plainTitles(meta.value, front.value);
  return {
    value: {
      path,
      rel,
      meta: raw.layout ? plain : withKind(plain, rel),
      places: placesOf(document.value),
      front: front.value,
      tree: body.value,
    },
    messages,
  };
}

/** A manuscript and its messages with their places in the author's file. */
function atOrigins(
  { value, messages }: Result<Manuscript | undefined>,
  { lines }: SourceFile,
): Result<Manuscript | undefined> {
  if (value) moveToOrigin(value.tree, lines);
  return { value, messages: messages.map((message) => atOrigin(message, lines)) };
}

const withKind = (meta: SectionMeta, rel: string): SectionMeta =>
  isPartPage(rel) && meta.kind === undefined ? { ...meta, kind: 'part' } : meta;

function parseBody(
  { text, body, path }: SourceFile,
  how: Pick<Origin, 'math' | 'speech' | 'language'>,
): Result<Root> {
  const origin = { path, line: body.line, offset: text.length - body.text.length, ...how };
  const { value, messages } = parseMarkdown(body.text, origin);
  return { value, messages: [...messages, ...checkTree(value, path)] };
}

function order(manuscripts: Manuscript[], about: About, raw: RawBook): Result<Manuscript[]> {
  if (raw.layout) return { value: inLayout(manuscripts, raw.layout), messages: [] };
  if (raw.single || about.listed.length === 0) return { value: inNaturalOrder(manuscripts), messages: [] };
  return inListedOrder(manuscripts, about.listed, about.path);
}

const draft = (path: string): Message =>
  info('draft:left-out', 'This draft was left out of the book', {
    path,
    hint: 'Remove `draft: true` to include it.',
  });

const draftBook = ({ path }: RawBook): Message =>
  info('draft:left-out', 'This book is a draft and was not built', {
    path,
    hint: 'Remove `draft: true` to build it.',
  });

const secondSource = ({ path }: SourceFile, first: string): Message =>
  error('front-matter:twice', `Both this file and \`${first}\` give the book’s metadata`, {
    path,
    place: { line: 1, column: 1 },
    hint: 'Move the keys into one of the two files. The ones here were not read.',
  });

const secondBlurb = ({ path, body }: SourceFile): Message =>
  warning(
    'front-matter:description',
    'This book has a blurb twice: `description` and the text below the front matter',
    {
      path,
      place: { line: body.line, column: 1 },
      hint: 'The book uses the text; remove `description`.',
    },
  );

const noText = ({ path }: RawBook): Message =>
  fatal('text:none', 'This book has no text', {
    path,
    hint: 'Write below the front matter, or in a file of its own beside `book.md`, such as `01-the-ferry.md`.',
  });

const allDrafts = ({ path }: RawBook): Message =>
  fatal('text:none', 'All manuscripts of this book have `draft: true`', {
    path,
  });
