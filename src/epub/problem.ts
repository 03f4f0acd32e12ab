/** A look at the ZIP directory before anything is unpacked: is it an EPUB at all, whole, and of a sane size? */
import { fatal } from '../diagnostics.js';
import type { Message } from '../types.js';
import { readDirectory, LOCAL_HEADER } from './directory.js';

/** More than this unpacked counts as a bomb, in bytes. */
const LARGEST_UNPACKED = 1024 ** 3;
const MOST_ENTRIES = 65_535;

/** What a file is when it is no ZIP: how it begins, and its name in a sentence. */
const OTHER_FORMATS: readonly { name: string; at: number; magic: string }[] = [
  { name: 'a PDF document', at: 0, magic: '%PDF' },
  { name: 'a Kindle book', at: 60, magic: 'BOOKMOBI' },
  { name: 'a RAR archive', at: 0, magic: 'Rar!' },
  { name: 'a 7-Zip archive', at: 0, magic: '7z' },
  { name: 'a web page', at: 0, magic: '<!' },
  { name: 'a web page', at: 0, magic: '<html' },
  { name: 'an XML document', at: 0, magic: '<?xml' },
  { name: 'a rich-text document', at: 0, magic: '{\\rtf' },
];

/** What a ZIP is when it is no EPUB, by a file that only that format has. */
const OTHER_ARCHIVES: readonly { name: string; file: string }[] = [
  { name: 'a Word document', file: 'word/document.xml' },
  { name: 'an OpenDocument text', file: 'content.xml' },
];

/**
 * Why the bytes cannot be an EPUB, as one fatal message; none where they can. `family` is that of the message's id.
 */
export function archiveProblem(bytes: Uint8Array, path: string, family = 'check'): Message | undefined {
  const problem = (id: string, reason: string, hint: string) =>
    fatal(`${family}:${id}`, reason, { path, hint });
  if (bytes.length === 0) {
    return problem('empty', 'This file is empty', 'Build, download or copy the book again.');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint32(0, true) !== LOCAL_HEADER) {
    const hint = 'Give the path of a file that ends in `.epub`; `octavo build` makes one from a manuscript.';
    return problem('not-an-epub', `This file is ${formatOf(bytes)}, not an EPUB`, hint);
  }
  const directory = readDirectory(bytes);
  if (directory === undefined) {
    const hint = 'The file was cut off or damaged. Build, download or copy the book again.';
    return problem('truncated', 'This EPUB is cut off before its end', hint);
  }
  const other = OTHER_ARCHIVES.find(({ file }) => directory.has(file));
  if (other !== undefined && !directory.has('META-INF/container.xml')) {
    const hint = 'Make an EPUB from it first.';
    return problem('not-an-epub', `This file is ${other.name}, not an EPUB`, hint);
  }
  const unpacked = [...directory.values()].reduce((sum, { size }) => sum + size, 0);
  if (unpacked > LARGEST_UNPACKED || directory.size >= MOST_ENTRIES) {
    const size = `${String(Math.round(unpacked / 1024 ** 2))} MiB in ${String(directory.size)} files`;
    const hint =
      'No e-reader opens such a book. It was not unpacked: it may have been made to fill up a computer.';
    return problem(
      'too-large',
      `Unpacked, this book would take \`${size}\`; the most is \`1024 MiB\` in \`65,535\` files`,
      hint,
    );
  }
  return undefined;
}

function formatOf(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 80)).trimStart();
  const format = OTHER_FORMATS.find(({ at, magic }) =>
    start.toLowerCase().startsWith(magic.toLowerCase(), at),
  );
  return format?.name ?? 'something else';
}
