/** Brings lines that an import left out back into their manuscript. */
import { dirname, join, resolve } from 'node:path';
import { fatal, type Result } from '../../diagnostics.js';
import { codeOf } from '../../io/files.js';
import { readWhole, writeWhole } from '../../io/whole.js';
import type { Message } from '../../types.js';
import { paragraphOf, withLines } from './placed.js';
import { GIVEN } from '../classify/names.js';
import { ANCHOR, SIDECAR, sidecarText, type CutLine, type Said, type Sidecar } from './sidecar.js';

/** A manuscript that lines were brought back into. */
export interface Restored {
  manuscript: string;
  count: number;
}

/** Brings the lines that `wanted` picks back from each sidecar; nothing of a sidecar where one of them has no place. */
export async function restoreLines(
  paths: readonly string[],
  wanted: (line: number) => boolean,
  cwd: string,
): Promise<Result<Restored[]>> {
  const value: Restored[] = [];
  const messages: Message[] = [];
  for (const path of paths) {
    const result = await restoreOne(path, wanted, cwd);
    if ('manuscript' in result) value.push(result);
    else messages.push(result);
  }
  return { value, messages };
}

async function restoreOne(
  path: string,
  wanted: (line: number) => boolean,
  cwd: string,
): Promise<Restored | Message> {
  const absolute = resolve(cwd, path);
  const sidecar = await readSidecar(absolute, path);
  if ('severity' in sidecar) return sidecar;
  const chosen = sidecar.lines.filter(({ line }) => wanted(line));
  if (chosen.length === 0) return noLine(path, sidecar);
  const manuscript = join(dirname(absolute), sidecar.manuscript);
  const shown = join(dirname(path), sidecar.manuscript).replaceAll('\\', '/');
  const text = await manuscriptText(manuscript, shown, sidecar);
  if (typeof text !== 'string') return text;
  const isDos = text.includes('\r\n');
  const restored = withLines(text.replaceAll('\r\n', '\n'), chosen);
  if (typeof restored !== 'string') return noPlace(restored, shown);
  const written = isDos ? restored.replaceAll('\n', '\r\n') : restored;
  await writeWhole(manuscript, new TextEncoder().encode(written));
  const left = { ...sidecar, lines: linesLeft(sidecar.lines, chosen) };
  await writeWhole(absolute, new TextEncoder().encode(sidecarText(left)));
  return { manuscript: shown, count: chosen.length };
}

/** A manuscript's text; a message where there is none, or where it would not come back as it was. */
export async function manuscriptText(
  file: string,
  shown: string,
  sidecar: Sidecar,
): Promise<string | Message> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readWhole(file));
  } catch (cause) {
    if (codeOf(cause) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return noUtf8(shown);
    return codeOf(cause) === 'ENOENT' ? gone(shown, sidecar) : unreadable(shown, codeOf(cause));
  }
}

/** The lines that a sidecar keeps: those that stood before one that came back stand before it now. */
function linesLeft(lines: readonly CutLine[], chosen: readonly CutLine[]): CutLine[] {
  const isChosen = new Set(chosen);
  const next = new Map<string, CutLine>();
  const left: CutLine[] = [];
  for (const line of lines.toReversed()) {
    const key = JSON.stringify([line.before, line.nth]);
    const follower = next.get(key);
    if (line.part !== undefined) {
      if (!isChosen.has(line)) left.push(line);
    } else if (isChosen.has(line)) next.set(key, line);
    else left.push(follower ? before(line, follower) : line);
  }
  return left.reverse();
}

function before(line: CutLine, follower: CutLine): CutLine {
  const moved = { ...line, before: (paragraphOf(follower).split('\n', 1)[0] ?? '').slice(0, ANCHOR) };
  delete moved.nth;
  return moved;
}

/** A sidecar that an import wrote; a message where a file is none. */
export async function readSidecar(absolute: string, path: string): Promise<Sidecar | Message> {
  if (!absolute.endsWith(SIDECAR)) return noSidecar(path);
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(await readWhole(absolute)));
    return isSidecar(value) ? value : noSidecar(path);
  } catch (cause) {
    return cause instanceof SyntaxError ? noSidecar(path) : unreadable(path, codeOf(cause));
  }
}

/** A sidecar names a manuscript beside it, never elsewhere. */
function isSidecar(value: unknown): value is Sidecar {
  const { manuscript, lines, text = [], answers = [] } = (value ?? {}) as Partial<Sidecar>;
  return (
    Array.isArray(text) &&
    text.every((line) => typeof line === 'string') &&
    Array.isArray(answers) &&
    answers.every(
      (one: Partial<Said> | null) => typeof one?.text === 'string' && GIVEN.has(String(one.class)),
    ) &&
    typeof manuscript === 'string' &&
    /^[^/\\]+\.md$/.test(manuscript) &&
    Array.isArray(lines) &&
    lines.every(
      (line: Partial<CutLine> | null) =>
        typeof line?.line === 'number' &&
        typeof line.text === 'string' &&
        /^(?:string|undefined)$/.test(typeof line.before) &&
        /^(?:number|undefined)$/.test(typeof line.nth),
    )
  );
}

const noSidecar = (path: string): Message =>
  fatal('import:sidecar', `This file is not a \`${SIDECAR}\` that an import wrote`, {
    path,
    hint: 'Name the one beside the manuscript; if it was edited by hand, import the story again.',
  });

const noLine = (path: string, { lines }: Sidecar): Message =>
  fatal('import:no-line', 'No such lines among those left out', {
    path,
    hint:
      lines.length === 0
        ? 'None are left.'
        : `They are ${[...new Set(lines.map(({ line }) => line))].join(', ')}.`,
  });

const noPlace = ({ line, text, before }: CutLine, path: string): Message =>
  fatal(
    'import:no-place',
    `The manuscript has changed: line ${String(line)} stood before \`${before ?? ''}\`, which is no longer there`,
    {
      path,
      hint: `Nothing was changed. Put it in by hand: \`${text}\`.`,
    },
  );

const gone = (path: string, { source }: Sidecar): Message =>
  fatal('import:no-manuscript', 'The manuscript is not beside its `.import.json`', {
    path,
    hint: `Import \`${source}\` again, or write its present name at \`manuscript\` in the \`.import.json\`.`,
  });

const noUtf8 = (path: string): Message =>
  fatal('import:encoding', 'The manuscript is not encoded as UTF-8', {
    path,
    hint: 'Nothing was changed. Save it as UTF-8 in the editor in which it reads well.',
  });

const unreadable = (path: string, code: string): Message =>
  fatal('import:unreadable', `Could not read this file (${code})`, {
    path,
    hint: 'Check its permissions.',
  });
