/** Reddit, old and new. */
import { words, type Site } from './site.js';

// prettier-ignore
export const reddit: Site = {
  name: 'reddit',
  places: ['author', 'title'],
  flair: /^(?:OC|Series|Classic Scares|(?:Writing|Constrained|Reality Fiction|Image|Media|Simple|Established Universe|Theme) ?(?:Prompt|Writing)?)\s+(?:\[[A-Z]{2}\]\s*)?|^\[[A-Z]{2}\]\s*/,
  rows: [
    { id: 'reddit:all', edge: 'both', form: words('View all comments', 'Viewing a single comment thread\\.? ?(?:View all comments)?', 'This is an automated archive made by the \\S+ Bot\\.', '\\d[\\d.,]*k? comments sorted by.{0,20}', '(?:\\[(?:First|Prev(?:ious(?:ly)?)?|Next|Index|Wiki)\\] ?){2,4}') },
    { id: 'reddit:prompt', edge: 'head', form: /^(?:(?:Writing|Simple|Image|Media|Theme|Reality Fiction|Established Universe) Prompt|Constrained Writing)\s*\[[A-Z]{2}\].{1,390}$/ },
    { id: 'reddit:answer', edge: 'head', form: /^u\/(?:(?<author>[\w-]{2,40})|\[deleted\])(?: \/?r\/\S+)?(?: (?:edited )?(?:[A-Z][a-z]{2} \d\d '\d\d|\d+\s?(?:m|h|d|w|mo|yr)\.? ago))+$/ },
    { id: 'reddit:origin', edge: 'head', form: /^The original was posted on \/?r\/\S+ by \/?u\/(?<author>[\w-]{2,40}) on .{5,40}$|^(?<writer>[\w-]{2,40}) t1_\w+ wrote$/ },
    { id: 'reddit:where', edge: 'head', form: /^r\/[A-Za-z0-9_]{2,21}(?: \u2022)?(?: (?!u\/)\S{1,20})?(?: u\/(?<author>[\w-]{2,40}))?(?: \u2022)?(?: [A-Z][a-z]{2} \d\d '\d\d| \d+\s?(?:m|h|d|w|mo|yr)\.? ago)$/ },
    { id: 'reddit:posted', edge: 'head', form: /^(?:submitted|posted) .{1,40} ago (?:\* )?by (?:u\/)?(?<author>[\w-]{2,40})$|^(?:\u2022 ?)?posted by u\/(?<writer>[\w-]{2,40}) .{1,40} ago$/i },
    { id: 'reddit:tools', edge: 'both', form: words('Go to (?:comments|[A-Za-z]{2,21})', 'r/[A-Za-z0-9_]{2,21}', '\\d+ (?:yr|mo|days?|hr)\\. ago', '[\\d.,]+k? points? \\(\\d+% upvoted\\)', '\\d+% upvoted', 'Upvotes?', 'Downvotes?', '\\d+ comments share save hide report', 'share save hide report', 'Sort by:?(?: \\w+)?') },
    { id: 'reddit:author', edge: 'head', form: /^u\/(?<author>[\w-]{3,20})$/ },
    { id: 'reddit:word', edge: 'both', weak: true, form: words('Series', 'OC', 'Writing prompt', 'Save', '\\d+ comments', '\\u2022', 'Share', 'Add a comment', '\\[First\\] \\[Previous\\] \\[Next\\]', '\\d[\\d.]*k?', 'MOD', 'Best', 'AutoModerator', 'level 1') },
    { id: 'reddit:votes', edge: 'both', weak: true, form: /^\d[\d.,]*k? upvotes$/i },
    { id: 'reddit:thread', edge: 'tail', gate: true, form: words('all \\d+ comments(?: sorted by:.{0,20})?') },
    { id: 'reddit:comments', edge: 'tail', gate: true, under: true, form: words('Add a comment', 'Sort by:?(?: \\w+)?') },
  ],
};
