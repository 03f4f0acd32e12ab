import { runStages } from '../../src/pipeline/stages.js';

const raw = {
  name: 'ferry',
  path: 'ferry.md',
  root: import.meta.dirname,
  single: true,
  files: [{ path: 'ferry.md', rel: 'ferry.md', bytes: new TextEncoder().encode('# One\n\nIt rained.') }],
};

test('a signal ends the work between two stages, with its reason', async () => {
  const controller = new AbortController();
  const stages: string[] = [];
  const work = runStages(raw, {
    signal: controller.signal,
    progress: (stage) => {
      stages.push(stage);
      setImmediate(() => {
        controller.abort(new Error('edited'));
      });
    },
  });
  await expect(work).rejects.toThrow('edited');
  expect(stages).toEqual(['read']);
});
