/** The folders that commands read and write by default. */
import { join } from 'node:path';

export const MANUSCRIPTS = 'manuscripts';
export const OUT = 'dist';

export const THEMES = 'themes';

/** The folder of an author's own themes, which stands beside that of the manuscripts. */
export const themesBeside = (manuscripts: string): string => join(manuscripts, '..', THEMES);
