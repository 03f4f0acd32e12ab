/** The rules of CONTRIBUTING.md, "Who may import whom", each broken once: the linter must say so. */
import { readdirSync, readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

// The files below do not exist, so nothing knows their types.
const linter = new ESLint({
  overrideConfig: [
    tseslint.configs.disableTypeChecked as ESLint.Options['overrideConfig'] & object,
    { languageOptions: { parserOptions: { projectService: false } } },
  ].flat(),
});

/** The house rules that a file breaks: `import-x/no-restricted-paths`, `no-restricted-syntax` … */
async function broken(filePath: string, code: string): Promise<string[]> {
  const [result] = await linter.lintText(code, { filePath });
  const ids = (result?.messages ?? []).flatMap(({ ruleId }) => ruleId ?? []);
  return [...new Set(ids.filter((id) => id.includes('restricted')))];
}

test.each([
  ['1', 'src/diagnostics.ts', "export * from './book/kinds.js';"],
  ['1', 'src/locales/new.ts', "export * from '../input/read.js';"],
  ['2', 'src/compose/new.ts', "export * from '../book/kinds.js';"],
  ['2', 'src/proof/new.ts', "export * from '../deliver/devices.js';"],
  ['2', 'src/pipeline/new.ts', "export * from '../import/index.js';"],
  ['2', 'src/check/new.ts', "export * from '../index.js';"],
  ['2', 'src/compose/new.ts', "export const later = () => import('../book/kinds.js');"],
  ['3', 'src/index.ts', "export * from './cli/program.js';"],
  ['3', 'src/io/new.ts', "export * from '../compose/index.js';"],
  ['3', 'src/config/new.ts', "export * from '../input/read.js';"],
  ['3', 'src/cli/new.ts', "export * from '../compose/index.js';"],
  ['3', 'src/action/new.ts', "export * from '../diagnostics.js';"],
  ['3', 'src/cli/new.ts', "export * from '../action/commands.js';"],
  ['4', 'src/book/new.ts', "export * from 'node:fs';"],
  ['4', 'src/book/new.ts', "export const later = () => import('fs/promises');"],
  ['4', 'src/cli/new.ts', "export { readFile } from 'node:fs/promises';"],
  ['4', 'src/book/new.ts', "export { env } from 'node:process';"],
  ['4', 'src/deliver/new.ts', "export * from 'node:child_process';"],
  ['4', 'src/import/new.ts', "export * from 'node:child_process';"],
  ['4', 'src/preview/new.ts', "export * from 'node:fs';"],
  ['4', 'src/book/new.ts', 'export const here = process.cwd();'],
  ['4', 'src/book/new.ts', 'export const now = Date.now();'],
  ['4', 'src/book/new.ts', 'export const now = new Date();'],
  ['4', 'src/book/new.ts', 'export const chance = Math.random();'],
  ['4', 'src/book/new.ts', "import { v4 } from 'uuid'; export const id = v4();"],
  ['5', 'src/cli/new.ts', "export { default } from 'ejs';"],
  ['5', 'src/package/new.ts', "export * from 'epub-gen-memory';"],
  ['5', 'src/compose/new.ts', "export { default } from 'remark-parse';"],
  ['no connection', 'src/io/new.ts', "export * from 'node:https';"],
  ['no connection', 'src/book/new.ts', "export const far = fetch('https://example.org');"],
])('rule %s holds in %s: %s', async (_, filePath, code) => {
  expect(await broken(filePath, code)).toHaveLength(1);
});

test('what the rules allow is allowed', async () => {
  expect(await broken('src/io/new.ts', "export * from 'node:fs/promises';")).toEqual([]);
  expect(await broken('src/deliver/new.ts', "export * from 'node:http';")).toEqual([]);
  expect(await broken('src/preview/new.ts', "export * from 'node:http';")).toEqual([]);
  expect(
    await broken('src/cli/new.ts', "export * from '../index.js'; export const now = new Date();"),
  ).toEqual([]);
  expect(await broken('src/book/new.ts', "export * from '../types.js'; export * from './kinds.js';")).toEqual(
    [],
  );
});

describe('the table of the house', () => {
  const folders = readdirSync('src', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  test('it has a row for every folder of src', async () => {
    const { APART, HOUSE, SHARED } = await house();
    const shared = SHARED.filter((path) => !path.endsWith('.ts'));
    expect([...Object.keys(HOUSE), ...APART, ...shared].sort()).toEqual(folders.sort());
  });

  test('CONTRIBUTING.md says the same', async () => {
    const { HOUSE } = await house();
    const said = [
      ...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^ {3}\| (`[^|]+) \|([^|]*)\|$/gm),
    ].flatMap(([, names = '', others = '']) => quoted(names).map((name) => [name, others] as const));
    expect(said.map(([name]) => name).sort()).toEqual(Object.keys(HOUSE).sort());
    for (const [name, others] of said) {
      if (others.includes('every')) continue;
      expect([name, quoted(others).sort()]).toEqual([name, [...(HOUSE[name] ?? [])].sort()]);
    }
  });
});

const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

const house = async () =>
  (await import('../scripts/house.mjs' as string)) as {
    SHARED: readonly string[];
    HOUSE: Readonly<Record<string, readonly string[]>>;
    APART: readonly string[];
  };
