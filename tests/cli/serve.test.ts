import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bookCalled } from '../deliver/serve/shelf.js';
import { BIN, place, type Place } from './octavo.js';

let here: Place;
const running = new Set<ChildProcessWithoutNullStreams>();
beforeEach(() => {
  here = place();
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  here.remove();
});

/** The command running, and what it said on stdout until it was ready. */
async function started(...argv: string[]): Promise<{ child: ChildProcessWithoutNullStreams; said: string }> {
  const child = spawn(process.execPath, [BIN, 'serve', ...argv], { cwd: here.folder });
  running.add(child);
  let said = '';
  while (!/OPDS 2\.0|^\{.*\}\n$/u.test(said)) {
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
    said += chunk.toString();
  }
  return { child, said };
}

async function ended(child: ChildProcessWithoutNullStreams, signal: NodeJS.Signals): Promise<unknown> {
  child.kill(signal);
  const [code] = (await once(child, 'exit')) as [unknown];
  return code;
}

test('offers dist/ until it is interrupted, and ends clean', async () => {
  here.write({ 'dist/ferry.epub': await bookCalled('The Ferry'), 'dist/cut.epub': 'cut' });
  const { child, said } = await started('--port', '0', '--verbose');
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  expect(said).toMatch(/^1 book of dist at (http:\/\/127\.0\.0\.1:\d+\/)\n/u);
  const address = /http:\S+/u.exec(said)?.[0] ?? '';
  const page = await (await fetch(address)).text();
  expect(page).toContain('The Ferry');
  here.write({ 'dist/late.epub': 'late' });
  while (!(await (await fetch(address)).text()).includes('2 more could not be read'));
  await fetch(address);
  expect(await ended(child, 'SIGINT')).toBe(0);
  for (const name of ['cut', 'late']) expect(errors.split(`dist/${name}.epub: warning: `)).toHaveLength(2);
  expect(errors).toContain('GET / 200');
  await expect(fetch(address)).rejects.toThrow();
});

test('answers while it draws covers', async () => {
  const names = ['One', 'Two', 'Three', 'Four'];
  for (const name of names) here.write({ [`dist/${name}.epub`]: await bookCalled(name) });
  const { child, said } = await started('--port', '0', '--json');
  const [address = ''] = (JSON.parse(said) as { addresses: string[] }).addresses;
  let drawing = true;
  const covers = Promise.all(
    names.map(async (name) => {
      const response = await fetch(`${address}cover/${name}.jpg`);
      return (await response.arrayBuffer()).byteLength;
    }),
  ).finally(() => (drawing = false));
  let answers = 0;
  while (drawing) {
    await (await fetch(address)).text();
    answers += 1;
  }
  for (const size of await covers) expect(size).toBeGreaterThan(1000);
  // A server that draws by itself gives some thirty meanwhile, one that only waits more than five hundred.
  expect(answers).toBeGreaterThan(100);
  expect(await ended(child, 'SIGINT')).toBe(0);
});

test('tells a machine where it is, on one line', async () => {
  here.write({ 'books/ferry.epub': await bookCalled('The Ferry') });
  const { child, said } = await started('books', '--port', '0', '--json');
  const { addresses, books, messages } = JSON.parse(said) as Record<string, unknown>;
  expect([addresses, books, messages]).toEqual([[expect.stringMatching(/^http:\/\/127/u)], 1, []]);
  expect(await ended(child, 'SIGTERM')).toBe(0);
});

test('shows a code for cameras where other devices reach it', async () => {
  here.write({ 'dist/ferry.epub': await bookCalled('The Ferry') });
  const { child, said } = await started('--port', '0', '--host', '0.0.0.0');
  // A computer without a network has no other address.
  if (said.includes('http://')) expect(said).toMatch(/\u2588\u2588 \u2584\u2584\u2584\u2584\u2584 /u);
  expect(await ended(child, 'SIGINT')).toBe(0);
});

test('says what is wrong with what it was asked for', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const taken = String((other.address() as AddressInfo).port);
  here.write({ 'dist/.keep': '', 'file.epub': 'x' });
  for (const [argv, id] of [
    [['nowhere'], 'serve:no-folder'],
    [['file.epub'], 'serve:no-folder'],
    [['--port', 'eighty'], 'serve:port'],
    [['--port', '70000'], 'serve:port'],
    [['--port', ''], 'serve:port'],
    [['--port', taken], 'serve:port-taken'],
    [['--host', '203.0.113.7'], 'serve:host'],
    [['--host', 'no host'], 'serve:host'],
  ] as const) {
    const { code, out, err } = here.run('serve', ...argv);
    expect([argv, code, out]).toEqual([argv, 2, '']);
    expect(err).toContain(`[${id}]`);
  }
  other.close();
});
