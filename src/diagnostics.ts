/** Messages: making them, sorting them, setting them as text. */
import { compareTexts } from './text/compare.js';
import type { Message, Place, Severity } from './messages.js';

export type { Result } from './messages.js';

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

type Details = Partial<Pick<Message, 'hint' | 'path' | 'fatal'>> & { place?: Place | undefined };

const make =
  (severity: Severity) =>
  (id: string, reason: string, { place, ...details }: Details = {}): Message => ({
    severity,
    id,
    reason,
    ...details,
    ...(place ? { place: { line: place.line, column: place.column } } : {}),
  });

/** The book is written without what is at fault, and the command exits with 1. */
export const error = make('error');
/** The book is right, but the author should look. */
export const warning = make('warning');
/** Good to know. */
export const info = make('info');
/** Nothing can be written for this book. */
export const fatal = (id: string, reason: string, details: Details = {}): Message =>
  error(id, reason, { ...details, fatal: true });

/** Whether a message keeps the book from being made whole. */
export const isFatal = (message: Message): boolean => message.fatal === true;

/**
 * Messages by file, then place, then severity; the order does not depend on the order of the work.
 *
 * @example
 * ```js
 * import { sortMessages } from 'octavo';
 *
 * const message = (path) => ({ severity: 'info', id: 'my:note', reason: 'Look here', path });
 * sortMessages([message('b.md'), message('a.md')]).map(({ path }) => path); // ["a.md","b.md"]
 * ```
 */
export function sortMessages(messages: readonly Message[]): Message[] {
  return [...messages].sort(
    (a, b) =>
      compareTexts(a.path ?? '', b.path ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      RANK[a.severity] - RANK[b.severity] ||
      compareTexts(a.id, b.id) ||
      compareTexts(a.reason, b.reason),
  );
}

/** The most characters of an author's text that a message quotes. */
const QUOTED = 80;

/** The beginning of a text that a message quotes: as long as people read. */
export const quotable = (text: string): string => (text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text);

const COLOURS: Record<Severity, string> = { error: '\u001B[31m', warning: '\u001B[33m', info: '\u001B[36m' };

/**
 * A message as a line for people, `path:line:column: severity: reason [id]`, and its hint on a line below.
 *
 * @example
 * ```js
 * import { formatMessage } from 'octavo';
 *
 * const place = { line: 3, column: 1 };
 * formatMessage({ severity: 'warning', id: 'my:title', reason: 'The title is long', path: 'a.md', place }); // a.md:3:1: warning: The title is long [my:title]
 * ```
 */
export function formatMessage(message: Message, options: { colour?: boolean } = {}): string {
  const paint = (code: string, text: string) => (options.colour ? `${code}${text}\u001B[0m` : text);
  const where = [message.path, message.place?.line, message.place?.column].filter(
    (part) => part !== undefined,
  );
  const head = where.length > 0 ? `${paint('\u001B[1m', where.join(':'))}: ` : '';
  const severity = paint(COLOURS[message.severity], message.severity);
  const hint = message.hint ? `\n  ${message.hint}` : '';
  const stack = message.stack === undefined ? '' : `\n${message.stack.replaceAll(/^/gm, '  ')}`;
  return `${head}${severity}: ${message.reason} ${paint('\u001B[2m', `[${message.id}]`)}${hint}${stack}`;
}
