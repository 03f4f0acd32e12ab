/** What sites count: reads, votes and comments in a line of plain numbers. */

/**
 * Whether a line of numbers counts reads, votes and comments, in this order: fewer vote than read. Other numbers are
 * the story's (a code, a countdown).
 */
export function isCount(line: string): boolean {
  const numbers = /^\d[\d,]*(?:\s+\d[\d,]*){2}$/.test(line)
    ? line.split(/\s+/).map((one) => Number(one.replaceAll(',', '')))
    : [];
  const [reads = 0, votes = 0, comments = 0] = numbers;
  return reads >= 20 && reads > 3 * votes && reads > comments;
}
