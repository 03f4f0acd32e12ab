/** `octavo.config.mjs`: loaded from one folder, once for each state that it is in. */
import { CONFIG } from '../io/config-place.js';
import { readConfigModule } from '../io/config.js';
import { fatal, quotable, warning, type Result } from '../diagnostics.js';
import { readyConfig } from '../plugins/ready.js';
import type { LoadedConfig } from '../plugins/types.js';

/**
 * The configuration that stands in an absolute folder, beside its `package.json`: no value where there is none, or
 * where a fatal message says what is wrong with it. It runs the code of that file.
 *
 * @example
 * ```js
 * import { build, loadConfig } from 'octavo';
 *
 * const { value: config, messages } = await loadConfig(process.cwd());
 * const { books } = await build({ cwd: process.cwd(), config });
 * messages.length + books[0].messages.length >= 0; // true
 * ```
 */
export async function loadConfig(folder: string): Promise<Result<LoadedConfig | undefined>> {
  try {
    const found = await readConfigModule(folder);
    if (found === undefined) return { value: undefined, messages: [] };
    return found === 'alone'
      ? { value: undefined, messages: [alone()] }
      : readyConfig({ ...found, path: CONFIG });
  } catch (cause) {
    return { value: undefined, messages: [notLoaded(cause)] };
  }
}

const alone = () =>
  warning('config:alone', 'The configuration was not used: no `package.json` stands beside it', {
    path: CONFIG,
    hint: 'It belongs to a project. `npm init -y` makes one here.',
  });

function notLoaded(cause: unknown) {
  const said = cause instanceof Error ? cause.message : String(cause);
  const [first = ''] = said.trim().split('\n');
  const missing = /Cannot find (?:package|module) '([^']+)'/.exec(said)?.[1];
  const isPackage = missing !== undefined && !/^[./]|^file:/.test(missing);
  return fatal('config:not-loaded', `The configuration could not be loaded: ${quotable(first)}`, {
    path: CONFIG,
    hint: isPackage
      ? `Install what it imports: \`npm install ${missing}\`. Or build with \`--no-config\`.`
      : 'Mend the file, or build with `--no-config`.',
  });
}
