/** Lines that end where their author ended them: Obsidian shows each end of a line, where Markdown goes on in the same. */
import { marked, type Line } from './lines.js';

/** What begins a block of its own, in which line ends mean what they mean in Markdown. */
const BLOCK = /^(?:[ \t]{4}|[ \t]*(?:$|[-*+>|#~`<:$%{]|\d+[.)][ \t]|!\[|\[\^?[^\]]*\]:|={3}|[*_]{3}[ \t]*$))/;
/** The end of a sentence, with what may close behind it. */
const ENDS = /[.!?\u2026:;\u2014\u2013-][*_"'\u2019\u201D\u00BB\u201C)\]]*[ \t]*$/u;
/** Where a line of an editor that wraps them ends. */
const WRAPPED = { least: 55, most: 100 } as const;

/**
 * Lines of prose as paragraphs, short ones as lines of their own. A run of lines that an editor wrapped stays a
 * paragraph: all but the last end in the middle of a sentence, at much the same width.
 */
export function withLineEnds(lines: readonly Line[]): Line[] {
  const made: Line[] = [];
  let run: Line[] = [];
  const end = (): void => {
    made.push(...settled(run));
    run = [];
  };
  for (const { text, origin, code } of marked(lines)) {
    if (!code && !BLOCK.test(text)) run.push({ text, origin });
    else {
      end();
      made.push({ text, origin });
    }
  }
  end();
  return made;
}

function settled(run: readonly Line[]): readonly Line[] {
  if (run.length < 2) return run;
  const inner = run.slice(0, -1).map(({ text }) => text.trimEnd());
  const ended = inner.filter((text) => ENDS.test(text)).length;
  const wrapped = inner.filter(({ length }) => length >= WRAPPED.least && length <= WRAPPED.most).length;
  if (wrapped === inner.length && ended * 2 < inner.length) return run;
  const isProse = ended * 2 >= inner.length || inner.some(({ length }) => length > WRAPPED.most);
  return run.flatMap((line, index) => {
    if (index === run.length - 1 || /(?: {2}|\\)$/.test(line.text)) return [line];
    return isProse ? [line, { text: '', origin: line.origin }] : [{ ...line, text: `${line.text}\\` }];
  });
}
