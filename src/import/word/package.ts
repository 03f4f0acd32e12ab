/** A docx file opened: an archive of XML, looked at before anything of it is unpacked. */
import { fatal, type Result } from '../../diagnostics.js';
import { openArchive, type Archive } from '../../epub/archive.js';
import { readDirectory, type Entry } from '../../epub/directory.js';
import type { Message } from '../../types.js';

/** https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-cfb/ */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Stream of a document with a password, as the compound file's directory names it, in UTF-16. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const DOCUMENT = 'word/document.xml';

/** More than any manuscript with its pictures takes, unpacked, in bytes; the text alone is parsed into a tree. */
const LARGEST = 512 * 1024 ** 2;
const LARGEST_PART = 64 * 1024 ** 2;
const MOST_ENTRIES = 10_000;

/** Whether bytes are what Word wrote before 2007, and what it wraps a document with a password in. */
export const isCompound = (bytes: Uint8Array): boolean =>
  COMPOUND.every((byte, index) => bytes[index] === byte);

/** Whether bytes are an archive with a Word document in it. */
export const isDocument = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && readDirectory(bytes)?.has(DOCUMENT) === true;

/** The archive of a docx file; nothing, with a fatal message, where it is none or cannot be opened. */
export function openDocument(bytes: Uint8Array, path: string): Result<Archive | undefined> {
  const refused = (message: Message): Result<undefined> => ({ value: undefined, messages: [message] });
  if (isCompound(bytes)) {
    return refused(Buffer.from(bytes).includes(ENCRYPTED) ? withPassword(path) : oldWord(path));
  }
  const directory = readDirectory(bytes);
  if (!directory) return refused(damaged(path, 'it is cut off before its end'));
  if (!directory.has(DOCUMENT)) return refused(damaged(path, `it has no \`${DOCUMENT}\``));
  const excess = excessOf(directory, path);
  if (excess) return refused(excess);
  return { value: openArchive(bytes), messages: [] };
}

/** Why an archive is not unpacked, by the sizes that its directory states; none where it is. */
export function excessOf(directory: ReadonlyMap<string, Entry>, path: string): Message | undefined {
  const sizes = [...directory].map(([name, { size }]) => ({ size, isText: name.endsWith('.xml') }));
  const whole = sizes.reduce((sum, { size }) => sum + size, 0);
  const isTooLarge = whole > LARGEST || sizes.some(({ size, isText }) => isText && size > LARGEST_PART);
  return isTooLarge || directory.size > MOST_ENTRIES ? tooLarge(whole, directory.size, path) : undefined;
}

const withPassword = (path: string): Message =>
  fatal('import:locked', 'This Word document is locked with a password', {
    path,
    hint: 'Open it in Word, remove the password (File, Info, Protect Document) and save it again.',
  });

const oldWord = (path: string): Message =>
  fatal('import:format', 'This Word document is of before 2007 (`.doc`)', {
    path,
    hint: 'Open it in Word or LibreOffice and save it as `.docx`.',
  });

/** A document that is broken; `why` ends the sentence. */
export const damaged = (path: string, why: string): Message =>
  fatal('import:damaged', `Could not read this Word document: ${why}`, {
    path,
    hint: 'It may be damaged. Copy it again, or open it in Word and save it again.',
  });

const tooLarge = (size: number, files: number, path: string): Message =>
  fatal(
    'import:too-large',
    `Unpacked, this document would take \`${String(Math.round(size / 1024 ** 2))} MiB in ${String(files)} files\`, more than a manuscript does`,
    {
      path,
      hint: 'It was not unpacked: it may have been made to fill up a computer. Save it again from Word.',
    },
  );
