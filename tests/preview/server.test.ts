/** The server without a browser: what it answers, and to whom. */
import { request, type RequestOptions } from 'node:http';
import { preview, type Preview } from '../../src/preview/index.js';
import { folder, FRONT } from './place.js';

const here = folder();
here.write({ 'ferry/book.md': FRONT, 'ferry/01-one.md': '# One\n\nWords.\n', 'tide.md': `${FRONT}Tide.\n` });
here.write({ 'quay.md': `${FRONT}# Dawn\n\nWords.\n\n# Noon\n\nMore.\n\n# Dusk\n\nMore.\n` });
let running: Preview;
let base: string;
beforeAll(async () => {
  running = await preview({ cwd: here.cwd, manuscripts: 'manuscripts', host: '127.0.0.1', port: 0 });
  [base = ''] = running.addresses;
});
afterAll(async () => {
  await running.stop();
  here.remove();
});

interface Got {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  text: string;
}

const ask = (path: string, options: RequestOptions = {}, body?: string): Promise<Got> =>
  new Promise((resolve, reject) => {
    const asked = request(new URL(path, base), options, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });

test('a book, its pages and what is known about it', async () => {
  const list = JSON.parse((await ask('shelf')).text) as { books: { name: string }[] };
  expect(list.books.map(({ name }) => name)).toEqual(['ferry', 'quay', 'tide']);
  const outline = JSON.parse((await ask('outline/ferry/-')).text) as {
    pages: { href: string; id: string }[];
  };
  const page = outline.pages.find(({ id }) => id === 'one');
  const file = await ask(`files/ferry/-/${page?.href ?? ''}`);
  expect(file.text).toContain('Words.');
  expect(file.headers['content-type']).toContain('application/xhtml+xml');
  expect(file.headers['content-security-policy']).toMatch(/^default-src 'none'.*sandbox allow-same-origin$/u);
  expect((await ask('facts/ferry/modern')).text).toContain('"words":1');
  expect((await ask('shelf/tide')).text).toContain('"title":"The Ferry"');
});

test('a page as a Kobo and as a Kindle has it', async () => {
  const [own, kobo, kindle] = await Promise.all(
    ['files', 'kobo', 'kindle'].map((view) => ask(`${view}/ferry/-/text/one.xhtml`)),
  );
  expect(kobo?.text).toContain('<span class="koboSpan" id="kobo.2.1">Words.</span>');
  expect(own?.text).not.toContain('koboSpan');
  expect(kindle?.text).toBe(own?.text);
  for (const { headers } of [kobo, kindle] as Got[])
    expect(headers['content-security-policy']).toContain('sandbox allow-same-origin');
});

test('the proof, which runs its own script and nothing else', async () => {
  const { text, headers } = await ask('proof/ferry/-');
  expect(text).toMatch(/Proof of the typography[\s\S]*manuscripts\/ferry\/01-one\.md[\s\S]*Words\./u);
  expect(headers['content-type']).toContain('text/html');
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none';.*script-src 'sha256-[^']+'; .*frame-ancestors 'self'$/u,
  );
});

test('several who ask for a book at once, before its first build, all get it', async () => {
  const asked = ['outline', 'outline', 'facts', 'outline'].map((what) => ask(`${what}/quay/-`));
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});

test('the page of the contents lists the chapters', async () => {
  const { pages } = JSON.parse((await ask('outline/quay/-')).text) as {
    pages: { href: string; id: string }[];
  };
  const page = pages.find(({ id }) => id === 'contents');
  expect((await ask(`files/quay/-/${page?.href ?? ''}`)).text).toMatch(/Dawn<[\s\S]*Noon<[\s\S]*Dusk</);
});

test.each([
  ['the shelf', '', 200],
  ['a book', 'book/ferry/', 200],
  ['the page’s own file', 'app/page.js', 200],
  ['foliate-js', 'foliate/paginator.js', 200],
  ['its licence', 'foliate/LICENSE', 200],
  ['no other part of it', 'foliate/view.js', 404],
  ['no such book', 'outline/gone/-', 404],
  ['no such theme', 'outline/ferry/gone', 404],
  ['a folder as a theme', 'outline/ferry/%2Ftmp', 404],
  ['a step that is no UTF-8', 'outline/%FF/-', 404],
  ['a name of every object', 'constructor', 404],
  ['another token', '../AAAAAAAAAAAAAAAAAAAAAA/', 404],
])('%s: %s is %i', async (_, path, status) => {
  expect((await ask(path)).status).toBe(status);
});

const json = { 'Content-Type': 'application/json' };
test.each([
  ['another name', 'setup', { headers: { Host: 'evil.example' } }, 421],
  ['another origin', 'setup', { headers: { Origin: 'http://evil.example' } }, 403],
  ['another site', 'setup', { headers: { 'Sec-Fetch-Site': 'same-site' } }, 403],
  ['a write of no origin', 'settle/ferry/-', { method: 'POST', headers: json }, 403],
  [
    'a write of another origin',
    'settle/ferry/-',
    { method: 'POST', headers: { ...json, Origin: 'null' } },
    403,
  ],
  ['another method', 'settle/ferry/-', { method: 'DELETE' }, 405],
] as [string, string, RequestOptions, number][])('%s is refused', async (_, path, options, status) => {
  const body = options.method === 'POST' ? '{}' : undefined;
  expect((await ask(path, options, body)).status).toBe(status);
});

test('what is written has to be an order', async () => {
  const headers = { ...json, Origin: new URL(base).origin };
  for (const body of ['', '{', '[]', 'null', '{"path":1}', `{"x":"${'x'.repeat(70_000)}"}`])
    expect((await ask('settle/ferry/-', { method: 'POST', headers }, body)).status).toBe(404);
});

test('a listener hears of a build', async () => {
  const heard: string[] = [];
  const asked = request(new URL('events/ferry/-', base), (response) => {
    response.on('data', (chunk: Buffer) => heard.push(chunk.toString()));
  });
  asked.end();
  while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await running.library.changed();
  while (heard.join('').split('event: built').length < 3)
    await new Promise((resolve) => setTimeout(resolve, 10));
  asked.destroy();
});

test('a fault of ours while a change is taken in is told, and the preview goes on', async () => {
  const place = folder();
  place.write({ 'tide.md': `${FRONT}Tide.\n` });
  const told: unknown[] = [];
  let failure: Error | undefined;
  const other = await preview({
    cwd: place.cwd,
    manuscripts: 'manuscripts',
    host: '127.0.0.1',
    port: 0,
    log: (cause) => told.push(cause),
    config: () => (failure ? Promise.reject(failure) : Promise.resolve({ value: undefined, messages: [] })),
  });
  const end = other.library.listen(() => undefined, 'tide');
  await other.library.state('tide');
  failure = new TypeError('Ours');
  await other.changed();
  expect(told).toEqual([failure]);
  failure = undefined;
  await other.changed();
  expect(await other.library.state('tide')).toMatchObject({ isBroken: false });
  end();
  await other.stop();
  place.remove();
});
