/** Scales images of finished books, whoever made them, for a screen. */
import type Vips from 'wasm-vips';
import { measure } from '../text/sniff.js';
import { startVips } from './convert.js';
import { isBeyond } from './limits.js';

export interface Scaler {
  /**
   * The image as JPEG within so many pixels, of a quality up to 100; undefined where it cannot be decoded, or has too
   * many pixels to try.
   */
  scale(bytes: Uint8Array, width: number, height: number, quality?: number): Promise<Uint8Array | undefined>;
  /** Ends the threads that the first image began. */
  close(): Promise<void>;
}

/** On grey screens and in small pictures nobody sees the difference to 90. */
const QUALITY = 80;

/** Opens a scaler; what it needs is loaded for the first image. */
export function openScaler(): Scaler {
  let starting: ReturnType<typeof startVips> | undefined;
  return {
    async scale(bytes, width, height, quality = QUALITY) {
      const size = measure(bytes);
      if (!size || isBeyond(size)) return undefined;
      const vips = await (starting ??= startVips());
      let image: Vips.Image | undefined;
      try {
        image = vips.Image.thumbnailBuffer(bytes, width, { height, size: 'down', output_profile: 'srgb' });
        return image.jpegsaveBuffer({ Q: quality, optimize_coding: true, keep: 'none', background: [255] });
      } catch {
        return undefined;
      } finally {
        // A server runs for days: what is not given back here stays in the memory of libvips.
        image?.delete();
      }
    },
    async close() {
      const vips = await starting;
      starting = undefined;
      vips?.shutdown();
    },
  };
}
