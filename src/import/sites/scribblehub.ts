/** Scribble Hub. */
import { words, type Site } from './site.js';

// prettier-ignore
export const scribblehub: Site = {
  name: 'scribblehub',
  rows: [
    { id: 'scribblehub:tools', edge: 'both', form: words('\\d+ mins? read', 'About author', 'Support "[^"]{1,100}"') },
    { id: 'scribblehub:word', edge: 'both', weak: true, form: words('X', 'Previous', 'Next', 'Table of contents', 'Comments ?\\(\\d+\\)') },
  ],
};
