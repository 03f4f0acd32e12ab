/** `octavo import --restore`. */
import { restoreLines } from '../../import/write/restore.js';
import { counted } from '../../text/numbers.js';
import { exitCode } from '../exit.js';
import { EXIT, type Flags } from '../command.js';
import { shown, terminal } from '../terminal.js';

/** Brings lines that an import left out back into their manuscripts. */
export async function restoreCommand(paths: readonly string[], flags: Flags): Promise<number> {
  const lines = typeof flags.line === 'string' ? lineNumbers(flags.line) : undefined;
  if (flags.all !== true && lines === undefined) {
    terminal.error('octavo: `--restore` needs lines: add `--line 3,7-9` or `--all`');
    return EXIT.usage;
  }
  const wanted =
    flags.all === true
      ? () => true
      : (line: number) => lines?.some(([from, to]) => line >= from && line <= to) ?? false;
  const { value, messages } = await restoreLines(paths, wanted, process.cwd());
  if (flags.json) terminal.json({ restored: value, messages });
  else {
    if (!flags.quiet)
      for (const { manuscript, count } of value)
        terminal.print(`${manuscript}: ${counted(count, 'line')} restored`);
    terminal.messages(shown(messages, flags));
  }
  return exitCode(messages, {});
}

/** `3,7-9` as ranges; nothing if it is not a list of lines. */
function lineNumbers(text: string): [number, number][] | undefined {
  const ranges = text.split(',').map((part) => /^\s*(\d{1,9})(?:-(\d{1,9}))?\s*$/.exec(part));
  if (ranges.some((range) => range === null)) return undefined;
  return ranges.map((range) => [Number(range?.[1]), Number(range?.[2] ?? range?.[1])]);
}
