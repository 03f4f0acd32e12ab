/** Each fixture of a format with markup and what is read of it, `extract.txt`. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printed } from './printed.js';
import { extract, FIXTURES, oneFixture } from './sources.js';

const EXPECTED = 'extract.txt';
const cases = readdirSync(FIXTURES).filter((name) => existsSync(join(FIXTURES, name, EXPECTED)));

test.each(cases)('%s', async (name) => {
  const text = printed(await extract(oneFixture(name)));
  const expected = join(FIXTURES, name, EXPECTED);
  if (process.env.UPDATE_FIXTURES) writeFileSync(expected, text);
  expect(text).toBe(readFileSync(expected, 'utf8'));
});
