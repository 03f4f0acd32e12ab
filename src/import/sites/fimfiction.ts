/** Fimfiction: the date, the views, a title with its writer. */
import { type Site } from './site.js';

// prettier-ignore
export const fimfiction: Site = {
  name: 'fimfiction',
  together: /^(?<title>\S.{1,100}) - (?<name>\S[^-]{1,40})$/,
  rows: [
    { id: 'fimfiction:published', edge: 'head', form: /^\u2022 Published \d{1,2}(?:st|nd|rd|th) [A-Z][a-z]{2} \d{4}$/ },
    { id: 'fimfiction:views', edge: 'head', form: /^\u2022 [\d,]+ Views, [\d,]+ Comments$/ },
  ],
};
