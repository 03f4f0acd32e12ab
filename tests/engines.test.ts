/** What is installed with Octavo, and in a clone of it, runs on the oldest Node.js that it promises. */
import { readFileSync } from 'node:fs';

interface Locked {
  packages: Record<string, { engines?: { node?: string } }>;
}

const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
const OLDEST = engines.node.replace('>=', '');

const isLater = (version: string, than: string): boolean => {
  const [numbers, others] = [version, than].map((text) => text.split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (numbers?.[index] ?? 0) - (others?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
};

/** The least version that a range such as `^18 || >= 20.9` lets through at all. */
const leastOf = (range: string): string[] =>
  range.split('||').map((part) => /\d+(?:\.\d+)*/.exec(part)?.[0] ?? '0');

test('no locked package wants a later Node.js, for a clone is installed whole', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Locked;
  const wanting = Object.entries(packages)
    .filter(([path]) => path !== '')
    .filter(([, { engines: wanted }]) =>
      leastOf(wanted?.node ?? '0').every((least) => isLater(least, OLDEST)),
    );
  expect(wanting.map(([path]) => path)).toEqual([]);
});
