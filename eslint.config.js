import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// The house rules of CONTRIBUTING.md, "Who may import whom", as lint: breaking one fails the build.
const STAGES = [
  'input',
  'typography',
  'book',
  'images',
  'compose',
  'package',
  'conform',
  'themes',
  'output',
  'check',
  'diff',
  'import',
  'deliver',
];
/**
 * Folders that a stage may import beside its own and the shared types, locales and diagnostics. An import proves its
 * manuscripts with the parser that the build will read them with.
 */
const MAY_ALSO = {
  input: ['config'],
  book: ['config'],
  import: ['io', 'input'],
  deliver: ['io', 'diff'],
  check: ['io'],
};
const SHARED = [
  'content-model.ts',
  'memo.ts',
  'diagnostics.ts',
  'epub',
  'faults.ts',
  'locales',
  'mdast.ts',
  'messages.ts',
  'text',
  'types.ts',
];
/** Stages that only `build` puts to work: the commands reach them through `index`. */
const PIPELINE = ['input', 'book', 'images', 'compose', 'package', 'conform', 'themes', 'output'];

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

const stageZones = STAGES.map((stage) => ({
  target: `./src/${stage}`,
  from: './src',
  except: [...SHARED, stage, ...(MAY_ALSO[stage] ?? [])].map((path) => `./${path}`),
  message: `The ${stage} stage may import types, locales, diagnostics and its own folder.`,
}));

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
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            ...stageZones,
            {
              target: [
                './src/types.ts',
                './src/messages.ts',
                './src/diagnostics.ts',
                './src/locales',
                './src/text',
                './src/epub',
              ],
              from: './src',
              except: ['config', ...SHARED].map((path) => `./${path}`),
              message: 'Types, locales, diagnostics, text and the reader of EPUBs import no stage.',
            },
            {
              target: ['./src/!(cli)/**', './src/*.ts'],
              from: './src/cli',
              message: 'Nothing imports the command line.',
            },
            {
              target: './src/action',
              from: './src',
              except: ['./action', './types.ts'],
              message: 'The action’s entry runs Octavo as a process; it imports nothing of it but types.',
            },
            {
              target: ['./src/!(action)/**', './src/*.ts'],
              from: './src/action',
              message: 'Nothing imports the action’s entry.',
            },
            {
              target: ['./src/io', './src/config'],
              from: './src',
              except: ['./io', './config', ...SHARED.map((path) => `./${path}`)],
              message: 'Reading, writing and the schema know no stage.',
            },
            {
              target: './src/cli',
              from: PIPELINE.map((stage) => `./src/${stage}`),
              message: 'The command line reaches the stages through index.',
            },
          ],
        },
      ],
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
    files: ['src/{io,import}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...PROCESS, ...NETWORK, CLOCK] },
  },
  // What puts a book on a device, a server, a mail or a release meets the world: connections are its work.
  {
    files: ['src/deliver/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...PROCESS, ...PROGRAMS, CLOCK] },
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
