/** RTF and OpenDocument texts, by way of LibreOffice where it is installed: it makes a Word document of them. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fatal } from '../diagnostics.js';
import { readDirectory } from '../epub/directory.js';
import { runProgram } from '../io/programs.js';
import { readDocx } from './docx.js';
import { nothing } from './html.js';
import type { Extract, ImportReader, Source } from './types.js';
import { excessOf } from './word/package.js';

/** What LibreOffice is called, on the PATH and where it is installed without. */
const COMMANDS = [
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];
/** Milliseconds; a novel takes some ten seconds. */
const LONGEST = 180_000;
const ODT = 'application/vnd.oasis.opendocument.text';

interface OfficeFormat {
  format: string;
  /** For people. */
  name: string;
  fits: (source: Source) => boolean;
}

const FORMATS: readonly OfficeFormat[] = [
  { format: 'rtf', name: 'RTF document', fits: ({ bytes }) => startOf(bytes).startsWith('{\\rtf') },
  {
    format: 'odt',
    name: 'OpenDocument text',
    fits: ({ bytes }) => startOf(bytes).includes(`mimetype${ODT}`),
  },
];

const startOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.subarray(0, 200));

const formatOf = (source: Source): OfficeFormat | undefined => FORMATS.find(({ fits }) => fits(source));

/** Reads RTF and ODT. */
export const office: ImportReader = {
  format: 'office',
  recognises: (source) => formatOf(source) !== undefined,
  read: (source) => readOffice(source),
};

/** Reads a document by the first of some commands that is LibreOffice; a message says so where none is. */
export async function readOffice(
  source: Source,
  { commands = COMMANDS, timeout = LONGEST }: { commands?: readonly string[]; timeout?: number } = {},
): Promise<Extract> {
  const { format, name } = formatOf(source) ?? { format: 'office', name: 'document' };
  const directory = format === 'odt' ? readDirectory(source.bytes) : undefined;
  const excess = directory && excessOf(directory, source.path);
  if (excess) return nothing(format, [excess]);
  const folder = await mkdtemp(join(tmpdir(), 'octavo-import-'));
  try {
    const input = join(folder, `input.${format}`);
    await writeFile(input, source.bytes);
    for (const command of commands) {
      const outcome = await convert(command, { input, folder, timeout });
      if (outcome === 'missing') continue;
      const bytes = await readFile(join(folder, 'input.docx')).catch(() => undefined);
      if (!bytes) return nothing(format, [unreadable(name, outcome, source.path)]);
      return { ...(await readDocx({ ...source, bytes })), format };
    }
    return nothing(format, [withoutOffice(name, source.path)]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs LibreOffice with a profile of its own, so that one that is open is left alone: what it said. */
async function convert(
  command: string,
  { input, folder, timeout }: { input: string; folder: string; timeout: number },
): Promise<string> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const to = ['--convert-to', 'docx:MS Word 2007 XML', '--outdir', folder];
  const args = [profile, '--headless', '--norestore', ...to, input];
  const { failure, late, output } = await runProgram(command, args, { timeout });
  if (failure === 'ENOENT') return 'missing';
  return late ? 'no end' : (/^Error: *(.*)$/m.exec(output)?.[1] ?? '');
}

const withoutOffice = (name: string, path: string) =>
  fatal('import:no-libreoffice', `Octavo needs LibreOffice to read this ${name}, and it is not installed`, {
    path,
    hint: 'Install it (libreoffice.org; Debian: `libreoffice-writer-nogui`), or save the document as `.docx` or `.html`.',
  });

const unreadable = (name: string, said: string, path: string) =>
  fatal('import:damaged', `LibreOffice could not read this ${name}${said === '' ? '' : ` (${said})`}`, {
    path,
    hint: 'Open it in a word processor and save it as `.docx`.',
  });
