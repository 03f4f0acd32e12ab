/** The time that the environment gives the books: https://reproducible-builds.org/specs/source-date-epoch/ */
import { fatal, type Result } from '../../diagnostics.js';

/** Seconds since 1970 by `SOURCE_DATE_EPOCH`; undefined where it is not set, with a message where it is no such number. */
export function sourceDateEpoch({
  SOURCE_DATE_EPOCH: given = '',
}: NodeJS.ProcessEnv): Result<number | undefined> {
  if (given === '') return { value: undefined, messages: [] };
  if (/^\d{1,11}$/u.test(given)) return { value: Number(given), messages: [] };
  const reason = `\`SOURCE_DATE_EPOCH\` must be a number of seconds since 1970, not \`${given}\``;
  const hint = 'Unset it, or set it to the time of a commit: `git log -1 --format=%ct`.';
  return { value: undefined, messages: [fatal('environment:epoch', reason, { hint })] };
}
