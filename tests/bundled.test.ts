/** What a start of the command compiles: nothing of a package that is never called. */
import { readdirSync, readFileSync } from 'node:fs';

test('no bundle holds the messages of the schema library in forty languages', () => {
  const folder = 'tests/.lib';
  const scripts = ['', 'command/'].flatMap((below) =>
    readdirSync(`${folder}/${below}`)
      .filter((name) => name.endsWith('.js'))
      .map((name) => below + name),
  );
  expect(scripts.length).toBeGreaterThan(50);
  // A namespace imported by name (`import { z }`) brings them along, 260 kB.
  expect(
    scripts.filter((name) => readFileSync(`${folder}/${name}`, 'utf8').includes('expresión regular')),
  ).toEqual([]);
});
