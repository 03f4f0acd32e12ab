import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { place, type Place } from './octavo.js';

const STORY = 'The Ferry\n\nThe ferry left at dawn, and nobody on the quay looked up.\n\n"Late," he said.\n';

let here: Place;
beforeEach(() => {
  here = place();
  here.write({ 'raw/ferry.txt': STORY });
});
afterEach(() => {
  here.remove();
});

describe('octavo import', () => {
  test.each(['stories', '{here}/stories'])('writes into %s', (into) => {
    const { code } = here.run('import', 'raw/ferry.txt', '--into', into.replace('{here}', here.folder));
    expect(code).toBe(0);
    expect(readFileSync(join(here.folder, 'stories/the-ferry.md'), 'utf8')).toContain('title: The Ferry');
  });

  test('what was imported builds', () => {
    expect(here.run('import', 'raw/ferry.txt').code).toBe(0);
    expect(here.run('build').code).toBe(0);
    expect(existsSync(join(here.folder, 'dist/the-ferry.epub'))).toBe(true);
  });
});
