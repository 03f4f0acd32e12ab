/** Inkitt. */
import { words, type Site } from './site.js';

// prettier-ignore
export const inkitt: Site = {
  name: 'inkitt',
  rows: [
    { id: 'inkitt:tools', edge: 'both', form: words('All rights reserved \\u00A9', 'Continue reading next chapter', 'Further recommendations', 'Age rating:? ?1\\d\\+', 'Rating:? ?\\d\\.\\d.{0,20}reviews?') },
  ],
};
