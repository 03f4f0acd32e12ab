/** The parse stage: texts to trees, front matter to checked metadata, files to their order. */
import { fatal, info, isFatal, type Result } from '../diagnostics.js';
import { localeOf } from '../locales/index.js';
import { keptWith } from '../memo.js';
import { BOUNDS, nodesIn, tooManyNodes, type Bounds } from '../text/bounds.js';
import type { Manuscript, Message, ParsedBook, RawBook, SectionMeta, SourceFile } from '../types.js';
import { aboutOf, isAlone, isBookFile, placesOf, yamlOf, type About } from './front/about.js';
import { parseBody } from './body.js';
import { plainTitles } from './front/titles.js';
import type { MoreSyntax, Origin } from './markdown.js';
import { sectionMeta } from './front/meta.js';
import { inLayout } from './layouts/place.js';
import { inListedOrder, inNaturalOrder, isFolderNote, isPartPage } from './order.js';
import { atOrigin, moveToOrigin } from './origin.js';
import { frontProse } from './front/prose.js';
import { speechesOf } from './speech/lines.js';
import type { YamlDocument } from './front/yaml.js';

/**
 * A book parsed, its manuscripts in reading order; no value where something in it is fatal, or where it is a draft.
 * `more` is what plugins read in the text of manuscripts, beside Octavo's Markdown.
 */
export function parse(
  found: RawBook,
  files: readonly SourceFile[],
  more?: MoreSyntax,
  { nodes }: Pick<Bounds, 'nodes'> = BOUNDS,
): { value?: ParsedBook; messages: Message[] } {
  const raw = { ...found, single: found.single || isAlone(found, files) };
  const about = aboutOf(raw, files);
  const heads = files.filter((file) => raw.single || !isBookFile(file.rel)).map((file) => headOf(raw, file));
  const { math = false, language = FALLBACK, bibliography } = about.value.meta;
  const cited = bibliography !== undefined;
  const speeches = speechesOf(
    heads.map(({ file: { body }, meta }) => {
      const locale = localeOf(meta.value.language ?? language);
      return keptWith('body', body, [locale], () => ({ text: body.text, locale }));
    }),
  );
  const sections: Result<Manuscript | undefined>[] = [];
  let left = nodes;
  for (const [index, head] of heads.entries()) {
    const speech = speeches[index];
    const own = head.meta.value.language ?? language;
    const facts = [raw.single, raw.layout !== undefined, math, cited, speech, own, more];
    const section = keptWith('parse', head, facts, () =>
      atOrigins(parseSection(raw, head, { math, cited, speech, language: own, more }), head.file),
    );
    const { value } = section;
    left -= value ? keptWith('nodes', value.tree, [], () => nodesIn(value.tree)) : 0;
    if (left < 0) return { messages: [...section.messages, tooManyNodes(nodes, { path: head.file.path })] };
    sections.push(section);
  }
  const written = sections.flatMap(({ value }) => (value ? [value] : []));
  const ordered = order(raw.layout ? written : withFolderNotes(written), about.value, raw);
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

/** Whether a manuscript has something to print, if only a picture. */
const hasText = ({ tree }: Manuscript): boolean => tree.children.length > 0;

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
  { math = false, cited = false, speech, language, more }: Omit<Origin, 'path' | 'line' | 'offset'>,
): Result<Manuscript | undefined> {
  const { path, rel } = file;
  const body = parseBody(file, { math, cited, speech, language, more });
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
  isPartPage(rel) && !isFolderNote(rel) && meta.kind === undefined ? { ...meta, kind: 'part' } : meta;

/** The manuscripts with those called as their folder as its page; one that is alone there is a chapter of its own. */
function withFolderNotes(manuscripts: readonly Manuscript[]): Manuscript[] {
  return manuscripts.map((one) => {
    const { rel, meta } = one;
    if (meta.kind !== undefined || !isFolderNote(rel)) return one;
    const folder = rel.slice(0, rel.indexOf('/') + 1);
    const isPage = manuscripts.some((other) => other !== one && other.rel.startsWith(folder));
    return isPage ? { ...one, meta: { ...meta, kind: 'part' } } : one;
  });
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

const noText = ({ path, single }: RawBook): Message =>
  fatal('text:none', 'This book has no text', {
    path,
    hint: single
      ? 'Write it below the front matter.'
      : 'Write it in files beside `book.md`, such as `01-the-ferry.md`: what `book.md` says is the blurb, unless it has chapters with headings.',
  });

const allDrafts = ({ path }: RawBook): Message =>
  fatal('text:none', 'All manuscripts of this book have `draft: true`', {
    path,
  });
