/** `octavo.config.mjs` beside `package.json`: used where it stands, said, recorded, and left on request. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import JSZip from 'jszip';
import { bare, BIN, place, type Place } from './octavo.js';

const UPPER = `export default function shout({ mark = '!' } = {}) {
  return (tree) => {
    for (const node of tree.children)
      if (node.type === 'paragraph' && node.children[0]?.type === 'text') node.children[0].value += mark;
  };
}
`;
const CONFIG = `import shout from './shout.mjs';
import pack from 'remark-pack';
export default { remarkPlugins: [[shout, { mark: '?!' }], pack] };
`;
const PACKAGE = {
  'package.json': '{ "private": true }',
  'node_modules/remark-pack/package.json':
    '{ "name": "remark-pack", "version": "1.2.3", "type": "module", "exports": { ".": { "types": "./x.d.ts", "import": "./main.js" } } }',
  'node_modules/remark-pack/main.js': 'export default function pack() { return undefined; }\n',
};
const STORY = { 'manuscripts/tide.md': bare('# Tide\n\nRain\n') };

let at: Place;
beforeEach(() => {
  at = place();
  at.write({ ...PACKAGE, ...STORY, 'shout.mjs': UPPER, 'octavo.config.mjs': CONFIG });
});
afterEach(() => {
  at.remove();
});

async function entries(): Promise<{ text: string; opf: string }> {
  const zip = await JSZip.loadAsync(readFileSync(at.path('dist/tide.epub')));
  const read = async (pattern: RegExp): Promise<string> =>
    (await Promise.all(zip.file(pattern).map((file) => file.async('string')))).join('\n');
  return { text: await read(/text\/.*xhtml$/), opf: await read(/\.opf$/) };
}

test('a build uses it, says so, and records the plugins with versions and options', async () => {
  const { code, err } = at.run('build');
  expect([code, err]).toEqual([
    0,
    expect.stringMatching(/^Using octavo\.config\.mjs \(\.\/shout\.mjs@[\da-f]{8}, remark-pack@1\.2\.3\)$/m),
  ]);
  const { text, opf } = await entries();
  expect(text).toContain('Rain?!</p>');
  expect(opf).toMatch(/name="octavo:config" content="sha256:[\da-f]{64}"/);
  expect(opf).toMatch(
    /name="octavo:plugins" content="\.\/shout\.mjs@[\da-f]{8} \[\{&#34;mark&#34;:&#34;\?!&#34;\}\]; remark-pack@1\.2\.3"/,
  );
  expect(at.run('build', '--quiet').err).toBe('');
});

test('`--no-config` leaves it, and the book has no record of it', async () => {
  at.write({ 'octavo.config.mjs': 'throw new Error("not to be run");' });
  const { code, err } = at.run('build', '--no-config');
  expect([code, err.includes('Using')]).toEqual([0, false]);
  const { text, opf } = await entries();
  expect(text).toContain('Rain</p>');
  expect(opf).not.toContain('octavo:config');
});

test('a book is made again where plugins work on it, and where they no longer do', async () => {
  at.run('build');
  expect(at.run('build').out).not.toContain('unchanged');
  at.run('build', '--no-config');
  expect((await entries()).text).toContain('Rain</p>');
  expect(at.run('build', '--no-config').out).toContain('unchanged');
  at.run('build');
  expect((await entries()).text).toContain('Rain?!</p>');
});

test('a configuration that changes no text lets unchanged books be, and its own change makes them anew', () => {
  at.write({
    'octavo.config.mjs': 'export default { themes: { sepia: "./sepia" } };',
    'sepia/theme.css': 'p { color: #300; }',
  });
  const [first, second] = [at.run('build', '--theme', 'sepia'), at.run('build', '--theme', 'sepia')];
  expect([first.code, second.out]).toEqual([0, expect.stringContaining('unchanged')]);
  at.write({ 'octavo.config.mjs': 'export default { themes: { sepia: "./sepia" } };\n' });
  expect(at.run('build', '--theme', 'sepia').out).not.toContain('unchanged');
});

test('`verify` rebuilds with it, and says where a book was built with another', () => {
  at.run('build');
  expect(at.run('verify', 'dist/tide.epub').code).toBe(0);
  const without = at.run('verify', '--no-config', 'dist/tide.epub', 'tide', '--verbose');
  expect(without.code).toBe(1);
  expect(without.err).toContain('The book was built with an `octavo.config.mjs`, and none is used here');
  at.write({ 'shout.mjs': UPPER.replace("'!'", "'?'") });
  expect(at.run('verify', 'dist/tide.epub', 'tide', '--verbose').err).toMatch(
    /The plugins, or `octavo\.config\.mjs`, are not those that the book was built with[^]*shout\.mjs@/,
  );
  at.run('build', '--no-config');
  expect(at.run('verify', 'dist/tide.epub', 'tide', '--verbose').err).toContain(
    'was built without `octavo.config.mjs`',
  );
});

test('`proof`, `diff` and `--to` read the book with it', () => {
  at.run('build');
  expect(at.run('proof', '--text', 'dist/tide.epub').code).toBe(0);
  expect(at.run('diff', '--exit-code', 'dist/tide.epub', 'tide').code).toBe(0);
  expect(at.run('build', '--to', 'mdast', 'tide').out).toContain('Rain?!');
});

test('`release` and `sideload` write the book that `build` writes', async () => {
  at.write({ 'manuscripts/tide.md': bare('# Tide\n\nRain\n').replace('---\n', '---\nversion: 1.0\n') });
  at.run('build');
  const built = readFileSync(at.path('dist/tide.epub'));
  mkdirSync(at.path('reader'));
  for (const [file, ...argv] of [
    ['out/tide-1.0.epub', 'release', '--format', 'epub', '--out', 'out'],
    ['reader/tide.epub', 'sideload', 'tide', '--to', 'reader'],
  ]) {
    const { code, err } = at.run(...argv);
    expect([argv[0], code, err]).toEqual([argv[0], 0, expect.stringContaining('Using octavo.config.mjs')]);
    expect([argv[0], readFileSync(at.path(file ?? '')).equals(built)]).toEqual([argv[0], true]);
  }
});

test('a language and a kind of page of its own are used, said and recorded', async () => {
  at.write({
    'octavo.config.mjs':
      'export default { kinds: { warnings: { like: "epigraph" } }, locales: { ca: { like: "es", terms: { chapter: "Capítol" } } } };',
    'manuscripts/tide/book.yaml': 'title: Tide\nauthor: Ann\nlanguage: en\ncover: false\nfonts: false\n',
    'manuscripts/tide/01.md': 'Rain\n',
    'manuscripts/tide/warnings.md': 'Wind\n',
  });
  rmSync(at.path('manuscripts/tide.md'));
  const { err } = at.run('build', '--check');
  expect(err).toContain('Using octavo.config.mjs (the language ca, the kind warnings)');
  const { text, opf } = await entries();
  expect(text).toContain('class="epigraph warnings"');
  expect(opf).toContain('name="octavo:plugins" content="language:ca; kind:warnings"');
  expect(at.run('verify', 'dist/tide.epub').code).toBe(0);
});

test('threads load it, too', () => {
  at.write(
    Object.fromEntries(['a', 'b', 'c'].map((name) => [`manuscripts/${name}.md`, bare('# One\n\nRain\n')])),
  );
  const { code, err } = at.run('build', '--jobs', '2');
  expect([code, err]).toEqual([0, expect.stringContaining('Using octavo.config.mjs')]);
  const read = at.run('proof', '--text', 'dist/b.epub', 'b');
  expect(read.code).toBe(0);
});

test('a plugin that fails on one book leaves the others theirs, and the old book in its place', () => {
  at.write({ 'manuscripts/bad.md': bare('# Bad\n\nWind\n') });
  at.run('build');
  const before = readFileSync(at.path('dist/bad.epub'));
  at.write({
    'octavo.config.mjs':
      'export default { timeLimit: 1, remarkPlugins: [() => (tree, file) => { while (file.path.endsWith("bad.md")); }] };',
    'manuscripts/tide.md': bare('# Tide\n\nMore rain\n'),
  });
  const { code, out, err } = at.run('build');
  expect(code).toBe(1);
  expect(err.match(/plugin:endless/g)).toHaveLength(1);
  expect(out).toContain('dist/tide.epub');
  expect(readFileSync(at.path('dist/bad.epub')).equals(before)).toBe(true);
});

test('what is wrong with it ends the command, in words', () => {
  const said = (text: string): [number | null, string] => {
    at.write({ 'octavo.config.mjs': text });
    const { code, err } = at.run('build');
    return [code, err];
  };
  expect(said('export default {')).toEqual([2, expect.stringContaining('[config:not-loaded]')]);
  expect(said('import x from "remark-gone"; export default {};')).toEqual([
    2,
    expect.stringContaining('npm install remark-gone'),
  ]);
  expect(said('export const a = 1;')).toEqual([2, expect.stringContaining('[config:no-object]')]);
  expect(said('export default { remarkPlugins: 1 };')).toEqual([
    2,
    expect.stringContaining('[config:wrong-value]'),
  ]);
});

test('in the folder of a book, or without `package.json`, it is not used', () => {
  at.write({
    'manuscripts/book/octavo.config.mjs': 'throw new Error("evil");',
    'manuscripts/book/package.json': '{}',
    'manuscripts/book/01-one.md': bare('# One\n\nRain\n'),
  });
  const spawned = (...argv: string[]) => {
    const inner = { ...at, folder: at.path('manuscripts/book') };
    return runIn(inner.folder, ...argv);
  };
  for (const argv of [
    ['build', '.'],
    ['build', '../book'],
    ['build', '-m', '..', 'book'],
  ]) {
    const { err } = spawned(...argv, '--out', at.path('out'));
    expect([argv, err]).toEqual([argv, expect.stringContaining('[config:in-book]')]);
    expect(err).not.toContain('evil');
  }
  // From the project, that of the book is a file as any other.
  expect(at.run('build', 'book').err).not.toContain('evil');
  rmSync(at.path('package.json'));
  const { code, err } = at.run('build', 'tide');
  expect([code, err]).toEqual([0, expect.stringContaining('[config:alone]')]);
});

test('front matter names none', () => {
  at.write({ 'manuscripts/tide.md': '---\nconfig: evil.mjs\nremarkPlugins: [x]\n---\n# Tide\n\nRain\n' });
  expect(at.run('build', '--no-config').err).toContain('[front-matter:unknown-key]');
});

test('`preview` shows the book with it, and follows it', async () => {
  const child = spawn(process.execPath, [BIN, 'preview', 'tide', '--no-open', '--json', '--port', '0'], {
    cwd: at.folder,
    stdio: 'pipe',
  });
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const { addresses } = JSON.parse(line.toString()) as { addresses: [string] };
    const shows = async (words: string): Promise<boolean> => {
      for (let tries = 0; tries < 400; tries += 1) {
        const answer = await fetch(`${addresses[0]}files/tide/-/text/tide.xhtml`);
        if ((await answer.text()).includes(words)) return true;
        await sleep(50);
      }
      return false;
    };
    expect(await shows('Rain?!</p>')).toBe(true);
    at.write({ 'octavo.config.mjs': CONFIG.replace('?!', '…') });
    // What follows a change of the book takes the configuration as it stands.
    at.write({ 'manuscripts/tide.md': bare('# Tide\n\nHail\n') });
    expect(await shows('Hail…</p>')).toBe(true);
  } finally {
    child.kill();
    await once(child, 'close');
  }
});

test('`--watch` follows it', async () => {
  const child = spawn(process.execPath, [BIN, 'build', '--watch'], { cwd: at.folder, stdio: 'pipe' });
  try {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const shows = async (words: string): Promise<boolean> => {
      for (let tries = 0; tries < 400; tries += 1) {
        const { text } = await entries().catch(() => ({ text: '' }));
        if (text.includes(words)) return true;
        await sleep(50);
      }
      return false;
    };
    expect(await shows('Rain?!</p>')).toBe(true);
    while (!said.includes('Watching')) await sleep(50);
    at.write({ 'octavo.config.mjs': CONFIG.replace('?!', '…') });
    expect(await shows('Rain…</p>')).toBe(true);
  } finally {
    child.kill();
    await once(child, 'close');
  }
});

function runIn(folder: string, ...argv: string[]): { code: number | null; err: string } {
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...argv], { cwd: folder, encoding: 'utf8' });
  return { code: status, err: stderr };
}

test.each([
  ['an answer', 'Promise.resolve()'],
  ['a while', 'new Promise((resolve) => setTimeout(resolve, 20))'],
])('a plugin that loops after it waited for %s ends the command, and is named', (_, wait) => {
  at.write({
    'dist/tide.epub': 'the old book',
    'shout.mjs': `export default function shout() { return async () => { await ${wait}; for (;;); }; }`,
    'octavo.config.mjs':
      "import shout from './shout.mjs';\nexport default { remarkPlugins: [shout], timeLimit: 0.5 };\n",
  });
  const { code, err } = at.run('build');
  expect(err).toMatch(
    /^manuscripts\/tide\.md: error: `\.\/shout\.mjs` did not come to an end within 0\.5 s \[plugin:endless\]$/m,
  );
  expect(code).toBe(1);
  expect(readFileSync(at.path('dist/tide.epub'), 'utf8')).toBe('the old book');
});

/** A configuration whose plugin does this to each text. */
const doing = (work: string): Record<string, string> => ({
  'octavo.config.mjs': `export default { remarkPlugins: [function meddler() { return async () => { ${work} }; }] };\n`,
});
const WAIT = 'await new Promise((resolve) => setTimeout(resolve, 200));';

test('what a plugin prints is no result', () => {
  at.write(doing("console.log('loud'); process.stdout.write('raw\\n');"));
  const { code, out, err } = at.run('build', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ books: [{ name: 'tide' }] });
  for (const printed of ['loud', 'raw']) expect(err).toContain(printed);
});

test.each([
  ['in a timer', `setTimeout(() => { throw new Error('late'); }, 0); ${WAIT}`, /`meddler` failed: late/],
  ['in a promise', `void Promise.reject(new Error('lost')); ${WAIT}`, /`meddler` failed: lost/],
  [
    'when nobody waits for it',
    "setTimeout(() => { throw new Error('late'); }, 0);",
    /octavo\.config\.mjs: error: Something that .* started failed by itself: Error: late \[plugin:stray\]/,
  ],
  [
    'by ending the program',
    'process.exit(0);',
    /octavo\.config\.mjs: error: `octavo\.config\.mjs` ended the program \[plugin:ended\]/,
  ],
])('a plugin that fails %s is told of, and the old book stays', (_, work, said) => {
  at.write({ ...doing(work), 'dist/tide.epub': 'the old book' });
  const { code, err } = at.run('build');
  expect(err).toMatch(said);
  expect(err).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
  expect(readFileSync(at.path('dist/tide.epub'), 'utf8')).toBe('the old book');
});

test('errors that nothing caught fail the plugin in threads, too', () => {
  at.write({
    ...doing(`setTimeout(() => { throw new Error('late'); }, 0); ${WAIT}`),
    'manuscripts/ebb.md': bare('# Ebb\n\nRain\n'),
  });
  const { code, err } = at.run('build', '--jobs', '2');
  expect(err.match(/`meddler` failed: late/g)).toHaveLength(2);
  expect(code).toBe(1);
});

test.each([
  [
    'an error',
    "setTimeout(() => { throw new Error('late'); }, 0);",
    /runs failed by itself: late \[plugin:stray\]/g,
  ],
  ['an end', 'process.exit(0);', /runs failed by itself: its thread ended with code 0 \[plugin:stray\]/g],
])('%s of a plugin that takes its thread with it is no fault of Octavo’s', (_, work, said) => {
  at.write({ ...doing(work), 'manuscripts/ebb.md': bare('# Ebb\n\nRain\n') });
  const { code, err } = at.run('build', '--jobs', '2');
  expect(err.match(said)).toHaveLength(2);
  expect(code).toBe(1);
});
