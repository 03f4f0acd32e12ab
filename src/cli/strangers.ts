/**
 * The process, kept in order while programs of others run in it: what they print is no result of ours, an error of theirs
 * that nothing caught fails the work that waits, and where one ends the process, the run does not pass for done.
 */
import { failWaiting } from '../plugins/bounded.js';
import { CONFIG } from '../io/config-place.js';
import { fatal, quotable } from '../diagnostics.js';
import { EXIT } from './command.js';
import { resultsAlone, terminal } from './terminal.js';

/** Keeps order from here on; gives back what says that the run is over. */
export function keepOrder(): () => void {
  resultsAlone();
  process.on('uncaughtException', stray);
  process.on('exit', unforeseen);
  return () => process.off('exit', unforeseen);
}

/** An end that nothing of ours asked for. */
function unforeseen(code: number): void {
  if (code === EXIT.clean) process.exitCode = EXIT.author;
  terminal.messages([fatal('plugin:ended', `\`${CONFIG}\` ended the program`, { path: CONFIG, hint: HINT })]);
}

/** An error that nothing caught, such as one thrown by a timer. */
function stray(cause: unknown): void {
  if (failWaiting(cause)) return;
  const said = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  const [first = ''] = said.split('\n');
  const reason = `Something that \`${CONFIG}\` started failed by itself: ${quotable(first)}`;
  terminal.messages([fatal('plugin:stray', reason, { path: CONFIG, hint: HINT })]);
  process.off('exit', unforeseen);
  // Nobody knows in what state it left the process.
  process.exit(EXIT.author);
}

const HINT = 'Take its plugins out one by one, or build with `--no-config`. The books in `dist/` are whole.';
