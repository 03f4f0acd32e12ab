/**
 * Letters and figures set lower or higher: `H~2~O`, `x^2^`, as pandoc has them. One tilde between spaces strikes out,
 * as on GitHub.
 *
 * @see https://pandoc.org/MANUAL.html#superscripts-and-subscripts
 */
import type { CompileContext, Extension as TreeExtension, Handle } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    raised: 'raised';
    raisedMarker: 'raisedMarker';
    raisedText: 'raisedText';
  }
}

const CARET = 94;
const TILDE = 126;

/** Whether a text can hold such marks at all. */
export const hasRaised = (text: string): boolean =>
  // The mark first: a search that begins with a letter looks at every one of a novel.
  /\^(?<=[\p{L}\p{N})\]*_`]\^)[^\s^[\]]{1,24}\^|~(?<=[\p{L}\p{N})\]]~)[^\s~]{1,24}~/u.test(text);

const MOST = 24;
/** What stands before such a mark, and what may be set so: no comma, which ends a range such as `3~5, 7~9`. */
const BEFORE = /[\p{L}\p{N})\]*_`]/u;
const INNER = /[\p{L}\p{M}\p{N}+\-\u2212\u2013=()\u2032'*/.]/u;

const construct: Construct = { name: 'raised', tokenize };

/** The syntax of such marks. */
export const raisedSyntax = (): Extension => ({ text: { [CARET]: construct, [TILDE]: construct } });

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const before = this.previous;
  let marker: Code = null;
  let size = 0;
  return start;

  function start(code: Code): State | undefined {
    if (before === null || before < 0 || !BEFORE.test(String.fromCharCode(before))) return nok(code);
    marker = code;
    effects.enter('raised');
    mark(code);
    return first;
  }

  function first(code: Code): State | undefined {
    if (!isInner(code)) return nok(code);
    effects.enter('raisedText');
    return inside(code);
  }

  function inside(code: Code): State | undefined {
    if (code === marker) {
      effects.exit('raisedText');
      mark(code);
      effects.exit('raised');
      return behind;
    }
    size += 1;
    if (!isInner(code) || size > MOST) return nok(code);
    effects.consume(code);
    return inside;
  }

  function behind(code: Code): State | undefined {
    return code === marker ? nok(code) : ok(code);
  }

  function mark(code: Code): void {
    effects.enter('raisedMarker');
    effects.consume(code);
    effects.exit('raisedMarker');
  }
}

const isInner = (code: Code): boolean => code !== null && code > 0 && INNER.test(String.fromCharCode(code));

/** Such marks in the tree, as nodes that `mdast-util-to-hast` makes elements of. */
export function raisedFromMarkdown(): TreeExtension {
  const enter: Handle = function (this: CompileContext, token) {
    this.enter(
      this.sliceSerialize(token).startsWith('^')
        ? { type: 'superscript', children: [], data: { hName: 'sup' } }
        : { type: 'subscript', children: [], data: { hName: 'sub' } },
      token,
    );
  };
  const exit: Handle = function (this: CompileContext, token) {
    this.exit(token);
  };
  return {
    enter: {
      raised: enter,
      raisedText(token) {
        this.enter({ type: 'text', value: this.sliceSerialize(token) }, token);
      },
    },
    exit: { raised: exit, raisedText: exit },
  };
}
