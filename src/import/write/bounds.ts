/** Paragraphs that are too long for a manuscript, parted so that the rest of their file need not be refused. */
import { warning, type Result } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import type { Piece } from './piece.js';
import type { Story } from './stories.js';

/** The most characters and lines of a paragraph that stays whole; escapes may double them. */
const LONGEST = 400_000;
const MOST_LINES = 9000;
/** About as many characters stand in each part. */
const PART = 20_000;

/** A story with its longest paragraphs parted at the ends of sentences, and a message for each. */
export function withinBounds(story: Story, path: string): Result<Story> {
  const messages: Message[] = [];
  const body = story.body.flatMap((piece) => {
    const lines = piece.text.length > MOST_LINES ? piece.text.split('\n').length : 1;
    if (piece.text.length <= LONGEST && lines <= MOST_LINES) return [piece];
    const parts = partsOf(piece.text);
    messages.push(parted(piece, parts.length, path));
    const bare = { ...piece };
    delete bare.content;
    return parts.map((text, index): Piece => ({ ...bare, text, gap: index === 0 ? piece.gap : 1 }));
  });
  return { value: messages.length === 0 ? story : { ...story, body }, messages };
}

/** A text cut after a line, else after a sentence, else after a word. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  while (text.length - from > PART) {
    const window = text.slice(from, from + PART);
    const ends = ['\n', '. ', ' '].map((end) => window.lastIndexOf(end) + end.length);
    const cut = ends.find((end) => end > PART / 2) ?? PART;
    parts.push(window.slice(0, cut).trim());
    from += cut;
  }
  return [...parts, text.slice(from).trim()].filter((part) => part !== '');
}

const parted = ({ line, text }: Piece, count: number, path: string): Message =>
  warning(
    'import:long-paragraph',
    `This paragraph of ${text.length.toLocaleString('en')} characters was cut into ${count.toLocaleString('en')}`,
    {
      path,
      place: { line, column: 1 },
      hint: 'The file may have lost its line ends. Every letter is there, but not its italics and tables.',
    },
  );
