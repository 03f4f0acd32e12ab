/** The changes of an edition as Markdown: notes that a release carries. */
import { quotable } from '../diagnostics.js';
import type { EditionDiff, Passage, SectionDiff } from './types.js';

export interface MarkdownOptions {
  /** Passages listed of one section, at most; the rest is counted. Without it, all. */
  most?: number;
}

/** What changed, in sentences and lists; ends with a line end. */
export function diffMarkdown(diff: EditionDiff, { most = Infinity }: MarkdownOptions = {}): string {
  const of = (state: SectionDiff['state']) => diff.sections.filter((section) => section.state === state);
  const isReworded = ({ passages }: SectionDiff) => passages.length > 0;
  const changed = diff.sections.filter((section) => section.state === 'changed' && isReworded(section));
  const blocks = [
    `# What changed in ${emphasis(diff.after.title)}`,
    summary(diff, changed.length),
    list(
      'New',
      of('added').map((section) => `${bold(section.title)}, ${counted(section.words.total, 'word')}`),
    ),
    list(
      'Removed',
      of('removed').map((section) => `${bold(section.title)}, ${counted(section.words.total, 'word')}`),
    ),
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
    ...(changed.length > 0 ? ['## Changed'] : []),
    ...changed.map((section) => reworded(section, most)),
    list(
      'Typography only',
      of('changed')
        .filter((section) => !isReworded(section))
        .map(typographic),
    ),
    list('About the book', diff.metadata.map(fieldChange)),
    list('Pictures and fonts', fileChanges(diff.files)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function summary({ isSame, words, passages, typography }: EditionDiff, sections: number): string {
  if (isSame) return 'Nothing changed.';
  const parts = [
    ...(passages > 0 ? [`${counted(passages, 'passage')} in ${counted(sections, 'section')}`] : []),
    `${counted(words.added, 'word')} added`,
    `${String(words.removed)} removed`,
    ...(typography > 0 ? [`${counted(typography, 'mark')} of typography`] : []),
  ];
  return `${parts.join(', ')}.`;
}

function reworded({ title, words, passages, typography }: SectionDiff, most: number): string {
  const shown = passages.slice(0, most).map((passage) => `- ${passageLine(passage)}`);
  const rest = passages.length - shown.length;
  return [
    `### ${plain(title)}`,
    '',
    `${counted(words.added, 'word')} added, ${String(words.removed)} removed` +
      `${typography > 0 ? `, ${counted(typography, 'mark')} of typography` : ''}.`,
    '',
    ...shown,
    ...(rest > 0 ? [`- and ${counted(rest, 'more passage')}`] : []),
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

const list = (heading: string, items: readonly string[]): string =>
  items.length === 0 ? '' : [`## ${heading}`, '', ...items.map((item) => `- ${item}`)].join('\n');

/** A manuscript's text as Markdown that means itself, on GitHub too: no mark, link, mention or HTML of its own. */
const plain = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#+!|~&$@]/g, (mark) => (mark === '@' ? '@\u200B' : `\\${mark}`))
    .replace(/^(\d+)([.)])/, '$1\\$2');

const code = (text: string): string => `\`${text.replaceAll('`', "'")}\``;
const bold = (text: string): string => `**${plain(oneLine(text))}**`;
const emphasis = (text: string): string => `*${plain(oneLine(text))}*`;
const oneLine = (text: string): string => text.replace(/\s*\n+\s*/g, ' / ').trim();

const counted = (count: number, thing: string): string =>
  `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`;
