/** Before all tests: the command as users run it, bundled into a folder of the tests' own. */
export default async function setup(): Promise<void> {
  const { bundle } = (await import('../scripts/bundle.mjs' as string)) as {
    bundle: (folder: string) => Promise<void>;
  };
  await bundle('tests/.lib');
}
