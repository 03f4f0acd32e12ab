/** Finds the books, including those in folders that other tools laid out. */
import { kindNamed } from '../book/kinds.js';
import { toolOf } from '../input/layouts/detect.js';
import { isBookPage } from '../input/read.js';
import { hasNoteLinks, isIndex } from '../input/vaults.js';
import { findBooks as findRaw, type LayOut, type LinkNotes } from '../io/read.js';
import { slug } from '../text/slug.js';

/** What another tool's folder needs is loaded for the first that is met. */
const layOut: LayOut = async (folder) => {
  const tool = await toolOf(folder);
  if (tool === undefined) return undefined;
  const layouts = await import('../input/layouts/index.js');
  return layouts.layOut(folder, tool, (name) => kindNamed(slug(name)) !== undefined);
};

/** An index note of Longform's, or a link to a note: rare enough to be looked for in the bytes. */
const linkNotes: LinkNotes = async (folder, files) => {
  const isOwn = files.some(({ rel }) => isBookPage(rel));
  const isLongform = !isOwn && files.some(({ bytes }) => isIndex(bytes));
  if (!isLongform && !files.some(({ bytes }) => hasNoteLinks(bytes))) return undefined;
  const layouts = await import('../input/layouts/index.js');
  if (isLongform) return layouts.layOut(folder, 'longform');
  const made = await layouts.withNotes(folder, files);
  return made && { value: { files: made.value }, messages: made.messages };
};

/**
 * The books in the manuscripts folder, or those that are named, with their files' bytes, in the order of their
 * names. A book that cannot be read whole is left out, with a fatal message.
 *
 * @example
 * ```js
 * import { findBooks } from 'octavo';
 *
 * const { value: books } = await findBooks({ cwd: process.cwd(), manuscripts: 'manuscripts' });
 * books.map(({ name }) => name); // ["tide"]
 * ```
 */
export const findBooks = (
  options: Omit<Parameters<typeof findRaw>[0], 'layOut' | 'linkNotes'>,
): ReturnType<typeof findRaw> => findRaw({ ...options, layOut, linkNotes });
