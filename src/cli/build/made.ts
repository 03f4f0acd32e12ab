/** Builds a book from its manuscripts, in memory. */
import { resolve } from 'node:path';
import { themesBeside } from '../../config/folders.js';
import type { Format } from '../../config/formats.js';
import { isFatal } from '../../diagnostics.js';
import { epub, kepub, readTemplates, runStages, type Stages } from '../../index.js';
import type { LoadedConfig } from '../../plugins/types.js';
import type { RawBook, Writer } from '../../types.js';

export interface MadeOptions {
  /** Folder of the manuscripts, beside which an author's own themes stand. */
  manuscripts: string;
  theme?: string | undefined;
  /** What `octavo.config.mjs` adds. */
  config?: LoadedConfig | undefined;
  /** SOURCE_DATE_EPOCH, in seconds. */
  epoch?: number | undefined;
  /** An EPUB, where nothing else is asked for. */
  format?: Format | undefined;
}

const WRITERS: Readonly<Record<Format, Writer>> = { epub, kepub };

/** Every stage of a book, and the bytes of its ebook; none where a fatal message says why. */
export async function made(
  raw: RawBook,
  { manuscripts, theme, epoch, config, format = 'epub' }: MadeOptions,
): Promise<{ bytes?: Uint8Array; stages: Stages }> {
  const stages = await runStages(raw, {
    themes: resolve(process.cwd(), themesBeside(manuscripts)),
    changes: false,
    config,
    ...(theme === undefined ? {} : { theme }),
    ...(epoch === undefined ? {} : { epoch }),
  });
  const { package: book, messages } = stages;
  if (!book || messages.some(isFatal)) return { stages };
  return { bytes: await WRITERS[format].write(book, await readTemplates()), stages };
}
