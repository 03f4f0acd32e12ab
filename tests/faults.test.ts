import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCode } from '../src/cli/exit.js';
import { EXIT } from '../src/cli/command.js';
import { shown } from '../src/cli/terminal.js';
import { formatMessage } from '../src/diagnostics.js';
import { build, type BuildOptions } from '../src/index.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'octavo-'));
  mkdirSync(join(cwd, 'manuscripts'));
  for (const name of ['one', 'two', 'three']) {
    const text = `---\ntitle: ${name}\ncover: false\nfonts: false\n---\n# One\n\nText.\n`;
    writeFileSync(join(cwd, 'manuscripts', `${name}.md`), text);
  }
});
afterEach(() => {
  rmSync(cwd, { recursive: true });
});

/** Where a build can be made to throw from outside, and the stage that the message is to name. */
const THROWN: [stage: string, options: Partial<BuildOptions>][] = [
  [
    'typeset',
    {
      progress: ({ book, stage }) => {
        if (book === 'three' && stage === 'typeset') (undefined as unknown as string[]).push('');
      },
    },
  ],
  [
    'write',
    {
      inspect: (_, path) => {
        if (path.includes('three')) new Uint8Array(1).set([1, 2]);
        return Promise.resolve([]);
      },
    },
  ],
];

test.each(THROWN)(
  'a fault of ours at the stage %s is a message, and the other books are built',
  async (stage, options) => {
    const { books } = await build({ cwd, ...options });
    expect(readdirSync(join(cwd, 'dist')).sort()).toEqual(['one.epub', 'two.epub']);
    const messages = books.flatMap((book) => book.messages).filter(({ id }) => id === 'octavo:fault');
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ path: 'manuscripts/three.md', fatal: true });
    expect(messages[0]?.reason).toContain(`(${stage}: `);
    expect(exitCode(messages, {})).toBe(EXIT.fault);
    const [quiet = '', verbose = ''] = [{}, { verbose: true }].map((flags) =>
      shown(messages, flags)
        .map((message) => formatMessage(message))
        .join(''),
    );
    expect(quiet).toContain('report it');
    expect(quiet).not.toContain('    at ');
    expect(verbose).toContain('    at ');
  },
);

test('an error of the system ends the run: it would meet the other books too', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', syscall: 'write' });
  await expect(build({ cwd, inspect: () => Promise.reject(full) })).rejects.toBe(full);
});
