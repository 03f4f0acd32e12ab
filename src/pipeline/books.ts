/** Finds the books, including those in folders that other tools laid out. */
import { toolOf } from '../input/layouts/detect.js';
import { findBooks as findRaw, type LayOut } from '../io/read.js';

/** What another tool's folder needs is loaded for the first that is met. */
const layOut: LayOut = async (folder) => {
  const tool = await toolOf(folder);
  if (tool === undefined) return undefined;
  const layouts = await import('../input/layouts/index.js');
  return layouts.layOut(folder, tool);
};

/**
 * The books in the manuscripts folder, or those that are named, with their files' bytes, in the order of their
 * names. A book that cannot be read whole is left out, with a fatal message.
 */
export const findBooks = (
  options: Omit<Parameters<typeof findRaw>[0], 'layOut'>,
): ReturnType<typeof findRaw> => findRaw({ ...options, layOut });
