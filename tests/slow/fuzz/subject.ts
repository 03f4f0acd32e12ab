/** What the fuzz puts to the proof: the stages from their source, so that a fault's stack names its line. */
export { planImport } from '../../../src/import/index.js';
export { splitFront } from '../../../src/input/front/split.js';
export { readTemplates } from '../../../src/io/templates.js';
export { printedFiles } from '../../../src/output/epub/adapter.js';
export { epub } from '../../../src/output/epub/index.js';
export { withSpans } from '../../../src/output/kepub/spans.js';
export { expectedText, proveText } from '../../../src/proof/text.js';
export { runStages } from '../../../src/pipeline/stages.js';
