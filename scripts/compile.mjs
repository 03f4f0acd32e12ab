// Compiles src/ to lib/: the bundles, the typefaces beside them, and the declarations (not with --no-types).
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, root } from './bundle.mjs';
import { cutFonts } from './fonts.mjs';

rmSync(join(root, 'lib'), { recursive: true, force: true });
await bundle('lib');
await cutFonts('lib');
if (!process.argv.includes('--no-types')) await import('./declarations.mjs');
