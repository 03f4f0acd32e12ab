/**
 * Formulas in TeX: `$…$` within a line, `$$…$$` or lines between two lines of `$$` by themselves. Read only for a
 * book that asks for it, since a story's `$5 and $6` are prices.
 *
 * As in pandoc, a dollar sign opens a formula only before a letter of it, and closes one only behind a letter and
 * not before a digit: https://pandoc.org/MANUAL.html#extension-tex_math_dollars
 */
import type { Nodes, Parents, Root } from 'mdast';
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type {
  Code,
  Construct,
  Effects,
  Extension,
  State,
  TokenizeContext,
  TokenType,
} from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathText: 'mathText';
    mathTextData: 'mathTextData';
    mathFlow: 'mathFlow';
    mathFlowFence: 'mathFlowFence';
    mathFlowValue: 'mathFlowValue';
  }
}

const DOLLAR = 36;
const BACKSLASH = 92;
/** Dollar signs round a formula that stands by itself. */
const DISPLAY = 2;

const isDigit = (code: Code): boolean => code !== null && code >= 48 && code <= 57;
const isBlank = (code: Code): boolean => code === null || markdownLineEnding(code) || markdownSpace(code);

/** The syntax of formulas. */
export const mathSyntax = (): Extension => ({
  text: { [DOLLAR]: { name: 'mathText', tokenize: tokenizeText } },
  flow: { [DOLLAR]: { name: 'mathFlow', tokenize: tokenizeFlow, concrete: true } },
});

function tokenizeText(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let opening = 0;
  let closing = 0;
  let before: Code = null;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('mathText');
    return open(code);
  }

  function open(code: Code): State | undefined {
    if (code === DOLLAR) {
      opening += 1;
      effects.consume(code);
      return open;
    }
    return opening > DISPLAY || (opening < DISPLAY && isBlank(code)) ? nok(code) : between(code);
  }

  function between(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (code === DOLLAR) {
      closing = 0;
      return close(code);
    }
    if (markdownLineEnding(code)) {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      before = code;
      return between;
    }
    effects.enter('mathTextData');
    return data(code);
  }

  function data(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code) || code === DOLLAR) {
      effects.exit('mathTextData');
      return between(code);
    }
    before = code;
    effects.consume(code);
    return code === BACKSLASH ? escaped : data;
  }

  function escaped(code: Code): State | undefined {
    if (code !== DOLLAR && code !== BACKSLASH) return data(code);
    before = code;
    effects.consume(code);
    return data;
  }

  function close(code: Code): State | undefined {
    if (code === DOLLAR && closing < opening) {
      closing += 1;
      effects.consume(code);
      return close;
    }
    if (closing < opening || code === DOLLAR) return nok(code);
    if (opening < DISPLAY && (isBlank(before) || isDigit(code))) return nok(code);
    effects.exit('mathText');
    return ok(code);
  }
}

/** Reads spaces as a token. */
function spaces(effects: Effects, next: State, type: TokenType = 'whitespace'): State {
  return (code) => {
    if (!markdownSpace(code)) return next(code);
    effects.enter(type);
    return space(code);
  };

  function space(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.consume(code);
      return space;
    }
    effects.exit(type);
    return next(code);
  }
}

/** Two dollar signs or more that a line begins with, and, where they are a fence, nothing else. */
const dollars = (isFence: boolean): Construct => ({
  partial: true,
  tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    let size = 0;
    return spaces(effects, start);

    function start(code: Code): State | undefined {
      if (code !== DOLLAR) return nok(code);
      effects.enter('mathFlowFence');
      return sequence(code);
    }

    function sequence(code: Code): State | undefined {
      if (code === DOLLAR) {
        size += 1;
        effects.consume(code);
        return sequence;
      }
      effects.exit('mathFlowFence');
      if (size < DISPLAY) return nok(code);
      return isFence ? spaces(effects, end)(code) : ok(code);
    }

    function end(code: Code): State | undefined {
      return code === null || markdownLineEnding(code) ? ok(code) : nok(code);
    }
  },
});

const fence = dollars(true);
const signs = dollars(false);

/** A line that its containers hold: lazy lines end a formula. */
const heldLine: Construct = {
  partial: true,
  tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    return (code) => {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return (next) => (this.parser.lazy[this.now().line] ? nok(next) : ok(next));
    };
  },
};

function tokenizeFlow(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return (code) => {
    effects.enter('mathFlow');
    return effects.attempt(fence, lineEnd, nok)(code);
  };

  function lineEnd(code: Code): State | undefined {
    return code === null
      ? after(code)
      : effects.attempt(heldLine, effects.attempt(fence, after, line), after)(code);
  }

  function line(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return lineEnd(code);
    // With a label behind it, `$$ {#eq-rate}`, the formula is one in the text, and takes its attributes there.
    return effects.check(signs, nok, firstOf)(code);
  }

  function firstOf(code: Code): State | undefined {
    effects.enter('mathFlowValue');
    return value(code);
  }

  function value(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('mathFlowValue');
      return lineEnd(code);
    }
    effects.consume(code);
    return value;
  }

  function after(code: Code): State | undefined {
    effects.exit('mathFlow');
    return ok(code);
  }
}

/** The nodes of formulas: `inlineMath`, and `math` for those by themselves. */
export const mathFromMarkdown = (): TreeExtension => ({
  enter: {
    mathText(token) {
      this.enter({ type: 'inlineMath', value: '' }, token);
    },
    mathFlow(token) {
      this.enter({ type: 'math', value: '' }, token);
    },
  },
  exit: {
    mathText(token) {
      const node = this.stack.at(-1);
      const [, , formula = ''] = /^(\$+)([^]*?)\$+$/.exec(this.sliceSerialize(token)) ?? [];
      if (node?.type === 'inlineMath') node.value = formula.trim();
      this.exit(token);
    },
    mathFlowValue(token) {
      const node = this.stack.at(-1);
      if (node?.type !== 'math') return;
      node.value += (node.value === '' ? '' : '\n') + this.sliceSerialize(token);
    },
    mathFlow(token) {
      this.exit(token);
    },
  },
});

/** Makes blocks of the formulas in `$$` that are alone in their paragraph. */
export function settleMath(tree: Root, source: { text: string; offset: number }): void {
  settle(tree);

  function settle(parent: Parents): void {
    parent.children = parent.children.map((child: Nodes) => {
      if (child.type === 'paragraph' && child.children.length === 1) {
        const [only] = child.children;
        const start = (only?.position?.start.offset ?? 0) - source.offset;
        if (only?.type === 'inlineMath' && source.text.startsWith('$$', start)) {
          return { ...only, type: 'math' as const };
        }
      }
      if ('children' in child) settle(child);
      return child;
    }) as typeof parent.children;
  }
}
