/** EPUB books, of any maker: the documents of the spine as one text, with what the package says of the book. */
import { fatal, isFatal } from '../diagnostics.js';
import { archiveProblem } from '../epub/problem.js';
import { openBook, type OpenedBook, type Publication } from '../epub/publication.js';
import type { Message } from '../types.js';
import { outlineBook } from './books/outline.js';
import { readSpine } from './books/spine.js';
import { nothing } from './html.js';
import { gutenbergBook } from './gutenberg/markup.js';
import { withChapters } from './markup/chapters.js';
import { readPage } from './markup/page.js';
import { formOf, outlineWork } from './pages/ao3.js';
import { workFacts } from './pages/ao3-facts.js';
import type { Block, Extract, Facts, ImportReader, Source } from './types.js';

const FORMAT = 'epub';
/** The most bytes that one file of a book may have unpacked. */
const LARGEST = 64 * 1024 * 1024;
const MIMETYPE = 'application/epub+zip';
/** Encryption that hides fonts and nothing else: https://www.w3.org/TR/epub-33/#sec-font-obfuscation */
const FONTS = /^http:\/\/(www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/;
/** Files that shops' locks bring along, whatever `encryption.xml` says. */
const LOCKS: readonly { file: string; name: string }[] = [
  { file: 'META-INF/rights.xml', name: 'Adobe ADEPT' },
  { file: 'META-INF/sinf.xml', name: 'Apple FairPlay' },
  { file: 'META-INF/license.lcpl', name: 'Readium LCP' },
];
const AUTHOR_ROLES: ReadonlySet<string | undefined> = new Set([undefined, 'aut', 'author']);

/** Reads an EPUB. */
export const epub: ImportReader = {
  format: FORMAT,
  recognises: ({ name, bytes }) =>
    /\.epub$/i.test(name) || new TextDecoder('latin1').decode(bytes.subarray(0, 100)).includes(MIMETYPE),
  read: async (source) => readEpub(source),
};

function readEpub({ path, bytes }: Source): Extract {
  const problem = archiveProblem(bytes, path, 'import');
  if (problem) return nothing(FORMAT, [problem]);
  let book: OpenedBook;
  try {
    book = openBook(bytes, { largest: LARGEST });
  } catch (cause) {
    const hint = 'The book is damaged, or not an EPUB: `octavo check` says more. Download or copy it again.';
    const reason = `Could not read this EPUB: ${(cause as Error).message}`;
    return nothing(FORMAT, [fatal('import:damaged', reason, { path, hint })]);
  }
  const locked = lockProblem(book, path);
  if (locked) return nothing(FORMAT, [locked]);
  return readBook(book, path);
}

function readBook({ publication, archive }: OpenedBook, path: string): Extract {
  const spine = readSpine(publication, archive, path);
  const isWork = formOf(spine.root) !== undefined;
  const facts = isWork ? { ...bookFacts(publication), ...workFacts(spine.root) } : bookFacts(publication);
  const said: Facts = {};
  const page = readPage(spine.root, {
    path,
    sheets: spine.sheets,
    find: (name) => {
      try {
        return archive.bytes(name);
      } catch {
        return undefined;
      }
    },
    outline: (tree) => {
      if (isWork) return outlineWork(tree);
      const { facts: told, ...outline } = outlineBook(spine, publication);
      Object.assign(said, told);
      return outline;
    },
  });
  const messages = [...spine.messages, ...page.messages];
  const text = gutenbergBook(page.blocks) ?? { blocks: page.blocks, facts: said };
  Object.assign(facts, text.facts, { tags: { ...facts.tags, ...text.facts.tags } });
  if (page.blocks.length === 0 && !messages.some(isFatal)) {
    const hint = 'Its pages are pictures, or it is damaged: `octavo check` says more.';
    messages.push(fatal('import:empty', 'This book has no text', { path, hint }));
  }
  return {
    format: FORMAT,
    facts,
    blocks: isWork ? page.blocks : withChapters(withSummary(text.blocks, facts.summary), facts.title),
    pictures: page.pictures,
    messages,
  };
}

/** The line of a book's own first page that its package has for a summary. */
function withSummary(blocks: readonly Block[], summary: string | undefined): Block[] {
  const known = blocks.some(({ role }) => role === 'summary');
  const found = known ? undefined : blocks.find(({ role, text }) => role === 'furniture' && text === summary);
  return blocks.map((block) => (block === found ? { ...block, role: 'summary' } : block));
}

function lockProblem({ publication, archive }: OpenedBook, path: string): Message | undefined {
  const isLocked = [...publication.encrypted.values()].some((algorithm) => !FONTS.test(algorithm));
  const lock = LOCKS.find(({ file }) => archive.entry(file) !== undefined);
  if (!isLocked && !lock) return undefined;
  return fatal('import:locked', `This EPUB is copy-protected${lock ? ` (${lock.name})` : ''}`, {
    path,
    hint: 'Its text cannot be read. Ask the author or the shop for a copy without protection.',
  });
}

/** What the package says of the book. */
function bookFacts({ metadata }: Publication): Facts {
  const authors = metadata.creators.filter(({ role }) => AUTHOR_ROLES.has(role)).map(({ name }) => name);
  const others = [...metadata.creators, ...metadata.contributors].filter(
    ({ role }) => !AUTHOR_ROLES.has(role),
  );
  const tags: Record<string, string[]> = {};
  for (const { name, role } of others)
    if (role !== 'bkp') tags[role ?? ''] = [...(tags[role ?? ''] ?? []), name];
  const date = /^\d{4}(-\d{2}(-\d{2})?)?/.exec(metadata.date ?? '')?.[0];
  const summary = metadata.description
    ?.replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return {
    ...given({ title: metadata.title, language: metadata.languages[0], date, source: metadata.source }),
    ...(authors.length > 0 ? { authors } : {}),
    ...given({ publisher: metadata.publisher, rights: metadata.rights, summary }),
    ...(metadata.series ? { series: metadata.series } : {}),
    tags: { ...tags, ...(metadata.subjects.length > 0 ? { Subjects: metadata.subjects } : {}) },
  };
}

const given = (values: Record<string, string | undefined>): Partial<Facts> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
