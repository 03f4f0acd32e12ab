/** What goes to the screen: results to stdout, everything else to stderr, colours only on a terminal. */
import { formatMessage } from '../diagnostics.js';
import type { Message } from '../types.js';
import { kindsOf } from './kinds.js';

/**
 * What steers a terminal or the direction of a line, and might stand in a file name or a title:
 * https://www.unicode.org/reports/tr36/
 */
const CONTROL = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
/** The same but for new lines, tabs and the colours that `formatMessage` and `terminal` set. */
const STRANGE = /\u001B\[(?:0|1|2|3[136]|7|97;40)m|(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
const REPLACEMENT_CHARACTER = '\uFFFD';

/** A text of an author as a line of output takes it. */
export const harmless = (text: string): string => text.replaceAll(CONTROL, REPLACEMENT_CHARACTER);

/** Everything that goes to the screen passes here: what would steer it is shown, not sent. */
const shownText = (text: string): string =>
  text.replaceAll(STRANGE, (found) => (found.length > 1 ? found : REPLACEMENT_CHARACTER));

/** A value as JSON that any program reads, and that steers no terminal. */
const jsonText = (value: unknown, replacer?: Replacer, indent = 2): string =>
  JSON.stringify(value, replacer, indent).replaceAll(STRANGE, (found) =>
    found.replaceAll(/./gsu, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );

type Replacer = (this: Readonly<Record<string, unknown>>, key: string, value: unknown) => unknown;

/** Whether npx started this: then `octavo` alone is most often not on the PATH. */
const byNpx = ({
  npm_lifecycle_event: event,
  npm_lifecycle_script: script = '',
}: NodeJS.ProcessEnv): boolean => event === 'npx' && /\boctavo\b/.test(script);

/** Commands in a text of ours, in backticks or parentheses, as this user has to type them. */
export const asTyped = (text: string): string =>
  byNpx(process.env) ? text.replaceAll(/(?<=[`(])octavo (?=[a-z])/g, 'npx octavo ') : text;

const CLEAR_LINE = '\r\u001B[2K';

/** Whether a stream takes colours: a terminal, and nobody said otherwise (no-color.org). */
const coloured = (stream: NodeJS.WriteStream): boolean =>
  stream.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';

/** Where results go. */
let write = (text: string): void => {
  process.stdout.write(text);
};

/** Leaves stdout to results: what others print there goes to stderr. */
export function resultsAlone(): void {
  const own = process.stdout.write.bind(process.stdout);
  write = (text) => {
    own(text);
  };
  process.stdout.write = process.stderr.write.bind(process.stderr);
}

export const terminal = {
  /** A line of the result. */
  print(text: string): void {
    write(`${shownText(text)}\n`);
  },

  /** A value for another program. */
  json(value: unknown, replacer?: Replacer, indent?: number): void {
    write(`${jsonText(value, replacer, indent)}\n`);
  },

  /** A line about the work. */
  error(text: string): void {
    process.stderr.write(`${shownText(text)}\n`);
  },

  /** A mark set off in a line of the result: reversed on a terminal, else in brackets. */
  mark: (text: string): string => (coloured(process.stdout) ? `\u001B[7m${text}\u001B[0m` : `[${text}]`),

  /** A line of the result in white on black, where the terminal takes colours. */
  lightOnDark: (text: string): string => (coloured(process.stdout) ? `\u001B[97;40m${text}\u001B[0m` : text),

  messages(messages: readonly Message[]): void {
    const colour = coloured(process.stderr);
    for (const message of messages) terminal.error(formatMessage(harmlessMessage(message), { colour }));
  },

  /** A line that the next one replaces; nothing where nobody watches. */
  status(text: string): void {
    if (process.stderr.isTTY) process.stderr.write(`${CLEAR_LINE}${shownText(text)}`);
  },

  clearStatus(): void {
    if (process.stderr.isTTY) process.stderr.write(CLEAR_LINE);
  },
};

const harmlessMessage = ({ path, reason, hint, ...message }: Message): Message => ({
  ...message,
  reason: harmless(reason),
  ...(path === undefined ? {} : { path: harmless(path) }),
  ...(hint === undefined ? {} : { hint: asTyped(harmless(hint)) }),
});

/** Lets the work go on where nobody reads its output any more: `octavo build --json | head`. */
export function outliveReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EPIPE') throw cause;
    });
  }
}

function withoutStack(message: Message): Message {
  const shown = { ...message };
  delete shown.stack;
  return shown;
}

/**
 * The messages that the flags let through, many of one kind as three of them and their number; `--verbose` tells all,
 * and where a fault of Octavo was thrown.
 */
export function shown(
  messages: readonly Message[],
  flags: { quiet?: unknown; verbose?: unknown },
): Message[] {
  if (flags.verbose && !flags.quiet) return [...messages];
  const wanted = (severity: Message['severity']) =>
    severity === 'error' || (severity === 'warning' && !flags.quiet);
  return kindsOf(messages.filter(({ severity }) => wanted(severity)).map(withoutStack));
}

/** A size for people: `812 B`, `45 kB`, `1.4 MB`. */
export function sized(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} B`;
  return bytes < 1e6 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
