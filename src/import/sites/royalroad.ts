/** Royal Road. */
import { words, type Site } from './site.js';

// prettier-ignore
export const royalroad: Site = {
  name: 'royalroad',
  rows: [
    { id: 'royalroad:theft', edge: 'both', inside: true, form: /^(?=.*\b(?:stolen|without (?:the )?(?:author['\u2019]?s?|permission)|unauthori[sz]ed|misappropriated|pilfered|illicit\w*|purloined|taken without|theft)\b)(?=.*\b(?:amazon|royal road)\b)(?=.*\b(?:report|story|tale|narrative|content|novel|book|author)\b).{30,300}$/i },
    { id: 'royalroad:tools', edge: 'both', form: words('Reader settings', 'Report chapter', 'Fiction index', 'Fiction page', 'Remove ads', 'Add a comment', 'Leave a comment', 'Follow author', 'Support "[^"]{1,100}"') },
    { id: 'royalroad:word', edge: 'both', weak: true, form: words('Advertisement', 'Royal Road', 'Fictions', 'Forums', 'Rate this chapter', 'Achievements', 'Donate', 'Follow', 'Comments ?\\(\\d+\\)') },
    { id: 'royalroad:bio', edge: 'tail', gate: true, form: words('Bio: .{0,200}') },
    { id: 'royalroad:author', edge: 'tail', gate: true, under: true, form: words('About the author') },
  ],
};
