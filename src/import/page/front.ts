/** What a story's manuscript will begin with, as the page of an import has it. */
import { attribute, escaped } from '../../text/markup.js';
import type { PlannedStory } from '../plan.js';
import { frontValues } from '../write/frontmatter.js';
import type { FrontKey, Story } from '../write/stories.js';
import { idOf } from './lines.js';

/** The front matter of stories as HTML, with the way to the lines that it is from. */
export function frontHtml(stories: readonly PlannedStory[]): string {
  if (stories.length === 0)
    return '<p class="hint">No story was found in this text. Say below which of its lines are the story.</p>';
  const [only, ...others] = stories;
  if (only && others.length === 0) return box('The manuscript will begin with', only);
  return `<details class="stories"><summary>What the ${String(stories.length)} manuscripts will begin with</summary>
${stories.map((one) => box(one.story.title ?? one.name, one)).join('\n')}
</details>`;
}

function box(heading: string, { story }: PlannedStory): string {
  const rows = rowsOf(frontValues(story));
  const values = rows
    .map(([key, value]) => `<dt>${escaped(key)}${wayTo(key, story)}</dt><dd>${escaped(value)}</dd>`)
    .join('\n');
  const body =
    rows.length === 0 ? '<p class="hint">Nothing: the text says no more.</p>' : `<dl>${values}</dl>`;
  return `<section class="front"${attribute('lang', story.facts.language)}>
<h2 lang="en">${escaped(heading)}</h2>
${body}
${chapters(story)}</section>`;
}

/** Keys of the front matter and the parts of those that have parts, each with its text. */
function rowsOf(values: Readonly<Record<string, unknown>>, of = ''): [string, string][] {
  return Object.entries(values).flatMap(([key, value]): [string, string][] => {
    if (Array.isArray(value)) return [[of + key, value.join(', ')]];
    if (typeof value === 'object' && value !== null)
      return rowsOf(value as Record<string, unknown>, `${key}: `);
    return [[of + key, String(value).trim()]];
  });
}

/** The key of a story's prose by the name that the front matter has for it. */
const PROSE: Readonly<Record<string, FrontKey>> = {
  'note: before': 'noteBefore',
  'note: after': 'noteAfter',
  dedication: 'dedication',
  summary: 'summary',
  warning: 'warning',
  thanks: 'thanks',
  disclaimer: 'disclaimer',
  glossary: 'glossary',
};

function wayTo(key: string, { front, titleLine }: Story): string {
  const prose = key === 'note' ? (front.noteBefore ?? front.noteAfter) : front[PROSE[key] ?? 'noteBefore'];
  const isProse = key === 'note' || key in PROSE;
  const line = key === 'title' ? titleLine?.line : isProse ? prose?.[0]?.line : undefined;
  return line === undefined ? '' : ` <a href="#${idOf(line)}" lang="en">line ${String(line)}</a>`;
}

/** The headings, where there are any, as a list that leads to each. */
function chapters({ body }: Story): string {
  const headings = body.filter(({ class: of }) => of === 'chapter' || of === 'part');
  if (headings.length === 0) return '';
  const items = headings
    .map(({ line, text }) => `<li><a href="#${idOf(line)}">${escaped(text.replaceAll(/\s+/g, ' '))}</a></li>`)
    .join('\n');
  return `<details><summary lang="en">Headings (${String(headings.length)})</summary>
<ol>${items}</ol>
</details>
`;
}
