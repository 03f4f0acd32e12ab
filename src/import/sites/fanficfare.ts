/** FanFicFare, which saves stories of many sites. */
import { words, type Site } from './site.js';

// prettier-ignore
export const fanficfare: Site = {
  name: 'fanficfare',
  rows: [
    { id: 'fanficfare:end', edge: 'tail', form: words('End file\\.') },
  ],
};
