/** The book's metadata: what the front matter says, and defaults for what it leaves out. */
import { toString } from 'mdast-util-to-string';
import { v5 as uuidV5 } from 'uuid';
import { info, quotable, warning, type Result } from '../diagnostics.js';
import { fileSlug } from '../text/slug.js';
import type { BookMetadata, Message, ParsedBook, Person } from '../types.js';
import { asUrn } from './identifier.js';
import { likelyLanguage } from './likely-language.js';
import { fileName } from './names.js';
import { askAbout, filedAs } from './people.js';

/** The name space of the identifiers that Octavo derives: UUID v5 of the project's name in the DNS name space. */
const OCTAVO = uuidV5('octavo', uuidV5.DNS);

/** ZIP cannot say an earlier time (APPNOTE 4.4.6: MS-DOS dates). */
const EARLIEST = '1980-01-01T00:00:00Z';

export interface AssembleOptions {
  /** SOURCE_DATE_EPOCH, in seconds: the time that the book carries. */
  epoch?: number;
}

/** The book's metadata. `title` is the one that its text gives, where there is one. */
export function metadataOf(
  book: ParsedBook,
  title: string | undefined,
  options: AssembleOptions,
): Result<BookMetadata> {
  const { meta } = book;
  const name = fileName(book.spoken ?? book.name);
  const authors = meta.authors ?? [];
  const stories = book.manuscripts.flatMap(({ meta: section }) => section.authors ?? []);
  const value: BookMetadata = {
    slug: meta.slug ?? fileSlug(book.name),
    title: oneLine(meta.title ?? title ?? name.title),
    authors: withStories(authors, stories.filter(isAuthor)),
    contributors: withStories(
      meta.contributors ?? [],
      stories.filter((person) => !isAuthor(person)),
    ),
    byline: [],
    language: meta.language ?? 'en',
    identifier: '',
    subjects: subjectsOf(book),
    modified: modifiedAt(meta.date, options.epoch),
    ...(meta.subtitle === undefined ? {} : { subtitle: oneLine(meta.subtitle) }),
    ...pick(meta, ['date', 'version', 'publisher', 'rights', 'series']),
    ...pick(meta, ['source', 'conforms', 'certified-by', 'exemption']),
    ...(meta.printed === undefined ? {} : { printed: asUrn(meta.printed) }),
    ...(book.front.description ? { description: paragraphs(book) } : {}),
  };
  const filed = (person: Person): Person => ({ ...person, sort: filedAs(person, value.language).sort });
  value.authors = value.authors.map(filed);
  value.contributors = value.contributors.map(filed);
  value.byline = bylineOf(authors, [...value.authors, ...value.contributors]);
  value.identifier =
    meta.identifier === undefined ? `urn:uuid:${identity(value, authors)}` : asUrn(meta.identifier);
  return {
    value,
    messages: [...missing(book, value, title), ...claims(book), ...asked(book, value.language)],
  };
}

/** The book's subjects, and the tags that it and its texts have as a list of words, each once. */
function subjectsOf({ meta, manuscripts }: ParsedBook): string[] {
  const tags = [meta, ...manuscripts.map((one) => one.meta)].flatMap((one) => one.tags?.[''] ?? []);
  return [...new Set([...(meta.subjects ?? []), ...tags])];
}

/** A title of several lines as one. */
export const oneLine = (title: string): string => linesOf(title).join(' ');

/** The lines of a title, as they stand on the title page. */
export const linesOf = (title: string): string[] =>
  title
    .split('\n')
    .map((line) => line.replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');

/** MARC relator codes: https://id.loc.gov/vocabulary/relators.html */
const AUTHOR = 'aut';
const EDITOR = 'edt';

const isAuthor = ({ role }: Person): boolean => role === AUTHOR;

/** The people of the book, then those of its stories, each once in each role. */
function withStories(authors: readonly Person[], stories: readonly Person[]): Person[] {
  const all = [...authors];
  for (const person of stories) {
    if (!all.some((other) => other.name === person.name && other.role === person.role)) all.push(person);
  }
  return all;
}

/** The names of the book's own authors, else of all; who edited the book and wrote a part of it is not among them. */
function bylineOf(own: readonly Person[], all: readonly Person[]): string[] {
  const authors = names((own.some(isAuthor) ? own : all).filter(isAuthor));
  const editors = new Set(names(all.filter(({ role }) => role === EDITOR)));
  const others = authors.filter((name) => !editors.has(name));
  return others.length > 0 ? others : authors;
}

/** Names, each once: an editor may be a story's author too. */
export const names = (people: readonly Person[]): string[] => [...new Set(people.map(({ name }) => name))];

/** What names a book is its slug and its authors: they stay while titles, dates and texts change. */
const identity = (metadata: BookMetadata, authors: readonly Person[]): string =>
  uuidV5(JSON.stringify([metadata.slug, authors.map(({ name }) => name.replaceAll('\u2019', "'"))]), OCTAVO);

/** The instant for every timestamp: SOURCE_DATE_EPOCH, else the book's date, never before 1980. */
function modifiedAt(date: string | undefined, epoch: number | undefined): string {
  const padded =
    date && /^\d{4}$/u.test(date)
      ? `${date}-01-01`
      : date && /^\d{4}-\d{2}$/u.test(date)
        ? `${date}-01`
        : date;
  const instant = epoch === undefined ? new Date(padded ?? EARLIEST) : new Date(epoch * 1000);
  const iso = Number.isNaN(instant.getTime()) ? EARLIEST : instant.toISOString().replace(/\.\d+Z$/u, 'Z');
  return iso < EARLIEST ? EARLIEST : iso;
}

const paragraphs = (book: ParsedBook): string =>
  (book.front.description?.children ?? [])
    .map((node) => toString(node).replaceAll(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')
    .join('\n\n');

function pick<T extends object, K extends keyof T>(source: T, keys: K[]): { [P in K]?: NonNullable<T[P]> } {
  return Object.fromEntries(
    keys.flatMap((key) => (source[key] === undefined ? [] : [[key, source[key]]])),
  ) as {
    [P in K]?: NonNullable<T[P]>;
  };
}

function* missing(book: ParsedBook, value: BookMetadata, title: string | undefined): Generator<Message> {
  const path = book.metaPath;
  const how = (line: string) => `Put it ${frontMatterOf(book)}: \`${line}\`.`;
  if (!book.meta.title) {
    const shown = quotable(value.title);
    const named = `the name of the ${book.single ? 'file' : 'folder'}`;
    const from = title === undefined ? named : 'the first heading';
    const reason = `This book has no \`title\`; it is called \`${shown}\`, after ${from}`;
    yield (title === undefined ? warning : info)('book:no-title', reason, {
      path,
      hint: how(`title: ${yamlText(shown)}`),
    });
  }
  if (value.authors.length === 0) {
    yield warning('book:no-author', 'This book has no `author`; shops and libraries sort by it', {
      path,
      hint: how('author: Your Name'),
    });
  }
  if (!book.meta.language) {
    const likely = likelyLanguage(book.manuscripts);
    const reads = likely === undefined ? '' : `, and reads like another language (\`${likely}\`)`;
    const reason = `This book has no \`language\`; it is set as English (\`en\`)${reads}`;
    yield (likely === undefined ? info : warning)('book:no-language', reason, {
      path,
      hint: how(`language: ${likely ?? 'en'}`),
    });
  }
  if (!book.meta.date) {
    yield info('book:no-date', 'This book has no `date`', {
      path,
      hint: how('date: 2026-11-20'),
    });
  }
}

/** A claim and who vouches for it go together: https://www.w3.org/TR/epub-a11y-11/#sec-evaluator-name */
function* claims({ meta, metaPath, places }: ParsedBook): Generator<Message> {
  const { conforms, 'certified-by': certifier } = meta;
  if (conforms !== undefined && conforms !== 'none' && !certifier) {
    yield warning(
      'book:no-certifier',
      'This book says that it `conforms` to a standard, but not who checked it',
      {
        path: metaPath,
        place: places?.['conforms'],
        hint: 'The standard asks for a name: `certified-by: Your Name`. Or leave `conforms` out.',
      },
    );
  }
  if (conforms === undefined && certifier) {
    yield warning(
      'book:no-claim',
      '`certified-by` names who checked the book, but not against which standard',
      {
        path: metaPath,
        place: places?.['certified-by'],
        hint: 'Add `conforms` with its name, or leave `certified-by` out: it is not in the book.',
      },
    );
  }
}

/** What is asked about the names of the book's people and of its stories'. */
function asked({ meta, metaPath, places, manuscripts }: ParsedBook, language: string): Message[] {
  const told = new Set<string>();
  const once = (people: readonly Person[] = [], path: string, place = places?.['authors']): Message[] =>
    askAbout(
      people.filter(({ name }) => !told.has(name) && !!told.add(name)),
      language,
      { path, place },
    );
  return [
    ...once(meta.authors, metaPath, places?.['author'] ?? places?.['authors']),
    ...once(meta.contributors, metaPath, places?.['contributors']),
    ...manuscripts.flatMap((one) =>
      once(one.meta.authors, one.path, one.places?.['author'] ?? one.places?.['authors']),
    ),
  ];
}

/** Where a book's front matter is, or would be. */
function frontMatterOf({ single, path, metaPath, manuscripts }: ParsedBook): string {
  if (single) return 'in the front matter, at the very top of the file, between two lines of `---`';
  const isOther = manuscripts[0]?.listed !== undefined;
  if (isOther && !/\.md$|\/book\.ya?ml$/u.test(metaPath)) return 'in a file `book.yaml` in this folder';
  if (metaPath === path) return 'in a file `book.md` in this folder, between two lines of `---`';
  const name = metaPath.slice(metaPath.lastIndexOf('/') + 1);
  return name.endsWith('.md') ? `in the front matter of \`${name}\`` : `in \`${name}\``;
}

/** A text as YAML takes it: as it stands where it is letters, digits and spaces, else between quotation marks. */
const yamlText = (text: string): string =>
  /^\p{L}[\p{L}\p{M}\p{N} ’.,-]*$/u.test(text) ? text : JSON.stringify(text);
