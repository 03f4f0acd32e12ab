/** The changes of an edition as a page for the browser: the text itself, with what was added and removed marked in it. */
import { attribute, escaped } from '../text/markup.js';
import { counted, grouped } from '../text/numbers.js';
import { PARAGRAPH } from './tokens.js';
import type { EditionDiff, SectionDiff, Segment } from './types.js';

/** Unchanged paragraphs that stay in sight next to a changed one. */
const NEIGHBOURS = 1;

/** A stretch of a paragraph as HTML, and whether it tells of a change. */
interface Piece {
  html: string;
  isChange: boolean;
}

/** The page as HTML; it holds everything that it shows, runs no script and loads nothing. */
export function diffPage(diff: EditionDiff, style: string): string {
  const { before, after, sections, words, passages, typography } = diff;
  const shown = sections.filter(
    ({ state, moved, renamed }) => state !== 'same' || moved || renamed !== undefined,
  );
  const moved = diff.moves.reduce((total, move) => total + move.words, 0);
  const sum = diff.isSame
    ? 'Nothing changed.'
    : [
        counted(passages, 'passage'),
        `${counted(words.added, 'word')} added`,
        `${grouped(words.removed)} removed`,
        ...(moved > 0 ? [`${grouped(moved)} moved`] : []),
        ...(typography > 0 ? [counted(typography, 'mark of typography', 'marks of typography')] : []),
      ].join(' \u00B7 ');
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(after.title)} \u2013 changes</title>
<style>
${style}</style>
</head>
<body>
<header>
<p class="kicker">What changed between two editions</p>
<h1>${escaped(after.title)}</h1>
<p class="sum">${escaped(before.name)} \u2192 ${escaped(after.name)}</p>
<p class="sum">${sum}</p>
</header>
${metadata(diff)}${contents(shown)}<main>
${shown.map(section).join('')}</main>
</body>
</html>
`;
}

function metadata({ metadata: changes, files }: EditionDiff): string {
  const rows = changes.map(
    ({ field, before, after }) =>
      `<tr><th scope="row">${escaped(field)}</th><td>${mark('del', before)} ${mark('ins', after)}</td></tr>\n`,
  );
  const names = [
    ...files.added.map((path) => mark('ins', path)),
    ...files.changed.map((path) => escaped(path)),
    ...files.removed.map((path) => mark('del', path)),
  ];
  if (names.length > 0)
    rows.push(`<tr><th scope="row">Pictures and fonts</th><td>${names.join(', ')}</td></tr>\n`);
  return rows.length === 0 ? '' : `<table>\n<caption>About the book</caption>\n${rows.join('')}</table>\n`;
}

const mark = (name: 'ins' | 'del', text = ''): string =>
  text === '' ? '' : `<${name}>${escaped(text)}</${name}>`;

const contents = (sections: readonly SectionDiff[]): string =>
  sections.length === 0
    ? ''
    : `<nav aria-label="Sections that changed">\n<ol>\n${sections
        .map(
          (entry, index) =>
            `<li><a href="#s${String(index)}">${escaped(entry.title)}</a> ${note(entry)}</li>\n`,
        )
        .join('')}</ol>\n</nav>\n`;

function note({ state, moved, renamed, words, typography, segments }: SectionDiff): string {
  const places = (kind: Segment['kind'], word: string) => {
    const titles = segments.flatMap((segment) => (segment.kind === kind ? [segment.place ?? ''] : []));
    return titles.length === 0 ? [] : [`text ${word} ${[...new Set(titles)].map(quoted).join(', ')}`];
  };
  const notes = [
    ...(state === 'added' || state === 'removed' ? [`${state}, ${counted(words.total, 'word')}`] : []),
    ...(renamed === undefined ? [] : [`was ${quoted(renamed)}`]),
    ...(moved ? ['moved'] : []),
    ...(state === 'changed' && words.added + words.removed > 0
      ? [`+${String(words.added)} \u2212${String(words.removed)}`]
      : []),
    ...places('came', 'from'),
    ...places('left', 'now in'),
    ...(state === 'changed' && typography > 0 ? [counted(typography, 'mark')] : []),
  ];
  return `<small>${escaped(notes.join(', '))}</small>`;
}

const quoted = (title: string): string => `\u201C${title}\u201D`;

function section(entry: SectionDiff, index: number): string {
  const paragraphs = paragraphsOf(entry.segments);
  const isChange = (at: number) => paragraphs[at]?.some((piece) => piece.isChange) === true;
  const isNear = (at: number) =>
    Array.from({ length: 2 * NEIGHBOURS + 1 }, (_, offset) => at + offset - NEIGHBOURS).some(isChange);
  const html: string[] = [];
  let hidden: string[] = [];
  const hide = (): void => {
    if (hidden.length > 0)
      html.push(
        `<details><summary>${counted(hidden.length, 'paragraph')} unchanged</summary>\n${hidden.join('')}</details>\n`,
      );
    hidden = [];
  };
  paragraphs.forEach((pieces, at) => {
    const paragraph = `<p>${pieces.map((piece) => piece.html).join('')}</p>\n`;
    if (!isNear(at)) hidden.push(paragraph);
    else {
      hide();
      html.push(paragraph);
    }
  });
  hide();
  return `<section${attribute('id', `s${String(index)}`)}>\n<h2>${escaped(entry.title)} ${note(entry)}</h2>\n${html.join('')}</section>\n`;
}

/** Segments cut at the ends of paragraphs. */
function paragraphsOf(segments: readonly Segment[]): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  for (const segment of segments) {
    const parts = (isGone(segment) ? segment.before : segment.after).split(PARAGRAPH);
    parts.forEach((text, index) => {
      if (index > 0) paragraphs.push([]);
      if (text !== '') (paragraphs.at(-1) as Piece[]).push(piece(segment, text));
    });
  }
  return paragraphs.filter((pieces) => pieces.length > 0);
}

/** Whether a stretch stands in the older edition alone. */
const isGone = ({ kind }: Segment): boolean => kind === 'removed' || kind === 'left';

/** The element of each kind of stretch, its class, and what it says of the other edition. */
const ELEMENTS: Readonly<
  Record<Exclude<Segment['kind'], 'same'>, (segment: Segment) => [name: string, title: string, kind: string]>
> = {
  renamed: ({ before }) => ['ins', `was: ${before.trim()}`, ''],
  removed: () => ['del', '', ''],
  added: () => ['ins', '', ''],
  typography: ({ before }) => ['span', `was: ${before.trim()}`, 'typography'],
  left: ({ place }) => ['del', `now in: ${place ?? ''}`, 'moved'],
  came: ({ place }) => ['ins', `was in: ${place ?? ''}`, 'moved'],
};

function piece(segment: Segment, text: string): Piece {
  const html = escaped(text).replaceAll('\n', '<br>');
  if (segment.kind === 'same') return { html, isChange: false };
  const [name, title, kind] = ELEMENTS[segment.kind](segment);
  return {
    html: `<${name}${attribute('class', kind)}${attribute('title', title)}>${html}</${name}>`,
    isChange: true,
  };
}
