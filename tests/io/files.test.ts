/** What people are told of a file that was not read. */
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whyUnread } from '../../src/io/files.js';

const refusal = (path: string): Promise<unknown> =>
  readFile(path).then(
    () => undefined,
    (cause: unknown) => cause,
  );

test('why a file was not read is said in words', async () => {
  expect(whyUnread(await refusal(join(tmpdir(), 'octavo-none.epub')))).toBe('there is no such file (ENOENT)');
  expect(whyUnread(await refusal(tmpdir()))).toBe('it is a folder (EISDIR)');
  expect(whyUnread(new Error('The archive is cut off'))).toBe('The archive is cut off');
});
