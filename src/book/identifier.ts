/** What an author gives as the book's identifier, as a URN where it is an ISBN or a UUID. */

const ISBN = /^(?:urn:isbn:|isbn[: ]*)?(?<number>\d[\d -]{7,15}[\dx])$/iu;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

/** The ISBN that a text is, with the hyphens that it has, where its check digit agrees. */
export function isbnIn(text: string): string | undefined {
  const number = ISBN.exec(text)?.groups?.number;
  const digits = number?.replaceAll(/[ -]/gu, '').toUpperCase();
  return digits !== undefined && isChecked(digits) ? number : undefined;
}

/** `urn:isbn:…` (RFC 8254) or `urn:uuid:…` (RFC 9562), by which shops and readers know them; else the text itself. */
export function asUrn(text: string): string {
  const isbn = isbnIn(text);
  if (isbn !== undefined) return `urn:isbn:${isbn.replaceAll(/[ -]/gu, '').toUpperCase()}`;
  return UUID.test(text) ? `urn:uuid:${text.toLowerCase()}` : text;
}

/** ISBN Users' Manual, 7th edition, appendix 1: 13 digits weigh 1 and 3 by turns, modulo 10; 10 weigh 10 to 1, modulo 11. */
function isChecked(digits: string): boolean {
  const values = [...digits].map((digit) => (digit === 'X' ? 10 : Number(digit)));
  const sum = (weigh: (index: number) => number) =>
    values.reduce((total, value, index) => total + value * weigh(index), 0);
  if (digits.length === 13)
    return !digits.includes('X') && sum((index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0;
  return digits.length === 10 && sum((index) => 10 - index) % 11 === 0;
}
