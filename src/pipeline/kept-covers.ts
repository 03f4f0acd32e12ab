/** Covers that were drawn, kept between builds by what they were drawn from: the words of most books stay as they are. */
import { join } from 'node:path';
import type { KeptCovers } from '../images/index.js';
import { hashOf } from '../io/journal.js';
import { keepFile, readKeptFile } from '../io/kept-files.js';
import { packageVersion } from '../io/templates.js';

/** Some 60 kB each. */
const MOST_COVERS = 256;

/** The covers in the absolute folder `cache`. */
export function keptCovers(cache: string): KeptCovers {
  // The typefaces change with the package alone.
  const pathOf = (key: string): string =>
    join(cache, `cover-${hashOf(packageVersion() + key).slice(7, 39)}.bin`);
  return {
    find: (key) => readKeptFile(pathOf(key)),
    add: (key, png) => {
      keepFile(pathOf(key), png, MOST_COVERS);
    },
  };
}
