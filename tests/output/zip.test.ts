import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { zip, type ZipEntry } from '../../src/output/epub/zip.js';

const AT = '2026-05-04T10:20:30Z';
const entry = (name: string, text: string): ZipEntry => ({ name, bytes: Buffer.from(text) });

const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}\/[a-z0-9-]{1,20}\.[a-z]{1,5}$/), {
  maxLength: 12,
});
const entries = names.chain((list) =>
  fc.tuple(...list.map((name) => fc.uint8Array({ maxLength: 4000 }).map((bytes) => ({ name, bytes })))),
);

test('whatever goes in comes out again, in order', () => {
  fc.assert(
    fc.property(entries, (given) => {
      const read = unzipSync(zip(given, AT));
      expect(Object.keys(read)).toEqual(given.map(({ name }) => name));
      for (const { name, bytes } of given)
        expect(Buffer.compare(read[name] ?? new Uint8Array(), bytes)).toBe(0);
    }),
  );
});

test('mimetype is stored, plain, at byte 38, as EPUB 3.3 asks', () => {
  const bytes = Buffer.from(
    zip([entry('mimetype', 'application/epub+zip'), entry('a/b.txt', 'x'.repeat(99))], AT),
  );
  expect(bytes.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
  expect(bytes.readUInt16LE(8)).toBe(0);
  expect(bytes.readUInt16LE(28)).toBe(0);
});

test('the time is the one given, whatever the time zone', () => {
  const bytes = Buffer.from(zip([entry('a.txt', '')], AT));
  expect(bytes.readUInt16LE(10)).toBe((10 << 11) | (20 << 5) | 15);
  expect(bytes.readUInt16LE(12)).toBe((46 << 9) | (5 << 5) | 4);
});

test('another reader of ZIP files finds nothing wrong', () => {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-zip-'));
  try {
    const path = join(folder, 'a.zip');
    writeFileSync(
      path,
      zip([entry('one.txt', 'One. '.repeat(999)), entry('two.txt', ''), entry('three.png', 'abc')], AT),
    );
    // Python's is on every machine that builds native add-ons; it checks sizes and checksums.
    const said = execFileSync('python3', ['-m', 'zipfile', '-t', path], { encoding: 'utf8' });
    expect(said).toContain('Done testing');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
