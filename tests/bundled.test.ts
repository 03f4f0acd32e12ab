/** What a start of the command compiles: nothing of a package that is never called. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { bare, BIN, place } from './cli/octavo.js';

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

test('a build loads none of Node’s modules that it has no use for', () => {
  const here = place();
  try {
    here.write({ 'manuscripts/tide.md': bare('Rain.') });
    const tell = "process.on('exit', () => console.log(process.moduleLoadList.join('\\n')))";
    const argv = ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, BIN, 'build', '--quiet'];
    const { stdout } = spawnSync(process.execPath, argv, { cwd: here.folder, encoding: 'utf8' });
    const loaded = stdout.split('\n');
    expect(loaded).toContain('NativeModule zlib');
    for (const name of ['child_process', 'http', 'perf_hooks'])
      expect(loaded).not.toContain(`NativeModule ${name}`);
  } finally {
    here.remove();
  }
});
