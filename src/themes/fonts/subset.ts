/**
 * Fonts cut down to the characters of a book, by HarfBuzz compiled to WebAssembly: the same bytes on every machine.
 *
 * @see https://harfbuzz.github.io/harfbuzz-hb-subset.html
 */

import { hasGlyphs } from './sniff.js';

/** The functions of `harfbuzz-subset.wasm` that are called here; pointers and sets are numbers. */
interface HarfBuzz {
  memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_clear(set: number): void;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

const MEMORY_MODE_READONLY = 1;
const SETS_LAYOUT_FEATURE_TAG = 6;
const FLAGS_NO_HINTING = 1;
/** Keeps the box for a letter that no font of the reader has: without it, such a text shows nothing at all. */
const FLAGS_NOTDEF_OUTLINE = 0x40;

/**
 * The OpenType features that a book uses: the shaping of every script, kerning and ligatures, and of the rest small
 * capitals and old-style figures alone, since each feature brings its glyphs along.
 */
const FEATURES: readonly number[] = (
  'ccmp locl rlig rclt calt liga clig kern mark mkmk curs dist init medi med2 fina fin2 fin3 isol ' +
  'ljmo vjmo tjmo abvf abvm abvs akhn blwf blwm blws cfar cjct half haln nukt pref pres pstf psts rkrf rphf vatu ' +
  'vert vrt2 smcp c2sc onum'
)
  .split(' ')
  .map((name) => Buffer.from(name).readUInt32BE());

/** Cuts a font down to code points; nothing where the bytes are no TrueType or OpenType font. */
export type Subsetter = (font: Uint8Array, codePoints: Iterable<number>) => Uint8Array | undefined;

/** A subsetter from the compiled module of `harfbuzz-subset.wasm`. */
export function subsetterOf(module: WebAssembly.Module): Subsetter {
  const start = (): HarfBuzz => {
    const harfbuzz = new WebAssembly.Instance(module).exports as unknown as HarfBuzz;
    harfbuzz._initialize();
    return harfbuzz;
  };
  let harfbuzz = start();
  return (font, codePoints) => {
    try {
      return subset(harfbuzz, font, codePoints);
    } catch (cause) {
      if (!(cause instanceof WebAssembly.RuntimeError)) throw cause;
      // A damaged font trapped the machine: its memory is not to be used again.
      harfbuzz = start();
      return undefined;
    }
  };
}

function subset(harfbuzz: HarfBuzz, font: Uint8Array, codePoints: Iterable<number>): Uint8Array | undefined {
  const data = harfbuzz.malloc(font.length);
  // The memory moves as it grows, so that a view of it is good for one use.
  new Uint8Array(harfbuzz.memory.buffer).set(font, data);
  const blob = harfbuzz.hb_blob_create(data, font.length, MEMORY_MODE_READONLY, 0, 0);
  const face = harfbuzz.hb_face_create(blob, 0);
  harfbuzz.hb_blob_destroy(blob);
  const input = harfbuzz.hb_subset_input_create_or_fail();
  const features = harfbuzz.hb_subset_input_set(input, SETS_LAYOUT_FEATURE_TAG);
  harfbuzz.hb_set_clear(features);
  for (const feature of FEATURES) harfbuzz.hb_set_add(features, feature);
  harfbuzz.hb_subset_input_set_flags(input, FLAGS_NO_HINTING | FLAGS_NOTDEF_OUTLINE);
  const unicodes = harfbuzz.hb_subset_input_unicode_set(input);
  for (const codePoint of codePoints) harfbuzz.hb_set_add(unicodes, codePoint);
  const cut = harfbuzz.hb_subset_or_fail(face, input);
  const result = cut === 0 ? undefined : bytesOf(harfbuzz, cut);
  harfbuzz.hb_subset_input_destroy(input);
  harfbuzz.hb_face_destroy(face);
  harfbuzz.free(data);
  return result && hasGlyphs(result) ? result : undefined;
}

function bytesOf(harfbuzz: HarfBuzz, face: number): Uint8Array | undefined {
  const blob = harfbuzz.hb_face_reference_blob(face);
  const length = harfbuzz.hb_blob_get_length(blob);
  const from = harfbuzz.hb_blob_get_data(blob, 0);
  const bytes = new Uint8Array(harfbuzz.memory.buffer).slice(from, from + length);
  harfbuzz.hb_blob_destroy(blob);
  harfbuzz.hb_face_destroy(face);
  return length > 0 ? bytes : undefined;
}
