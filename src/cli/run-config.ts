/** The configuration of a run, by its flags, which every part of it has. */
import type { Result } from '../diagnostics.js';
import type { LoadedConfig } from '../plugins/types.js';
import type { Flags } from './command.js';

const configs = new WeakMap<Flags, LoadedConfig>();

/** The configuration that a run uses, if any. */
export const configOf = (flags: Flags): LoadedConfig | undefined => configs.get(flags);

/** Gives a run its configuration. */
export const setConfig = (flags: Flags, config: LoadedConfig): void => {
  configs.set(flags, config);
};

/** Loads it again, for a run that goes on: what is wrong with it by then is a message of the build. */
export async function configAgain(flags: Flags): Promise<Result<LoadedConfig | undefined>> {
  const before = configs.get(flags);
  if (!before) return { value: undefined, messages: [] };
  const { loadConfig } = await import('../pipeline/config.js');
  return loadConfig(before.folder);
}
