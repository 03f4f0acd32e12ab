/**
 * Code in colours: the words of a program by what they are, as classes for a style sheet. Loaded for books that have
 * code with a language alone, since the grammars are many.
 */
import type { ElementContent } from 'hast';
import clojure from 'highlight.js/lib/languages/clojure';
import cmake from 'highlight.js/lib/languages/cmake';
import dart from 'highlight.js/lib/languages/dart';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import elixir from 'highlight.js/lib/languages/elixir';
import erlang from 'highlight.js/lib/languages/erlang';
import haskell from 'highlight.js/lib/languages/haskell';
import julia from 'highlight.js/lib/languages/julia';
import latex from 'highlight.js/lib/languages/latex';
import lisp from 'highlight.js/lib/languages/lisp';
import nginx from 'highlight.js/lib/languages/nginx';
import ocaml from 'highlight.js/lib/languages/ocaml';
import powershell from 'highlight.js/lib/languages/powershell';
import scala from 'highlight.js/lib/languages/scala';
import scheme from 'highlight.js/lib/languages/scheme';
import { common, createLowlight } from 'lowlight';

const OTHERS = {
  ...{ clojure, cmake, dart, dockerfile, elixir, erlang, haskell, julia },
  ...{ latex, lisp, nginx, ocaml, powershell, scala, scheme },
};

/** The most characters of a block: a grammar's patterns may take long over what no person reads. */
const MOST = 64 * 1024;

/** Code as text and elements with classes such as `hljs-keyword`; nothing where its language is not known. */
export type Colour = (language: string, code: string) => ElementContent[] | undefined;

let grammars: ReturnType<typeof createLowlight> | undefined;

/** Colours code by the grammars of highlight.js. */
export const colour: Colour = (language, code) => {
  grammars ??= createLowlight({ ...common, ...OTHERS });
  const name = language.toLowerCase();
  if (!grammars.registered(name) || code.length > MOST) return undefined;
  const { children } = grammars.highlight(name, code);
  // One text alone has nothing to show.
  return children.some(({ type }) => type === 'element') ? (children as ElementContent[]) : undefined;
};
