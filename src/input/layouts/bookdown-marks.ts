/**
 * bookdown's marks in pandoc's and Quarto's: references and labels, text kept for captions, equations.
 *
 * @see https://bookdown.org/yihui/bookdown/components.html
 */
import { isShort, marked, outsideCode, outsideSpans, type Line } from './lines.js';

/** What a heading is called, and its id. */
export interface Named {
  title: string;
  id: string;
}

/** `# (PART) Title {-}` and `# (APPENDIX) Title {-}`: no chapters. */
export const PART = /^#[ \t]+\((?:(PART)(?:\\?\*)?|APPENDIX)\)(.*)$/;

const REFERENCE = /\\?\\@ref\(([\w:./-]+)\)/g;
const LABEL = /\(\\#(fig|tab|eq):([\w:.-]+)\)[ \t]?/;
const KEPT = /^\(ref:([\w.-]+)\)[ \t]+(\S.*)$/;
const USED = /\(ref:([\w.-]+)\)/g;
const COUNTED = /^(?:fig|tab|eq|lst):/;
const CHAPTER_END = /^<!--chapter:end:[^<>]*-->[ \t]*$/;

/** The lines of a text with bookdown's marks as pandoc's; `titles` are those of the book's headings, by id. */
export function fromBookdown(lines: readonly Line[], titles: ReadonlyMap<string, Named>): Line[] {
  const kept = keptIn(lines);
  return outsideCode(equations(lines), ({ text }) => {
    if (isShort(text) && (PART.test(text) || KEPT.test(text) || CHAPTER_END.test(text))) return '';
    const full = text.replaceAll(USED, (whole, name: string) => kept.get(name) ?? whole);
    return outsideSpans(labelled(full), (part) =>
      part.replaceAll(REFERENCE, (whole, label: string) => {
        if (COUNTED.test(label)) return `-@${label.replace(':', '-')}`;
        const named = titles.get(label);
        return named ? `["${named.title}"](#${named.id})` : whole;
      }),
    );
  });
}

/** Texts that stand apart because no option of a cell could hold them. */
function keptIn(lines: readonly Line[]): Map<string, string> {
  const kept = new Map<string, string>();
  for (const { text, code } of marked(lines)) {
    const [, name, words] = code ? [] : (KEPT.exec(text) ?? []);
    if (name !== undefined && words !== undefined) kept.set(name, words);
  }
  return kept;
}

/** `Table: (\#tab:boats) Boats` as `Table: Boats {#tbl-boats}`. */
function labelled(text: string): string {
  const [whole, kind = '', name = ''] = text.includes('(\\#') ? (LABEL.exec(text) ?? []) : [];
  if (whole === undefined) return text;
  return `${text.replace(whole, '').trimEnd()} {#${kind === 'tab' ? 'tbl' : kind}-${name}}`;
}

const BEGIN = /^[ \t]*\\begin\{(equation|align|gather|multline|eqnarray)\*?\}[ \t]*$/;
const END = /^[ \t]*\\end\{(?:equation|align|gather|multline|eqnarray)\*?\}[ \t]*$/;
const EQUATION_LABEL = /\(\\#eq:([\w:.-]+)\)/;

/** Environments of TeX that stand in the text as formulas, with their label behind them. */
function equations(lines: readonly Line[]): Line[] {
  let open: { environment: string; label?: string } | undefined;
  let isFormula = false;
  return marked(lines).flatMap(({ text, origin, code }): Line[] => {
    const at = (...texts: string[]): Line[] => texts.map((one) => ({ text: one, origin }));
    if (code) return at(text);
    if (!open) {
      if (/^[ \t]*\$\$/.test(text) && !/\$\$.*\$\$/.test(text)) isFormula = !isFormula;
      const [, name] = (isFormula || !isShort(text) ? null : BEGIN.exec(text)) ?? [];
      if (name === undefined) return at(text);
      const environment = name === 'equation' ? '' : (INNER[name] ?? 'aligned');
      open = { environment };
      return at('', '$$', ...(environment === '' ? [] : [`\\begin{${environment}}`]));
    }
    const [whole, label] = EQUATION_LABEL.exec(text) ?? [];
    if (label !== undefined) open.label ??= label;
    if (!END.test(text)) {
      const rest = whole === undefined ? text : text.replace(whole, '');
      return /\S/.test(rest) ? at(rest) : [];
    }
    const { environment, label: own } = open;
    open = undefined;
    return at(
      ...(environment === '' ? [] : [`\\end{${environment}}`]),
      own === undefined ? '$$' : `$$ {#eq-${own}}`,
      '',
    );
  });
}

/** The environments within a formula that set lines as these do. */
const INNER: Readonly<Record<string, string>> = { align: 'aligned', eqnarray: 'aligned', gather: 'gathered' };
