/** The thread for covers, with a program in it that breaks down when it is to scale an image. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openPainter } from '../../src/cli/serve/painter.js';

const folder = mkdtempSync(join(tmpdir(), 'octavo-painter-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const program = (scale: string): URL => {
  const file = join(folder, 'program.mjs');
  const text = `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (order) => {
      if ('draw' in order && order.draw.title === '') parentPort.postMessage({ failure: 'no title' });
      else if ('draw' in order) parentPort.postMessage({ bytes: new TextEncoder().encode(order.draw.title) });
      else { ${scale} }
    });`;
  writeFileSync(file, text);
  return pathToFileURL(file);
};

const subject = { title: 'Tide', authors: '', identifier: '' };

test.each([
  ['throws', 'throw new Error("decoder");'],
  ['ends', 'process.exit(1);'],
])('a thread that %s is replaced for the next picture', async (_, scale) => {
  const painter = openPainter(program(scale));
  expect(await painter.scale(new Uint8Array([1]), 10, 10)).toBeUndefined();
  expect(Buffer.from(await painter.draw(subject)).toString()).toBe('Tide');
  await expect(painter.draw({ ...subject, title: '' })).rejects.toThrow('no title');
  expect(await painter.scale(new Uint8Array([1]), 10, 10)).toBeUndefined();
  await painter.close();
});
