/** What sites count: reads, votes and comments in a line of plain numbers. */

/**
 * Whether a line of numbers counts reads, votes and comments, in this order: fewer vote than read, and none of a
 * few. Other numbers are the story's (a code, a countdown).
 */
export function isCount(line: string): boolean {
  const numbers = /^\d[\d,]*(?:\s+\d[\d,]*){2}$/.test(line)
    ? line.split(/\s+/).map((one) => Number(one.replaceAll(',', '')))
    : [];
  const [reads = 0, votes = 0, comments = 0] = numbers;
  if (numbers.length < 3) return false;
  return (
    (reads >= 20 && reads > 3 * votes && reads > comments) || (reads > 1 && votes === 0 && comments === 0)
  );
}
