import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../src/io/programs.js';
import { script } from './script.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-programs-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = (text: string, options = {}) =>
  runProgram(script(folder, 'program', text), ['a b', '$HOME'], { timeout: 20_000, ...options });

test('what it prints, how it ends, and its arguments as they are', async () => {
  expect(await run('echo "$1|$2"; echo wrong >&2; exit 3')).toMatchObject({
    code: 3,
    late: false,
    printed: 'a b|$HOME\n',
    output: expect.stringContaining('wrong') as unknown,
  });
  expect((await run('echo "$WORD"', { env: { WORD: 'Fähre' } })).printed).toBe('Fähre\n');
});

test('none of the name, and one that was ended, have no code', async () => {
  expect(await runProgram(join(folder, 'none'), [], { timeout: 1000 })).toMatchObject({ failure: 'ENOENT' });
  expect((await run('kill -9 $$')).code).toBeUndefined();
});

test('one that does not end is ended, and what it left running is not waited for', async () => {
  // The limit of this test is far below what the program would take, and far above its own on a busy machine.
  const ended = await run('echo begun; sleep 120 & sleep 120', { timeout: 5000 });
  expect(ended).toMatchObject({ late: true, printed: 'begun\n' });
});

test('of a long output the end is kept, and no character is cut in two', async () => {
  const { printed } = await run(
    'for i in 1 2 3 4 5; do printf "\\342\\202"; sleep 0.05; printf "\\254"; done',
    {
      most: 3,
    },
  );
  expect(printed).toBe('€€€');
});
