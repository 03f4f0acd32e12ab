/** A cache: several readers look at each line of a page, and often. */

/** How many texts are kept. */
const MOST = 1000;

/** A function of a text that keeps what it said of the texts that it was asked for last. */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (known.has(text)) return known.get(text) as T;
    if (known.size >= MOST) known.clear();
    const found = of(text);
    known.set(text, found);
    return found;
  };
}
