/** `action.yml`, the workflows of this project and that of `octavo new --repo`, held to what they promise. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readInputs } from '../../src/action/inputs.js';

interface Step {
  uses?: string;
  run?: string;
  id?: string;
  with?: Record<string, unknown>;
}

interface Job {
  uses?: string;
  with?: Record<string, unknown>;
  steps?: Step[];
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
}

interface Workflow {
  on: { workflow_call?: { inputs?: Record<string, unknown> } | null };
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

interface Action {
  inputs: Record<string, { default?: string }>;
  outputs: Record<string, unknown>;
  runs: { using: string; main: string };
}

const action = parse(readFileSync('action.yml', 'utf8')) as Action;
const FOLDERS = ['.github/workflows', 'templates/repository/_github/workflows'];
const PATHS = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
const OURS = './node_modules/octavo';

describe('action.yml', () => {
  test('its entry is what `npm run action` writes', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'action/index.js' });
    const { stderr, status } = spawnSync(process.execPath, ['scripts/action.mjs', '--check']);
    expect([status, stderr.toString()]).toEqual([0, '']);
  });

  test('the package has what the action is', () => {
    const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] };
    expect(files).toEqual(expect.arrayContaining(['action.yml', 'action']));
  });

  test('its defaults are inputs that the entry takes', () => {
    const defaults = Object.entries(action.inputs).map(([name, { default: value }]) => [
      `INPUT_${name.toUpperCase()}`,
      value,
    ]);
    const { value, refusals } = readInputs(Object.fromEntries(defaults) as Record<string, string>);
    expect(refusals).toEqual([]);
    expect(value).toMatchObject({ books: [], formats: ['epub', 'kepub'], strict: false, attach: false });
  });
});

describe.each(PATHS)('%s', (path) => {
  const text = readFileSync(path, 'utf8');
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps ?? []);

  test('may read, and write only where a job says so', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const { permissions } of jobs) {
      expect(permissions ?? {}).not.toHaveProperty('write-all');
      for (const name of Object.keys(permissions ?? {})) {
        expect(['contents', 'id-token', 'attestations']).toContain(name);
      }
    }
  });

  test('takes the actions of others by the hash of their commit, and names its version', () => {
    const others = [...text.matchAll(/uses: (\S+)(.*)/g)].filter(([, name = '']) => !name.startsWith('./'));
    for (const [line, name] of others) {
      expect(name).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
      expect(line).toMatch(/ # v\d+\.\d+\.\d+$/);
    }
  });

  test('puts no expression into a shell', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  test('leaves no token in the checkout', () => {
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
      expect(step.with).toMatchObject({ 'persist-credentials': false });
    }
  });

  test('ends in time', () => {
    for (const job of jobs.filter(({ uses }) => uses === undefined)) {
      expect(job['timeout-minutes']).toBeGreaterThan(0);
    }
  });

  test('gives the action inputs that it has, and asks for outputs that it has', () => {
    for (const { uses, with: given = {}, id } of steps.filter((step) => step.uses === OURS)) {
      expect(uses).toBe(OURS);
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
      for (const [, name] of text.matchAll(new RegExp(`steps\\.${String(id)}\\.outputs\\.([a-z]+)`, 'g'))) {
        expect(Object.keys(action.outputs)).toContain(name);
      }
    }
  });

  test('calls workflows that are there, with inputs that they have', () => {
    for (const { uses, with: given = {} } of jobs.filter((job) => job.uses !== undefined)) {
      expect(existsSync(String(uses))).toBe(true);
      const called = parse(readFileSync(String(uses), 'utf8')) as Workflow;
      const known = Object.keys(called.on.workflow_call?.inputs ?? {});
      expect(known).toEqual(expect.arrayContaining(Object.keys(given)));
    }
  });
});
