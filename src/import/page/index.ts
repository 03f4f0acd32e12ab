/** The page on which an author sees how each line of a text was read, and corrects it: one file. */
import { cspHash, sha256 } from '../../text/digest.js';
import { attribute, escaped } from '../../text/markup.js';
import { counted } from '../../text/numbers.js';
import { CLASS_NAMES } from '../classify/names.js';
import { hashOf } from '../settle.js';
import type { Reading } from '../readings.js';
import type { PlannedStory } from '../plan.js';
import { frontHtml } from './front.js';
import { panel, toolbar } from './controls.js';
import { linesHtml } from './lines.js';

/** A text as it was read, and where its answers go. */
export interface ImportPage {
  reading: Reading;
  /** The stories that it holds; none where none was found. */
  stories: readonly PlannedStory[];
  /** Name of the file of decisions that the page hands back, and the command that takes it. */
  decisions: string;
  command: string;
}

/** The files of `templates/import/`. */
export interface PageAssets {
  style: string;
  script: string;
}

/** What tells a page of ours from any other file of its name. */
export const GENERATOR = '<meta name="generator" content="octavo import">';

/** The page as HTML; it loads nothing, and nothing but its own script runs. */
export function importPage(page: ImportPage, { style, script }: PageAssets): string {
  const { reading, stories, decisions, command } = page;
  const { source, lines } = reading;
  const text = linesHtml(lines);
  const language = stories[0]?.story.facts.language;
  const data = {
    source: source.name,
    sha256: hashOf(source),
    decisions,
    command,
    // Answers that the browser keeps are for these very lines, read so.
    state: sha256(text),
    words: Object.fromEntries(CLASS_NAMES.map(({ class: of, words }) => [of, words])),
    letters: Object.fromEntries(CLASS_NAMES.map(({ class: of, letter }) => [letter, of])),
  };
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${cspHash(script)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${GENERATOR}
<title>${escaped(source.name)} \u2013 import</title>
<style>
${style}</style>
</head>
<body>
<header>
<p class="kicker">How this text was read</p>
<h1>${escaped(source.name)}</h1>
<p class="sum">${sum(page)}</p>
</header>
${toolbar()}
<main>
<noscript><p class="hint">Classes can be changed here with JavaScript only.</p></noscript>
${frontHtml(stories)}
<h2 id="lines">Line by line</h2>
<div id="text"${attribute('lang', language)}>
${text}</div>
</main>
${panel()}
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script>${script}</script>
</body>
</html>
`;
}

const LEFT_OUT: ReadonlySet<string> = new Set(['furniture', 'metadata']);

function sum({ reading: { lines }, stories }: ImportPage): string {
  const unsure = lines.filter(({ decision, answer }) => decision.maybe !== undefined && answer === undefined);
  const out = lines.filter(({ decision, answer }) => LEFT_OUT.has(answer ?? decision.class));
  const found = stories.length === 0 ? 'no story' : counted(stories.length, 'story', 'stories');
  return [
    found,
    counted(lines.length, 'line'),
    `${String(unsure.length)} unsure`,
    `${String(out.length)} left out`,
  ].join(' \u00B7 ');
}
