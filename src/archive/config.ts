/** The configuration of an archive: its operator's own, which no book brings. */
import { openFolder } from '../io/folder.js';
import { readAssets } from '../io/assets.js';
import { recordOf } from '../plugins/record.js';
import type { LoadedConfig } from '../plugins/types.js';
import { compareTexts } from '../text/compare.js';
import { sha256 } from '../text/digest.js';

/** An error's code where a worker's configuration is not any more what it was as the worker began. */
export const CHANGED = 'OCTAVO_CONFIG_CHANGED';

/**
 * The SHA-256 of all that a configuration makes of a book: its files, the versions and options of its plugins, and the
 * files of its themes. It is part of each key.
 */
export async function hashOfConfig(config: LoadedConfig): Promise<string> {
  const themes = [...config.themes]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(async ([name, root]) => {
      const { value } = await openFolder(root, root, name, root).list();
      const files = [...(await readAssets(root, [...value].sort()))];
      return [
        name,
        files.map(([file, found]) => [file, 'bytes' in found ? sha256(found.bytes) : found.problem]),
      ];
    });
  return sha256(JSON.stringify([config.hash, recordOf(config), await Promise.all(themes)]));
}
