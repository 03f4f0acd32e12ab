import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { APART, HOUSE, SHARED } from './scripts/house.mjs';

// The house rules of CONTRIBUTING.md, "Who may import whom", as lint: breaking one fails the build.

/** Modules by their names with and without `node:`, wherever one may be named: import, export from, import(). */
const named = (modules, message) =>
  ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression'].map((node) => ({
    selector: `${node}[source.value=/^(node:)?(${modules})$/]`,
    message,
  }));
const FILE_SYSTEM = named('fs|fs\\u002Fpromises', 'Only io, import and deliver touch the file system.');
const PROCESS = named('process', 'Only the command line knows the process.');
const NETWORK = named('https?|http2|net|tls|dgram|dns', 'Octavo opens no connection.');
const PROGRAMS = named('child_process', 'Other programs are run by io/programs.');
const CHANCE = {
  selector: 'ImportSpecifier[imported.name=/^(randomUUID|randomBytes|v[1467])$/]',
  message: 'Identity is an input.',
};
const GLOBALS = [
  { name: 'process', message: 'Only the command line knows the process.' },
  { name: 'performance', message: 'Time is an input.' },
];
const CLOCK = {
  selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
  message: 'Time is an input.',
};

/** Where a file of `target` may import nothing of `src` but these. */
const zone = (target, allowed, message) => ({
  target,
  from: './src',
  except: allowed.map((path) => `./${path}`),
  message,
});
const zones = [
  ...Object.entries(HOUSE).map(([folder, others]) =>
    zone(`./src/${folder}`, [...SHARED, folder, ...others], `See \`${folder}\` in scripts/house.mjs.`),
  ),
  ...APART.map((folder) =>
    zone(`./src/${folder}`, [folder, 'types.ts'], `\`${folder}\` runs Octavo as a process.`),
  ),
  zone(
    SHARED.map((path) => `./src/${path}`),
    [...SHARED, 'config'],
    'What everybody may import imports no stage.',
  ),
  ...['cli', ...APART].map((folder) => ({
    target: [`./src/!(${folder})/**`, './src/*.ts'],
    from: `./src/${folder}`,
    message: `Nothing imports \`${folder}\`.`,
  })),
];

export default defineConfig(
  { ignores: ['lib/', 'action/', '**/.lib/', 'dist/', 'node_modules/', 'tests/**/fixtures/'] },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    files: ['**/*.ts', '**/*.js', '**/*.mjs'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'no-console': 'error',
      'no-control-regex': 'off',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
    },
  },
  // What the types know: no promise left alone, no needless condition or assertion.
  {
    files: ['src/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // `list[index] as T` says what it is; `!` says nothing.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // What is not declared, such as a key of a stranger's front matter, is written in brackets.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `return refuse(…)` says what was wrong and ends a function that has nothing to give.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // An empty string is no text, and the next one stands in.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // Typography works on code points, and says where it needs more.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // An `async` function turns what it throws into a refusal, with or without an `await`.
      '@typescript-eslint/require-await': 'off',
      // A variable that a callback changes is narrowed as if none did.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // It never comes to an end on the types of smol-toml.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  // A later block replaces what an earlier one says of the same rule, so each of these says all that holds there.
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...FILE_SYSTEM, ...PROCESS, ...NETWORK, ...PROGRAMS, CLOCK, CHANCE],
    },
  },
  {
    files: ['src/io/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...PROCESS, ...NETWORK, CLOCK] },
  },
  {
    files: ['src/import/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...PROCESS, ...NETWORK, ...PROGRAMS, CLOCK, CHANCE] },
  },
  // What puts a book on a device, a server, a mail or a release meets the world: connections are its work.
  {
    files: ['src/deliver/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...PROCESS, ...PROGRAMS, CLOCK] },
  },
  // The preview is a server too, whose address nobody is to guess.
  {
    files: ['src/preview/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...FILE_SYSTEM, ...PROCESS, ...PROGRAMS, CLOCK] },
  },
  {
    files: ['src/cli/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...FILE_SYSTEM, ...NETWORK, ...PROGRAMS] },
  },
  // The action's entry is a program of its own, which runs the command as a process: only types come from elsewhere.
  {
    files: ['src/action/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NETWORK, CLOCK] },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/output/epub/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'epub-gen-memory', message: 'Only output/epub.' },
            { name: 'ejs', message: 'Only output/epub.' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/input/**', 'src/import/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['remark-parse', 'micromark*', 'mdast-util-from-markdown', 'gray-matter'],
              message: 'Markdown is parsed in input only.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', 'src/action/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...GLOBALS,
        { name: 'fetch', message: 'Octavo opens no connection.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an input.' },
        { object: 'Math', property: 'random', message: 'Identity is an input.' },
        { object: 'globalThis', property: 'process', message: 'Only the command line knows the process.' },
      ],
    },
  },
  { files: ['src/deliver/**/*.ts'], rules: { 'no-restricted-globals': ['error', ...GLOBALS] } },
  { files: ['scripts/**', 'bench/**', 'tests/slow/**'], rules: { 'no-console': 'off' } },
);
