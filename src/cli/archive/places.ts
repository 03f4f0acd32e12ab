/** Where an archive's queue and store are: said by flags, or in the environment, where no list of processes shows them. */
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
