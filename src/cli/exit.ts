/** The exit code that follows from the messages. */
import { FAULT } from '../faults.js';
import type { Message } from '../types.js';
import { EXIT, type Flags } from './command.js';

/** Messages that no manuscript is to blame for. */
const ENVIRONMENT: ReadonlySet<string> = new Set([
  'archive:gave-up',
  'archive:lost',
  'build:cannot-write',
  'files:unknown-book',
  'files:no-manuscripts',
  'files:no-books',
]);

/** The exit code that messages ask for; with `strict`, warnings too. */
export function exitCode(messages: readonly Message[], flags: Flags): number {
  if (messages.some(({ id }) => id === FAULT)) return EXIT.fault;
  if (messages.some((message) => ENVIRONMENT.has(message.id))) return EXIT.usage;
  const bad = messages.some(
    (message) => message.severity === 'error' || (flags.strict && message.severity === 'warning'),
  );
  return bad ? EXIT.author : EXIT.clean;
}
