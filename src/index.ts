/** The public API. */
export { build, runStages } from './build.js';
export type { BuildOptions, BuildProgress, BuildResult, BuiltBook, Stages } from './build.js';
export { check } from './check/index.js';
export { checkWithJava, findJava } from './check/java.js';
export { formatMessage, sortMessages } from './diagnostics.js';
export { findBooks } from './io/read.js';
export { localeOf } from './locales/index.js';
export { typeset } from './typography/index.js';
export type * from './types.js';
