/** Where a configuration stands. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The file's name. */
export const CONFIG = 'octavo.config.mjs';

/** Whether a folder has a configuration. */
export const isConfigIn = (folder: string): boolean => existsSync(join(folder, CONFIG));
