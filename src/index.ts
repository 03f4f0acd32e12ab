/** The public API. */
export { assemble } from './book/assemble.js';
export { build } from './pipeline/build.js';
export type { BuildOptions, BuildProgress, BuildResult } from './pipeline/build.js';
export type { BuiltBook, BuiltFile } from './pipeline/built.js';
export { check } from './check/index.js';
export { checkWithJava, findJava } from './check/java.js';
export { compose, imageRequests } from './compose/index.js';
export { formatMessage, sortMessages } from './diagnostics.js';
export { drawCover, drawTitle, openScaler } from './images/index.js';
export { parse } from './input/parse.js';
export { read } from './input/read.js';
export { readAssets } from './io/assets.js';
export { findBooks } from './pipeline/books.js';
export { readTemplates } from './io/templates.js';
export { readTheme } from './io/themes.js';
export { localeOf } from './locales/index.js';
export { runStages } from './pipeline/stages.js';
export type { Stages } from './pipeline/stages.js';
export { epub } from './output/epub/index.js';
export { kepub } from './output/kepub/index.js';
export { packageBook } from './package/index.js';
export { loadConfig } from './pipeline/config.js';
export { defineConfig } from './plugins/types.js';
export type {
  CheckFinding,
  ConfigCheck,
  ConfigRule,
  LoadedConfig,
  OctavoConfig,
  RuleEdit,
  RuleText,
} from './plugins/types.js';
export { typeset } from './typography/index.js';
export type * from './types.js';
