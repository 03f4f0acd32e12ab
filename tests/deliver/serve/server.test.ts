import { rename } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { measure } from '../../../src/text/sniff.js';
import { ask, bookCalled, folderWith, served, type Folder, type Reply, type Served } from './shelf.js';

const DESCRIPTION = '<dc:description>A ferryman &lt;b&gt;waits&lt;/b&gt;.</dc:description>';

let folder: Folder;
let server: Served;
let ferry: Uint8Array;
beforeAll(async () => {
  ferry = await bookCalled('The Ferry', `<dc:creator>Ann Lee</dc:creator>${DESCRIPTION}`);
  folder = await folderWith({
    'ferry.epub': ferry,
    'ferry.kepub.epub': ferry,
    'ferry.azw3': 'BOOKMOBI',
    'parts/d\u00FCnn & "klein".epub': await bookCalled('D\u00FCnn &amp; klein'),
    'broken.epub': 'no book',
    'notes.txt': 'mine',
    '.secret.epub': ferry,
  });
  server = await served(folder.path);
});
afterAll(async () => {
  await server.stop();
  await folder.remove();
});

const get = (path: string, headers: Record<string, string> = {}) => ask(server.base, path, { headers });

test('the page shows books, their covers and descriptions, without a script', async () => {
  const { status, headers, text } = await get('/');
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none'; img-src 'self'; style-src 'unsafe-inline' 'sha256-/u,
  );
  expect(text).toContain('The Ferry');
  expect(text).toContain('Ann Lee');
  expect(text).toContain('A ferryman waits.');
  expect(text).toContain('src="/thumbnail/ferry.jpg"');
  expect(text).toContain('href="/files/ferry.kepub.epub"');
  // A browser without style still shows two words.
  expect(text).toContain('>EPUB</a> <a ');
  expect(text).toContain('1 more could not be read');
  expect(text).not.toMatch(/<script|\son[a-z]+=|javascript:/iu);
});

test('covers are small JPEGs, also of a book that has none', async () => {
  const { status, headers, bytes } = await get('/thumbnail/ferry.jpg');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('image/jpeg');
  expect(measure(bytes)).toMatchObject({ mediaType: 'image/jpeg', width: 225, height: 360 });
});

test('a file is the file, byte for byte, with the name that a Kobo needs', async () => {
  const { status, headers, bytes } = await get('/files/ferry.kepub.epub');
  expect(status).toBe(200);
  expect(bytes.equals(ferry)).toBe(true);
  expect(headers).toMatchObject({
    'content-type': 'application/epub+zip',
    'content-disposition': 'attachment; filename="ferry.kepub.epub"',
    'content-length': String(ferry.length),
    'accept-ranges': 'bytes',
  });
  expect((await get('/files/ferry.azw3')).headers['content-type']).toBe('application/vnd.amazon.mobi8-ebook');
});

test('a name that is not ASCII is given in both ways', async () => {
  const { status, headers } = await get('/files/parts/d%C3%BCnn%20%26%20%22klein%22.epub');
  expect(status).toBe(200);
  expect(headers['content-disposition']).toBe(
    'attachment; filename="dunn & _klein_.epub"; filename*=UTF-8\'\'d%C3%BCnn%20%26%20%22klein%22.epub',
  );
});

test('answers in parts, and only what changed', async () => {
  const whole = await get('/files/ferry.epub');
  const part = await get('/files/ferry.epub', { range: 'bytes=10-19' });
  expect(part.status).toBe(206);
  expect(part.bytes.equals(Buffer.from(ferry.subarray(10, 20)))).toBe(true);
  expect((await get('/files/ferry.epub', { range: `bytes=${String(ferry.length)}-` })).status).toBe(416);
  for (const path of ['/files/ferry.epub', '/', '/opds/all', '/opds2/all', '/thumbnail/ferry.jpg']) {
    const { headers } = await get(path);
    expect(headers.etag).toMatch(/^(?:W\/)?"/u);
    const again = await get(path, { 'if-none-match': headers.etag ?? '' });
    expect([path, again.status, again.bytes.length]).toEqual([path, 304, 0]);
  }
  const changed = await get('/files/ferry.epub', { range: 'bytes=10-19', 'if-range': 'W/"0-0"' });
  expect(changed.status).toBe(200);
  expect(whole.headers['last-modified']).toBeDefined();
});

test('HEAD says what GET would, and nothing else is taken', async () => {
  for (const path of ['/', '/files/ferry.epub']) {
    const [head, whole] = [await ask(server.base, path, { method: 'HEAD' }), await get(path)];
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    expect(head.headers['content-length']).toBe(whole.headers['content-length']);
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND']) {
    const { status, headers } = await ask(server.base, '/', { method });
    expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD']);
  }
});

test.each([
  '/files/notes.txt',
  '/files/.secret.epub',
  '/files/',
  '/files',
  '/files/parts',
  '/files/../package.json',
  '/files/%2e%2e/%2e%2e/etc/passwd',
  '/files/..%2f..%2fetc%2fpasswd',
  '/files/ferry.epub%00.txt',
  '/files//ferry.epub',
  '/files/%',
  '/files/%ff',
  '/../../etc/passwd',
  '//etc/passwd',
  '/book/nobody',
  '/book/__proto__',
  '/thumbnail/notes.jpg',
  '/cover/..%2fferry.jpg',
  '/opds/',
  '/opds/none',
  '/.git/config',
  'http://elsewhere.example/files/ferry.epub',
  '*',
])('there is nothing at %s', async (path) => {
  const { status, text } = await get(path);
  expect(status).toBe(404);
  expect(text).not.toContain('root:');
});

test('a website that takes this computer’s address for its own gets nothing', async () => {
  const { status, text } = await get('/', { host: 'evil.example' });
  expect(status).toBe(421);
  expect(text).not.toContain('evil.example');
  expect(text).not.toContain('Ferry');
});

test('feeds have the address by which they are asked for', async () => {
  const { text } = await get('/opds/all', { host: 'localhost:1234' });
  expect(text).toContain('href="http://localhost:1234/files/ferry.epub"');
});

test('search finds words of titles, authors and subjects without their accents', async () => {
  for (const query of ['dunn', 'D%C3%9CNN+klein']) {
    const { text } = await get(`/?query=${query}`);
    expect(text).toContain('1 book for');
    expect(text).not.toContain('The Ferry');
  }
  expect((await get('/?query=lee+ferry')).text).toContain('href="/book/ferry"');
  const { status, text } = await get('/?query=%3Cscript%3Ealert(1)%3C/script%3E&page=99999999999999999999');
  expect(status).toBe(200);
  expect(text).toContain('0 books for');
  expect(text).not.toContain('<script');
});

test('a request that is no HTTP, or never ends, harms nobody', async () => {
  const { port } = new URL(server.base);
  const answers = [
    '\u0000\u0001\u0002\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    `GET /${'a'.repeat(70_000)} HTTP/1.1\r\n\r\n`,
  ].map(
    (text) =>
      new Promise<string>((resolve) => {
        const socket = createConnection(Number(port), '127.0.0.1', () => socket.write(text));
        socket.on('data', (data) => {
          resolve(data.toString());
        });
        socket.on('error', () => {
          resolve('HTTP/1.1 400');
        });
      }),
  );
  for (const answer of await Promise.all(answers)) expect(answer).toMatch(/^HTTP\/1\.1 4\d\d/u);
  expect((await get('/')).status).toBe(200);
});

test('a client that goes away in the middle of a book harms nobody', async () => {
  const { port } = new URL(server.base);
  await Promise.all(
    Array.from(
      { length: 10 },
      () =>
        new Promise<void>((resolve) => {
          const socket = createConnection(Number(port), '127.0.0.1', () => {
            socket.write('GET /files/ferry.epub HTTP/1.1\r\nHost: localhost\r\n\r\n');
          });
          socket.once('data', () => {
            socket.destroy();
            resolve();
          });
        }),
    ),
  );
  expect((await get('/files/ferry.epub')).bytes.equals(ferry)).toBe(true);
});

test('a book that is built again while it is fetched comes as one edition or the other', async () => {
  const editions = [Buffer.alloc(20_000, 'a'), Buffer.alloc(90_000, 'b')];
  const shelf = await folderWith({ 'tide.azw3': editions[0] ?? '' });
  const here = await served(shelf.path);
  let building = true;
  const builds = (async () => {
    for (let build = 0; building; build += 1) {
      await shelf.write({ '.new': editions[build % 2] ?? '' });
      await rename(join(shelf.path, '.new'), join(shelf.path, 'tide.azw3'));
    }
  })();
  const replies: Promise<Reply | undefined>[] = [];
  for (let count = 0; count < 200; count += 1) {
    // Where it changes too often there is none, but never a wrong one.
    replies.push(ask(here.base, '/files/tide.azw3').catch(() => undefined));
    if (count % 10 === 0) await replies.at(-1);
  }
  const got = (await Promise.all(replies)).flatMap((reply) => (reply?.status === 200 ? [reply.bytes] : []));
  building = false;
  await builds;
  expect(got.length).toBeGreaterThan(50);
  const wrong = got.filter((bytes) => !editions.some((edition) => edition.equals(bytes)));
  expect(wrong.map(({ length }) => length)).toEqual([]);
  await here.stop();
  await shelf.remove();
});

test('connections of one address that say nothing hold no slots of others, and go', async () => {
  const sockets = Array.from({ length: 300 }, () =>
    createConnection(Number(new URL(server.base).port), '127.0.0.1').on('error', () => undefined),
  );
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
  expect((await get('/')).status).toBe(200);
  await Promise.all(
    sockets.map(
      (socket) => socket.resume().closed || new Promise((resolve) => socket.once('close', resolve)),
    ),
  );
});
