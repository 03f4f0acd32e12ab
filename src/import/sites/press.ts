/** Blogs and letters: WordPress, Substack, Medium. */
import { words, type Site } from './site.js';

// prettier-ignore
export const press: Site = {
  name: 'press',
  places: ['title', 'summary', 'author'],
  rows: [
    { id: 'press:archive', edge: 'head', form: words('Mostrando entradas .{1,80}', 'Showing posts .{1,80}', '(?:(?:Tag|Category|Monthly) Archives?|Archives): \\S.{0,60}', 'Posts tagged .{1,60}') },
    { id: 'press:photo', edge: 'tail', form: words('(?:Google\\+?|Twitter|Facebook|WordPress\\.com|Gravatar) (?:photo|picture|logo|account)') },
    { id: 'press:blogger', edge: 'both', form: words('Search this blog', 'Blog archive', 'View my complete profile', 'Links to this post', '(?:E-?mail this ?)?BlogThis!(?: ?Share to .{1,60})?', 'Share to (?:Twitter|X|Facebook|Pinterest)', 'Newer posts?', 'Older posts?', 'Subscribe to:? ?(?:Posts?|Post comments)(?: \\(Atom\\))?', 'Subscribe to posts') },
    { id: 'press:reply', edge: 'tail', gate: true, form: words('Leave a reply cancel reply', 'Fill in your details below or click an icon to log in:?.{0,40}', 'You are commenting using your .{0,40}account\\..{0,40}', 'Connecting to %s') },
    { id: 'press:answer', edge: 'tail', gate: true, weak: true, form: words('Leave a reply') },
    { id: 'press:tools', edge: 'both', form: words('Open in app', '\\d+ min read', '[\\d.,]+K? Followers', 'Discussion about this post', 'Thanks for reading [^.!?]{1,80}! Subscribe for free to receive new posts and support my work\\.', 'Privacy \\u2219 Terms \\u2219 Collection notice', 'Start writing Get the app', 'Like Loading\\.\\.\\.', '(?:Proudly powered by WordPress|Blog at WordPress\\.com|Powered by WordPress\\.com)\\.?') },
    { id: 'press:posted', edge: 'head', form: /^Posted on \S.{4,30} by (?<author>[^.!?]{2,60})$|^[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4} [\/|\u2022\u00B7] (?<writer>\p{Lu}[^.!?\/|]{2,40}) [\/|\u2022\u00B7] \d+ comments?$/iu },
    { id: 'press:word', edge: 'both', weak: true, form: words('Ready for more\\?', 'Share this:', 'Written by (?<author>(?:\\p{Lu}\\S{1,30} ?){2,4})', 'Listen', 'Share', 'Follow', 'Sign ?up', 'Sign ?in', 'Help', 'Status', 'About', 'Careers', 'Privacy', 'Terms', 'Blog', 'Subscribe', 'Twitter', 'Facebook', 'Related', 'Posted in .{1,60}', 'Tagged .{1,100}', 'Leave a (?:comment|reply)', 'Home About Contact', '\\u00B7', '--', '\\d{1,4}', '\\u00A9 \\d{4} \\S.{0,60}', '[A-Z][a-z]{2} \\d{1,2}, \\d{4}') },
  ],
};
