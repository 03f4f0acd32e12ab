/** @type {import('jest').Config} */
export default {
  // Whole books are built in some tests; a busy machine is no fault of theirs. Only what hangs ends here.
  testTimeout: 300_000,
  // Jest leaves a core idle; of two that is half.
  maxWorkers: '100%',
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/bundle.ts',
  roots: ['<rootDir>/tests'],
  testPathIgnorePatterns: ['/fixtures/', '/\\.lib/', '<rootDir>/tests/slow/'],
  watchPathIgnorePatterns: ['/\\.lib/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'] },
  // What `tests/bundle.ts` made is run as it is.
  transformIgnorePatterns: ['/node_modules/', '/tests/\\.lib/'],
  transform: {
    '\\.test\\.ts$': '<rootDir>/tests/once.mjs',
    '\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
};
