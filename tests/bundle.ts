/** Before all tests: the command as users run it, bundled into a folder of the tests' own. */
import { rm } from 'node:fs/promises';

export default async function setup(): Promise<void> {
  const { bundle } = (await import('../scripts/bundle.mjs' as string)) as {
    bundle: (folder: string) => Promise<void>;
  };
  await rm('tests/.lib', { recursive: true, force: true });
  await bundle('tests/.lib');
}
