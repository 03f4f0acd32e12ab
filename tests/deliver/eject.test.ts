import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEVICES } from '../../src/deliver/devices.js';
import { eject } from '../../src/deliver/eject.js';
import type { FoundDevice } from '../../src/deliver/find.js';
import { script } from '../io/script.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-eject-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const [device] = DEVICES;
const kobo = (source?: string): FoundDevice => {
  if (!device) throw new Error('The table is empty');
  return { device, root: '/media/a b', label: 'a b', ...(source === undefined ? {} : { source }) };
};
const told = () => readFileSync(join(folder, 'told'), 'utf8');

test.each([
  ['linux', 'udisksctl', 'unmount --no-user-interaction --block-device /dev/sdb1\n'],
  ['darwin', 'diskutil', 'eject /media/a b\n'],
] as const)('%s ejects with %s', async (platform, program, words) => {
  script(folder, program, 'echo "$@" > "${0%/*}/told"');
  expect(await eject(kobo('/dev/sdb1'), { platform, env: { PATH: folder } })).toBeUndefined();
  expect(told()).toBe(words);
});

test('what the system says is passed on, and what to do', async () => {
  script(folder, 'udisksctl', 'echo "Error unmounting /dev/sdb1: target is busy" >&2; exit 1');
  const message = await eject(kobo('/dev/sdb1'), { platform: 'linux', env: { PATH: folder } });
  expect(message).toMatchObject({ id: 'device:not-ejected', severity: 'error' });
  expect(message?.reason).toContain('target is busy');
  expect(message?.hint).toContain('file manager');
});

test('without the program, without a drive, on Windows: how to do it by hand', async () => {
  const env = { PATH: folder };
  const none = await eject(kobo('/dev/sdb1'), { platform: 'linux', env });
  expect(none?.reason).toContain('there is no `udisksctl`');
  expect((await eject(kobo(), { platform: 'linux', env }))?.id).toBe('device:not-ejected');
  const windows = await eject(kobo(), { platform: 'win32', env });
  expect(windows).toMatchObject({ id: 'device:eject-by-hand', severity: 'warning' });
});
