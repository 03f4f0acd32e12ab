/** Flags that take a whole number. */
import type { Flags } from './command.js';
import { terminal } from './terminal.js';

/**
 * The whole numbers, from 1 on, of those flags that were given, such as `--jobs` by `jobs`; undefined where one of them
 * is no such number, which is then said.
 */
export function countsIn<Name extends string>(
  flags: Flags,
  names: readonly Name[],
  example: string,
): Partial<Record<Name, number>> | undefined {
  const counts: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const given = flags[name];
    if (given === undefined) continue;
    const count = Number(given);
    if (!(Number.isSafeInteger(count) && count > 0)) {
      terminal.error(
        `octavo: \`--${name}\` takes a whole number, such as \`${example}\`, not \`${String(given)}\``,
      );
      return undefined;
    }
    counts[name] = count;
  }
  return counts;
}
