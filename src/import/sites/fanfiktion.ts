/** FanFiktion.de: facts in lines of their own, and whose reviews are shown. */
import { words, type Site } from './site.js';

// prettier-ignore
export const fanfiktion: Site = {
  name: 'fanfiktion',
  places: ['title', 'author'],
  rows: [
    { id: 'fanfiktion:facts', edge: 'head', form: /^(?:Geschichte|Kurzgeschichte|Oneshot|Drabble|Gedicht|Songfic)\p{Lu}.{0,80} \/ P(?:6|12|16|18(?:-AVL)?)(?: \/ .{1,20})?$/u },
    { id: 'fanfiktion:reviews', edge: 'head', form: words('Alle Kapitel', 'Dieses Kapitel', 'Keine Reviews') },
    { id: 'fanfiktion:count', edge: 'head', weak: true, form: words('\\d{1,5} Reviews?') },
  ],
};
