/** Where programs keep what they can make again: https://specifications.freedesktop.org/basedir-spec/latest/ */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Octavo's folder there. */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string {
  const { XDG_CACHE_HOME: asked = '', LOCALAPPDATA: local = '' } = env;
  if (isAbsolute(asked)) return join(asked, 'octavo');
  if (platform === 'win32' && local !== '') return join(local, 'octavo', 'cache');
  return join(homedir(), platform === 'darwin' ? 'Library/Caches' : '.cache', 'octavo');
}
