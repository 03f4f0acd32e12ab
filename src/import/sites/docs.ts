/** Google Docs, published. */
import { words, type Site } from './site.js';

// prettier-ignore
export const docs: Site = {
  name: 'docs',
  rows: [
    { id: 'docs:foot', edge: 'both', form: words('Published using Google Docs', 'Updated automatically every \\d+ minutes') },
  ],
};
