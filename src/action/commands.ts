/**
 * What a step tells the runner: commands on lines of its log, and files of outputs and summary.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Message } from '../types.js';

export type Kind = 'error' | 'warning' | 'notice';

type Properties = Partial<Record<'file' | 'line' | 'col' | 'title', string | number>>;

/** As the runner reads them back. `%` first: what it stands for in the others must not be escaped again. */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A line that marks a place in the manuscripts, or the run where there is none: `::error file=…,line=…::…`. */
export function annotation(kind: Kind, text: string, properties: Properties = {}): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${[kind, given.join(',')].filter(Boolean).join(' ')}::${escapeData(text)}`;
}

/** A message as an annotation; its file's path is from the root of the repository, as the runner wants it. */
export function annotationOf(message: Message, workspace: string): string {
  const { severity, id, reason, hint, path, place } = message;
  return annotation(severity === 'info' ? 'notice' : severity, [reason, hint].filter(Boolean).join('\n'), {
    ...(path === undefined ? {} : { file: fromRoot(path, workspace) }),
    ...(path !== undefined && place ? { line: place.line, col: place.column } : {}),
    title: id,
  });
}

const fromRoot = (path: string, workspace: string): string =>
  relative(workspace, resolve(workspace, path)).replaceAll(sep, '/');

/** Lines between which the runner takes no line for a command: what a title says stays a title. */
export function unheard(): [stop: string, go: string] {
  const word = randomUUID();
  return [`::stop-commands::${word}`, `::${word}::`];
}

/** Adds outputs to the file that the runner reads; values may have several lines. Without a file, nothing is done. */
export function writeOutputs(file: string | undefined, outputs: Readonly<Record<string, string>>): void {
  if (!file) return;
  const entries = Object.entries(outputs).map(([name, value]) => {
    const end = `end-${randomUUID()}`;
    return `${name}<<${end}\n${value}\n${end}\n`;
  });
  appendFileSync(file, entries.join(''));
}

/** Adds Markdown to the page of the run. Without a file, nothing is done. */
export function writeSummary(file: string | undefined, markdown: string): void {
  if (file) appendFileSync(file, markdown);
}
