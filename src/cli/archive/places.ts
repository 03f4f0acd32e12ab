/** Where an archive's queue and store are: said by flags, or in the environment, where no list of processes shows them. */
import { basename, dirname, resolve } from 'node:path';
import { noConfig, Refusal } from '../../archive/problems.js';
import { isFatal } from '../../diagnostics.js';
import { CONFIG } from '../../io/config-place.js';
import { loadConfig } from '../../pipeline/config.js';
import type { LoadedConfig } from '../../plugins/types.js';
import { shown, terminal } from '../terminal.js';
import type { Flags } from '../command.js';

/** The places of an archive; empty where nobody says one. */
export function archivePlaces(flags: Flags): { queue: string; store: string; cwd: string } {
  const { OCTAVO_QUEUE = '', OCTAVO_STORE = '' } = process.env;
  return {
    queue: typeof flags.queue === 'string' ? flags.queue : OCTAVO_QUEUE,
    store: typeof flags.store === 'string' ? flags.store : OCTAVO_STORE,
    cwd: process.cwd(),
  };
}

/**
 * The configuration that `--config` names, if any; no other is used.
 *
 * @throws Refusal where it is none, or is wrong.
 */
export async function archiveConfig(flags: Flags): Promise<LoadedConfig | undefined> {
  if (typeof flags.config !== 'string') return undefined;
  const file = resolve(flags.config);
  if (basename(file) !== CONFIG) throw new Refusal(noConfig(flags.config));
  const { value, messages } = await loadConfig(dirname(file));
  if (!value) throw new Refusal(messages.find(isFatal) ?? messages[0] ?? noConfig(flags.config));
  terminal.messages(shown(messages, flags));
  return value;
}
