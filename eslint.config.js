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
  'themes',
  'output',
  'check',
  'import',
  'deliver',
];
/** Folders that a stage may import beside its own and the shared types, locales and diagnostics. */
const MAY_ALSO = { input: ['config'], book: ['config'], import: ['io'], deliver: ['io'], check: [] };
const SHARED = ['types.ts', 'diagnostics.ts', 'slug.ts', 'sniff.ts', 'locales'];

const stageZones = STAGES.map((stage) => ({
  target: `./src/${stage}`,
  from: './src',
  except: [...SHARED, stage, ...(MAY_ALSO[stage] ?? [])].map((path) => `./${path}`),
  message: `The ${stage} stage may import types, locales, diagnostics and its own folder.`,
}));

export default defineConfig(
  { ignores: ['lib/', '**/.lib/', 'dist/', 'node_modules/', 'tests/**/fixtures/'] },
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
              target: ['./src/types.ts', './src/diagnostics.ts', './src/locales'],
              from: './src',
              except: ['./types.ts', './diagnostics.ts', './locales', './config'],
              message: 'Types, locales and diagnostics import no stage.',
            },
            { target: './src/!(cli)/**', from: './src/cli', message: 'Nothing imports the command line.' },
          ],
        },
      ],
    },
  },
  // One no-restricted-imports block a rule would override the one before it, so the folders differ by pattern.
  {
    files: ['src/**/*.ts'],
    ignores: ['src/{io,import,deliver}/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[source.value=/^(node:)?fs(\\u002Fpromises)?$/]',
          message: 'Only io, import and deliver touch the file system.',
        },
      ],
    },
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
    ignores: ['src/cli/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'Only the command line knows the process.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an input.' },
        { object: 'Math', property: 'random', message: 'Identity is an input.' },
      ],
    },
  },
  { files: ['scripts/**', 'bench/**', 'tests/slow/**'], rules: { 'no-console': 'off' } },
);
