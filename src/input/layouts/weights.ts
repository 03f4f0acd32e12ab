/** The order that the texts of a site give themselves: Hugo's `weight`. */
import { splitFront } from '../front/split.js';
import { parseToml } from '../front/toml.js';
import { parseYaml, type Entry } from '../front/yaml.js';
import type { Site } from './plan.js';

/** The front matter of a text; what is wrong in it becomes a message when the text is parsed. */
export async function frontOf(rel: string, site: Site): Promise<readonly Entry[]> {
  const { value: text = '' } = await site.text(rel);
  const { yaml } = splitFront(text, rel).value;
  if (!yaml) return [];
  return (yaml.toml ? parseToml(yaml, rel, 'front-matter') : parseYaml(yaml, rel)).value.entries;
}

/** The texts with their weights, as `inNaturalOrder` takes them; `keys` name a text's place, the first that is there. */
export const weighed = (
  files: readonly string[],
  site: Site,
  keys: readonly string[] = ['weight'],
): Promise<{ rel: string; path: string; meta: { weight?: number } }[]> =>
  Promise.all(
    files.map(async (rel) => {
      const entries = await frontOf(rel, site);
      const [weight] = keys.flatMap((key) => {
        const value = entries.find((entry) => entry.key === key)?.value;
        return typeof value === 'string' ? numberOf(value) : typeof value === 'number' ? [value] : [];
      });
      // To Hugo, a weight of nought is none.
      const isNone = weight === undefined || (weight === 0 && keys.length === 1);
      return { rel, path: rel, meta: isNone ? {} : { weight } };
    }),
  );

/** The number that a text gives, or that of a section, `3.9.10`, as one in whose order sections stand. */
const numberOf = (value: string): number[] => {
  if (/^-?\d+$/.test(value)) return [Number(value)];
  if (!/^\d{1,3}(?:\.\d{1,3}){1,4}$/.test(value)) return [];
  return [value.split('.').reduce((sum, part, depth) => sum + Number(part) / 1000 ** depth, 0)];
};
