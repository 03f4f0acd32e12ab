/** Forums with threadmarks: XenForo and its like. */
import { words, type Site } from './site.js';

// prettier-ignore
export const forum: Site = {
  name: 'forum',
  places: ['title', 'author'],
  rows: [
    { id: 'forum:card', edge: 'head', form: words('View Single Post', 'Join Date: .{3,30}', 'Posts: [\\d,]+', 'Likes received', 'Thread starter:? (?<author>.{2,40})', '.{2,40}\\u2019s avatar') },
    { id: 'forum:member', edge: 'head', form: /^(?<author>\S{2,40}) \k<author> is (?:offline|online)$|^Thread: (?<title>\S.{1,100})$|^Threadmarks?: (?<mark>\S.{1,100})$/ },
    { id: 'forum:threadmarks', edge: 'both', form: words('Statistics \\(\\d+ threadmarks?,.{1,30}\\)', 'Reader mode(?: RSS)?', 'Like Reply Report', 'Award Threadmark Quote Reply', 'Reactions:.{1,120} and \\d+ others', 'Messages [\\d,]+ (?:Likes|Reaction score).{0,40}', 'Last edited:? .{3,30}', 'Add bookmark', 'Threadmark: .{1,100}') },
    { id: 'forum:word', edge: 'both', weak: true, form: words('Threadmarks', '#\\d+', 'Joined .{3,20}\\d', 'Like', 'Reply', 'Quote', 'Report') },
  ],
};
