/** Tumblr. */
import { words, type Site } from './site.js';

// prettier-ignore
export const tumblr: Site = {
  name: 'tumblr',
  places: ['author', 'title'],
  rows: [
    { id: 'tumblr:explore', edge: 'both', form: words('Explore tagged Tumblr posts', 'View notes', 'Tumblr media', 'see more posts like this', 'Tumblr is the place to .{1,60}') },
    { id: 'tumblr:kind', edge: 'head', weak: true, form: words('Text', 'Photo', 'Audio', 'Answer', '\\u00B7', '#[^\\s#].{1,119}') },
    { id: 'tumblr:notes', edge: 'both', form: words('\\d[\\d,.]*[KM]? notes', 'Posted (?:\\d+ .{3,10} ago|on .{0,20}\\d[\\d.,:/ apm]{0,20})', '(?:Reblogged|Originally posted) (?:from|by) \\S{1,60}', 'Filed under: ?#.{0,100}', 'View original post', 'Keep reading', '(?:Masterlist|Taglist)(?: ?\\|+ ?(?:Masterlist|Taglist|Part .{1,20}|Next))*', 'Taglist: ?@.{1,200}', 'Source: [a-z0-9-]{3,40}') },
    { id: 'tumblr:tags', edge: 'both', weak: true, form: /^#[\p{L}\p{N}][^#\n]{0,60}(?: ?#[\p{L}\p{N}][^#\n]{0,60}){1,30}$/u },
  ],
};
