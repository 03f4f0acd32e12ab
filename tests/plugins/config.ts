/** Configurations for tests: made ready as a loaded file is, and books built with them. */
import type { OctavoConfig, LoadedConfig } from '../../src/plugins/types.js';
import { readyConfig } from '../../src/plugins/ready.js';
import { runStages, type Stages } from '../../src/pipeline/stages.js';
import type { Message, RawBook } from '../../src/types.js';

export const LIMIT_SECONDS = 0.5;

/** A configuration, and what was said of it. */
export function ready(config: OctavoConfig): { value: LoadedConfig | undefined; messages: Message[] } {
  return readyConfig({
    folder: process.cwd(),
    path: 'octavo.config.mjs',
    hash: 'sha256:0',
    exported: { timeLimit: LIMIT_SECONDS, ...config },
    sources: new Map(),
  });
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A book of some files. */
export const rawBook = (files: Readonly<Record<string, string>>): RawBook => ({
  name: 'tide',
  path: 'manuscripts/tide',
  root: process.cwd(),
  single: false,
  files: Object.entries({
    'book.md':
      '---\ntitle: Tide\nauthor: Ann\nlanguage: en\ncover: false\nfonts: false\ndate: 2026-01-01\n---\n',
    ...files,
  }).map(([rel, text]) => ({ path: `manuscripts/tide/${rel}`, rel, bytes: bytes(text) })),
});

/** A book of one chapter, built with a configuration. */
export async function builtWith(config: OctavoConfig, text: string): Promise<Stages> {
  const { value, messages } = ready(config);
  if (!value) throw new Error(JSON.stringify(messages));
  return runStages(rawBook({ '01-one.md': text }), { config: value });
}

/** Ids and reasons of messages that are no notes. */
export const told = ({ messages }: Pick<Stages, 'messages'>): [string, string][] =>
  messages.filter(({ severity }) => severity !== 'info').map(({ id, reason }) => [id, reason]);
