/** Typefaces beside the bundled code, whole and cut ahead of time: `scripts/fonts.mjs` makes them. */
import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { onceFor } from '../memo.js';
import type { Packed } from '../types.js';

/** What was found of a typeface: the code points that it has, in pairs, and its cuts by name. */
export interface AheadFont {
  has: number[];
  cuts: Readonly<Record<string, { size: number; crc: number }>>;
}

/** A cut's bytes, and the same as an archive holds them. */
export interface AheadCut {
  bytes: Uint8Array;
  packed: Packed;
}

/** Absent where the code is not bundled: then HarfBuzz makes the same bytes. */
const folder = new URL('fonts/', import.meta.url);

/** A name for a package's file: `@scope/package/folder/file.ttf` as `package-file`. */
export const aheadName = (path: string): string =>
  path
    .replace(/^@[^/]+\//, '')
    .replaceAll(/\/(?:.*\/)?|\.\w+$/g, '-')
    .replace(/-$/, '');

/** What was cut ahead of a package's font; nothing where it was not. */
export const readAhead = onceFor((path: string): Promise<AheadFont | undefined> =>
  readFile(new URL(`${aheadName(path)}.json`, folder), 'utf8').then(
    (text) => JSON.parse(text) as AheadFont,
    () => undefined,
  ),
);

/** The whole of a package's font; nothing where it does not come with Octavo. */
export const readBeside = (path: string): Promise<Uint8Array | undefined> =>
  readFile(new URL(`${aheadName(path)}.whole`, folder)).then(
    (body) => inflateRawSync(body),
    () => undefined,
  );

/** One of the cuts of a package's font, read once: the next book takes it as it is, packed too. */
export async function readCut(path: string, font: AheadFont, name: string): Promise<AheadCut | undefined> {
  const facts = font.cuts[name];
  if (!facts) return undefined;
  const cut = await readBody(`${aheadName(path)}.${name}`);
  return cut.bytes.length === facts.size
    ? { bytes: cut.bytes, packed: { body: cut.body, crc: facts.crc } }
    : undefined;
}

const readBody = onceFor(async (name: string): Promise<{ body: Uint8Array; bytes: Uint8Array }> => {
  const body = await readFile(new URL(name, folder));
  return { body, bytes: inflateRawSync(body) };
});
