/** Booksie, and Twisting the Hellmouth: what they say of a story in lines of their own. */
import { words, type Site } from './site.js';

// prettier-ignore
export const booksie: Site = {
  name: 'booksie',
  rows: [
    { id: 'booksie:by', edge: 'head', form: words('(?:Short story|Novel|Book|Poem|Article|Flash fiction|Miscellaneous|Script) by: (?<author>\\S.{1,40})') },
    { id: 'booksie:facts', edge: 'head', form: words('Reads: [\\d,]+\\s*\\|\\s*Likes: .{1,80}', 'Submitted: \\p{L}+ \\d{1,2}, \\d{4}', 'Story Summary(?: \\| .{3,80}){1,6}', 'Categor(?:y|ies)AuthorRatingChapters.{0,80}') },
    { id: 'booksie:foot', edge: 'tail', form: words('Add your comments:', 'Other content by .{2,40}', 'More great reading', 'You have reached the end of "(?:.{1,100})"(?:\\.| \\p{Pd}) ?.{0,80}') },
  ],
};
