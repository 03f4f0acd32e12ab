/**
 * What sites put round a story: one row a form of line, by the site that has it.
 *
 * A new form is a row here and a fixture in `tests/import/fixtures/`. Only lines at the edges of a file or a chapter
 * are compared, each as a whole; a row that a story's own line could be by chance is `weak`. What a form names
 * (`author`, `title`) the line says of the story.
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

const words = (...lines: string[]): RegExp => new RegExp(`^(?:${lines.join('|')})$`, 'iu');

/** A number as sites count: `977`, `2.6K`, `1,204`. */
const COUNT = String.raw`\d[\d,.]*[KMk]?`;

// prettier-ignore
export const ROWS: readonly Row[] = [
  { id: 'wattpad:slogan', edge: 'tail', form: /^[^"\u201C\u201D]{0,200}(?:Where stories live\. Discover now|Donde viven las historias\. Desc\u00FAbrelo ahora|Onde as hist\u00F3rias ganham vida\. (?:Descobre|Descubra) agora|L\u00E0 o\u00F9 vivent les histoires\. D\u00E9couvrez(?:-les)? maintenant|Wo Geschichten leben\. Entdecke jetzt|Dove le storie prendono vita\. Scoprilo ora|Tahanan ng mga kuwento\. Tumuklas ngayon|Tempat cerita menjadi hidup\. Temukan sekarang|Hikayelerin ya\u015Fad\u0131\u011F\u0131 yer\. \u015Eimdi ke\u015Ffedin)\.?$/ },
  { id: 'wattpad:start', edge: 'head', form: words('Start from the beginning', '(?:Comenzar|Empezar) desde el (?:principio|inicio)', 'Come\u00E7ar do (?:in\u00EDcio|princ\u00EDpio)', 'Commencer depuis le d\u00E9but', 'Reprendre (?:depuis le|au) d\u00E9but', 'Von Anfang an', 'Beginne am Anfang', "Inizia dall['\\u2019]inizio", 'Magsimula sa umpisa', 'Mulai dari awal', 'En ba\u015Ftan ba\u015Fla') },
  { id: 'wattpad:counts', edge: 'head', form: new RegExp(`^(?=.*\\d[KMk])(?:${COUNT}\\s+){1,3}${COUNT}$|^(?:[\u2605\u2606\u2729\u2B50\u{1F441}\u{1F4AC}\u{1F5E8}]\uFE0F?\\s*${COUNT}\\s*){2,4}$`, 'u') },
  { id: 'wattpad:numbers', edge: 'head', weak: true, form: /^(?:\d[\d,]*\s+){1,3}\d[\d,]*$/ },
  { id: 'wattpad:count', edge: 'both', form: new RegExp(`^(?:Reads|Votes|Parts|Stars)\\s*:?\\s*${COUNT}$|^(?=.*[KM,])${COUNT}\\s+(?:reads|votes|views|parts)$`, 'i') },
  { id: 'wattpad:lone', edge: 'head', weak: true, form: /^\d[\d.,]*[KM]$/i },
  { id: 'wattpad:votes', edge: 'both', weak: true, form: /^\d{1,3}\s+(?:reads|votes|views|parts)$/i },
  { id: 'wattpad:next', edge: 'tail', form: words('Continue (?:to|reading) next part(?: ?[\\u00BB>\\u2192])?', 'Continue to next chapter', 'Next part', 'Load next (?:part|page)', 'Continuar leyendo(?: la (?:siguiente|pr\u00F3xima) parte)?', 'Continuar (?:a ler|lendo)(?: a (?:parte seguinte|pr\u00F3xima parte))?', 'Continuer (?:la lecture|\u00E0 lire)(?: (?:de )?la partie suivante)?', 'Weiter zum n\u00E4chsten Kapitel', 'Continua a leggere(?: la prossima parte)?') },
  { id: 'wattpad:also', edge: 'tail', gate: true, under: true, form: words("You['\\u2019]ll also like", 'You may also like', 'Recommended for you') },
  { id: 'wattpad:comment', edge: 'tail', form: /^Add a comment(?:\.{3}|\u2026)$/ },
  { id: 'wattpad:reading', edge: 'tail', gate: true, under: true, form: /^You are reading$/i },
  { id: 'wattpad:opened', edge: 'head', weak: true, form: words('You are reading') },
  { id: 'wattpad:date', edge: 'head', weak: true, form: /^Published on [A-Z][a-z]{2} \d{1,2}(?:, \d{4})?$/ },
  { id: 'wattpad:bubble', edge: 'both', weak: true, form: /^\+\d{0,3}$/ },
  { id: 'wattpad:reads', edge: 'both', form: new RegExp(`^${COUNT}\\s+Reads\\s+${COUNT}\\s+Votes(?:\\s+${COUNT}\\s+(?:Comments|Parts?))?$`, 'i') },
  { id: 'wattpad:menu', edge: 'head', weak: true, form: words('Browse', 'Community', 'Write', 'Discover', 'Create', 'Try Premium', 'Log in', 'Sign ?up', 'Log ?in ?\\| ?Sign ?up', 'Search') },
  { id: 'wattpad:button', edge: 'both', form: words('Add to (?:library|reading list)', 'Get notified when .{1,100} is updated', 'Sign up with (?:Google|Facebook|email)', 'Share via email', 'Report story', 'Send to friend') },

  { id: 'ao3:skip', edge: 'head', form: words('Main content', 'Skip (?:to )?header', 'Skip to main content', 'User navigation', 'Site navigation', 'Archive of Our Own(?: beta)?', 'Work header', 'Search works', 'Work search:?', 'Posted originally on the Archive of Our Own at \\S{10,80}', '\\u2190 Previous Work.{0,120}', '.{0,80}Next Work \\u2192', 'Hi, \\S{1,40}!') },
  { id: 'ao3:tip', edge: 'head', weak: true, form: words('tip: .{0,100}') },
  { id: 'ao3:anchor', edge: 'head', form: words('Work text:?', 'Chapter text:?') },
  { id: 'ao3:notes-link', edge: 'both', form: /^\(See the end of the (?:chapter|work) for .{0,60}notes.{0,40}\)$/i },
  { id: 'ao3:view', edge: 'both', form: words('Entire work', 'Chapter by chapter', 'Chapter index', 'Full-page index', '\\u2190 Previous chapter', 'Next chapter \\u2192', '\\u2191 Top', 'Hide creator.s style', 'Show creator.s style', 'Mark for later', 'Mark as read', 'Hide comments(?: \\(\\d+\\))?', 'Series this work belongs to:', 'Please drop by the (?:Archive|archive) and comment to let the (?:creator|author) know if you enjoyed their work!') },
  { id: 'ao3:button', edge: 'both', weak: true, form: words('Actions', 'Log out', 'Post', 'Bookmark', 'Comments(?: \\(\\d+\\))?', 'Share', 'Subscribe', 'Download', 'Kudos(?: \\u2665)?', 'AZW3', 'EPUB', 'MOBI', 'PDF', 'HTML') },
  { id: 'ao3:buttons', edge: 'both', form: /^(?:Bookmark|Comments?|Share|Kudos|Subscribe)(?:\s+(?:Bookmark|Comments?|Share|Kudos|Subscribe|Download))+$/i },
  { id: 'ao3:kudos', edge: 'tail', gate: true, form: /(?:left kudos on this (?:work|chapter)[!.]?|and \d+ (?:more users|guests?) left kudos.{0,40})$/i },
  { id: 'ao3:comments', edge: 'tail', gate: true, form: words('Post comment', 'Comment on this (?:work|chapter)', '\\(?Plain text with limited HTML ?\\??\\)?', '\\d+ characters left\\.?', 'Comment as .{1,60}', 'Guest name:?', 'Guest email:?') },
  { id: 'ao3:foot', edge: 'tail', gate: true, form: words('About the Archive', 'otwarchive v.{1,30}', 'DMCA Policy', 'Diversity Statement', 'GPL by the OTW') },

  { id: 'ffn:breadcrumb', edge: 'head', form: /^(?:Books|Movies|Anime\/Manga|TV Shows|Games|Cartoons|Comics|Misc|Plays\/Musicals|(?:Fanfiction )?Crossovers?)\s*[\u00BB>]\s*\S.{0,120}$/ },
  { id: 'ffn:follow', edge: 'both', form: words('FanFiction ?\\| ?unleash your imagination', 'unleash your imagination', 'Follow/Fav', '\\+ ?Follow', '(?:Favorite story|Follow story)(?: (?:Favorite story|Follow story))?', 'Review this (?:story/)?chapter', 'Review this story', '(?:Favorite : Story Author ?|Follow : Story Author ?){1,2}', 'Story\\+: Text.{0,40}') },
  { id: 'ffn:title', edge: 'head', form: /^Follow\/Fav ?(?<title>\p{Lu}\S{0,60}(?: \S{1,60}){0,20})$/u },
  { id: 'ffn:size', edge: 'head', form: words('\\+ ?- ?\\+ ?-.{0,40}', '[+\\- ]{0,8}Full 3/4 1/2.{0,40}', 'Expand Tighten', 'A- ?A\\+', 'full.?3/4.?1/2.{0,60}') },
  { id: 'ffn:thanks', edge: 'tail', form: /^The author would like to thank you for your continued support\.(?: Your review has been posted\.)?$/ },
  { id: 'ffn:share', edge: 'both', form: words('Share: Email\\s*\\.\\s*Facebook.{0,60}', 'Share\\s*:\\s*(?:Tumblr|Twitter|Facebook).{0,60}', 'Go to Page.{0,40}', 'Return to Top') },
  { id: 'ffn:reviews', edge: 'both', form: /^Reviews\s*:\s*\d[\d,]*$/i },

  { id: 'ffn:mobile', edge: 'both', form: words('(?:\\u00AB|<<) Prev \\d+ of \\d+ (?:Next (?:\\u00BB|>>))?', '\\d+ of \\d+ Next (?:\\u00BB|>>)', 'Desktop Mode ?\\..{0,40}', 'Help ?\\. ?Cookies ?\\. ?Privacy.{0,40}', 'Blog ?\\. ?Twitter ?\\. ?Help.{0,40}') },
  { id: 'ffn:word', edge: 'both', weak: true, form: words('FanFiction', 'Browse', 'Just In', 'Community', 'Forum', 'Betas', 'Story', 'Review', '\\d{1,3}') },

  { id: 'literotica:rate', edge: 'tail', form: words('Story tags', 'Please rate this story', 'Rate this story', 'Click to rate.{0,40}', 'The author would appreciate your feedback\\.?', 'Please (?:rate|vote on) this submission.{0,60}') },
  { id: 'literotica:tools', edge: 'both', form: words('Font size', 'Default font size', 'Default font face', 'Story info', 'Add to favorites', 'Send feedback', 'Public beta', 'Similar stories', 'Read more of this series', 'Report story') },
  { id: 'literotica:share', edge: 'both', weak: true, form: words('Share this story') },
  { id: 'literotica:page', edge: 'both', weak: true, form: /^Page \d+ of \d+$/i },

  { id: 'royalroad:tools', edge: 'both', form: words('Reader settings', 'Report chapter', 'Fiction index', 'Fiction page', 'Remove ads', 'Add a comment', 'Leave a comment', 'Follow author', 'Support "[^"]{1,100}"') },
  { id: 'royalroad:word', edge: 'both', weak: true, form: words('Advertisement', 'Donate', 'Follow', 'Comments ?\\(\\d+\\)', 'Bio: .{0,200}') },
  { id: 'royalroad:author', edge: 'tail', gate: true, under: true, form: words('About the author') },
  { id: 'quotev:tools', edge: 'both', form: words('Add to list', 'Published \\d+ (?:years?|months?|days?|hours?) ago', 'Join the community', '\\u00AB ?Part \\d+', 'Part \\d+ ?\\u00BB', 'Continue reading', '\\d+ comments?') },

  { id: 'quotev:menu', edge: 'head', form: words('Quizzes Stories Questions.{0,60}') },
  { id: 'quotev:heart', edge: 'tail', form: words('Heart this') },
  { id: 'quotev:owner', edge: 'tail', weak: true, form: /^\u00A9 \d{4} \S.{0,60}$/ },

  { id: 'scribblehub:tools', edge: 'both', form: words('\\d+ mins? read', 'About author', 'Support "[^"]{1,100}"') },
  { id: 'scribblehub:word', edge: 'both', weak: true, form: words('X', 'Previous', 'Next', 'Table of contents', 'Comments ?\\(\\d+\\)') },
  { id: 'inkitt:tools', edge: 'both', form: words('All rights reserved \\u00A9', 'Continue reading next chapter', 'Further recommendations', 'Age rating:? ?1\\d\\+', 'Rating:? ?\\d\\.\\d.{0,20}reviews?') },
  { id: 'deviantart:tools', edge: 'both', form: words('Literature text', 'Image size', '\\u00A9 \\d{4} - \\d{4} \\S{1,40}', 'Join the community to add your comment\\. Already a deviant\\? Log In') },
  { id: 'deviantart:word', edge: 'both', weak: true, form: words('Watch', 'Comments ?\\d+', 'Add to favou?rites') },
  { id: 'deviantart:note', edge: 'tail', weak: true, form: words('Description', "(?:Artist|Author)['\\u2019]s comments") },
  { id: 'quotev:facts', edge: 'head', form: words('.{3,60} / (?:Completed|Ongoing)', '\\d+ pages?\\s+(?:Everyone|Teen|Mature|1\\d\\+)', '[\\d.,]+k? words, \\d+ min read', 'Updated \\d+ (?:years?|months?|days?) ago') },
  { id: 'quotev:word', edge: 'both', weak: true, form: words('Stories', 'Quizzes', 'Questions', 'Sign ?up', 'Log ?in', 'Add to library', 'Discussion(?: \\d+)?', 'Similar stories') },

  { id: 'reddit:posted', edge: 'head', form: /^(?:submitted|posted) .{1,40} ago (?:\* )?by (?:u\/)?(?<author>[\w-]{2,40})$|^(?:\u2022 ?)?posted by u\/(?<writer>[\w-]{2,40}) .{1,40} ago$/i },
  { id: 'reddit:tools', edge: 'both', form: words('Go to (?:comments|[A-Za-z]{2,21})', 'r/[A-Za-z0-9_]{2,21}', '\\d+ (?:yr|mo|days?|hr)\\. ago', '[\\d.,]+k? points? \\(\\d+% upvoted\\)', '\\d+% upvoted', 'Upvote', 'Downvote', '\\d+ comments share save hide report', 'share save hide report', 'Sort by:?(?: \\w+)?') },
  { id: 'reddit:author', edge: 'head', form: /^u\/(?<author>[\w-]{3,20})$/ },
  { id: 'reddit:word', edge: 'both', weak: true, form: words('Series', 'OC', 'Writing prompt', 'Save', '\\d+ comments', '\\u2022', 'Share', 'Add a comment', '\\[First\\] \\[Previous\\] \\[Next\\]', '\\d[\\d.]*k?', 'MOD', 'Best', 'AutoModerator', 'level 1') },
  { id: 'reddit:votes', edge: 'both', weak: true, form: /^\d[\d.,]*k? upvotes$/i },
  { id: 'reddit:thread', edge: 'tail', gate: true, form: words('all \\d+ comments(?: sorted by:.{0,20})?') },
  { id: 'reddit:comments', edge: 'tail', gate: true, under: true, form: words('Add a comment', 'Sort by:?(?: \\w+)?') },
  { id: 'forum:threadmarks', edge: 'both', form: words('Statistics \\(\\d+ threadmarks?,.{1,30}\\)', 'Reader mode(?: RSS)?', 'Like Reply Report', 'Award Threadmark Quote Reply', 'Reactions:.{1,120} and \\d+ others', 'Messages [\\d,]+ (?:Likes|Reaction score).{0,40}', 'Last edited:? .{3,30}', 'Add bookmark', 'Threadmark: .{1,100}') },
  { id: 'forum:word', edge: 'both', weak: true, form: words('Threadmarks', '#\\d+', 'Joined .{3,20}\\d', 'Like', 'Reply', 'Quote', 'Report') },
  { id: 'press:tools', edge: 'both', form: words('Open in app', '\\d+ min read', '[\\d.,]+K? Followers', 'Discussion about this post', 'Thanks for reading [^.!?]{1,80}! Subscribe for free to receive new posts and support my work\\.', 'Privacy \\u2219 Terms \\u2219 Collection notice', 'Start writing Get the app', 'Skip to content', 'Like Loading\\.\\.\\.', '(?:Proudly powered by WordPress|Blog at WordPress\\.com|Powered by WordPress\\.com)\\.?') },
  { id: 'press:posted', edge: 'head', form: /^Posted on \S.{4,30} by (?<author>[^.!?]{2,60})$/ },
  { id: 'press:word', edge: 'both', weak: true, form: words('Ready for more\\?', 'Share this:', 'Written by (?<author>(?:\\p{Lu}\\S{1,30} ?){2,4})', 'Listen', 'Share', 'Follow', 'Sign ?up', 'Sign ?in', 'Help', 'Status', 'About', 'Careers', 'Privacy', 'Terms', 'Blog', 'Subscribe', 'Twitter', 'Facebook', 'Related', 'Posted in .{1,60}', 'Tagged .{1,100}', 'Leave a (?:comment|reply)', 'Home About Contact', '\\u00B7', '--', '\\d{1,4}', '\\u00A9 \\d{4} \\S.{0,60}', '[A-Z][a-z]{2} \\d{1,2}, \\d{4}') },

  { id: 'journal:posted', edge: 'head', form: /^(?<author>\S{1,40}) \(\k<author>\) wrote in \S{1,60},?$|^(?<writer>\S{1,40}): \(.{1,40}\)$|^\[info\]\S{1,60} wrote in \[community\]\S{1,60}$|^@ \d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?$/ },
  { id: 'journal:entry', edge: 'both', form: words('(?:Previous|Next) entry', 'Add to memories', 'Tell a friend', 'Track this', 'Leave a comment', '\\(?\\s*\\d+ comments?\\s*\\|\\s*Leave a comment\\s*\\)?', '\\(\\d+ comments?\\) ?[-\u2013|] ?\\(Leave a comment\\)', 'Post a new comment', 'Link to this entry', 'Previous Entry \\| Next Entry', 'Link \\| Leave a comment(?: \\| Share)?') },
  { id: 'journal:tags', edge: 'tail', weak: true, form: /^(?:Entry )?Tags:(?: ?\S.{0,200})?$/i },
  { id: 'journal:thread', edge: 'tail', gate: true, form: words('\\d+ comments?\\s*[-\\u2014|]\\s*(?:Leave|Post).{0,30}', '\\(?\\s*Read comments\\s*\\)?', 'Flat \\| Top-level comments only', 'Thread from start.{0,40}') },
  { id: 'tumblr:notes', edge: 'both', form: words('\\d[\\d,.]*[KM]? notes', 'Posted (?:\\d+ .{3,10} ago|on .{0,20}\\d.{0,20})', '(?:Reblogged|Originally posted) (?:from|by) \\S{1,60}', 'Filed under: ?#.{0,100}', 'View original post', 'Keep reading', '(?:Masterlist|Taglist)(?: ?\\|+ ?(?:Masterlist|Taglist|Part .{1,20}|Next))*', 'Taglist: ?@.{1,200}', 'Source: [a-z0-9-]{3,40}') },
  { id: 'tumblr:tags', edge: 'both', weak: true, form: /^#[\p{L}\p{N}][^#\n]{0,60}(?: ?#[\p{L}\p{N}][^#\n]{0,60}){1,30}$/u },
  { id: 'fanficfare:end', edge: 'tail', form: words('End file\\.') },
  { id: 'mail:list', edge: 'tail', gate: true, form: words('Yahoo! Groups (?:Sponsor|Links)', 'To unsubscribe from this group, send an e-?mail to:?.{0,80}', 'Your use of Yahoo! Groups is subject to.{0,80}') },
  { id: 'docs:foot', edge: 'both', form: words('Published using Google Docs', 'Updated automatically every \\d+ minutes', 'Report abuse') },

  { id: 'nav:chapters', edge: 'both', form: words('(?:Go to )?(?:Next|Previous|Prev|Last|First) chapter', '(?:\\u2190|<+|\\u00AB)? ?(?:Prev(?:ious)?|Back)\\s+(?:[|\\u2022/-] ?)?(?:(?:Index|Contents|Chapter|Home)\\s+(?:[|\\u2022/-] ?)?)?Next ?(?:\\u2192|>+|\\u00BB)?', 'Back to (?:top|index|contents|stor(?:y|ies)|fiction|archive)(?: page)?', 'Jump to (?:top|bottom|chapter|page|comments|new|navigation)(?: \\d+)?') },
  { id: 'nav:step', edge: 'both', weak: true, form: /^(?:(?:<+|\u00AB|\u2190) ?Prev(?:ious)?|Next ?(?:>+|\u00BB|\u2192))$/i },
  { id: 'nav:count', edge: 'both', form: /^(?:Chapter|Part)\s+\d{1,4}\s*(?:of|\/)\s*\d{1,4}$/i },
  { id: 'nav:account', edge: 'both', weak: true, form: words('Log ?in', 'Sign ?in', 'Sign ?up', 'Log in to (?:comment|review|reply|add .{1,30})', 'Log ?in ?\\| ?Sign ?up', 'Create an account', 'Privacy policy', 'Terms of (?:service|use)', 'Cookie policy', 'Contact us', 'Loading(?:\\.{3}|\\u2026)?') },
  { id: 'nav:word', edge: 'both', weak: true, form: words('Next', 'Prev(?:ious)?', 'Back', 'Home', 'Index', 'Contents', 'Table of contents', 'Like', 'Reply', 'Follow', 'Vote', 'Print', 'E-?mail', 'Tweet', 'Facebook', 'Twitter', 'Pinterest', 'Tumblr', 'Report', 'Search', 'Browse', 'About', 'Menu', 'Reblog', 'Comment', 'Read more', 'Show more', 'Favorite') },
];

/** The first row of a line that stands at an edge; `line` is one line without white space round it. */
export function rowOf(line: string, edge: 'head' | 'tail'): Row | undefined {
  if (line.length > LONGEST) return undefined;
  const fits = (row: Row) => (row.edge === 'both' || row.edge === edge) && row.form.test(line);
  return SURE_ROWS.find(fits) ?? WEAK_ROWS.find(fits);
}

/** The row of a line that the readers' part may begin with. */
export const gateOf = (line: string): Row | undefined => GATES.find(({ form }) => form.test(line));

const GATES = ROWS.filter(({ gate }) => gate);
const SURE_ROWS = ROWS.filter(({ weak }) => !weak);
const WEAK_ROWS = ROWS.filter(({ weak }) => weak);

/** The sites that have a line at an edge. */
export const sitesOf = (line: string, edge: 'head' | 'tail'): string[] =>
  ROWS.filter((row) => (row.edge === 'both' || row.edge === edge) && row.form.test(line)).map(
    ({ id }) => id.split(':')[0] ?? '',
  );

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
  { key: 'title', is: 'decisive', form: label('(?:Story |Fic )?Title', 'Titre', 'T\u00EDtulo', 'Titel', 'Titolo', '\u041D\u0430\u0437\u0432\u0430\u043D\u0438\u0435') },
  { key: 'author', is: 'decisive', form: label('Authors?', 'Written by', 'Pen ?name', 'Autora?', 'Auteure?', 'Autorin', 'Autore', 'Autrice', '\u0410\u0432\u0442\u043E\u0440') },
  { key: 'Fandom', is: 'decisive', form: label('Fandoms?', '\u0424\u044D\u043D\u0434\u043E\u043C') },
  { key: 'Rating', is: 'decisive', form: label('Rating', 'Rated', '\u0420\u0435\u0439\u0442\u0438\u043D\u0433') },
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
  { key: '', is: 'decisive', form: label('Word ?count', 'Words', 'Story URL', 'Author URL', 'Packaged') },
  { key: '', form: label('Chapters?(?= *: *\\d)') },
  { key: '', form: label('Stats', 'Status', 'Publisher', 'Feedback', 'Archiv(?:e|ing)', 'Distribution', 'Beta(?:[- ]?read(?:er)?)?(?:ed by)?', 'E-?mail', 'Website', 'Comments', 'Kudos', 'Bookmarks', 'Hits', 'Reviews', 'Favou?rites', 'Follows', 'Current (?:mood|music|location)', 'Mood', 'Music', 'Location', 'Crossposted(?: to)?') },
  { key: 'date', form: label('Posted(?: on)?', 'Published', 'Date(?: posted| written)?', 'Completed', 'Updated', 'Written(?: on)?') },
  { key: 'summary', is: 'prose', form: label('(?:Chapter )?Summary', 'Description', 'Synopsis', 'Blurb', 'R\u00E9sum\u00E9', 'Resumen', 'Resumo', 'Zusammenfassung', 'Riassunto', '\u041E\u043F\u0438\u0441\u0430\u043D\u0438\u0435') },
  { key: 'disclaimer', is: 'prose', form: label('Disclaimers?') },
  { key: 'warning', is: 'prose', form: label('(?:Content |Trigger )?Warnings?', 'TW', 'CW') },
  { key: 'dedication', is: 'prose', form: label('Dedication', 'Dedicated to', 'For(?=: )', 'Gift for', 'Widmung', 'Dedicatoria', 'D\u00E9dicace', '\u041F\u043E\u0441\u0432\u044F\u0449\u0435\u043D\u0438\u0435') },
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
