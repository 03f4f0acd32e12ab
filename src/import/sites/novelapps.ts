/** Novels by the chapter, in apps and on the sites that show them: GoodNovel, MegaNovel, WebNovel. */
import { words, type Site } from './site.js';

// prettier-ignore
export const novelapps: Site = {
  name: 'novelapps',
  rows: [
    { id: 'novelapps:genre', edge: 'head', form: /^(?<author>[\p{L}\p{N}_ .'-]{2,40}) \u00B7 (?:Fantasy|Romance|Urban|Eastern|Games|Sci-?fi|Horror|Action|History|Sports|War|General|Teen|Realistic|Magical Realism|Video Games|Anime & Comics)$/u },
    { id: 'novelapps:mirror', edge: 'both', form: words('B\u1EA1n \u0111ang \u0111\u1ECDc .{3,100}', 'You(?:[\'\u2019]re| are) reading novel .{3,200} (?:at|on) \\S+\\.\\w{2,4}\\b.{0,150}') },
    { id: 'novelapps:update', edge: 'head', form: words('(?:last update ?)?(?:Last )?Updated?(?: at)?:? ?\\d{4}-\\d\\d-\\d\\d.{0,12}', '\\[Updated at: .{8,22}\\]') },
    { id: 'novelapps:ratings', edge: 'head', form: words('Not enough ratings', '\\d[\\d.,]*[KM]? Chs') },
    { id: 'novelapps:app', edge: 'tail', gate: true, form: words('Continue to read this book for free', 'Scan (?:the )?code to download (?:the )?app', 'Latest chapters?') },
  ],
};
