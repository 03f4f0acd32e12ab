/** Quotev. */
import { words, type Site } from './site.js';

// prettier-ignore
export const quotev: Site = {
  name: 'quotev',
  places: ['title', 'author'],
  rows: [
    { id: 'quotev:tools', edge: 'both', form: words('Add to list', 'Published \\d+ (?:years?|months?|days?|hours?) ago', 'Join the community', '\\u00AB ?Part \\d+', 'Part \\d+ ?\\u00BB') },
    { id: 'quotev:menu', edge: 'head', form: words('Quizzes Stories Questions.{0,60}') },
    { id: 'quotev:heart', edge: 'tail', form: words('Heart this') },
    { id: 'quotev:facts', edge: 'head', form: words('.{3,60} / (?:Completed|Ongoing)', '\\d+ pages?\\s+(?:Everyone|Teen|Mature|1\\d\\+)', '[\\d.,]+k? words, \\d+ min read', 'Updated \\d+ (?:years?|months?|days?) ago') },
    { id: 'quotev:word', edge: 'both', weak: true, form: words('Continue reading', 'Stories', 'Quizzes', 'Questions', 'Sign ?up', 'Log ?in', 'Add to library', 'Discussion(?: \\d+)?', 'Similar stories') },
  ],
};
