/** docs/library.md is what the docstrings say, and each example in it runs as it says. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Example {
  entry: string;
  name: string;
  example?: string;
}

const library = (await import('../scripts/library.mjs' as string)) as {
  examples: () => Example[];
  libraryPage: () => string;
};

test('the page is what the docstrings say: `npm run library` writes it', () => {
  expect(readFileSync('docs/library.md', 'utf8')).toBe(library.libraryPage());
});

test('every export has words and an example', () => {
  const all = library.examples();
  expect(all.length).toBeGreaterThan(12);
  expect(all.filter(({ example }) => example === undefined)).toEqual([]);
});

/** The entries as they are bundled for the tests. */
const BUNDLES: Readonly<Record<string, string>> = {
  octavo: 'index.js',
  'octavo/typography': 'anywhere/typography.js',
  'octavo/remark': 'anywhere/remark.js',
};

/** An example as a program that throws where a line is not what its remark says. */
function programOf(example: string): string {
  let shown = 0;
  const lines = example.split('\n').map((line) => {
    const [, expression, expected] = /^(\S.*); \/\/ (.+)$/.exec(line) ?? [];
    if (expression === undefined) return line;
    shown += 1;
    return `shows(${expression}, ${JSON.stringify(expected)});`;
  });
  if (shown === 0) throw new Error('It shows nothing');
  const from = lines.join('\n').replaceAll(/from '(octavo[^']*)'/g, (_, entry: string) => {
    const file = resolve('tests/.lib', BUNDLES[entry] ?? '');
    return `from ${JSON.stringify(pathToFileURL(file).href)}`;
  });
  return `${from}
function shows(value, expected) {
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll(/[\u00A0\u202F]/g, ' ').trim();
  if (text !== expected) throw new Error(\`\${text} is not \${expected}\`);
}
`;
}

describe('each example', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'octavo-library-'));
    mkdirSync(join(folder, 'manuscripts/tide'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    writeFileSync(join(folder, 'octavo.config.mjs'), 'export default {};');
    writeFileSync(
      join(folder, 'manuscripts/tide/book.md'),
      '---\ntitle: Tide\nauthor: Ann\nlanguage: en\ndate: 2026-01-01\n---\n',
    );
    writeFileSync(join(folder, 'manuscripts/tide/01-one.md'), '# One\n\n"Rain," she said.\n');
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    spawnSync(process.execPath, [resolve('tests/.lib/bin.js'), 'build', '--quiet'], { cwd: folder });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test.each(library.examples().map(({ entry, name, example = '' }) => [`${entry}: ${name}`, name, example]))(
    '%s',
    (_, name, example) => {
      const file = join(folder, `${name}.mjs`);
      writeFileSync(file, programOf(example));
      const { status, stderr } = spawnSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
    },
  );
});
