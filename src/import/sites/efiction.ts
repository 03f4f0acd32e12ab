/** Archives made with eFiction. */
import { words, type Site } from './site.js';

// prettier-ignore
export const efiction: Site = {
  name: 'efiction',
  rows: [
    { id: 'efiction:tools', edge: 'head', form: words('\\[Reviews - \\d+\\].{0,40}', '- Text Size \\+', '.{0,60}Printer(?:, ePub eBook)?\\).{0,30}') },
    { id: 'efiction:foot', edge: 'tail', form: words('This story archived at https?:\\/\\/\\S+', 'You must log ?in \\(register\\) to .{3,60}\\.?', 'Back to index', 'Skin by .{2,40}') },
    { id: 'efiction:word', edge: 'head', weak: true, form: words('Printer', 'Recent', 'Categories', 'Titles', 'Challenges') },
  ],
};
