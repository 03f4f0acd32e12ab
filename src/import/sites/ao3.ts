/** The Archive of Our Own: a page as it is copied, with its tags and its comments. */
import { words, type Site } from './site.js';

// prettier-ignore
export const ao3: Site = {
  name: 'ao3',
  rows: [
    { id: 'ao3:skip', edge: 'head', form: words("While we['\\u2019]ve done our best to make the core functionality of this site accessible.{0,100}", 'Main content', 'Skip (?:to )?header', 'User navigation', 'Site navigation', 'Archive of Our Own(?: beta)?', 'Work header', 'Search works', 'Work search:?', 'Posted originally on the Archive of Our Own at \\S{10,80}', '\\u2190 Previous Work.{0,120}', '.{0,80}Next Work \\u2192', 'Hi, \\S{1,40}!') },
    { id: 'ao3:tip', edge: 'head', weak: true, form: words('tip: .{0,100}') },
    { id: 'ao3:anchor', edge: 'head', opens: true, form: words('Work text:?', 'Chapter text:?') },
    { id: 'ao3:notes-link', edge: 'both', form: /^\(See the end of the (?:chapter|work) for .{0,60}notes.{0,40}\)$/i },
    { id: 'ao3:view', edge: 'both', form: words('Entire work', 'Chapter by chapter', 'Chapter index', 'Full-page index', '\\u2190 Previous chapter', 'Next chapter \\u2192', '\\u2191 Top', 'Hide creator.s style', 'Show creator.s style', 'Mark for later', 'Mark as read', 'Hide comments(?: \\(\\d+\\))?', 'Series this work belongs to:', 'Please drop by the (?:Archive|archive) and comment to let the (?:creator|author) know if you enjoyed their work!') },
    { id: 'ao3:button', edge: 'both', weak: true, form: words('Actions', 'Log out', 'Post', 'Bookmark', 'Comments(?: \\(\\d+\\))?', 'Share', 'Subscribe', 'Download', 'Kudos(?: \\u2665)?', 'AZW3', 'EPUB', 'MOBI', 'PDF', 'HTML') },
    { id: 'ao3:buttons', edge: 'both', form: /^(?:Bookmark|Comments?|Share|Kudos|Subscribe)(?:\s+(?:Bookmark|Comments?|Share|Kudos|Subscribe|Download))+$/i },
    { id: 'ao3:kudos', edge: 'tail', gate: true, form: /(?:left kudos on this (?:work|chapter)[!.]?|and \d+ (?:more users|guests?) left kudos.{0,40})$/i },
    { id: 'ao3:comments', edge: 'tail', gate: true, form: words('Post comment', 'Comment on this (?:work|chapter)', '\\(?Plain text with limited HTML ?\\??\\)?', '\\d+ characters left\\.?', 'Comment as .{1,60}', 'Guest name:?', 'Guest email:?') },
    { id: 'ao3:foot', edge: 'tail', gate: true, form: words('About the Archive', 'otwarchive v.{1,30}', 'DMCA Policy', 'Diversity Statement', 'GPL by the OTW') },
  ],
};
