import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../../src/cli/cache.js';

test.each([
  [{ XDG_CACHE_HOME: '/var/kept' }, 'linux', '/var/kept/octavo'],
  // A path that is not absolute is none: the specification says so.
  [{ XDG_CACHE_HOME: 'kept' }, 'linux', join(homedir(), '.cache', 'octavo')],
  [{}, 'darwin', join(homedir(), 'Library/Caches', 'octavo')],
  [{ LOCALAPPDATA: '/local' }, 'win32', join('/local', 'octavo', 'cache')],
] as const)('%o on %s', (env, platform, folder) => {
  expect(cacheFolder(env, platform)).toBe(folder);
});
