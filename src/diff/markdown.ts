/** The changes of an edition as Markdown: notes that a release carries. */
import { quotable } from '../diagnostics.js';
import { counted, grouped } from '../text/numbers.js';
import type { EditionDiff, Passage, SectionDiff } from './types.js';

export interface MarkdownOptions {
  /** Passages of one section, and items of other lists, at most; the rest is counted. Without it, all. */
  most?: number;
}

/** What changed, in sentences and lists; ends with a line end. */
export function diffMarkdown(diff: EditionDiff, { most = Infinity }: MarkdownOptions = {}): string {
  const of = (state: SectionDiff['state']) => diff.sections.filter((section) => section.state === state);
  const told = (state: SectionDiff['state']) => of(state).filter(({ words }) => words.total > 0);
  const isReworded = ({ passages }: SectionDiff) => passages.length > 0;
  const changed = diff.sections.filter((section) => section.state === 'changed' && isReworded(section));
  const list = (heading: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `## ${heading}\n\n${listed(items, most)}`;
  const blocks = [
    `# What changed in ${emphasis(diff.after.title)}`,
    summary(diff, changed.length),
    list('New', told('added').map(whole)),
    list('Removed', told('removed').map(whole)),
    list(
      'Renamed',
      diff.sections.flatMap(({ renamed, title }) =>
        renamed === undefined ? [] : `${bold(renamed)} is now ${bold(title)}`,
      ),
    ),
    list(
      'Moved',
      diff.sections.filter(({ moved }) => moved).map(({ title }) => bold(title)),
    ),
    list('Text that moved', diff.moves.map(move)),
    ...(changed.length > 0 ? ['## Changed'] : []),
    ...changed.map((section) => reworded(section, most)),
    list(
      'Typography only',
      of('changed')
        .filter((section) => !isReworded(section) && section.typography > 0)
        .map(typographic),
    ),
    list('About the book', diff.metadata.map(fieldChange)),
    list('Pictures and fonts', fileChanges(diff.files)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function summary({ isSame, words, passages, typography, moves }: EditionDiff, sections: number): string {
  if (isSame) return 'Nothing changed.';
  const moved = moves.reduce((sum, { words: count }) => sum + count, 0);
  const parts = [
    ...(passages > 0 ? [`${counted(passages, 'passage')} in ${counted(sections, 'section')}`] : []),
    `${counted(words.added, 'word')} added`,
    `${grouped(words.removed)} removed`,
    ...(moved > 0 ? [`${grouped(moved)} moved`] : []),
    ...(typography > 0 ? [`${counted(typography, 'mark')} of typography`] : []),
  ];
  return `${parts.join(', ')}.`;
}

function reworded({ title, words, passages, typography }: SectionDiff, most: number): string {
  return [
    `### ${plain(title)}`,
    '',
    `${counted(words.added, 'word')} added, ${grouped(words.removed)} removed` +
      `${typography > 0 ? `, ${counted(typography, 'mark')} of typography` : ''}.`,
    '',
    listed(passages.map(passageLine), most),
  ].join('\n');
}

function passageLine({ before, after, context }: Passage): string {
  const marks = [
    before === '' ? '' : `~~${plain(quotable(oneLine(before)))}~~`,
    after === '' ? '' : `**${plain(quotable(oneLine(after)))}**`,
  ].filter((mark) => mark !== '');
  return [plain(oneLine(context.left)), ...marks, plain(oneLine(context.right))]
    .filter((part) => part !== '')
    .join(' ');
}

/** A section that was added or removed; what of it stood, or stands, elsewhere is listed separately. */
const whole = ({ title, words: { total, added, removed } }: SectionDiff): string => {
  const elsewhere = total - added - removed;
  return `${bold(title)}, ${counted(total, 'word')}${elsewhere > 0 ? `, ${grouped(elsewhere)} of them moved` : ''}`;
};

const move = ({ from, to, words }: EditionDiff['moves'][number]): string =>
  from === to
    ? `${counted(words, 'word')} within ${bold(to)}`
    : `${counted(words, 'word')} from ${bold(from)} to ${bold(to)}`;

const typographic = ({ title, typography }: SectionDiff): string =>
  `${bold(title)}, ${counted(typography, 'mark')}`;

const fieldChange = ({ field, before, after }: EditionDiff['metadata'][number]): string => {
  const [old, now] = [before, after].map((value) =>
    value === undefined ? '' : plain(quotable(oneLine(value))),
  );
  if (!old) return `${field}: **${now ?? ''}**`;
  return now ? `${field}: ~~${old}~~ **${now}**` : `${field}: ~~${old}~~`;
};

const fileChanges = ({ added, removed, changed }: EditionDiff['files']): string[] => [
  ...added.map((path) => `${code(path)} is new`),
  ...changed.map((path) => `${code(path)} changed`),
  ...removed.map((path) => `${code(path)} is gone`),
];

/** Items, one a line; those beyond the most are counted. */
function listed(items: readonly string[], most: number): string {
  const rest = items.length - most;
  return [
    ...items.slice(0, most).map((item) => `- ${item}`),
    ...(rest > 0 ? [`- and ${grouped(rest)} more`] : []),
  ].join('\n');
}

/** A manuscript's text as Markdown that means itself, on GitHub too: no mark, link, mention or HTML of its own. */
const plain = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#+!|~&$@]/g, (mark) => (mark === '@' ? '@\u200B' : `\\${mark}`))
    .replace(/^(\d+)([.)])/, '$1\\$2');

const code = (text: string): string => `\`${text.replaceAll('`', "'")}\``;
const bold = (text: string): string => `**${plain(oneLine(text))}**`;
const emphasis = (text: string): string => `*${plain(oneLine(text))}*`;
const oneLine = (text: string): string => text.replace(/\s*\n+\s*/g, ' / ').trim();
