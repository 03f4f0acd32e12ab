/** The public API. */
export { assemble } from './book/assemble.js';
export { build, runStages } from './build.js';
export type { BuildOptions, BuildProgress, BuildResult, BuiltBook, Stages } from './build.js';
export { check } from './check/index.js';
export { checkWithJava, findJava } from './check/java.js';
export { compose, imageRequests } from './compose/index.js';
export { formatMessage, sortMessages } from './diagnostics.js';
export { parse } from './input/parse.js';
export { read } from './input/read.js';
export { readAssets } from './io/assets.js';
export { findBooks } from './books.js';
export { readTemplates } from './io/templates.js';
export { readTheme } from './io/themes.js';
export { localeOf } from './locales/index.js';
export { epub } from './output/epub/index.js';
export { packageBook } from './package/index.js';
export { typeset } from './typography/index.js';
export type * from './types.js';
