/** Plugins: what others add to a build by `octavo.config.mjs`. */
export { TookTooLong, withinNow } from './bounded.js';
export { checked } from './checks.js';
export { failed, readyConfig } from './ready.js';
export { recordOf, titleOf } from './record.js';
export { withRehypePlugins } from './rehype.js';
export { withRemarkPlugins } from './remark.js';
export { RuleFailed, rulesOf } from './rules.js';
export { defineConfig } from './types.js';
export type * from './types.js';
