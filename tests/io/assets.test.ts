import { mkdir, mkdtemp, realpath, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MAX_ASSET_BYTES, readAssets } from '../../src/io/assets.js';

let root: string;
let outside: string;

beforeEach(async () => {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'octavo-assets-')));
  root = path.join(folder, 'book');
  outside = path.join(folder, 'secret.png');
  await mkdir(path.join(root, 'images'), { recursive: true });
  await writeFile(path.join(root, 'images', 'lamp.png'), 'lamp');
  await writeFile(path.join(root, 'cafe\u0301.png'), 'café');
  await writeFile(outside, 'secret');
});
afterEach(async () => {
  await rm(path.dirname(root), { recursive: true, force: true });
});

async function ask(file: string): Promise<string> {
  const found = (await readAssets(root, [file])).get(file);
  if (!found) return 'not answered';
  return 'bytes' in found ? new TextDecoder().decode(found.bytes) : found.problem;
}

test.each([
  ['images/lamp.png', 'lamp'],
  ['./images/lamp.png', 'lamp'],
  ['images/../images/lamp.png', 'lamp'],
  ['caf\u00e9.png', 'café'],
  ['cafe\u0301.png', 'café'],
  ['Images/lamp.png', 'missing'],
  ['images/LAMP.png', 'missing'],
  ['images', 'missing'],
  ['', 'missing'],
  ['images/lamp.png/x', 'missing'],
  ['images/none.png', 'missing'],
  ['../secret.png', 'outside'],
  ['images/../../secret.png', 'outside'],
  [String.raw`..\secret.png`, 'outside'],
  ['/etc/hostname', 'outside'],
  [String.raw`\\server\share\a.png`, 'outside'],
  ['//server/share/a.png', 'outside'],
  [String.raw`C:\a.png`, 'outside'],
  ['C:a.png', 'outside'],
  ['file:///etc/hostname', 'missing'],
  ['a\0.png', 'outside'],
])('%s is %s', async (file, expected) => {
  expect(await ask(file)).toBe(expected);
});

test('links out of the folder are outside, links within it are not', async () => {
  await symlink(outside, path.join(root, 'a.png'));
  await symlink(path.dirname(outside), path.join(root, 'up'));
  await symlink('images/lamp.png', path.join(root, 'b.png'));
  expect(await ask('a.png')).toBe('outside');
  expect(await ask('up/secret.png')).toBe('outside');
  expect(await ask('b.png')).toBe('lamp');
});

test('a link to itself is unreadable, a link to nothing missing', async () => {
  await symlink('loop.png', path.join(root, 'loop.png'));
  await symlink('nothing.png', path.join(root, 'dangling.png'));
  expect(await ask('loop.png')).toBe('unreadable');
  expect(await ask('dangling.png')).toBe('missing');
});

test('a file beyond the bound is not read', async () => {
  await writeFile(path.join(root, 'big.png'), '');
  await truncate(path.join(root, 'big.png'), MAX_ASSET_BYTES + 1);
  expect(await ask('big.png')).toBe('too-large');
});

test('each file is answered once', async () => {
  const found = await readAssets(root, ['images/lamp.png', 'images/lamp.png', 'x.png']);
  expect([...found.keys()]).toEqual(['images/lamp.png', 'x.png']);
});
