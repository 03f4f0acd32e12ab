/** FanFiction.net: its path, its buttons, its line of facts, on the desktop and on a phone. */
import { words, type Site } from './site.js';

// prettier-ignore
export const ffn: Site = {
  name: 'ffn',
  places: ['title', 'author'],
  rows: [
    { id: 'ffn:breadcrumb', edge: 'head', form: /^(?:Books|Movies|Anime\/Manga|TV Shows|Games|Cartoons|Comics|Misc|Plays\/Musicals|(?:Fanfiction )?Crossovers?)\s*[\u00BB>]\s*\S.{0,120}$/ },
    { id: 'ffn:follow', edge: 'both', form: words('FanFiction ?\\| ?unleash your imagination', 'unleash your imagination', 'Follow/Fav', '\\+ ?Follow', '(?:Favorite story|Follow story)(?: (?:Favorite story|Follow story))?', 'Review this (?:story/)?chapter', 'Review this story', '(?:Favorite : Story Author ?|Follow : Story Author ?){1,2}', 'Story\\+: Text.{0,40}') },
    { id: 'ffn:title', edge: 'head', form: /^Follow\/Fav ?(?<title>\p{Lu}\S{0,60}(?: \S{1,60}){0,20})$/u },
    { id: 'ffn:size', edge: 'head', form: words('\\+ ?- ?\\+ ?-.{0,40}', '[+\\- ]{0,8}Full 3/4 1/2.{0,40}', 'Expand Tighten', 'A- ?A\\+', 'full.?3/4.?1/2.{0,60}') },
    { id: 'ffn:thanks', edge: 'tail', form: /^The author would like to thank you for your continued support\.(?: Your review has been posted\.)?$/ },
    { id: 'ffn:share', edge: 'both', form: words('Share: Email\\s*\\.\\s*Facebook.{0,60}', 'Share\\s*:\\s*(?:Tumblr|Twitter|Facebook).{0,60}', 'Go to Page.{0,40}', 'Return to Top') },
    { id: 'ffn:reviews', edge: 'both', form: /^Reviews\s*:\s*\d[\d,]*$/i },
    { id: 'ffn:mobile', edge: 'both', form: words('(?:\\u00AB|<<) Prev \\d+ of \\d+ (?:Next (?:\\u00BB|>>))?', '\\d+ of \\d+ Next (?:\\u00BB|>>)', 'Desktop Mode ?\\..{0,40}', 'Help ?\\. ?Cookies ?\\. ?Privacy.{0,40}', 'Blog ?\\. ?Twitter ?\\. ?Help.{0,40}') },
    { id: 'ffn:word', edge: 'both', weak: true, form: words('FanFiction', 'Browse', 'Just In', 'Community', 'Forum', 'Betas', 'Story', 'Review', '\\d{1,3}') },
  ],
};
