import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const SRC = resolve('src');
// From `import` or `export` at a line's beginning to the path; types count, which lint's own rule passes over.
const IMPORT = /^(?:import|export)\b[^;]*?from '(\.[^']+)\.js';/gms;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(SRC, name));

const imports = new Map(
  files.map((file) => [
    file,
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, to = '']) => resolve(dirname(file), `${to}.ts`)),
  ]),
);

/** The first circle of imports, as the files that lead back to the first; nothing where there is none. */
function circle(): string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    done.add(file);
    path.push(file);
    for (const next of imports.get(file) ?? []) {
      const found = visit(next);
      if (found) return found;
    }
    path.pop();
    return undefined;
  };
  for (const file of files) {
    const found = visit(file);
    if (found) return found.map((one) => one.slice(SRC.length + 1));
  }
  return undefined;
}

test('no file of src leads back to itself, not by its types either', () => {
  expect([...imports.values()].flat().length).toBeGreaterThan(files.length);
  expect(circle()).toBeUndefined();
});
