/** Which file of a folder the name of a note means: its path, or its last part anywhere. */
import { posix } from 'node:path';

export interface Vault {
  /** The note that a name means, seen from the file `rel`. */
  note: (name: string, rel: string) => string | undefined;
  /** The picture or other file that a name with an extension means. */
  picture: (name: string, rel: string) => string | undefined;
}

const NOTE = /\.(?:md|markdown)$/i;

/** The files of a folder by their names. Of several with one name, that beside the file comes first, then one of the book. */
export function vaultOf(files: ReadonlySet<string>, inBook: ReadonlySet<string>): Vault {
  const byName = new Map<string, string[]>();
  for (const file of files) {
    const name = keyOf(posix.basename(file));
    const others = byName.get(name);
    if (others) others.push(file);
    else byName.set(name, [file]);
  }
  const find = (name: string, rel: string): string | undefined => {
    const wanted = keyOf(name.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, ''));
    const same = byName.get(posix.basename(wanted)) ?? [];
    const beside = keyOf(posix.normalize(posix.join(posix.dirname(rel), wanted)));
    const rank = (file: string): number =>
      keyOf(file) === beside ? 0 : keyOf(file) === wanted ? 1 : inBook.has(file) ? 2 : 3;
    return same
      .filter((file) => keyOf(file) === beside || `/${keyOf(file)}`.endsWith(`/${wanted}`))
      .sort((a, b) => rank(a) - rank(b) || a.length - b.length || (a < b ? -1 : 1))[0];
  };
  return {
    note: (name, rel) => (NOTE.test(name) ? find(name, rel) : find(`${name}.md`, rel)),
    picture: find,
  };
}

/** Obsidian tells names apart by their letters alone, not by their case. */
const keyOf = (name: string): string => name.normalize('NFC').toLowerCase();
