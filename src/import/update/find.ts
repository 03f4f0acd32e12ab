/** The manuscripts of a folder that imports made, and which of them is a story's. */
import { readdir } from 'node:fs/promises';
import { posix, resolve } from 'node:path';
import { codeOf } from '../../io/files.js';
import type { Message } from '../../types.js';
import type { PlannedStory } from '../plan.js';
import { manuscriptText, readSidecar } from '../write/restore.js';
import { SIDECAR, type Sidecar } from '../write/sidecar.js';
import { depthOf } from './blocks.js';
import { likenessOf } from './index.js';

/** A manuscript that an import made. */
export interface Imported {
  /** Its sidecar's path, relative to the working directory. */
  sidecar: string;
  /** What the sidecar holds; for a manuscript without one, what can be said of it. */
  holds: Sidecar;
  /** The manuscript's path, and its text as it stands on disk. */
  path: string;
  text: string;
}

/** How much of the smaller of two manuscripts must stand in the other, for them to be one story. */
const LEAST = 0.2;

/** What a folder has of imports. */
export interface Imports {
  /** Manuscripts that imports made, by name. */
  value: Imported[];
  /** Those that cannot be read, with the names that they go by: no matter, unless they are asked for. */
  spoilt: { names: string[]; message: Message }[];
  /** Whether there is a sidecar for a manuscript of a name, readable or not. */
  hasSidecar: (name: string) => boolean;
}

/** The imports of a folder. */
export async function importsIn(folder: string, cwd: string): Promise<Imports> {
  const value: Imported[] = [];
  const spoilt: Imports['spoilt'] = [];
  const names = (await namesIn(resolve(cwd, folder))).filter((one) => one.endsWith(SIDECAR));
  for (const name of names) {
    const sidecar = posix.join(folder, name);
    const stem = name.slice(0, -SIDECAR.length);
    const holds = await readSidecar(resolve(cwd, sidecar), sidecar);
    if ('severity' in holds) {
      spoilt.push({ names: [stem], message: holds });
      continue;
    }
    const one = await imported(sidecar, holds, folder, cwd);
    if ('severity' in one) spoilt.push({ names: [stem, holds.source], message: one });
    else value.push(one);
  }
  const all = new Set(names);
  return { value, spoilt, hasSidecar: (name) => all.has(name + SIDECAR) };
}

/** The manuscript of a name that has no sidecar, if there is one. */
export async function withoutSidecar(
  name: string,
  folder: string,
  cwd: string,
): Promise<Imported | undefined> {
  const holds: Sidecar = { source: '', format: '', manuscript: `${name}.md`, lines: [] };
  const one = await imported(posix.join(folder, name + SIDECAR), holds, folder, cwd);
  return 'severity' in one ? undefined : one;
}

async function imported(
  sidecar: string,
  holds: Sidecar,
  folder: string,
  cwd: string,
): Promise<Imported | Message> {
  const path = posix.join(folder, holds.manuscript);
  const text = await manuscriptText(resolve(cwd, path), path, holds);
  return typeof text === 'string' ? { sidecar, holds, path, text } : text;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return [];
    throw cause;
  }
}

/** The manuscript that a story was imported into; one of its name that is another story's; nothing. */
export function importOf(
  planned: PlannedStory,
  imports: readonly Imported[],
): { found: Imported } | { other: Imported } | undefined {
  const isNamed = ({ holds }: Imported): boolean =>
    holds.source === planned.source.name ||
    holds.manuscript.replace(/^\d+-/, '') === `${planned.name}.md` ||
    holds.manuscript === `${planned.name}.md`;
  const named = imports.filter(isNamed);
  const found =
    likest(planned, named) ??
    likest(
      planned,
      imports.filter((one) => !isNamed(one)),
    );
  if (found) return { found };
  const [other] = named;
  return other ? { other } : undefined;
}

function likest({ text }: PlannedStory, imports: readonly Imported[]): Imported | undefined {
  let best: Imported | undefined;
  let most = LEAST;
  const depth = depthOf(text);
  for (const one of imports) {
    const base = baseOf(one);
    const last = base === undefined ? 0 : likenessOf(base, text, depth);
    const like = last >= LEAST ? last : likenessOf(one.text, text, depth);
    if (like < most || (best && like === most)) continue;
    [best, most] = [one, like];
  }
  return best;
}

/** The manuscript as it was imported last; nothing where that was not kept. */
export const baseOf = ({ holds }: Imported): string | undefined => holds.text?.join('\n');
