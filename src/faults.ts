/** Faults of Octavo's own: each becomes one message about its book, so that the books after it are built. */
import { fatal } from './diagnostics.js';
import type { Message } from './types.js';

/** The id of such a message; the exit code follows from it. */
export const FAULT = 'octavo:fault';

/** Whether something thrown is an error of the system (a full disk, a folder that may not be read), not of ours. */
export const isSystemError = (cause: unknown): cause is NodeJS.ErrnoException =>
  cause instanceof Error && 'syscall' in cause;

/**
 * The message about what was thrown at a stage of a book; its stack goes with it for whoever asks.
 *
 * @throws the error itself where it is the system's.
 */
export function faultOf(
  cause: unknown,
  { name, path }: { name: string; path: string },
  stage: string,
): Message {
  if (isSystemError(cause)) throw cause;
  const thrown = cause instanceof Error ? cause : new Error(String(cause));
  const [first = ''] = thrown.message.trim().split('\n');
  return {
    ...fatal(
      FAULT,
      `A fault in Octavo, not in the book: \`${name}\` could not be made (${stage}: ${first})`,
      {
        path,
        hint: 'Please report it where you got Octavo from, if you can with the book and with what `--verbose` shows.',
      },
    ),
    stack: thrown.stack ?? thrown.message,
  };
}
