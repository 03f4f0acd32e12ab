/** The public API: what docs/library.md describes. `octavo/typography` and `octavo/remark` are entries of their own. */
export { check } from './check/index.js';
export { formatMessage, sortMessages } from './diagnostics.js';
export { localeOf } from './locales/index.js';
export { epub } from './output/epub/index.js';
export { kepub } from './output/kepub/index.js';
export { findBooks } from './pipeline/books.js';
export { build } from './pipeline/build.js';
export { loadConfig } from './pipeline/config.js';
export { runStages } from './pipeline/stages.js';
export { defineConfig } from './plugins/types.js';
export { readTemplates } from './io/templates.js';
export type { BuildOptions, BuildProgress, BuildResult } from './pipeline/build.js';
export type { BuiltBook, BuiltFile } from './pipeline/built.js';
export type { StageOptions, Stages } from './pipeline/stages.js';
export type {
  CheckFinding,
  ConfigCheck,
  ConfigKind,
  ConfigLanguage,
  ConfigRule,
  LoadedConfig,
  OctavoConfig,
  RuleEdit,
  RuleText,
} from './plugins/types.js';
export type * from './types.js';
