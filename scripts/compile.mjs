// Compiles src/ to lib/: the bundles, the typefaces beside them, and the declarations (not with --no-types).
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, root } from './bundle.mjs';
import { cutFonts } from './fonts.mjs';

rmSync(join(root, 'lib'), { recursive: true, force: true });
await bundle('lib');
await cutFonts('lib');
if (!process.argv.includes('--no-types')) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
