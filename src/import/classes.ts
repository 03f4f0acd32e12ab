/**
 * What sites put round a story: one row a form of line, by the site that has it.
 *
 * A new form is a row here and a fixture in `tests/import/fixtures/`. Only lines at the edges of a file or a chapter
 * are compared, each as a whole; a row that a story's own line could be by chance is `weak`.
 */

/** Where a form stands: before a story, after it, or on either side. */
export type Edge = 'head' | 'tail' | 'both';

export interface Row {
  /** `site:form`. */
  id: string;
  edge: Edge;
  /** Whether a story may hold such a line too: it is furniture only beside others. */
  weak?: true;
  /** Whether everything after it to the end of the file is the readers' (comments, advertisements). */
  gate?: true;
  /** Whether a gate needs no more than a line of its site right above it, and that it does. */
  under?: true;
  form: RegExp;
}

const words = (...lines: string[]): RegExp => new RegExp(`^(?:${lines.join('|')})$`, 'i');

/** A number as sites count: `977`, `2.6K`, `1,204`. */
const COUNT = String.raw`\d[\d,.]*[KM]?`;

// prettier-ignore
export const ROWS: readonly Row[] = [
  { id: 'wattpad:slogan', edge: 'tail', form: /^[^"\u201C\u201D]{0,200}Where stories live\. Discover now\.?$/ },
  { id: 'wattpad:start', edge: 'head', form: words('Start from the beginning') },
  { id: 'wattpad:counts', edge: 'head', form: new RegExp(`^(?=.*\\d[KM])(?:${COUNT}\\s+){1,3}${COUNT}$|^(?:[\u2605\u2606\u2729\u2B50\u{1F441}\u{1F4AC}\u{1F5E8}]\uFE0F?\\s*${COUNT}\\s*){2,4}$`, 'u') },
  { id: 'wattpad:numbers', edge: 'head', weak: true, form: /^(?:\d[\d,]*\s+){1,3}\d[\d,]*$/ },
  { id: 'wattpad:count', edge: 'both', form: new RegExp(`^(?:Reads|Votes|Parts|Stars)\\s*:?\\s*${COUNT}$|^(?=.*[KM,])${COUNT}\\s+(?:reads|votes|views|parts)$`, 'i') },
  { id: 'wattpad:votes', edge: 'both', weak: true, form: /^\d{1,3}\s+(?:reads|votes|views|parts)$/i },
  { id: 'wattpad:next', edge: 'tail', form: words('Continue (?:to|reading) next part', 'Continue to next chapter', 'Next part', 'Load next (?:part|page)') },
  { id: 'wattpad:also', edge: 'tail', gate: true, form: words("You['\\u2019]ll also like", 'You may also like', 'Recommended for you') },
  { id: 'wattpad:comment', edge: 'tail', form: /^Add a comment(?:\.{3}|\u2026)$/ },
  { id: 'wattpad:reading', edge: 'tail', gate: true, under: true, form: /^You are reading$/i },
  { id: 'wattpad:bubble', edge: 'both', weak: true, form: /^\+\d{0,3}$/ },
  { id: 'wattpad:button', edge: 'both', form: words('Add to (?:library|reading list)', 'Get notified when .{1,100} is updated', 'Sign up with (?:Google|Facebook|email)', 'Share via email', 'Report story', 'Send to friend') },

  { id: 'ao3:skip', edge: 'head', form: words('Main content', 'Skip header', 'Skip to main content', 'User navigation', 'Site navigation', 'Archive of Our Own(?: beta)?', 'Work header', 'Search works', 'Work search:?') },
  { id: 'ao3:tip', edge: 'head', weak: true, form: words('tip: .{0,100}') },
  { id: 'ao3:anchor', edge: 'head', form: words('Work text:?', 'Chapter text:?') },
  { id: 'ao3:notes-link', edge: 'both', form: /^\(See the end of the (?:chapter|work) for .{0,60}notes.{0,40}\)$/i },
  { id: 'ao3:view', edge: 'both', form: words('Entire work', 'Chapter by chapter', 'Chapter index', 'Full-page index', '\\u2190 Previous chapter', 'Next chapter \\u2192', '\\u2191 Top', 'Hide creator.s style', 'Show creator.s style', 'Mark for later', 'Mark as read') },
  { id: 'ao3:button', edge: 'both', weak: true, form: words('Actions', 'Bookmark', 'Comments(?: \\(\\d+\\))?', 'Share', 'Subscribe', 'Download', 'Kudos(?: \\u2665)?', 'AZW3', 'EPUB', 'MOBI', 'PDF', 'HTML') },
  { id: 'ao3:buttons', edge: 'both', form: /^(?:Bookmark|Comments?|Share|Kudos|Subscribe)(?:\s+(?:Bookmark|Comments?|Share|Kudos|Subscribe|Download))+$/i },
  { id: 'ao3:kudos', edge: 'tail', gate: true, form: /(?:left kudos on this (?:work|chapter)[!.]?|and \d+ (?:more users|guests?) left kudos.{0,40})$/i },
  { id: 'ao3:comments', edge: 'tail', gate: true, form: words('Post comment', 'Comment on this (?:work|chapter)', '\\(?Plain text with limited HTML ?\\??\\)?', '\\d+ characters left\\.?', 'Comment as .{1,60}', 'Guest name:?', 'Guest email:?') },
  { id: 'ao3:foot', edge: 'tail', gate: true, form: words('About the Archive', 'otwarchive v.{1,30}', 'DMCA Policy', 'Diversity Statement', 'GPL by the OTW') },

  { id: 'ffn:breadcrumb', edge: 'head', form: /^(?:Books|Movies|Anime\/Manga|TV Shows|Games|Cartoons|Comics|Misc|Plays\/Musicals|(?:Fanfiction )?Crossovers?)\s*[\u00BB>]\s*\S.{0,120}$/ },
  { id: 'ffn:follow', edge: 'both', form: words('Follow/Fav', '\\+ ?Follow', 'Follow story', 'Favorite story', 'Review this (?:story/)?chapter', 'Review this story', 'Favorite : Story Author', 'Follow : Story Author') },
  { id: 'ffn:size', edge: 'head', form: words('\\+ ?- ?\\+ ?-.{0,40}', '[+\\- ]{0,8}Full 3/4 1/2.{0,40}', 'Expand Tighten', 'A- ?A\\+', 'full.?3/4.?1/2.{0,60}') },
  { id: 'ffn:thanks', edge: 'tail', form: /^The author would like to thank you for your continued support\.(?: Your review has been posted\.)?$/ },
  { id: 'ffn:share', edge: 'both', form: words('Share: Email\\s*\\.\\s*Facebook.{0,60}', 'Share\\s*:\\s*(?:Tumblr|Twitter|Facebook).{0,60}', 'Go to Page.{0,40}', 'Return to Top') },
  { id: 'ffn:reviews', edge: 'both', form: /^Reviews\s*:\s*\d[\d,]*$/i },

  { id: 'literotica:rate', edge: 'tail', form: words('Please rate this story', 'Rate this story', 'Click to rate.{0,40}', 'The author would appreciate your feedback\\.?', 'Please (?:rate|vote on) this submission.{0,60}') },
  { id: 'literotica:tools', edge: 'both', form: words('Font size', 'Default font size', 'Default font face', 'Story info', 'Add to favorites', 'Send feedback', 'Public beta', 'Similar stories', 'Read more of this series') },
  { id: 'literotica:share', edge: 'both', weak: true, form: words('Share this story') },
  { id: 'literotica:page', edge: 'both', form: /^Page \d+ of \d+$/i },

  { id: 'royalroad:tools', edge: 'both', form: words('Reader settings', 'Report chapter', 'Fiction index', 'Fiction page', 'Remove ads', 'Add a comment') },
  { id: 'royalroad:word', edge: 'both', weak: true, form: words('Advertisement', 'Donate', 'Bio: .{0,200}') },
  { id: 'royalroad:author', edge: 'tail', gate: true, form: words('About the author') },
  { id: 'quotev:tools', edge: 'both', form: words('Add to list', 'Published \\d+ (?:years?|months?|days?|hours?) ago', 'Join the community', '\\u00AB ?Part \\d+', 'Part \\d+ ?\\u00BB', 'Continue reading', '\\d+ comments?') },

  { id: 'quotev:menu', edge: 'head', form: words('Quizzes Stories Questions.{0,60}') },
  { id: 'quotev:heart', edge: 'tail', form: words('Heart this') },
  { id: 'quotev:owner', edge: 'tail', weak: true, form: /^\u00A9 \d{4} \S.{0,60}$/ },

  { id: 'journal:posted', edge: 'head', form: /^\[info\]\S{1,60} wrote in \[community\]\S{1,60}$|^@ \d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?$/ },
  { id: 'journal:entry', edge: 'both', form: words('(?:Previous|Next) entry', 'Add to memories', 'Tell a friend', 'Track this', 'Leave a comment', '\\(?\\s*\\d+ comments?\\s*\\|\\s*Leave a comment\\s*\\)?', '\\(\\d+ comments?\\) ?[-\u2013|] ?\\(Leave a comment\\)', 'Post a new comment', 'Link to this entry') },
  { id: 'journal:thread', edge: 'tail', gate: true, form: words('\\d+ comments?\\s*[-\\u2014|]\\s*(?:Leave|Post).{0,30}', '\\(?\\s*Read comments\\s*\\)?', 'Flat \\| Top-level comments only', 'Thread from start.{0,40}') },
  { id: 'tumblr:notes', edge: 'both', form: words('\\d[\\d,.]*[KM]? notes', 'Posted (?:\\d+ .{3,10} ago|on .{0,20}\\d.{0,20})', '(?:Reblogged|Originally posted) (?:from|by) \\S{1,60}', 'Filed under: ?#.{0,100}', 'View original post') },
  { id: 'tumblr:tags', edge: 'tail', weak: true, form: /^#[\p{L}\p{N}][^#\n]{0,60}(?: ?#[\p{L}\p{N}][^#\n]{0,60}){1,30}$/u },
  { id: 'mail:list', edge: 'tail', gate: true, form: words('Yahoo! Groups (?:Sponsor|Links)', 'To unsubscribe from this group, send an e-?mail to:?.{0,80}', 'Your use of Yahoo! Groups is subject to.{0,80}') },
  { id: 'docs:foot', edge: 'both', form: words('Published using Google Docs', 'Updated automatically every \\d+ minutes', 'Report abuse') },

  { id: 'nav:chapters', edge: 'both', form: words('(?:Go to )?(?:Next|Previous|Prev|Last|First) chapter', '(?:\\u2190|<+|\\u00AB)? ?(?:Prev(?:ious)?|Back)\\s+(?:[|\\u2022/-] ?)?(?:(?:Index|Contents|Chapter|Home)\\s+(?:[|\\u2022/-] ?)?)?Next ?(?:\\u2192|>+|\\u00BB)?', 'Back to (?:top|index|contents|stor(?:y|ies)|fiction|archive)(?: page)?', 'Jump to (?:top|bottom|chapter|page|comments|new|navigation)(?: \\d+)?') },
  { id: 'nav:step', edge: 'both', form: /^(?:(?:<+|\u00AB|\u2190) ?Prev(?:ious)?|Next ?(?:>+|\u00BB|\u2192))$/i },
  { id: 'nav:count', edge: 'both', form: /^(?:Chapter|Part|Page)\s+\d{1,4}\s*(?:of|\/)\s*\d{1,4}$/i },
  { id: 'nav:account', edge: 'both', weak: true, form: words('Log ?in', 'Sign ?in', 'Sign ?up', 'Log in to (?:comment|review|reply|add .{1,30})', 'Log ?in ?\\| ?Sign ?up', 'Create an account', 'Privacy policy', 'Terms of (?:service|use)', 'Cookie policy', 'Contact us', 'Loading(?:\\.{3}|\\u2026)?') },
  { id: 'nav:word', edge: 'both', weak: true, form: words('Next', 'Prev(?:ious)?', 'Back', 'Home', 'Index', 'Contents', 'Table of contents', 'Like', 'Reply', 'Follow', 'Vote', 'Print', 'E-?mail', 'Tweet', 'Facebook', 'Twitter', 'Pinterest', 'Tumblr', 'Report', 'Search', 'Browse', 'About', 'Menu', 'Reblog', 'Comment', 'Read more', 'Show more', 'Favorite') },
];

/** The first row of a line that stands at an edge; `line` is one line without white space round it. */
export function rowOf(line: string, edge: 'head' | 'tail'): Row | undefined {
  if (line.length > LONGEST) return undefined;
  return ROWS.find((row) => (row.edge === 'both' || row.edge === edge) && row.form.test(line));
}

/** The most characters of a line of furniture. */
const LONGEST = 400;

/** What a label says of the story that follows it. */
export interface Label {
  /** Its name in the front matter or among the tags; empty for what says nothing of the text itself. */
  key: string;
  form: RegExp;
  /** `prose`: it goes to the book as text. `decisive`: no story begins so. `weak`: counts beside others alone. */
  is?: 'decisive' | 'prose' | 'weak';
}

const label = (...names: string[]): RegExp =>
  new RegExp(`^(?:\\*\\*|__|\\*|_)?(?:${names.join('|')})\\s*[:\\u2013]\\s*(?:\\*\\*|__|\\*|_)?\\s*`, 'i');

// prettier-ignore
export const LABELS: readonly Label[] = [
  { key: 'title', is: 'decisive', form: label('(?:Story |Fic )?Title') },
  { key: 'author', is: 'decisive', form: label('Authors?', 'Written by', 'Pen ?name') },
  { key: 'Fandom', is: 'decisive', form: label('Fandoms?') },
  { key: 'Rating', is: 'decisive', form: label('Rating', 'Rated') },
  { key: 'Archive Warning', is: 'decisive', form: label('Archive warnings?') },
  { key: 'Pairing', is: 'decisive', form: label('Pairings?(?:/Characters?)?', 'Main pairing', 'Ships?') },
  { key: 'Relationships', is: 'decisive', form: label('Relationships?') },
  { key: 'Characters', form: label('Characters?(?:/Pairings?)?') },
  { key: 'Category', form: label('Categor(?:y|ies)') },
  { key: 'Genre', form: label('Genres?') },
  { key: 'Additional Tags', is: 'decisive', form: label('Additional tags?', 'Freeforms?') },
  { key: 'Tags', form: label('(?:Entry )?Tags?') },
  { key: 'Spoilers', form: label('Spoilers?') },
  { key: 'Language', form: label('Language') },
  { key: 'series', form: label('Series', 'Collections?', 'Part of') },
  { key: '', is: 'decisive', form: label('Word ?count', 'Words') },
  { key: '', form: label('Chapters?(?= *: *\\d)') },
  { key: '', form: label('Stats', 'Status', 'Feedback', 'Archiv(?:e|ing)', 'Distribution', 'Beta(?:[- ]?read(?:er)?)?(?:ed by)?', 'E-?mail', 'Website', 'Comments', 'Kudos', 'Bookmarks', 'Hits', 'Reviews', 'Favou?rites', 'Follows', 'Current (?:mood|music|location)', 'Mood', 'Music', 'Location', 'Crossposted(?: to)?') },
  { key: 'date', form: label('Posted(?: on)?', 'Published', 'Date(?: posted| written)?', 'Completed', 'Updated', 'Written(?: on)?') },
  { key: 'summary', is: 'prose', form: label('Summary', 'Description', 'Synopsis', 'Blurb') },
  { key: 'disclaimer', is: 'prose', form: label('Disclaimers?') },
  { key: 'warning', is: 'prose', form: label('(?:Content |Trigger )?Warnings?', 'TW', 'CW') },
  { key: 'dedication', is: 'prose', form: label('Dedication', 'Dedicated to') },
  { key: 'thanks', is: 'prose', form: label('Acknowledge?ments?', 'Thanks') },
  { key: 'glossary', is: 'prose', form: label('Glossary', 'Translations?') },
];

/** Fields of a mail; without one that only a mail has, a story's own letter may begin with them. */
export const MAIL_FIELD =
  /^(?:From|To|Cc|Date|Subject|Sent|Reply-To|Sender|Newsgroups|Message-ID|References|In-Reply-To|MIME-Version|Content-Type|Content-Transfer-Encoding|Received|Return-Path|Organization|Lines|Xref|Path|List-[\w-]+|X-[\w-]+):\s/i;
export const MAIL_ONLY =
  /^(?:Newsgroups|Message-ID|References|In-Reply-To|MIME-Version|Content-Type|Received|Return-Path|Xref|Path|List-[\w-]+|X-[\w-]+):\s/i;

/** The line of facts that FanFiction.net puts above a story. */
export const FFN_FACTS = /^Rated:? (?:Fiction )?(?:K\+?|T|M|MA)\b.{0,40} - .{3,1000}$/;
