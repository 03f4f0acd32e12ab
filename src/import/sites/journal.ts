/** LiveJournal and Dreamwidth. */
import { words, type Site } from './site.js';

// prettier-ignore
export const journal: Site = {
  name: 'journal',
  rows: [
    { id: 'journal:posted', edge: 'head', form: /^(?<author>\S{1,40}) \(\k<author>\) wrote in \S{1,60},?$|^[^.!?"]{1,60}\((?:\[[^\]]{1,30}\] ?)?\S{1,60}\) wrote in (?:\[[^\]]{1,30}\] ?)?\S{1,60}(?: \d\d:\d\d [ap]m|,)?$|^(?<writer>\S{1,40}): \(.{1,40}\)$|^\[info\]\S{1,60} wrote in \[community\]\S{1,60}$|^@ \d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?$/ },
    { id: 'journal:entry', edge: 'both', form: words('(?:Previous|Next) entry', 'Add to memories', 'Tell a friend', 'Track this', 'Leave a comment', '\\(?\\s*\\d+ comments?\\s*\\|\\s*Leave a comment\\s*\\)?', '\\(\\d+ comments?\\) ?[-\u2013|] ?\\(Leave a comment\\)', 'Post a new comment', 'Link to this entry', '\\(Reply\\)\\s?\\((?:Thread|Parent|Link)\\).{0,40}', 'This account has disabled anonymous posting\\.', 'If you don.t have an account you can create one now\\.', 'HTML doesn.t work in the subject\\.', 'More info about formatting', 'default userpic', 'Previous Entry \\| Next Entry', 'Link \\| Leave a comment(?: \\| Share)?') },
    { id: 'journal:tags', edge: 'tail', weak: true, form: /^(?:Entry )?Tags:(?: ?\S.{0,200})?$/i },
    { id: 'journal:thread', edge: 'tail', gate: true, form: words('\\(?\\s*\\d+ comments?\\s*[-\\u2014|]\\s*(?:Leave|Post).{0,30}', '\\(?\\s*Read comments\\s*\\)?', 'Flat \\| Top-level comments only', 'Thread from start.{0,40}') },
  ],
};
