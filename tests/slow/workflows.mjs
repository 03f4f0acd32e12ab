// Reads the workflows of this project and of `octavo new --repo`, and action.yml, with GitHub's own parser: keys,
// expressions, needs, and what a called workflow is given. Its package imports JSON as bundlers do, so it is bundled.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const WORKFLOWS = ['.github/workflows', 'templates/repository/_github/workflows'];

const { outputFiles } = await build({
  absWorkingDir: root,
  stdin: {
    contents: `export * from '@actions/workflow-parser';
      export { parseAction } from '@actions/workflow-parser/actions/action-parser';`,
    resolveDir: root,
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  banner: { js: `import { createRequire } from 'node:module'; const require = createRequire('${root}');` },
  logLevel: 'error',
});
const parser = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
);
const { convertWorkflowTemplate, NoOperationTraceWriter, parseAction, parseWorkflow } = parser;

/** Workflows that others call, by their paths in the repository. */
const files = {
  getFileContent: async ({ path }) => ({ name: path, content: readFileSync(join(root, path), 'utf8') }),
};

async function problemsOf(name, content) {
  const isAction = name === 'action.yml';
  const { context, value } = (isAction ? parseAction : parseWorkflow)(
    { name, content },
    new NoOperationTraceWriter(),
  );
  const found = () => context.errors.getErrors().map(({ message }) => message);
  if (isAction || !value || found().length > 0) return found();
  const options = { fetchReusableWorkflowDepth: 1 };
  const { errors = [] } = await convertWorkflowTemplate(context, value, files, options);
  return [...found(), ...errors.map(({ Message }) => Message)];
}

const names = [
  'action.yml',
  ...WORKFLOWS.flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name))),
];
let failed = 0;
const say = (name, problems) => {
  failed += problems.length > 0 ? 1 : 0;
  console.log(
    `${problems.length > 0 ? 'not ok' : 'ok'}  ${name}${problems.map((words) => `\n  ${words}`).join('')}`,
  );
};
for (const name of names) say(name, await problemsOf(name, readFileSync(join(root, name), 'utf8')));

/** Mistakes that it has to find, so that finding none means something. */
const MISTAKES = [
  ['a key', 'timeout-minutes: 30', 'timeout-minuets: 30'],
  ['a job that is not there', 'needs: build', 'needs: built'],
  ['a name in an expression', 'steps.octavo.outputs', 'stepz.octavo.outputs'],
  ['a permission', 'attestations: write', 'attestation: write'],
];
const sound = readFileSync(join(root, '.github/workflows/book.yml'), 'utf8');
for (const [what, right, wrong] of MISTAKES) {
  const problems = sound.includes(right) ? await problemsOf('book.yml', sound.replace(right, wrong)) : [];
  say(`finds ${what}`, problems.length > 0 ? [] : [`Nothing was reported about \`${wrong}\``]);
}
const calling = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8');
const problems = await problemsOf('release.yml', calling.replace('validate: strict', 'validated: strict'));
say(
  'finds an input that the called workflow does not have',
  problems.length > 0 ? [] : ['Nothing was reported'],
);

console.log(failed === 0 ? 'The workflows are what GitHub reads.' : `${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
