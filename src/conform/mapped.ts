/** Lists that most books leave as they are: nothing is copied before the first change. */

/** A list with what each member becomes, itself or others in its place; the same list where each stays. */
export function mapped<T, U>(list: T[], make: (one: T) => T | U | (T | U)[]): (T | U)[] {
  let changed: (T | U)[] | undefined;
  list.forEach((one, index) => {
    const made = make(one);
    if (made === one) changed?.push(one);
    else (changed ??= list.slice(0, index)).push(...([made].flat() as (T | U)[]));
  });
  return changed ?? list;
}
