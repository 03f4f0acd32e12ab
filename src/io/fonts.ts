/** Typefaces beside the bundled code, whole and cut ahead of time: `scripts/fonts.mjs` makes them. */
import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
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
export const readAhead = (path: string): Promise<AheadFont | undefined> =>
  readFile(new URL(`${aheadName(path)}.json`, folder), 'utf8').then(
    (text) => JSON.parse(text) as AheadFont,
    () => undefined,
  );

/** The whole of a package's font; nothing where it does not come with Octavo. */
export const readBeside = (path: string): Promise<Uint8Array | undefined> =>
  readFile(new URL(`${aheadName(path)}.whole`, folder)).then(
    (body) => inflateRawSync(body),
    () => undefined,
  );

/** One of the cuts of a package's font. */
export async function readCut(path: string, font: AheadFont, name: string): Promise<AheadCut | undefined> {
  const facts = font.cuts[name];
  if (!facts) return undefined;
  const body = await readFile(new URL(`${aheadName(path)}.${name}`, folder));
  const bytes = inflateRawSync(body);
  return bytes.length === facts.size ? { bytes, packed: { body, crc: facts.crc } } : undefined;
}
