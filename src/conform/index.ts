/**
 * The last look at a book before it is written: what the schemas of EPUB allow, and no reference that leads nowhere.
 * The stages before keep all of this; what one of them missed is mended here and said, never written as it is.
 *
 * @see https://www.w3.org/TR/epub-33/
 */
import { fatal, warning, type Result } from '../diagnostics.js';
import { keptWith } from '../memo.js';
import type { Message, Package } from '../types.js';
import { conformedNavigation } from './navigation.js';
import { conformedBody, type Finding } from './nodes.js';
import { idsIn, printedHeadings, withoutDead } from './references.js';
import { saysSomething, titleFor } from './titles.js';

/** A package whose documents and navigation are valid; the same one where nothing had to be mended. */
export function conform(book: Package): Result<Package> {
  const findings: Finding[] = [];
  const bodies = book.documents.map(({ body, href }) => {
    const found = keptWith('conformed', body, [href], () => conformedBody(body, href));
    findings.push(...found.findings);
    return found.body;
  });
  const ids = new Map(
    book.documents.map(({ href }, index) => {
      const body = bodies[index];
      return [href, body ? keptWith('ids', body, [], () => idsIn(body.children)) : new Map<string, number>()];
    }),
  );
  const known = { ids, leftOut: new Set(book.leftOut), findings };
  const documents = book.documents.map((document, index) => {
    const body = withoutDead(bodies[index] ?? document.body, document, known);
    const title = titleFor(document, book);
    const headings = printedHeadings(document, ids);
    return body === document.body && title === document.title && headings === document.headings
      ? document
      : { ...document, body, title, headings };
  });
  const navigation = conformedNavigation(book, documents, ids, findings);
  const isSame = documents.every((document, index) => document === book.documents[index]);
  return {
    value: {
      ...book,
      ...(isSame ? {} : { documents }),
      ...navigation,
      contents: saysSomething(book.contents) ? book.contents : 'Contents',
    },
    messages: findings.map(messageOf),
  };
}

const REPORT = 'The book is valid without it. Octavo is at fault: please report it with the manuscript.';
const REFUSED =
  'Octavo is at fault: please report it with the manuscript. Write it another way to build the book.';

const LEFT_OUT =
  'Its text stays without a link. What it leads to was left out of the book; link to a heading.';

function messageOf({ id, reason, place, refused }: Finding): Message {
  if (id === 'dead') return warning('link:dead', reason, { path: place, hint: LEFT_OUT });
  return refused
    ? fatal(`conform:${id}`, reason, { path: place, hint: REFUSED })
    : warning(`conform:${id}`, reason, { path: place, hint: REPORT });
}
