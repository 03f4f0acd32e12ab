/**
 * Images decoded, turned, scaled, brought to sRGB and encoded again.
 *
 * libvips as WebAssembly rather than sharp's native one: the same instructions on every processor, hence the same
 * bytes. It is loaded for the first image that needs it; most books need it never.
 */
import type Vips from 'wasm-vips';
import { LONG_SIDE, SHORT_SIDE } from './limits.js';

/** The formats that are written again, by media type, with how. */
const SAVERS: Readonly<Record<string, (image: Vips.Image) => Uint8Array>> = {
  'image/jpeg': (image) => image.jpegsaveBuffer({ Q: 84, optimize_coding: true, keep: 'none' }),
  'image/png': (image) => image.pngsaveBuffer({ compression: 9, keep: 'none' }),
  'image/webp': (image) => image.webpsaveBuffer({ Q: 84, keep: 'none' }),
};

/** Whether images of a media type are written again at all; a GIF may move, and stays as it is. */
export const isConvertible = (mediaType: string): boolean => Object.hasOwn(SAVERS, mediaType);

export interface Converter {
  /** The image turned as its EXIF says, in sRGB, within the bounds; nothing where it cannot be decoded. */
  convert(bytes: Uint8Array, mediaType: string): Uint8Array | undefined;
  /** Whether the image can be decoded to its end. */
  decodes(bytes: Uint8Array): boolean;
  /** Ends the threads of libvips. */
  close(): void;
}

/** Starts libvips; `shutdown` ends its threads. */
export async function startVips(): Promise<typeof Vips> {
  const { default: start } = await import('wasm-vips');
  // What is wrong with an image is a message of Octavo's, not a line from libvips.
  const preRun = (module: { ENV?: Record<string, string> }) => {
    if (module.ENV) module.ENV.VIPS_WARNING = '0';
  };
  return start({ dynamicLibraries: [], preRun });
}

/** Starts libvips for the images of books. */
export async function openConverter(): Promise<Converter> {
  const vips = await startVips();
  return {
    convert(bytes, mediaType) {
      const save = SAVERS[mediaType];
      if (!save) return undefined;
      try {
        const turned = vips.Image.newFromBuffer(bytes).autorot();
        const lying = turned.width > turned.height;
        const [across, down] = lying ? [LONG_SIDE, SHORT_SIDE] : [SHORT_SIDE, LONG_SIDE];
        const image = vips.Image.thumbnailBuffer(bytes, across, {
          height: down,
          size: 'down',
          output_profile: 'srgb',
          fail_on: 'truncated',
        });
        return save(image);
      } catch {
        return undefined;
      }
    },
    decodes(bytes) {
      try {
        vips.Image.newFromBuffer(bytes, '', { access: 'sequential', fail_on: 'truncated' }).avg();
        return true;
      } catch {
        return false;
      }
    },
    close() {
      vips.shutdown();
    },
  };
}
