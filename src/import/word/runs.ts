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

/** The most runs that are left: a long novel has some ten thousand. */
export const MOST_RUNS = 80_000;

/** Whether a document has more runs than are read. */
export const hasTooManyRuns = (xml: string): boolean => (xml.match(/<w:r[\s>]/g)?.length ?? 0) > MOST_RUNS;
