/** Which document holds which section. */

/** What is compared of a section or a document: its name and its letters. */
export interface Named {
  name: string;
  letters: string;
}

export interface Pairing {
  /** Index of the document by index of the section. */
  pairs: Map<number, number>;
  /** Sections that no document holds. */
  lost: number[];
  /** Documents that hold no section. */
  added: number[];
  /** Sections whose documents stand behind those of later sections. */
  moved: number[];
}

/** Pairs sections and documents: those with the same name and letters, then the same letters, then the same name. */
export function pairUp(sections: readonly Named[], documents: readonly Named[]): Pairing {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (section: number, document: number | undefined): void => {
    if (document === undefined) return;
    pairs.set(section, document);
    taken.add(document);
  };
  const byName = new Map(documents.map(({ name }, index) => [name, index]));
  sections.forEach(({ name, letters }, index) => {
    const same = byName.get(name);
    if (same !== undefined && !taken.has(same) && documents[same]?.letters === letters) pair(index, same);
  });
  for (const key of KEYS) {
    const free = new Map<string, number[]>();
    documents.forEach((document, index) => {
      if (!taken.has(index)) free.set(key(document), [...(free.get(key(document)) ?? []), index]);
    });
    sections.forEach((section, index) => {
      if (!pairs.has(index)) pair(index, free.get(key(section))?.shift());
    });
  }
  return {
    pairs,
    lost: [...sections.keys()].filter((index) => !pairs.has(index)),
    added: [...documents.keys()].filter((index) => !taken.has(index)),
    moved: outOfOrder([...sections.keys()].flatMap((index) => [[index, pairs.get(index)] as const])),
  };
}

const KEYS: readonly ((one: Named) => string)[] = [({ letters }) => letters, ({ name }) => name];

/** The fewest sections that would have to move for the rest to be in order: all but a longest rising row. */
function outOfOrder(rows: readonly (readonly [section: number, document: number | undefined])[]): number[] {
  const known = rows.flatMap(([section, document]) =>
    document === undefined ? [] : [{ section, document }],
  );
  /** By length less one, the index in `known` of the lowest end of a rising row. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  known.forEach(({ document }, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((known[ends[middle] as number]?.document ?? 0) < document) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1];
    ends[low] = index;
  });
  const inOrder = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) inOrder.add(index);
  return known.filter((_, index) => !inOrder.has(index)).map(({ section }) => section);
}
