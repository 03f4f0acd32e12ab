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
  if (!directory) return refused(damaged(path, 'Unexpected end of the file'));
  if (!directory.has(DOCUMENT)) return refused(damaged(path, `Unexpected archive without \`${DOCUMENT}\``));
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
  fatal('import:locked', 'Unexpected password, expected an open Word document', {
    path,
    hint: 'Open it in Word, take the password off (File, Info, Protect Document) and save it again.',
  });

const oldWord = (path: string): Message =>
  fatal('import:format', 'Unexpected Word document of before 2007, expected `.docx`', {
    path,
    hint: 'Open it in Word or LibreOffice and save it as `.docx`.',
  });

/** A document that is broken, in an author's words; `what` begins the sentence. */
export const damaged = (path: string, what: string): Message =>
  fatal('import:damaged', `${what}, expected a whole Word document`, {
    path,
    hint: 'It was damaged on its way. Copy it again, or open it in Word and save it anew.',
  });

const tooLarge = (size: number, files: number, path: string): Message =>
  fatal(
    'import:too-large',
    `Unexpected size of \`${String(Math.round(size / 1024 ** 2))} MiB in ${String(files)} files\` unpacked, expected a manuscript`,
    { path, hint: 'It is not unpacked: it may be made to fill up a computer. Save it anew from Word.' },
  );
