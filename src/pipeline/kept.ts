/**
 * What each book of a folder was made of, kept outside of it, so that a book of which nothing changed is not made
 * again: its manuscripts, what else was read for it, how it was asked for, and the Octavo that made it.
 */
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { isFatal } from '../diagnostics.js';
import { readAssets } from '../io/assets.js';
import { hashOf, stateOf, type Looked } from '../io/journal.js';
import { forget } from '../io/kept-files.js';
import { packageVersion } from '../io/templates.js';
import { readWhole, writeWhole } from '../io/whole.js';
import type { BuiltBook } from './built.js';
import type { MadeBook, MakeOptions } from './making.js';
import type { RawBook, Templates } from '../types.js';

/** A book as it was built. */
interface Entry {
  /** Of all that is known before it is made. */
  key: string;
  looked: Looked[];
  book: BuiltBook;
  /** Of each of its files, in order. */
  hashes: string[];
}

/** Books of one folder, and folders, that are remembered: those that were built last. */
const MOST_BOOKS = 10_000;
const MOST_FOLDERS = 64;

export interface Kept {
  /** A book of which nothing changed since it was built, and whose files are as they were written. */
  find: (raw: RawBook) => Promise<BuiltBook | undefined>;
  add: (raw: RawBook, made: MadeBook, book: BuiltBook) => void;
  /** Writes what is known for the next time; a folder that cannot be written keeps nothing. */
  save: () => Promise<void>;
}

/**
 * Of the code: bundled, the name of this file changes with all that it imports. Run from its sources it says nothing,
 * and whoever changes them says `--force`.
 */
const CODE = import.meta.url.replace(/^.*\//, '');

/** Opens what is kept in the absolute folder `cache` of books that are made so. */
export async function openKept(
  cache: string,
  options: MakeOptions & { templates: Templates; check: boolean; config: string | undefined },
): Promise<Kept> {
  const { cwd, out, themes, theme, epoch, formats, check, templates, config } = options;
  const path = join(cache, `built-${hashOf(JSON.stringify([cwd, out])).slice(7, 39)}.json`);
  const known = await readEntries(path);
  const order = JSON.stringify([
    packageVersion(),
    CODE,
    themes,
    theme,
    epoch,
    formats,
    check,
    templates,
    config,
  ]);
  const states = new Map<string, Promise<string>>();
  const keys = new Map<RawBook, string>();
  let isChanged = false;

  /** A theme's files are the same for all books of a run, and are read once. */
  const stateAt = ({ root, file }: Looked): Promise<string> => {
    const name = `${root}\0${file}`;
    const state =
      states.get(name) ??
      readAssets(root, [file]).then(
        (found) => stateOf(found.get(file) ?? { problem: 'missing' }),
        () => 'unreadable',
      );
    states.set(name, state);
    return state;
  };
  const keyFor = (raw: RawBook): string => {
    const key = keys.get(raw) ?? keyOf(raw, order);
    keys.set(raw, key);
    return key;
  };
  const isWritten = async ({ book, hashes }: Entry): Promise<boolean> => {
    for (const [index, { file }] of book.files.entries()) {
      const bytes = await readWhole(resolve(cwd, file)).catch(() => undefined);
      if (!bytes || hashOf(bytes) !== hashes[index]) return false;
    }
    return true;
  };

  return {
    async find(raw) {
      const entry = known.get(raw.path);
      // Those that a run finds stand last, so that of too many those go that no run has found for long.
      if (entry && known.delete(raw.path)) known.set(raw.path, entry);
      if (entry?.key !== keyFor(raw)) return undefined;
      for (const one of entry.looked) if ((await stateAt(one)) !== one.found) return undefined;
      if (!(await isWritten(entry))) return undefined;
      const files = entry.book.files.map((file) => ({ ...file, changed: false }));
      return { ...entry.book, files, unchanged: true };
    },
    add(raw, { files, looked }, book) {
      const isWhole = book.files.length === files.length && files.length > 0 && !book.messages.some(isFatal);
      isChanged = known.delete(raw.path) || isWhole || isChanged;
      if (!isWhole) return;
      known.set(raw.path, {
        key: keyFor(raw),
        looked,
        book,
        hashes: files.map(({ bytes }) => hashOf(bytes)),
      });
    },
    async save() {
      if (!isChanged) return;
      const text = JSON.stringify([...known].slice(-MOST_BOOKS));
      await writeWhole(path, Buffer.from(text)).catch(() => undefined);
      forget(path, MOST_FOLDERS);
    },
  };
}

/** What was kept; nothing where it cannot be read, or is not what this Octavo writes. */
async function readEntries(path: string): Promise<Map<string, Entry>> {
  try {
    const entries = JSON.parse(new TextDecoder().decode(await readWhole(path))) as [string, Entry][];
    return new Map(entries);
  } catch {
    return new Map();
  }
}

function keyOf(raw: RawBook, order: string): string {
  const hash = createHash('sha256').update(order);
  const plain = (_: string, value: unknown): unknown => (value instanceof Set ? [...value] : value);
  hash.update(
    JSON.stringify(
      { ...raw, files: raw.files.map((file) => ({ ...file, bytes: file.bytes.length })) },
      plain,
    ),
  );
  for (const { bytes } of raw.files) hash.update(bytes);
  return hash.digest('hex');
}
