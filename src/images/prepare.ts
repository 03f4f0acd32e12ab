/** Prepares an image for the book: without metadata, upright, in RGB, no larger than readers show. */
import { info, type Result } from '../diagnostics.js';
import { measure, type Measured } from '../text/sniff.js';
import type { FoundFile, ImageRequest, Message, ReadyImage } from '../types.js';
import { isConvertible, openConverter, type Converter } from './convert.js';
import { jpegParts } from './jpeg.js';
import { isBeyond, isOversize } from './limits.js';
import { withoutTexts } from './png.js';
import { isWhole, mustDecode } from './whole.js';

/** What is to be done with an image. */
interface Plan {
  /** What is left when nothing but the picture is kept. */
  bytes: Uint8Array;
  /** Whether it must be decoded, for its own sake: it lies on its side, or its colours are those of print. */
  must: boolean;
  /** Whether it may be smaller when it is written again. */
  may: boolean;
}

/** Bytes a pixel from which on a JPEG is worth another look, where it is not small anyway. */
const HEAVY = 1;
const SMALL = 500_000;

/** A file written again is taken where it has at most this share of the bytes. */
const WORTHWHILE = 0.8;

/**
 * The files with every image made ready; what needs nothing keeps its bytes, and what is no raster image its turn.
 * An image with more pixels than are opened, or one that must be decoded and cannot be, becomes a problem.
 */
export async function prepareImages(
  found: ReadonlyMap<string, FoundFile>,
  requests: readonly ImageRequest[],
): Promise<Result<Map<string, ReadyImage>>> {
  const value = new Map<string, ReadyImage>();
  const messages: Message[] = [];
  let converter: Promise<Converter> | undefined;
  const opened = () => (converter ??= openConverter());
  try {
    for (const [file, one] of found) {
      const size = 'bytes' in one ? measure(one.bytes) : undefined;
      if (!('bytes' in one) || !size) value.set(file, one);
      else {
        const ready = await prepare(one.bytes, size, opened);
        value.set(file, ready);
        const smaller = 'bytes' in ready ? measure(ready.bytes) : undefined;
        if (smaller && isOversize(size) && !isOversize(smaller))
          messages.push(scaled(file, size, smaller, requests));
      }
    }
  } finally {
    if (converter) (await converter).close();
  }
  return { value, messages };
}

async function prepare(
  bytes: Uint8Array,
  size: Measured,
  opened: () => Promise<Converter>,
): Promise<ReadyImage> {
  if (isBeyond(size)) return { problem: 'too-many-pixels' };
  if (!isWhole(bytes, size)) return { problem: 'broken' };
  // What is too large for a book is decoded in any case.
  if (!isOversize(size) && mustDecode(bytes, size) && !(await opened()).decodes(bytes))
    return { problem: 'broken' };
  const plan = planFor(bytes, size);
  if (!isConvertible(size.mediaType) || !(plan.must || plan.may)) return { bytes: plan.bytes };
  // The original, since its metadata say how it is to be turned.
  const converted = (await opened()).convert(bytes, size.mediaType);
  if (!converted) return plan.must || isOversize(size) ? { problem: 'broken' } : { bytes: plan.bytes };
  const better = plan.must || converted.length <= plan.bytes.length * WORTHWHILE;
  return { bytes: better ? converted : plan.bytes };
}

function planFor(bytes: Uint8Array, size: Measured): Plan {
  const may = isOversize(size);
  if (size.mediaType === 'image/png') return { bytes: withoutTexts(bytes) ?? bytes, must: false, may };
  if (size.mediaType !== 'image/jpeg') return { bytes, must: false, may };
  const parts = jpegParts(bytes);
  // A file that cannot be taken apart is decoded, so that its metadata is removed all the same.
  if (!parts) return { bytes, must: true, may };
  const heavy = bytes.length > SMALL && bytes.length > HEAVY * size.width * size.height;
  return { bytes: parts.bytes, must: parts.orientation > 1 || parts.components === 4, may: may || heavy };
}

function scaled(file: string, from: Measured, to: Measured, requests: readonly ImageRequest[]): Message {
  const asked = requests.find((request) => request.file === file);
  const size = ({ width, height }: Measured) => `${String(width)} \u00D7 ${String(height)}`;
  return info(
    'image:scaled',
    `\`${file}\` was scaled from ${size(from)} to ${size(to)} pixels, the most that e-readers show`,
    {
      ...(asked ? { path: asked.path, place: asked.place } : {}),
      hint: 'There is nothing to do. The file itself stays as it is.',
    },
  );
}
