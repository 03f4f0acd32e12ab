import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { make } from '../../src/archive/builder.js';
import { CHANGED, hashOfConfig } from '../../src/archive/config.js';
import type { JobOrder } from '../../src/archive/job.js';
import { packParcel } from '../../src/archive/parcel.js';
import { loadConfig } from '../../src/pipeline/config.js';
import type { LoadedConfig } from '../../src/plugins/types.js';
import { sha256 } from '../../src/text/digest.js';
import { ready } from '../plugins/config.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'octavo-archive-config-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function lay(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
}

const loaded = (config: LoadedConfig | undefined): LoadedConfig => {
  if (!config) throw new Error('no configuration');
  return config;
};

const CONFIG = `import { bell } from './bell.mjs';
export default { remarkPlugins: [bell] };
`;
const BELL = `export function bell() {
  const ring = (node) => {
    if (node.type === 'text') node.value = node.value.replace('bell', 'gong');
    for (const child of node.children ?? []) ring(child);
  };
  return ring;
}
`;

test('the hash changes with all that a configuration makes of a book, and with nothing else', async () => {
  const plain = loaded(ready({}).value);
  await lay('look/theme.css', 'p { color: red }');
  const themed = { ...plain, themes: new Map([['look', join(folder, 'look')]]) };
  const plugin = { name: 'remark-x', version: '1.0.0', options: [] } as unknown as LoadedConfig['remark'][0];
  const hashes = [
    await hashOfConfig(plain),
    await hashOfConfig({ ...plain, hash: 'sha256:1' }),
    await hashOfConfig({ ...plain, remark: [plugin] }),
    await hashOfConfig({ ...plain, remark: [{ ...plugin, version: '1.0.1' }] }),
    await hashOfConfig(themed),
  ];
  await lay('look/theme.css', 'p { color: blue }');
  hashes.push(await hashOfConfig(themed));
  expect(new Set(hashes).size).toBe(hashes.length);
  await lay('other/theme.css', 'p { color: blue }');
  const moved = { ...themed, folder, themes: new Map([['look', join(folder, 'other')]]) };
  expect(await hashOfConfig(moved)).toBe(hashes.at(-1));
});

test('a worker’s own configuration works on a book, and never one that came with it', async () => {
  await lay('package.json', '{}');
  await lay('octavo.config.mjs', CONFIG);
  await lay('bell.mjs', BELL);
  const hostile = strToU8('globalThis.octavoWasHostile = true;\nexport default {};\n');
  const parcel = packParcel(
    new Map([
      [
        'manuscripts/b/01.md',
        strToU8('---\ntitle: B\nauthor: A\ncover: false\nfonts: false\n---\n\n# One\n\nA bell.\n'),
      ],
      ['manuscripts/b/octavo.config.mjs', hostile],
      ['manuscripts/b/package.json', strToU8('{}')],
      ['octavo.config.mjs', hostile],
      ['package.json', strToU8('{}')],
    ]),
  );
  const order: JobOrder = { octavo: '0.1.0', sources: sha256(parcel), book: 'b', epoch: 0 };
  const textOf = async (how: { config?: string; configFolder?: string }): Promise<string> => {
    const { config, configFolder } = how;
    const { files } = await make(
      {
        order: { ...order, ...(config === undefined ? {} : { config }) },
        parcel,
        folder: join(folder, 'at-work', sha256(JSON.stringify(how))),
        configFolder,
      },
      () => undefined,
    );
    const pages = Object.entries(unzipSync(files[0]?.bytes ?? new Uint8Array()));
    return pages.map(([name, bytes]) => (name.endsWith('.xhtml') ? strFromU8(bytes) : '')).join('');
  };
  const config = await hashOfConfig(loaded((await loadConfig(folder)).value));

  expect(await textOf({})).toContain('A bell.');
  expect(await textOf({ config, configFolder: folder })).toContain('A gong.');
  expect(globalThis).not.toHaveProperty('octavoWasHostile');
  const wrong = [{ config }, { configFolder: folder }, { config: sha256('x'), configFolder: folder }];
  for (const how of wrong) await expect(textOf(how)).rejects.toMatchObject({ code: CHANGED });
});
