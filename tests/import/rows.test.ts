/** Each row of the tables of furniture and labels has a fixture in which it is found. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LABELS } from '../../src/import/classify/labels.js';
import { ROWS } from '../../src/import/sites/index.js';

const root = join(import.meta.dirname, 'fixtures');
const read = (name: string) =>
  readdirSync(join(root, name))
    .filter((file) => /\.(?:txt|html)$/.test(file))
    .map((file) => readFileSync(join(root, name, file), 'utf8'));
const outcomes = readdirSync(root).flatMap(read);

test.each(ROWS.map(({ id }) => id))('%s has a fixture', (id) => {
  expect(outcomes.some((text) => text.includes(`"reason": "${id}"`))).toBe(true);
});

test.each(LABELS.filter(({ key }) => key !== '').map(({ key, form }) => [key, form] as const))(
  'the label %s has a fixture',
  (_, form) => {
    const lines = outcomes.flatMap((text) => text.split('\n'));
    expect(lines.some((line) => form.test(line.trim()))).toBe(true);
  },
);
