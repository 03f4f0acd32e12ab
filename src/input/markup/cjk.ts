/**
 * Emphasis beside Chinese, Japanese and Korean, which put no space between words: `これは**「強調」**です`.
 *
 * CommonMark asks on which side of a mark spaces and punctuation stand. Beside such a character punctuation says
 * nothing, only a space does.
 *
 * @see https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md
 */
import { attention } from 'micromark-core-commonmark';
import { markdownLineEndingOrSpace, unicodeWhitespace } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, Token } from 'micromark-util-types';

/** Han, kana, Hangul and bopomofo, their punctuation, and half of what stands beyond the first plane. */
const CJK =
  /[\u1100-\u11FF\u2E80-\u303F\u3040-\u31FF\u3200-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7FF\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFF65\uFFE0-\uFFE6]/;
const ASTRAL = /[\uD840-\uD88D]/;
const ASTERISK = 42;
const UNDERSCORE = 95;
const TILDE = 126;

/** Whether a text can hold emphasis beside such a character at all. */
export const hasCjkEmphasis = (text: string): boolean =>
  /\w~\w/.test(text) || (/[*~_]/.test(text) && CJK.test(text));

const isCjk = (code: Code): boolean => {
  if (code === null || code < 0) return false;
  const character = String.fromCharCode(code);
  return CJK.test(character) || ASTRAL.test(character);
};

const WORD = /[\p{L}\p{N}]/u;
const isWord = (code: Code): boolean => code !== null && code > 0 && WORD.test(String.fromCharCode(code));

/** Whether a mark is the single tilde of a range: `3~5`, of which two in a paragraph strike nothing out. */
const isRange = ({ type, start, end }: Token, before: Code, after: Code): boolean =>
  type.startsWith('strikethrough') && end.offset - start.offset === 1 && isWord(before) && isWord(after);

/** Beside a letter on each side a single underscore parts words, as in the names of files: `東京_大阪`. */
const isParting = ({ start, end }: Token, before: Code, after: Code): boolean =>
  end.offset - start.offset === 1 && isWord(before) && isWord(after);

const isSpace = (code: Code): boolean =>
  code === null || markdownLineEndingOrSpace(code) || unicodeWhitespace(code);

/** A mark's syntax with what it opens and closes beside such a character. */
function friendly(construct: Construct, parts: typeof isParting = () => false): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const { previous } = this;
      let sequence: Token | undefined;
      const watched: Effects = {
        ...effects,
        exit(type) {
          sequence = effects.exit(type);
          return sequence;
        },
      };
      const settled = (code: Code) => {
        if (sequence && isRange(sequence, previous, code)) {
          sequence._open = false;
          sequence._close = false;
        } else if (sequence && (isCjk(previous) || isCjk(code)) && !parts(sequence, previous, code)) {
          sequence._open = !isSpace(code);
          sequence._close = !isSpace(previous);
        }
        return ok(code);
      };
      return construct.tokenize.call(this, watched, settled, nok);
    },
  };
}

/** The syntax of emphasis, and that of what is struck out, `strikethrough`, beside such characters. */
export function cjkEmphasis(strikethrough: Extension): Extension {
  const struck = [strikethrough.text?.[TILDE]].flat()[0];
  return {
    text: {
      [ASTERISK]: friendly(attention),
      [UNDERSCORE]: friendly(attention, isParting),
      ...(struck ? { [TILDE]: friendly(struck) } : {}),
    },
  };
}
