/** Covers at the sizes that pages show, made when they are asked for and kept while there is room. */
import { readCover } from './facts.js';
import type { ShelfBook } from './catalogue.js';

/** Makes pictures, asked for one after the other; what does so is no part of this folder. */
export interface CoverMaker {
  /** The image as a JPEG within so many pixels; undefined where it cannot be decoded. */
  scale(bytes: Uint8Array, width: number, height: number): Promise<Uint8Array | undefined>;
  /** A cover for a book that has none to show. */
  draw(subject: { title: string; authors: string; identifier: string }): Promise<Uint8Array>;
}

/** In pixels: three times what an old e-reader's page shows would still be a small file. */
const SIZES = { thumbnail: [240, 360], cover: [800, 1200] } as const;
export type CoverSize = keyof typeof SIZES;

/** How many bytes of pictures are kept. */
const MOST_KEPT = 32 * 1024 ** 2;

/** Opens the covers of a catalogue; each is made once, one after the other, as long as it is kept. */
export function openCovers(maker: CoverMaker): (book: ShelfBook, size: CoverSize) => Promise<Uint8Array> {
  const kept = new Map<string, Uint8Array>();
  const making = new Map<string, Promise<Uint8Array>>();
  let bytesKept = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const keep = (key: string, bytes: Uint8Array): void => {
    kept.set(key, bytes);
    bytesKept += bytes.length;
    for (const [oldest, old] of kept) {
      if (bytesKept <= MOST_KEPT) break;
      kept.delete(oldest);
      bytesKept -= old.length;
    }
  };

  return async (book, size) => {
    const key = [size, book.id, book.updated.getTime()].join('\n');
    const found = kept.get(key);
    if (found) {
      // What is asked for moves to the end, so that what nobody asks for goes first.
      kept.delete(key);
      kept.set(key, found);
      return found;
    }
    const begun = making.get(key);
    if (begun) return begun;
    const made = turn.then(() => make(maker, book, size));
    turn = made.catch(() => undefined);
    making.set(key, made);
    try {
      const bytes = await made;
      keep(key, bytes);
      return bytes;
    } finally {
      making.delete(key);
    }
  };
}

async function make(maker: CoverMaker, book: ShelfBook, size: CoverSize): Promise<Uint8Array> {
  const [width, height] = SIZES[size];
  const { coverFile, cover, title, authors, id, identifier = id } = book;
  const own = coverFile && cover !== undefined ? await readCover(coverFile.path, cover) : undefined;
  const scaled = own && (await maker.scale(own, width, height));
  if (scaled) return scaled;
  const drawn = await maker.draw({ title, authors: authors.join(', '), identifier });
  return (await maker.scale(drawn, width, height)) ?? drawn;
}
