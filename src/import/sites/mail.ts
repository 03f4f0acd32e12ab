/** Mailing lists. */
import { words, type Site } from './site.js';

// prettier-ignore
export const mail: Site = {
  name: 'mail',
  rows: [
    { id: 'mail:list', edge: 'tail', gate: true, form: words('You received this message because you are subscribed to .{1,200}', 'To (?:unsubscribe from|post to) this (?:group|list|topic).{1,300}', 'Yahoo! Groups (?:Sponsor|Links)', 'To unsubscribe from this group, send an e-?mail to:?.{0,80}', 'Your use of Yahoo! Groups is subject to.{0,80}') },
  ],
};
