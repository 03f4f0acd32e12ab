// Compiles src/ to lib/: the bundles, the typefaces and foliate-js beside them, and the declarations (not with --no-types).
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, root } from './bundle.mjs';
import { cutFonts } from './fonts.mjs';

rmSync(join(root, 'lib'), { recursive: true, force: true });
await bundle('lib');
await cutFonts('lib');
// The part of foliate-js that the preview shows books with, as it is: the browser loads it.
mkdirSync(join(root, 'lib', 'foliate'));
const foliate = readFileSync(join(root, 'templates', 'preview', 'foliate.txt'), 'utf8');
for (const name of foliate.trim().split('\n'))
  copyFileSync(join(root, 'node_modules', 'foliate-js', name), join(root, 'lib', 'foliate', name));
if (!process.argv.includes('--no-types')) await import('./declarations.mjs');
