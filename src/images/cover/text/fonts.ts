/** Fonts opened with HarfBuzz, each letter given to one that has it. */
import type * as harfbuzzjs from 'harfbuzzjs';
import { once } from '../../../memo.js';
import { FACES, FALLBACKS, type FontFile, type ReadFont } from './faces.js';

export type HarfBuzz = typeof harfbuzzjs;

export interface OpenFont {
  file: FontFile;
  harfbuzz: HarfBuzz;
  font: InstanceType<HarfBuzz['Font']>;
  /** Units of the em. */
  upem: number;
  /** Outlines by glyph, as HarfBuzz gives them. */
  outlines: Map<number, readonly { type: string; values: number[] }[]>;
}

export interface OpenFonts {
  fontFor: FontFor;
  /** Files that the texts ask for and that are not installed. */
  absent: FontFile[];
}

/** Which font sets a character of a text in a face; nothing where none has it. */
export type FontFor = (character: string, face: FontFile) => OpenFont | undefined;

/** The faces of most covers stay open from cover to cover: to inflate and open them takes 5 ms, and 150 MB of 300 covers' peak. */
const USUAL: ReadonlySet<FontFile> = new Set(Object.values(FACES));
const usualOf = once<ReadFont, Map<FontFile, OpenFont>>(() => new Map());

/**
 * Opens every font that the texts need and tells, for each of their characters, which one sets it. Fonts of other
 * scripts are read only where a text asks for them.
 */
export async function openFonts(
  texts: readonly { text: string; face: FontFile }[],
  read: ReadFont,
): Promise<OpenFonts> {
  // A module that is waited for as it starts cannot be required.
  const harfbuzz = await import('harfbuzzjs');
  const open = new Map<FontFile, OpenFont | undefined>();
  const chosen = new Map<string, OpenFont | undefined>();
  const usual = usualOf(read);
  const get = async (file: FontFile): Promise<OpenFont | undefined> => {
    if (open.has(file)) return open.get(file);
    const known = usual.get(file);
    const bytes = known ? undefined : await read(file);
    const font = known ?? (bytes && opened(file, bytes, harfbuzz));
    open.set(file, font);
    if (font && USUAL.has(file)) usual.set(file, font);
    return font;
  };
  for (const { text, face } of texts) {
    for (const character of new Set(text)) {
      const key = face + character;
      if (!chosen.has(key)) chosen.set(key, await fontOf(character, face, get));
    }
  }
  const absent = [...open].flatMap(([file, font]) => (font ? [] : [file]));
  return { fontFor: (character, face) => chosen.get(face + character), absent };
}

async function fontOf(
  character: string,
  face: FontFile,
  get: (file: FontFile) => Promise<OpenFont | undefined>,
): Promise<OpenFont | undefined> {
  const rows = FALLBACKS.filter(([script]) => script.test(character)).map(([, file]) => file);
  for (const file of [face, ...rows]) {
    const font = await get(file);
    if (font && (font.font.nominalGlyph(character.codePointAt(0) ?? 0) ?? 0) > 0) return font;
  }
  return undefined;
}

function opened(file: FontFile, bytes: Uint8Array, harfbuzz: HarfBuzz): OpenFont {
  const face = new harfbuzz.Face(new harfbuzz.Blob(bytes));
  return { file, harfbuzz, font: new harfbuzz.Font(face), upem: face.upem, outlines: new Map() };
}
