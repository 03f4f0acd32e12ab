/** Runs of text in a Word document, of which it makes one wherever somebody typed, stopped and typed again. */

const PROOFREAD = /<w:proofErr\b[^>]*\/>/g;
const RUN =
  /<w:r(?:\s[^>]*)?>(<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<\/w:rPr>)?<w:t(?:\s[^>]*)?>([^<]*)<\/w:t><\/w:r>/g;
const END = '</w:t></w:r>';

/** The XML of a document with runs that meet and look alike as one: each costs as much as a paragraph. */
export function withJoinedRuns(xml: string): string {
  const plain = xml.replaceAll(PROOFREAD, '');
  const parts: string[] = [];
  let last: { properties: string; end: number } | undefined;
  for (const { 0: run, 1: properties = '', 2: text = '', index } of plain.matchAll(RUN)) {
    if (last?.end !== index || last.properties !== properties) {
      if (last) parts.push(END);
      parts.push(plain.slice(last?.end ?? 0, index), `<w:r>${properties}<w:t xml:space="preserve">`);
    }
    parts.push(text);
    last = { properties, end: index + run.length };
  }
  return last ? parts.join('') + END + plain.slice(last.end) : plain;
}

/** What a document may hold of each: a long novel has some ten thousand runs, and a scholar's book a thousand notes. */
const MOST = [
  { pattern: /<w:r[\s>]/g, most: 80_000, what: 'changes of look' },
  { pattern: /<w:(?:foot|end)noteReference[\s/>]/g, most: 10_000, what: 'notes' },
];

/** Of what a document's XML has more than is read. */
export function tooMuchIn(xml: string): { what: string; count: number; most: number } | undefined {
  for (const { pattern, most, what } of MOST) {
    const count = xml.match(pattern)?.length ?? 0;
    if (count > most) return { what, count, most };
  }
  return undefined;
}
