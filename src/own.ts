/** Tables asked by words that somebody else wrote, one of which may be `constructor`. */

/** What a table has under a key; nothing where every object has something under it. */
export const own = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
