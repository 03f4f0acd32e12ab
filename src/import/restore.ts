/** Lines that an import left out, brought back into their manuscript. */
import { dirname, join, resolve } from 'node:path';
import { fatal, type Result } from '../diagnostics.js';
import { codeOf } from '../io/files.js';
import { readWhole, writeWhole } from '../io/whole.js';
import type { Message } from '../types.js';
import { markdownOf } from './inline.js';
import { SIDECAR, sidecarText, type CutLine, type Sidecar } from './sidecar.js';

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
  const text = await readWhole(manuscript).then(
    (bytes) => new TextDecoder().decode(bytes),
    (cause: unknown) => unreadable(shown, codeOf(cause)),
  );
  if (typeof text !== 'string') return text;
  const restored = chosen.reduce<string | CutLine>(
    (open, line) => (typeof open === 'string' ? (withLine(open, line) ?? line) : open),
    text,
  );
  if (typeof restored !== 'string') return noPlace(restored, shown);
  await writeWhole(manuscript, new TextEncoder().encode(restored));
  const left = { ...sidecar, lines: sidecar.lines.filter((line) => !chosen.includes(line)) };
  await writeWhole(absolute, new TextEncoder().encode(sidecarText(left)));
  return { manuscript: shown, count: chosen.length };
}

/** A manuscript with a line before what it stood before, or at its end; nothing where that is gone. */
function withLine(text: string, { text: line, before }: CutLine): string | undefined {
  const paragraph = markdownOf(line.trim());
  if (before === undefined) return `${text.trimEnd()}\n\n${paragraph}\n`;
  const body = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0].length ?? 0;
  const found = text.startsWith(before, body) ? body : text.indexOf(`\n${before}`, body - 1) + 1;
  if (found <= 0 && !text.startsWith(before)) return undefined;
  return `${text.slice(0, found)}${paragraph}\n\n${text.slice(found)}`;
}

async function readSidecar(absolute: string, path: string): Promise<Sidecar | Message> {
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
  const { manuscript, lines } = (value ?? {}) as Partial<Sidecar>;
  return (
    typeof manuscript === 'string' &&
    /^[^/\\]+\.md$/.test(manuscript) &&
    Array.isArray(lines) &&
    lines.every(
      (line: Partial<CutLine> | null) =>
        typeof line?.line === 'number' &&
        typeof line.text === 'string' &&
        /^(?:string|undefined)$/.test(typeof line.before),
    )
  );
}

const noSidecar = (path: string): Message =>
  fatal('import:sidecar', `Unexpected file, expected a \`${SIDECAR}\` that an import wrote`, { path });

const noLine = (path: string, { lines }: Sidecar): Message =>
  fatal('import:no-line', 'Unexpected lines, expected some that were left out', {
    path,
    hint:
      lines.length === 0
        ? 'It holds none any more.'
        : `They are ${[...new Set(lines.map(({ line }) => line))].join(', ')}.`,
  });

const noPlace = ({ line, text, before }: CutLine, path: string): Message =>
  fatal(
    'import:no-place',
    `Unexpected change of the manuscript: line ${String(line)} stood before \`${before ?? ''}\`, which is gone`,
    {
      path,
      hint: `Nothing was changed. Put it in by hand: \`${text}\`.`,
    },
  );

const unreadable = (path: string, code: string): Message =>
  fatal('import:unreadable', `Unexpected unreadable file (${code}), expected what the import wrote`, {
    path,
  });
