/** What a book says about itself. */
import { BOOK_FIELDS, SECTION_FIELDS } from '../../config/schema.js';
import { error, warning, type Result } from '../../diagnostics.js';
import { keptWith } from '../../memo.js';
import type { BookMeta, FrontProse, Layout, Message, Places, RawBook, SourceFile } from '../../types.js';
import { parseBody } from '../body.js';
import { plainTitles } from './titles.js';
import { inOurKeys } from '../layouts/pandoc-meta.js';
import { parseMarkdown } from '../markdown.js';
import { bookMeta } from './meta.js';
import type { Listed } from '../order.js';
import { frontProse, itemNode } from './prose.js';
import { isBookPage, isBookYaml } from '../read.js';
import { parseToml } from './toml.js';
import { parseYaml, type Entry, type YamlDocument } from './yaml.js';

/**
 * Whether a folder holds one file that speaks for the book: it has an author or a language, which a section has from its book;
 * or `book.md` with chapters in it, where another file would have them and `book.md` the blurb.
 */
export const isAlone = ({ layout }: RawBook, files: readonly SourceFile[]): boolean => {
  const [file, ...others] = files;
  if (layout || !file?.yaml || others.length > 0 || isBookYaml(file.rel)) return false;
  if (isBookPage(file.rel)) return HEADING.test(file.body.text);
  const keys = yamlOf(file).value.entries.map(({ key }) => key);
  return keys.includes('title') && keys.some((key) => /^(?:authors?|lang|language|creator)$/.test(key));
};

/** A heading with a number sign. */
const HEADING = /^ {0,3}#{1,6}[ \t]\S/m;

export const isBookFile = (rel: string): boolean => isBookPage(rel) || isBookYaml(rel);

/** What a book says about itself, and where. */
export interface About {
  meta: BookMeta;
  places: Places;
  path: string;
  front: FrontProse;
  listed: Listed[];
}

/** What the file of a book, or its `book.md` and `book.yaml`, say about it. */
export function aboutOf(raw: RawBook, files: readonly SourceFile[]): Result<About> {
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

/** The front matter of a file. */
export const yamlOf = (file: SourceFile): Result<YamlDocument> =>
  keptWith('yaml', file, [], () => {
    const { yaml = { text: '', line: 1 }, path } = file;
    const { value, messages } = yaml.toml ? parseToml(yaml, path, 'front-matter') : parseYaml(yaml, path);
    return { value: { ...value, entries: inOurKeys(value.entries.map(inOurCase)) }, messages };
  });

/** `Title` and `TITLE` are `title`. */
const inOurCase = (entry: Entry): Entry => {
  const key = entry.key.toLowerCase();
  return Object.hasOwn(BOOK_FIELDS, key) || Object.hasOwn(SECTION_FIELDS, key) ? { ...entry, key } : entry;
};

/** Where each value stands. */
export const placesOf = ({ entries }: YamlDocument): Places =>
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
