/**
 * `~~~` alone between empty lines is a scene break.
 *
 * CommonMark takes it for the fence of a code block that nothing closes, and the rest of the story for code.
 */
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

const TILDE = 126;
const SHORTEST = 3;

/** Whether a text can hold such a break at all. */
export const hasTildeBreak = (text: string): boolean => /^[ \t>]*~{3,}[ \t]*$/m.test(text);

/** The syntax of a scene break in tildes, as a thematic break. */
export function tildeBreak(): Extension {
  return { flow: { [TILDE]: { name: 'tildeBreak', tokenize: tokenizeTildeBreak } } };
}

const emptyLineAhead: Construct = { tokenize: tokenizeEmptyLine, partial: true };

function tokenizeTildeBreak(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  // Right under another line it is a fence.
  const before = this.events.findLast(([, token]) => token.type !== 'linePrefix');
  if (before && before[1].type !== 'lineEndingBlank') return nok;
  let size = 0;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('thematicBreak');
    effects.enter('thematicBreakSequence');
    return sequence(code);
  }

  function sequence(code: Code): State | undefined {
    if (code === TILDE) {
      size += 1;
      effects.consume(code);
      return sequence;
    }
    effects.exit('thematicBreakSequence');
    return size < SHORTEST ? nok(code) : spaces(effects, end)(code);
  }

  function end(code: Code): State | undefined {
    if (code === null) return done(code);
    return markdownLineEnding(code) ? effects.check(emptyLineAhead, done, nok)(code) : nok(code);
  }

  function done(code: Code): State | undefined {
    effects.exit('thematicBreak');
    return ok(code);
  }
}

function tokenizeEmptyLine(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return (code) => {
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return spaces(effects, end);
  };

  function end(code: Code): State | undefined {
    return code === null || markdownLineEnding(code) ? ok(code) : nok(code);
  }
}

/** Reads the spaces and tabs that come next, if any, and goes on to `next`. */
function spaces(effects: Effects, next: State): State {
  return (code) => {
    if (!markdownSpace(code)) return next(code);
    effects.enter('whitespace');
    return space(code);
  };

  function space(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.consume(code);
      return space;
    }
    effects.exit('whitespace');
    return next(code);
  }
}
