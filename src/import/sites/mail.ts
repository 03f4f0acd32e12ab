/** Mailing lists. */
import { words, type Site } from './site.js';

// prettier-ignore
export const mail: Site = {
  name: 'mail',
  rows: [
    { id: 'mail:list', edge: 'tail', gate: true, form: words('Yahoo! Groups (?:Sponsor|Links)', 'To unsubscribe from this group, send an e-?mail to:?.{0,80}', 'Your use of Yahoo! Groups is subject to.{0,80}') },
  ],
};
