/** A book as its manuscripts give it now, in memory. */
import { resolve } from 'node:path';
import { epub, readTemplates, runStages, type Stages } from '../index.js';
import type { RawBook } from '../types.js';

export interface MadeOptions {
  /** Folder of the manuscripts, beside which an author's own themes stand. */
  manuscripts: string;
  theme?: string | undefined;
  /** SOURCE_DATE_EPOCH, in seconds. */
  epoch?: number | undefined;
}

/** Every stage of a book, and the bytes of its EPUB; none where a fatal message says why. */
export async function made(
  raw: RawBook,
  { manuscripts, theme, epoch }: MadeOptions,
): Promise<{ bytes?: Uint8Array; stages: Stages }> {
  const stages = await runStages(raw, {
    themes: resolve(process.cwd(), manuscripts, '..', 'themes'),
    changes: false,
    ...(theme === undefined ? {} : { theme }),
    ...(epoch === undefined ? {} : { epoch }),
  });
  const { package: book, messages } = stages;
  if (!book || messages.some(({ fatal }) => fatal)) return { stages };
  return { bytes: await epub.write(book, await readTemplates()), stages };
}
