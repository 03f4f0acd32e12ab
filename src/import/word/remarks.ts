/** What a Word document holds beside its text: changes that nobody settled, comments, and properties. */
import { SaxesParser } from 'saxes';
import type { Archive } from '../../epub/archive.js';
import { descendantsOf, parseXml, textOf } from '../../epub/xml.js';
import type { Facts } from '../types.js';

/** Changes that are tracked in a document. https://learn.microsoft.com/en-us/dotnet/api/documentformat.openxml.wordprocessing */
export interface Changes {
  inserted: number;
  /** The text that is marked as deleted, a piece each. */
  deleted: string[];
}

const isInsertion = (name: string): boolean => name === 'w:ins' || name === 'w:moveTo';
const isDeletion = (name: string): boolean => name === 'w:del' || name === 'w:moveFrom';

/** The tracked changes of a document's main part. */
export function trackedChanges(xml: string): Changes {
  const changes: Changes = { inserted: 0, deleted: [] };
  let depth = 0;
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, isSelfClosing }) => {
    if (isSelfClosing) return;
    if (isInsertion(name)) changes.inserted += 1;
    if (isDeletion(name)) depth += 1;
  });
  parser.on('closetag', ({ name }) => {
    if (!isDeletion(name) || depth === 0) return;
    depth -= 1;
    if (depth === 0 && text.trim() !== '') changes.deleted.push(text);
    if (depth === 0) text = '';
  });
  parser.on('text', (value) => {
    if (depth > 0) text += value;
  });
  // Whoever reads the text itself has the message for what is broken.
  parser.on('error', () => undefined);
  parser.write(xml).close();
  return changes;
}

/** The comments of a document, a text each, with who wrote them. */
export function commentsIn(archive: Archive): string[] {
  const comments = descendants(archive, 'word/comments.xml', 'comment');
  return comments.flatMap((comment) => {
    const text = descendantsOf(comment, 'p').map(textOf).join('\n').trim();
    return text === '' ? [] : [text];
  });
}

/** What a document's properties say of it. https://www.iso.org/standard/71691.html, annex D */
export function propertiesOf(archive: Archive): Facts {
  const properties = descendants(archive, 'docProps/core.xml');
  const said = (name: string): string | undefined => {
    const found = properties.find((property) => property.name === name);
    return found && textOf(found) !== '' ? textOf(found) : undefined;
  };
  const [title, creator, language, summary, subject, keywords] = [
    said('title'),
    said('creator'),
    said('language'),
    said('description'),
    said('subject'),
    said('keywords'),
  ];
  return {
    ...(title === undefined ? {} : { title }),
    ...(creator === undefined ? {} : { authors: creator.split(/\s*;\s*/) }),
    ...(language === undefined ? {} : { language }),
    ...(summary === undefined ? {} : { summary }),
    ...(subject === undefined && keywords === undefined
      ? {}
      : {
          tags: {
            Subjects: [subject, ...(keywords ?? '').split(/\s*[,;]\s*/)].filter(
              (word) => word !== undefined && word !== '',
            ) as string[],
          },
        }),
  };
}

/** Elements of a part by name; none where the part is not there or is damaged: the text matters more. */
function descendants(archive: Archive, part: string, name?: string) {
  try {
    const xml = archive.text(part);
    return xml === undefined ? [] : descendantsOf(parseXml(xml), name);
  } catch {
    return [];
  }
}
