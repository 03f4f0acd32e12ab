/** Word documents, and what other programs save as such: their styles say what is what. */
import { Buffer } from 'node:buffer';
import { fatal, warning } from '../diagnostics.js';
import type { Archive } from '../epub/archive.js';
import { grouped } from '../text/numbers.js';
import type { Message } from '../types.js';
import { nothing } from './html.js';
import { withChapters } from './markup/chapters.js';
import { parseHtml } from './markup/html.js';
import { readPage } from './markup/page.js';
import { outlineDocument } from './pages/story.js';
import type { Block, Extract, ImportReader, Source } from './types.js';
import { damaged, isCompound, isDocument, openDocument } from './word/package.js';
import { withDropCaps, withPageBreaks } from './word/layout.js';
import { tooMuchIn, withJoinedRuns } from './word/runs.js';
import { commentsIn, propertiesOf, trackedChanges, type Changes } from './word/remarks.js';

const FORMAT = 'docx';
const DOCUMENT = 'word/document.xml';

/** Styles of Word and LibreOffice by what they are; mammoth knows headings and lists itself. */
const STYLES = [
  "p[style-name='Title'] => p.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Horizontal Line'] => hr:fresh",
  "r[style-name='Emphasis'] => em",
  "r[style-name='Intense Emphasis'] => em",
  // Typescripts underline what print sets in italics.
  'u => em',
];

/** Reads a Word document. */
export const docx: ImportReader = {
  format: FORMAT,
  recognises: ({ name, bytes }) => /\.docx?$/i.test(name) || isCompound(bytes) || isDocument(bytes),
  read: readDocx,
};

/** What a Word document holds. */
export async function readDocx({ path, bytes }: Source): Promise<Extract> {
  const { value: archive, messages } = openDocument(bytes, path);
  if (!archive) return nothing(FORMAT, messages);
  const converted = await convert(archive, path);
  if ('severity' in converted) return nothing(FORMAT, [converted]);
  const parsed = parseHtml(converted.html, path);
  if (!parsed.value) return nothing(FORMAT, parsed.messages);
  const facts = propertiesOf(archive);
  const page = readPage(parsed.value, {
    path,
    sheets: [],
    find: () => undefined,
    outline: (tree) => outlineDocument(tree, facts),
  });
  const told = [...page.messages, ...changesTold(converted.changes, path)];
  const comments = commentsIn(archive);
  if (comments.length > 0) told.push(commented(comments.length, path));
  const blocks = [
    ...withChapters(
      page.blocks.map((block, index) => ({ ...block, line: index + 1 })),
      facts.title,
    ),
    ...leftOut([...converted.changes.deleted, ...comments], page.blocks.length),
  ];
  if (page.blocks.length === 0) {
    const hint = 'Its text may be in pictures or in text boxes: copy it into the document itself.';
    return nothing(FORMAT, [fatal('import:empty', 'This document has no text', { path, hint })]);
  }
  return { format: FORMAT, facts, blocks, pictures: page.pictures, messages: told };
}

/** The document as HTML. mammoth gets its files one by one from an archive that bounds them, and none from elsewhere. */
async function convert(
  archive: Archive,
  path: string,
): Promise<{ html: string; changes: Changes } | Message> {
  const { default: mammoth } = await import('mammoth');
  const read = async (name: string, encoding?: string): Promise<string | Uint8Array> => {
    const found = archive.bytes(name);
    if (!found) throw new Error(`it has no \`${name}\``);
    if (name === DOCUMENT && encoding !== undefined && encoding !== 'base64') {
      const xml = prepared(new TextDecoder(encoding).decode(found));
      const excess = tooMuchIn(xml);
      if (excess) throw new TooMuch(excess);
      return xml;
    }
    return encoding === undefined
      ? found
      : encoding === 'base64'
        ? Buffer.from(found).toString('base64')
        : new TextDecoder(encoding).decode(found);
  };
  const exists = (name: string): boolean => archive.entry(name) !== undefined;
  try {
    const input = { file: { read, exists } } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
    const { value } = await mammoth.convertToHtml(input, {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false,
      ignoreEmptyParagraphs: false,
      externalFileAccess: false,
    });
    return { html: value, changes: trackedChanges(archive.text(DOCUMENT) ?? '') };
  } catch (cause) {
    if (cause instanceof TooMuch) return tooMuch(cause.excess, path);
    // Whatever mammoth or its XML parser makes of a broken document.
    const said = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    return damaged(path, said);
  }
}

type Excess = NonNullable<ReturnType<typeof tooMuchIn>>;

/** Thrown while the document is read, and caught here. */
class TooMuch extends Error {
  constructor(readonly excess: Excess) {
    super(excess.what);
  }
}

const tooMuch = ({ what, count, most }: Excess, path: string): Message =>
  fatal('import:too-large', `This document has ${grouped(count)} ${what}; the most is ${grouped(most)}`, {
    path,
    hint: 'Import it in parts, or save it from Word as plain text and import that.',
  });

/** The document's XML with what mammoth passes over made plain. */
const prepared = (xml: string): string => withPageBreaks(withDropCaps(withJoinedRuns(xml)));

function changesTold({ inserted, deleted }: Changes, path: string): Message[] {
  if (inserted + deleted.length === 0) return [];
  const count = `${String(inserted)} inserted, ${String(deleted.length)} deleted`;
  return [
    warning('import:changes', `This document has tracked changes (${count})`, {
      path,
      hint: 'They were imported as if all were accepted. To be sure, accept or reject them in Word and import again.',
    }),
  ];
}

const commented = (count: number, path: string): Message =>
  warning('import:comments', `This document has comments (${String(count)}), which were left out`, {
    path,
    hint: 'They are kept beside the manuscript, in its `.import.json`.',
  });

const leftOut = (texts: readonly string[], before: number): Block[] =>
  texts.map((text, index) => ({ line: before + index + 1, text, gap: 1, role: 'furniture' }));
