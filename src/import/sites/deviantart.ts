/** DeviantArt. */
import { words, type Site } from './site.js';

// prettier-ignore
export const deviantart: Site = {
  name: 'deviantart',
  rows: [
    { id: 'deviantart:actions', edge: 'head', form: words('Deviation actions', 'Published:') },
    { id: 'deviantart:avatar', edge: 'head', form: /^(?<author>\S{2,40})['\u2019]s avatar$/i },
    { id: 'deviantart:tools', edge: 'both', form: words('Literature text', 'Image size', '\\u00A9 \\d{4} - \\d{4} \\S{1,40}') },
    { id: 'deviantart:join', edge: 'tail', gate: true, form: words('Join the community to add your comment\\. Already a deviant\\? Log In') },
    { id: 'deviantart:word', edge: 'both', weak: true, form: words('Watch', 'Comments ?\\d+', 'Add to favou?rites') },
    { id: 'deviantart:note', edge: 'tail', weak: true, form: words('Description', "(?:Artist|Author)['\\u2019]s comments") },
  ],
};
