/** The command against an SMTP server on this computer. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { chapter, epub } from '../check/epub.js';
import { bookCalled } from '../deliver/serve/shelf.js';
import { BIN, place, type Place } from './octavo.js';

let here: Place;
let server: SMTPServer;
let url: string;
let arrived: string[];
beforeEach(async () => {
  here = place();
  arrived = [];
  server = new SMTPServer({
    logger: false,
    authOptional: true,
    onAuth(_, __, done) {
      done(new Error('No'));
    },
    onData(stream, { envelope }, done) {
      stream.resume();
      stream.on('end', () => {
        arrived.push(envelope.rcptTo.map(({ address }) => address).join());
        done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  url = `smtp://127.0.0.1:${String((server.server.address() as AddressInfo).port)}`;
});
afterEach(async () => {
  await new Promise<void>((done) => {
    server.close(() => {
      done();
    });
  });
  here.remove();
});

/** Runs the command beside the server, which lives in this process. */
async function send(argv: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [BIN, 'send', ...argv], {
    cwd: here.folder,
    env: { ...process.env, OCTAVO_SMTP_URL: url, ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}

const TO_KINDLE = ['--to', 'me@kindle.com', '--from', 'me@example.org'];

test('builds a book and sends it, and says what else there is to do', async () => {
  here.write({ 'manuscripts/ferry.md': '---\ntitle: The Ferry\n---\n\n# One\n\nIt left.\n' });
  const dry = await send(['ferry', ...TO_KINDLE, '--dry-run']);
  expect([dry.code, arrived]).toEqual([0, []]);
  expect(dry.out).toMatch(/^dist\/ferry\.epub: would be sent to me@kindle\.com/u);
  const alone = await send(['ferry', '--to', 'me@kindle.com', '--dry-run'], { OCTAVO_SMTP_URL: '' });
  expect([alone.code, alone.out]).toEqual([0, dry.out]);
  const { code, out, err } = await send(['ferry', ...TO_KINDLE]);
  expect([code, arrived]).toEqual([0, ['me@kindle.com']]);
  expect(out).toMatch(/^dist\/ferry\.epub: sent to me@kindle\.com/u);
  expect(err).toContain('amazon.com/myk');
});

test('a book with faults stays here, the sound one goes', async () => {
  here.write({ 'ferry.epub': await bookCalled('The Ferry'), 'cut.epub': 'cut' });
  const { code, out } = await send(['cut.epub', 'ferry.epub', ...TO_KINDLE, '--json']);
  const { books } = JSON.parse(out) as { books: { file: string; sent: boolean }[] };
  expect([code, arrived.length]).toEqual([1, 1]);
  expect(books.map(({ file, sent }) => [file, sent])).toEqual([
    ['cut.epub', false],
    ['ferry.epub', true],
  ]);
});

test('says what is wrong with what it was asked for, and no secret', async () => {
  here.write({ 'ferry.epub': await bookCalled('The Ferry') });
  const secret = { OCTAVO_SMTP_USER: 'me@example.org', OCTAVO_SMTP_PASSWORD: 's3cret' };
  for (const [argv, env, id] of [
    [['ferry.epub', ...TO_KINDLE], { OCTAVO_SMTP_URL: '' }, 'send:no-server'],
    [['ferry.epub', '--to', 'me'], secret, 'send:address'],
    [['ferry.epub'], secret, 'send:address'],
    [['ferry.epub', '--to', 'me@kindle.com'], {}, 'send:address'],
    [['none.epub', ...TO_KINDLE], secret, 'send:unreadable'],
    [['ferry.epub', ...TO_KINDLE], secret, 'send:refused-login'],
  ] as const) {
    const { code, out, err } = await send([...argv], env);
    expect([id, code, out, err.includes(`[${id}]`)]).toEqual([id, 2, '', true]);
    expect(err).not.toContain('s3cret');
  }
  expect(arrived).toEqual([]);
});

test('a server that refuses one mail for good is not asked again', async () => {
  here.write({ 'ferry.epub': await bookCalled('The Ferry'), 'tide.epub': await bookCalled('The Tide') });
  const secret = { OCTAVO_SMTP_USER: 'me@example.org', OCTAVO_SMTP_PASSWORD: 's3cret' };
  const { code, out, err } = await send(['ferry.epub', 'tide.epub', '--to', 'ann@example.org'], secret);
  expect([code, out, err.split('[send:refused-login]').length]).toEqual([2, '', 2]);
  expect(err).toContain('so 1 book was not tried');
});

test('two addresses are not taken for one', async () => {
  const { code, out, err } = await send(['ferry.epub', ...TO_KINDLE, '--to=ann@example.org']);
  expect([code, out, arrived]).toEqual([2, '', []]);
  expect(err).toContain('`--to` was given twice');
});

test('a book that Kindle’s rules refuse is not sent to a Kindle, but to anybody else', async () => {
  const hidden = `<span style="display:none">${'Keywords, keywords. '.repeat(700)}</span>`;
  const page = `<p>It left.</p>${hidden}`;
  writeFileSync(join(here.folder, 'ferry.epub'), await epub(chapter(`<h1>One</h1>${page}`)));
  const refused = await send(['ferry.epub', ...TO_KINDLE]);
  expect([refused.code, arrived]).toEqual([1, []]);
  expect(refused.err).toContain('kindle:hidden-text');
  const friend = await send(['ferry.epub', '--to', 'ann@example.org', '--from', 'me@example.org']);
  expect([friend.code, arrived]).toEqual([0, ['ann@example.org']]);
});
