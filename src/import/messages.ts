/** What a plan has to say of its sources and stories. */
import { fatal, info, quotable, warning } from '../diagnostics.js';
import type { Message } from '../types.js';
import type { Story } from './write/stories.js';

/** Decisions for a file whose lines nobody reads. */
export const isManuscript = (path: string): Message =>
  fatal('import:ready', 'This file is a manuscript already: no decisions apply to its lines', {
    path,
    hint: 'It is imported as it is. Change its text, or import the file that it was made from. Nothing was written.',
  });

/** What a page calls the collection that its story is of. */
export const ofCollection = (name: string, path: string): Message =>
  info('import:collection', `By its page, this story belongs to the collection \`${quotable(name)}\``, {
    path,
    hint: 'To make one book of its stories, import them together with `--book` and that name.',
  });

/** A story that nothing gives a title. */
export const noTitle = ({ body, collection }: Story, path: string): Message =>
  info('import:no-title', 'Found no title above this story', {
    path,
    place: { line: body[0]?.line ?? 1, column: 1 },
    hint:
      collection === undefined
        ? 'It is named after its file. Put `title:` in the front matter.'
        : `It is named after its file. Its page names \`${quotable(collection)}\`: put that at \`title:\` in the front matter if it is the title.`,
  });

/** A second story of one title. */
export const sameTitle = ({ title }: Story, name: string, other: string, path: string): Message =>
  warning('import:same-title', `Two stories are called \`${quotable(title ?? name)}\``, {
    path,
    hint: `This one is written to \`${name}.md\`; \`${other}\` has the name already.`,
  });

/** A file in which nothing is a story. */
export const noStory = (path: string): Message =>
  fatal('import:no-story', 'Found no story in this file, only the site’s own text', {
    path,
    hint: 'Copy the text of the story too, and import again; or see with `--html` how its lines were read. Nothing was written.',
  });

/** A manuscript that does not have the letters of its file. */
export const lost = (path: string): Message =>
  fatal('import:letters', 'The manuscript would not have every letter of the file', {
    path,
    hint: 'This is a fault of Octavo, not of the file. Nothing was written; please report it with the file.',
  });

/** A file that no reader knows. */
export const unknownFormat = (path: string): Message =>
  fatal('import:format', 'Octavo does not read this kind of file, only text, HTML, EPUB, docx, odt and RTF', {
    path,
  });
