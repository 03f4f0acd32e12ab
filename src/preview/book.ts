/** A book as it is shown: what became of its last build, and the last build that could be shown. */
import { resolve } from 'node:path';
import { fatal, isFatal, type Result } from '../diagnostics.js';
import { isSystemError } from '../faults.js';
import { messagePath } from '../io/files.js';
import { findBooks } from '../pipeline/books.js';
import type { LoadedConfig } from '../plugins/types.js';
import { runStages } from '../pipeline/stages.js';
import { isUnsure } from '../proof/summary.js';
import type { Book, Change, Message, Package, ParsedBook, Place, RawFile } from '../types.js';

/** A book that can be shown. */
export interface Edition {
  package: Package;
  book: Book;
  /** The manuscripts before and after the typography, what it changed, and of that the unsure marks. */
  parsed: ParsedBook;
  typeset: ParsedBook;
  changes: readonly Change[];
  unsure: readonly Change[];
  /** Absolute folder that it may read from. */
  root: string;
  /** Whether its text was written for another tool and read in place: lines may differ from the files'. */
  isRewritten: boolean;
}

/** What the last build of a book came to. */
export interface State {
  /** Counts the builds. */
  version: number;
  /** The last edition that could be made. */
  edition?: Edition;
  /** What the last build said. */
  messages: Message[];
  /** Whether the last build made no edition: what is shown is older than the manuscript. */
  isBroken: boolean;
  /** The manuscripts as they were read, and the place at which the first of them differs from those before. */
  files: readonly RawFile[];
  edited?: { path: string; place: Place };
}

export interface BuildOrder {
  /** Its name or path, as `findBooks` takes it. */
  source: string;
  manuscripts: string;
  /** Absolute. */
  cwd: string;
  /** Absolute folder of the author's own themes. */
  themes: string;
  theme?: string | undefined;
  /** What `octavo.config.mjs` adds now. */
  config?: (() => Promise<Result<LoadedConfig | undefined>>) | undefined;
  /** Ends the build once it is aborted, with its reason thrown. */
  signal?: AbortSignal | undefined;
}

/** Builds a book as far as the package, after its state before. */
export async function nextState(before: State | undefined, order: BuildOrder): Promise<State> {
  const { edition, messages, files } = await editionOf(order).catch((cause: unknown) => ({
    edition: undefined,
    messages: [unreadable(cause, order.cwd)],
    files: undefined,
  }));
  const last = edition ?? before?.edition;
  const edited = before && files && editedPlace(before.files, files);
  return {
    files: files ?? before?.files ?? [],
    ...(edited ? { edited } : {}),
    version: (before?.version ?? 0) + 1,
    ...(last ? { edition: last } : {}),
    messages,
    isBroken: !edition,
  };
}

async function editionOf({
  source,
  manuscripts,
  cwd,
  themes,
  theme,
  config,
  signal,
}: BuildOrder): Promise<{ edition?: Edition; messages: Message[]; files?: readonly RawFile[] }> {
  const found = await findBooks({ cwd, manuscripts, names: [source] });
  const [raw] = found.value;
  if (!raw) return { messages: found.messages };
  const { files } = raw;
  const added = await config?.();
  if (added?.messages.some(isFatal)) return { messages: added.messages, files };
  const stages = await runStages(raw, {
    cwd,
    themes,
    config: added?.value,
    signal,
    ...(theme === undefined ? {} : { theme }),
  });
  const messages = [...found.messages, ...(added?.messages ?? []), ...stages.messages];
  const { package: made, book, parsed, typeset, changes } = stages;
  if (!made || !book || !parsed || !typeset || messages.some(isFatal)) return { messages, files };
  const unsure = changes.filter(isUnsure);
  const { root, layout } = raw;
  const edition = { package: made, book, parsed, typeset, changes, unsure, root, isRewritten: !!layout };
  return { edition, messages, files };
}

const LINE_FEED = 0x0a;

/** Where the first manuscript that differs from the one before begins to; nothing where none does. */
function editedPlace(before: readonly RawFile[], now: readonly RawFile[]): State['edited'] {
  const known = new Map(before.map((file) => [file.path, file.bytes]));
  for (const { path, bytes } of now) {
    const old = known.get(path);
    if (!old) return { path, place: { line: 1, column: 1 } };
    if (old === bytes || Buffer.compare(old, bytes) === 0) continue;
    let line = 1;
    for (let at = 0; at < bytes.length && bytes[at] === old[at]; at += 1)
      if (bytes[at] === LINE_FEED) line += 1;
    return { path, place: { line, column: 1 } };
  }
  return undefined;
}

/** A folder that has gone while it was read, a disk that fails: the next change may mend it. */
function unreadable(cause: unknown, cwd: string): Message {
  if (!isSystemError(cause)) throw cause;
  const path = cause.path === undefined ? {} : { path: messagePath(resolve(cwd, cause.path), cwd) };
  return fatal('preview:unreadable', `The manuscripts could not be read: ${cause.message}`, path);
}
