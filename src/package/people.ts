/** People as a package document names them. */
import type { PackageMeta, Person } from '../types.js';

/** `dc:creator` or `dc:contributor` with its sort name and MARC relator role. */
export function personMeta(
  element: 'dc:creator' | 'dc:contributor',
  people: readonly Person[],
): PackageMeta[] {
  return people.flatMap((person, index) => {
    const id = `${element.slice(3)}-${String(index + 1)}`;
    return [
      { name: element, value: person.name, attributes: { id } },
      {
        name: 'meta',
        value: person.sort ?? person.name,
        attributes: { refines: `#${id}`, property: 'file-as' },
      },
      {
        name: 'meta',
        value: person.role,
        attributes: { refines: `#${id}`, property: 'role', scheme: 'marc:relators' },
      },
    ];
  });
}
