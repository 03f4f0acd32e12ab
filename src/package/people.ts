/** People as a package document names them. */
import type { PackageMeta, Person } from '../types.js';

/** Lower-case words that belong to the family name that follows them. */
const PARTICLES = new Set(
  'af av da de del della den der des di do dos du la le ten ter van vom von zu zum zur y'.split(' '),
);

/**
 * A name as libraries sort it, `Conrad, Joseph`: the author's own `sort`, else the last word and the particles
 * before it in front. A single word, or a name that has a comma, stays as it is.
 */
export function sortName(person: Person): string {
  if (person.sort !== undefined) return person.sort;
  const words = person.name.trim().split(/\s+/u);
  if (words.length < 2 || person.name.includes(',')) return person.name;
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has(words[start - 1] ?? '')) start -= 1;
  return `${words.slice(start).join(' ')}, ${words.slice(0, start).join(' ')}`;
}

/** `dc:creator` or `dc:contributor` with its sort name and MARC relator role. */
export function personMeta(
  element: 'dc:creator' | 'dc:contributor',
  people: readonly Person[],
): PackageMeta[] {
  return people.flatMap((person, index) => {
    const id = `${element.slice(3)}-${String(index + 1)}`;
    return [
      { name: element, value: person.name, attributes: { id } },
      { name: 'meta', value: sortName(person), attributes: { refines: `#${id}`, property: 'file-as' } },
      {
        name: 'meta',
        value: person.role,
        attributes: { refines: `#${id}`, property: 'role', scheme: 'marc:relators' },
      },
    ];
  });
}
