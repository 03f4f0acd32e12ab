/** Who may import whom in `src/`: read by the linter, and held against CONTRIBUTING.md by `tests/house.test.ts`. */

/** What everybody may import. They import one another and `config`, and no stage. */
export const SHARED = [
  'content-model.ts',
  'diagnostics.ts',
  'epub',
  'faults.ts',
  'locales',
  'mdast.ts',
  'memo.ts',
  'messages.ts',
  'text',
  'types.ts',
];

/** The stages of a build, in their order; the pipeline alone puts them together. */
const STAGES = ['input', 'typography', 'book', 'images', 'compose', 'themes', 'package', 'conform', 'output'];

/** Each folder, and what it may import beside its own files and what is shared. */
export const HOUSE = {
  ...Object.fromEntries(STAGES.map((stage) => [stage, []])),
  input: ['config'],
  book: ['config'],
  config: [],
  io: ['config'],
  // It runs what others wrote on what the stages made, and reads it as they do.
  plugins: ['typography', 'book', 'images', 'compose', 'conform', 'config'],
  pipeline: [...STAGES, 'plugins', 'config', 'io'],
  // It compares what the stages made.
  proof: ['book', 'compose', 'typography'],
  check: ['io'],
  diff: [],
  // It proves its manuscripts with the parser that the build will read them with.
  import: ['io', 'input'],
  deliver: ['io', 'diff'],
  // It has the pipeline make books on other machines; the queue's and the bucket's own packages open its connections.
  archive: ['pipeline', 'plugins', 'config', 'io'],
  // It shows what the pipeline made, as the writer prints it.
  preview: ['pipeline', 'plugins', 'output', 'proof', 'deliver', 'config', 'io'],
  // It reaches the stages through `index`; `proof` lists the rules of typography, `release` draws covers.
  cli: [
    'index.ts',
    'pipeline',
    'plugins',
    'typography',
    'images',
    'config',
    'io',
    'check',
    'diff',
    'import',
    'proof',
    'preview',
    'deliver',
    'archive',
  ],
};

/** Folders that run Octavo as a process: they import types alone. */
export const APART = ['action'];
