/** A folder of manuscripts, and the state of its book as the preview has it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nextState, type Edition, type State } from '../../src/preview/book.js';

export interface Folder {
  cwd: string;
  write: (files: Record<string, string | Uint8Array>) => void;
  read: (name: string) => string;
  state: (before?: State) => Promise<State>;
  edition: () => Promise<Edition>;
  remove: () => void;
}

export function folder(): Folder {
  const cwd = mkdtempSync(join(tmpdir(), 'octavo-preview-'));
  const state = (before?: State): Promise<State> =>
    nextState(before, { source: 'ferry', manuscripts: 'manuscripts', cwd, themes: join(cwd, 'themes') });
  return {
    cwd,
    write(files) {
      for (const [name, text] of Object.entries(files)) {
        const path = join(cwd, 'manuscripts', name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
    },
    read: (name) => readFileSync(join(cwd, 'manuscripts', name), 'utf8'),
    state,
    async edition() {
      const { edition, messages } = await state();
      if (!edition) throw new Error(messages.map(({ reason }) => reason).join('\n'));
      return edition;
    },
    remove() {
      rmSync(cwd, { recursive: true, force: true });
    },
  };
}

export const FRONT = '---\ntitle: The Ferry\nauthor: Ann Okoro\ncover: false\nfonts: false\n---\n';
