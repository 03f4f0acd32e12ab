import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { upload } from '../../src/deliver/remarkable.js';
import { tinyEpub } from './books.js';

let documents: string;
let tablet: ChildProcess | undefined;
beforeEach(() => {
  documents = mkdtempSync(join(tmpdir(), 'octavo-tablet-'));
});
afterEach(() => {
  tablet?.kill();
  tablet = undefined;
  rmSync(documents, { recursive: true, force: true });
});

/** A process that answers as the tablet does; its address. */
async function connect(...failure: string[]): Promise<string> {
  const args = ['tests/deliver/remarkable-server.mjs', documents, ...failure];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  tablet = server;
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  return line.toString().trim();
}

const book = tinyEpub('Größe & “Rope”', 'urn:rope', 200_000);
const NAME = 'größe & “rope”.epub';

test('a book is uploaded whole, once', async () => {
  const address = await connect();
  expect(await upload(book, NAME, { address, dryRun: true })).toEqual({ value: 'new', messages: [] });
  expect(readdirSync(documents)).toEqual([]);
  expect(await upload(book, NAME, { address })).toEqual({ value: 'new', messages: [] });
  expect(readFileSync(join(documents, NAME))).toEqual(Buffer.from(book));
  const again = await upload(book, NAME, { address });
  expect(again.value).toBeUndefined();
  expect(again.messages).toMatchObject([{ id: 'sideload:there-already', severity: 'warning' }]);
});

test('a tablet that refuses', async () => {
  const address = await connect('507');
  const { messages } = await upload(book, NAME, { address });
  expect(messages).toMatchObject([{ id: 'device:refused', severity: 'error' }]);
  expect(messages[0]?.reason).toContain('`507`');
});

test('a tablet that is not there, and one that goes away', async () => {
  const address = await connect();
  tablet?.kill();
  await once(tablet ?? process, 'exit');
  const { messages } = await upload(book, NAME, { address });
  expect(messages).toMatchObject([{ id: 'device:no-answer', severity: 'error' }]);
  expect(messages[0]?.hint).toContain('USB web interface');
});
