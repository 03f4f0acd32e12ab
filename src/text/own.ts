/** Looks words that somebody else wrote up in tables: one of them may be `constructor`. */

/** What a table has under a key; nothing where every object has something under it. */
export const own = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
