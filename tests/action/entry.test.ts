/** The entry with an `octavo` of the workspace that says what no real one would: whatever comes, the runner is safe. */
import { commandsIn, runner, TOKEN, type Runner } from './runner.js';

let here: Runner;
beforeEach(() => {
  here = runner();
});
afterEach(() => {
  here.remove();
});

/** A package `octavo` in the workspace whose command is this program. */
const octavo = (program: string) => {
  here.write({
    'node_modules/octavo/package.json': JSON.stringify({
      name: 'octavo',
      version: '9.9.9',
      bin: { octavo: 'lib/bin.js' },
    }),
    'node_modules/octavo/lib/bin.js': program,
  });
};

const EVIL = 'A "Title" `$(id)` | ::error::x <img src=x>\n::set-output name=version::6 ##[error]x %0A 🕯';
const message = (n: number, severity: string) => ({
  severity,
  id: 'markdown:test',
  reason: `Number ${String(n)}: 100%, a\nb`,
  hint: 'The way out.',
  path: 'manuscripts/a, b: c.md',
  place: { line: n + 1, column: 2 },
});
const report = (more: object = {}) => ({
  generator: 'Octavo 9.9.9',
  books: [
    {
      title: EVIL,
      version: '1.0',
      words: 12345,
      sections: 3,
      unsure: 2,
      files: [{ name: 'a-1.0.epub', path: 'dist/a-1.0.epub', format: 'epub', size: 4_200, sha256: 'ab12' }],
      messages: [],
    },
  ],
  checksums: 'dist/SHA256SUMS',
  messages: [],
  ...more,
});
const printing = (value: object, besides = '') =>
  `console.log(${JSON.stringify(JSON.stringify(value))});${besides}`;

test('the octavo that the repository pins is run, with what was asked for and nothing that it need not know', async () => {
  octavo(
    printing(report({ argv: 1 }), 'console.error(JSON.stringify([process.argv.slice(2), process.env]));'),
  );
  const { code, log } = await here.step({
    book: 'ferry\n--tag=v9\n$(id)',
    formats: 'epub',
    validate: 'strict',
    tag: '-v1',
  });
  expect(code).toBe(0);
  expect(log).toContain('Octavo 9.9.9');
  const [argv, env] = JSON.parse(/^\[\[.*$/m.exec(log)?.[0] ?? '') as [string[], Record<string, string>];
  expect(argv[0]).toBe('release');
  expect(argv).toEqual(expect.arrayContaining(['--format=epub', '--strict', '--tag=-v1']));
  expect(argv).not.toContain('--attach');
  expect(argv.slice(argv.indexOf('--'))).toEqual(['--', 'ferry', '--tag=v9', '$(id)']);
  expect(Object.keys(env).filter((name) => /TOKEN|^INPUT_/.test(name))).toEqual([]);
});

test('a token that is spoken is not heard', async () => {
  const said =
    'console.error("t", process.env.GITHUB_TOKEN); console.error("https://x:" + process.env.GITHUB_TOKEN + "@");';
  octavo(printing(report({ generator: TOKEN }), said));
  const { log, summary, outputs } = await here.step({ attach: 'true', tag: 'v1' });
  expect(log).toContain('t ***');
  // Without its first letters, which the summary would escape.
  for (const text of [log, summary, ...Object.values(outputs)]) expect(text).not.toContain(TOKEN.slice(4));
});

test('what is said is no command to the runner, and a title is a title', async () => {
  octavo(printing(report(), `console.error(${JSON.stringify(EVIL)}); console.error('  ::add-path::/evil');`));
  const { code, log, summary, outputs } = await here.step();
  expect(code).toBe(0);
  expect(log).toContain('::add-path::/evil');
  expect(commandsIn(log)).toEqual([]);
  expect(outputs.version).toBe('1.0');
  const rows = summary.split('\n').filter((line) => line.startsWith('|'));
  for (const row of rows) expect(row.replaceAll('&#124;', '').split('|').length).toBeLessThanOrEqual(7);
  expect(summary).not.toContain('<img');
  expect(summary).not.toContain('`$(id)`');
  expect(summary).toContain('🕯');
});

test('a released book shows its cover, with the way to its file', async () => {
  const address = (name: string) => `https://github.com/ann/lamp/releases/download/v1/${name}`;
  const file = {
    name: 'a-1.0.epub',
    path: 'dist/a-1.0.epub',
    size: 1,
    sha256: 'a',
    url: address('a-1.0.epub'),
  };
  const cover = { ...file, name: 'a-1.0.cover.jpg', url: address(`a-1.0.${'x'.repeat(250)}cover.jpg`) };
  const value = report();
  octavo(printing({ ...value, books: [{ ...value.books[0], files: [file], cover }] }));
  const { summary } = await here.step();
  const plain = summary.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  expect(plain).toContain(`<a href="${file.url}"><img src="${cover.url}" height="160" alt="`);
  octavo(printing({ ...value, books: [{ ...value.books[0], cover: { ...cover, url: undefined } }] }));
  expect((await here.step()).summary).not.toContain('<img');
});

test('messages mark their lines, as many as GitHub shows', async () => {
  const messages = [
    ...Array.from({ length: 12 }, (_, n) => message(n, 'error')),
    message(0, 'warning'),
    message(0, 'info'),
  ];
  octavo(printing(report({ messages }), 'process.exitCode = 1;'));
  const { code, log, summary } = await here.step();
  expect(code).toBe(1);
  const commands = commandsIn(log);
  expect(commands.filter((line) => line.startsWith('::error'))).toHaveLength(10);
  expect(commands[0]).toBe(
    '::error file=manuscripts/a%2C b%3A c.md,line=1,col=2,title=markdown%3Atest::' +
      'Number 0: 100%25, a%0Ab%0AThe way out.',
  );
  expect(commands).toContain('::notice::2 more of the kind `error` are in the summary of this run');
  expect(commands.filter((line) => line.startsWith('::warning'))).toHaveLength(1);
  expect(summary.split('\n').filter((line) => line.startsWith('| error'))).toHaveLength(12);
});

test('outputs of several lines, and one that ends like an output, arrive as they are', async () => {
  const path = 'dist/a\nEOF\nversion<<EOF\nx\nEOF.epub';
  const files = [
    { name: 'a', path, format: 'epub', size: 1, sha256: 'a' },
    { name: 'b', path: 'dist/b', format: 'epub', size: 1, sha256: 'b' },
  ];
  const value = report();
  octavo(printing({ ...value, books: [{ ...value.books[0], files }] }));
  const { outputs } = await here.step();
  expect(outputs.files).toBe(`${path}\ndist/b`);
  expect(outputs.version).toBe('1.0');
});

test('a summary is never longer than GitHub takes', async () => {
  const messages = Array.from({ length: 3000 }, (_, n) => ({
    ...message(n, 'warning'),
    reason: '灯*'.repeat(500),
  }));
  octavo(printing(report({ messages })));
  const { summary } = await here.step();
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  expect(summary).toMatch(/\d+ more lines are left out/);
});

test.each([
  [
    'no report',
    'console.error("octavo: No such folder"); process.exitCode = 2;',
    2,
    'octavo: No such folder',
  ],
  ['half a report', 'console.log("{");', 2, 'it printed nothing'],
  ['a signal', 'process.kill(process.pid, "SIGKILL"); setInterval(() => {}, 9);', 2, 'it printed nothing'],
])('%s is an error that says so', async (_, program, exit, said) => {
  octavo(program);
  const { code, log, outputs } = await here.step();
  expect(code).toBe(exit);
  const commands = commandsIn(log);
  expect(commands).toHaveLength(1);
  expect(commands[0]).toMatch(/^::error::Octavo 9\.9\.9 ended without a report/);
  expect(commands[0]).toContain(said);
  expect(outputs).toEqual({});
});

test('a wrong input is said before anything is run', async () => {
  octavo('process.exitCode = 0; console.error("ran");');
  const { code, log } = await here.step({ validate: 'no', attach: 'perhaps' });
  expect(code).toBe(2);
  expect(commandsIn(log)).toHaveLength(2);
  expect(log).not.toContain('ran');
});
