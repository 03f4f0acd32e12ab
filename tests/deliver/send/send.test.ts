/** Mails to a real SMTP server on this computer, and all the ways in which it may refuse them. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import {
  demandAddress,
  mailServer,
  refusalOf,
  sendMail,
  type MailServer,
} from '../../../src/deliver/send/index.js';
import { epub } from '../../check/epub.js';

const PASSWORD = 's3cret-word';
const LOGIN = { user: 'me@example.org', password: PASSWORD };

interface Received {
  from: string;
  to: string[];
  mail: string;
}

let server: SMTPServer | Server | undefined;
afterEach(async () => {
  const own = server;
  server = undefined;
  await new Promise<void>((done) => {
    if (own)
      own.close(() => {
        done();
      });
    else done();
  });
});

/** An SMTP server that keeps what it is given. */
async function smtp(options: SMTPServerOptions = {}): Promise<{ at: MailServer; received: Received[] }> {
  const received: Received[] = [];
  const own = new SMTPServer({
    logger: false,
    authOptional: true,
    onAuth({ username, password }, _, done) {
      if (username === LOGIN.user && password === PASSWORD) done(null, { user: username });
      else done(new Error(`No such user ${String(username)} with ${String(password)}`));
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          done(Object.assign(new Error('Too large'), { responseCode: 552 }));
          return;
        }
        const { mailFrom, rcptTo } = envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        received.push({
          from,
          to: rcptTo.map(({ address }) => address),
          mail: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
    ...options,
  });
  own.on('error', () => undefined);
  own.listen(0, '127.0.0.1');
  await once(own.server, 'listening');
  server = own;
  const { port } = own.server.address() as AddressInfo;
  return { at: { host: '127.0.0.1', port, secure: options.secure === true, ...LOGIN }, received };
}

const mail = (bytes: Uint8Array, name = 'ferry.epub') => ({
  from: 'me@example.org',
  to: 'me_123@kindle.com',
  name,
  path: `dist/${name}`,
  bytes,
});

/** The attachment of a mail, its bytes. */
function attached({ mail: text }: Received): Buffer {
  const [, base64 = ''] = /Content-Disposition: attachment[^]*?\r\n\r\n([^]*?)\r\n--/u.exec(text) ?? [];
  return Buffer.from(base64, 'base64');
}

test.each([
  ['STARTTLS', {}],
  ['TLS', { secure: true }],
  ['no encryption', { disabledCommands: ['STARTTLS'] }],
])('a book arrives byte for byte by %s', async (_, options) => {
  const { at, received } = await smtp(options);
  const bytes = await epub();
  expect(await sendMail(mail(bytes), at)).toEqual([]);
  expect(received).toMatchObject([{ from: 'me@example.org', to: ['me_123@kindle.com'] }]);
  const [one] = received as [Received];
  expect(attached(one).equals(Buffer.from(bytes))).toBe(true);
  expect(one.mail).toContain('Content-Type: application/epub+zip; name=ferry.epub');
});

test('a name in any script arrives, and no name ends a header', async () => {
  const { at, received } = await smtp();
  const bytes = await epub();
  for (const name of [
    'дом.epub',
    '渡し船.epub',
    'a\r\nBcc: you@example.org\r\n\r\n.epub',
    `${'long '.repeat(40)}.epub`,
  ]) {
    expect(await sendMail(mail(bytes, name), at)).toEqual([]);
  }
  expect(received).toHaveLength(4);
  for (const one of received) {
    expect(one.to).toEqual(['me_123@kindle.com']);
    expect(one.mail).not.toMatch(/^Bcc:/mu);
    expect(attached(one).equals(Buffer.from(bytes))).toBe(true);
  }
});

test.each<[string, SMTPServerOptions, Partial<MailServer>]>([
  ['refused-login', { authOptional: false }, { password: 'wrong-word' }],
  [
    'refused-address',
    {
      onMailFrom: (_, __, done) => {
        done(new Error('Not you'));
      },
    },
    {},
  ],
  [
    'refused-address',
    {
      onRcptTo: (_, __, done) => {
        done(new Error('Nobody here'));
      },
    },
    {},
  ],
  ['server-limit', { size: 100 }, {}],
  [
    'refused',
    {
      onData: (stream, _, done) => {
        stream.resume();
        stream.on('end', () => {
          done(new Error('Looks like spam'));
        });
      },
    },
    {},
  ],
  // Not one of this computer's names, so that encryption is demanded, though Linux and macOS lead it here.
  ['no-encryption', { disabledCommands: ['STARTTLS'] }, { host: '0.0.0.0' }],
  ['no-encryption', {}, { host: '0.0.0.0' }],
  ['no-encryption', { secure: false }, { secure: true }],
])('says send:%s where the server gives cause', async (id, options, changes) => {
  const { at, received } = await smtp(options);
  const messages = await sendMail(mail(await epub()), { ...at, ...changes });
  expect(messages).toMatchObject([{ severity: 'error', id: `send:${id}`, path: 'dist/ferry.epub' }]);
  expect(received).toEqual([]);
  expect(JSON.stringify(messages)).not.toMatch(/s3cret|wrong-word/u);
});

test('a server without encryption gets no password, and with leave it does', async () => {
  const seen: string[] = [];
  const { at } = await smtp({
    disabledCommands: ['STARTTLS'],
    onAuth({ password }, _, done) {
      seen.push(String(password));
      done(null, { user: 'me' });
    },
  });
  const elsewhere = { ...at, host: '0.0.0.0' };
  expect(await sendMail(mail(await epub()), elsewhere)).toMatchObject([{ id: 'send:no-encryption' }]);
  expect(seen).toEqual([]);
  expect(await sendMail(mail(await epub()), elsewhere, { insecure: true })).toEqual([]);
  expect(seen).toEqual([PASSWORD]);
});

test('nobody there, no such name, and one who never speaks: each is said in time', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  server = silent;
  const { port } = silent.address() as AddressInfo;
  const at = { host: '127.0.0.1', port, secure: false, ...LOGIN };
  const [quiet] = await sendMail(mail(await epub()), at, { patience: 300 });
  expect(quiet?.id).toBe('send:no-answer');
  const [closed] = await sendMail(mail(await epub()), { ...at, port: 1 }, { patience: 300 });
  expect(closed?.id).toBe('send:no-connection');
});

test.each([
  ['ferry.epub', 1000, 'me@kindle.com', []],
  ['ferry.epub', 50e6, 'me@kindle.com', []],
  ['ferry.epub', 50e6 + 1, 'me@kindle.com', ['send:too-large']],
  ['ferry.kepub.epub', 1000, 'me@kindle.com', ['send:format']],
  ['ferry.azw3', 1000, 'me@free.kindle.com', ['send:format']],
  ['ferry.azw3', 1000, 'ann@example.org', []],
  ['notes.txt', 60 * 1024 ** 2, 'ann@example.org', ['send:format', 'send:too-large']],
])('%s of %i bytes to %s: %j', (path, size, to, ids) => {
  expect(refusalOf(path, size, to).map(({ id }) => id)).toEqual(ids);
});

test('an address is one, and nothing more', () => {
  for (const good of ['me@kindle.com', 'a.b+c@mail.example.org', 'a@xn--mnchen-3ya.de', 'root@localhost'])
    expect(demandAddress(good, '--to').value).toBe(good);
  for (const bad of [
    '',
    'me',
    'me@',
    '@x',
    'a@b, c@d',
    'a@b\r\nBcc: c@d',
    'a@b..c',
    'a@-b.c',
    'Me <me@kindle.com>',
    `${'a'.repeat(250)}@b.org`,
  ])
    expect(demandAddress(bad, '--to')).toMatchObject({
      value: undefined,
      messages: [{ id: 'send:address' }],
    });
});

test('reads the server from the environment, and tells nothing of it', () => {
  const read = (url: string, more = {}) => mailServer({ OCTAVO_SMTP_URL: url, ...more });
  expect(read('smtps://mail.example.org').value).toEqual({
    host: 'mail.example.org',
    port: 465,
    secure: true,
  });
  expect(read('smtp://me%40x.org:p%2Fw@mail.example.org:2525').value).toEqual({
    host: 'mail.example.org',
    port: 2525,
    secure: false,
    user: 'me@x.org',
    password: 'p/w',
  });
  expect(read('smtp://[::1]', { OCTAVO_SMTP_USER: 'me', OCTAVO_SMTP_PASSWORD: 'pw' }).value).toEqual({
    host: '::1',
    port: 587,
    secure: false,
    user: 'me',
    password: 'pw',
  });
  for (const url of [
    '',
    'mail.example.org',
    'https://me:hush@mail.example.org',
    'smtp://',
    'smtp://me:hush@:x',
  ]) {
    const { value, messages } = read(url);
    expect([url, value, messages.map(({ id }) => id)]).toEqual([url, undefined, ['send:no-server']]);
    expect(JSON.stringify(messages)).not.toContain('hush');
  }
});
