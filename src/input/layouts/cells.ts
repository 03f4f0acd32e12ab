/**
 * Cells of programs, as Quarto and R Markdown write them: their code is shown, and none is run. A cell that only shows a
 * picture is that picture, and one whose engine is text is its text.
 *
 * @see https://quarto.org/docs/computations/execution-options.html
 * @see https://bookdown.org/yihui/rmarkdown/r-code.html
 */
import { parseYaml } from '../front/yaml.js';
import { isShort, marked, type Line, type Marked } from './lines.js';
import type { Source } from './plan.js';
import type { Remarks } from './remarks.js';

const HEAD = /^([ \t>]*(?:`{3,}|~{3,}))[ \t]*\{([A-Za-z][\w+-]*)(?:[ \t,](.*))?\}[ \t]*$/;
const OPTION = /^[ \t>]*(?:#|\/\/|%%|--)\|[ \t]?(.*)$/;
/** At the head of a cell: `name = value`, or the cell's own name. */
const AT_HEAD = /(?:([\w.-]+)[ \t]*=[ \t]*)?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s,"']+)/g;
/** A value that a program gives in the middle of a line. */
const VALUE = /`(?:r |\{(?:r|python|julia|ojs)\} )[^`]+`/;
const PICTURE = /^(?:knitr::)?include_graphics\([ \t]*(?:path[ \t]*=[ \t]*)?(["'])([^"'\n]+)\1[^()]*\)$/;
/** Engines whose cells hold text: boxes, and what mathematicians state. */
const TEXT =
  /^(?:asis|block2?|theorem|lemma|corollary|proposition|conjecture|definition|example|exercise|hypothesis|proof|remark|solution)$/;
const BOX = /^rmd(note|tip|warning|caution|important)$/;

interface Cell {
  /** The line of the fence. */
  origin: number;
  fence: string;
  engine: string;
  head: string;
  /** What `#|` lines say, as YAML. */
  below: string[];
  lines: Line[];
}

interface CellsOptions {
  /** Whether the book shows no code where a cell does not say so. */
  hidden?: boolean;
  /** What the label of a cell at its head begins with, as that of a figure. */
  prefix?: string;
}

/** The lines of a text without what tells the tool how to run its cells. */
export function withCells(
  lines: readonly Line[],
  { path }: Source,
  remarks: Remarks,
  options: CellsOptions = {},
): Line[] {
  const made: Line[] = [];
  let cell: Cell | undefined;
  for (const line of marked(lines)) {
    const { text, origin, code, info } = line;
    if (!code || info !== undefined) {
      end();
      cell = cellAt(line);
      const [value] = (!code && text.includes('`') ? VALUE.exec(text) : null) ?? [];
      if (value !== undefined) remarks.add('folders:not-run', value.slice(1, -1), path, origin);
      // A line that a program would write whole has nothing to show.
      if (!cell) made.push({ text: value === text.trim() ? '' : text, origin });
    } else if (!cell) made.push({ text, origin });
    else if (OPTION.test(text) && cell.lines.length === 0) cell.below.push(OPTION.exec(text)?.[1] ?? '');
    else cell.lines.push({ text, origin });
  }
  end();
  return made;

  function end(): void {
    if (cell) made.push(...shownOf(cell, path, remarks, options));
    cell = undefined;
  }
}

/** The cell that a fence opens. */
function cellAt({ text, origin, info }: Marked): Cell | undefined {
  const [, fence, engine = '', head = ''] =
    (info !== undefined && isShort(text) ? HEAD.exec(text) : null) ?? [];
  return fence === undefined ? undefined : { origin, fence, engine, head, below: [], lines: [] };
}

/** What a reader sees of a cell. */
function shownOf(
  { origin, fence, engine, head, below, lines }: Cell,
  path: string,
  remarks: Remarks,
  { hidden = false, prefix = '' }: CellsOptions,
): Line[] {
  const of = optionsOf(head, below, prefix);
  const isOff = (name: string): boolean => /^(?:false|F)$/i.test(of.get(name) ?? '');
  // The last line is the fence that closes it, but for a cell that nothing closes.
  const inside = lines.filter((line, index) => index < lines.length - 1 || !FENCE.test(line.text));
  if (isOff('include')) return [];
  if (TEXT.test(engine)) return boxed(inside, BOX.exec(of.get('type') ?? '')?.[1], origin);
  const code = [{ text: `${fence}${engine}`, origin }, ...lines];
  const shown = (of.has('echo') ? isOff('echo') : hidden) ? [] : code;
  const picture = pictureOf(inside, of);
  if (picture !== undefined) return [...shown, ...apart([{ text: picture, origin }], origin)];
  if (!isOff('eval')) remarks.add('folders:not-run', `{${engine}}`, path, origin);
  return shown;
}

const FENCE = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*$/;

const apart = (lines: readonly Line[], origin: number): Line[] => [
  { text: '', origin },
  ...lines,
  { text: '', origin },
];

const boxed = (lines: readonly Line[], kind: string | undefined, origin: number): Line[] =>
  kind === undefined
    ? apart(lines, origin)
    : apart([{ text: `::: {.callout-${kind}}`, origin }, ...lines, { text: ':::', origin }], origin);

/** Options by name, dots of R's as hyphens; `label` is that of a figure. */
function optionsOf(head: string, below: readonly string[], prefix: string): Map<string, string> {
  const of = new Map<string, string>();
  for (const [, name, value = ''] of head.matchAll(AT_HEAD)) {
    const plain = value.replace(/^(["'])(.*)\1$/, '$2').replaceAll(/\\(.)/g, '$1');
    if (name === undefined || name === 'label') of.set('label', `${prefix}${plain}`);
    else of.set(name.replaceAll('.', '-'), plain);
  }
  if (below.length === 0) return of;
  for (const { key, value } of parseYaml({ text: below.join('\n'), line: 1 }, '').value.entries)
    if (['string', 'number', 'boolean'].includes(typeof value))
      of.set(key.replaceAll('.', '-'), String(value));
  return of;
}

/** The picture that a cell shows and nothing else, with its caption, its label and its width. */
function pictureOf(lines: readonly Line[], of: ReadonlyMap<string, string>): string | undefined {
  const code = lines.map(({ text }) => text.trim()).filter((text) => text !== '' && !text.startsWith('#'));
  const [, , address] = (code.length === 1 ? PICTURE.exec(code[0] ?? '') : null) ?? [];
  if (address === undefined || /^https?:/i.test(address)) return undefined;
  const [caption, alt] = [of.get('fig-cap') ?? '', of.get('fig-alt')];
  const label = /^fig[:-][\w:.-]+$/.exec(of.get('label') ?? '')?.[0];
  const width = /^\d+(?:\.\d+)?%$/.exec(of.get('out-width') ?? '')?.[0];
  const braces = [
    ...(label === undefined || caption === '' ? [] : [`#${label}`]),
    ...(width === undefined ? [] : [`width=${width}`]),
    ...(alt === undefined || caption === '' || /["{}]/.test(alt) ? [] : [`fig-alt="${alt}"`]),
  ];
  const words = (caption === '' ? (alt ?? '') : caption).replaceAll(/\s+/g, ' ');
  const image = `![${words}](<${encodeURI(address)}>)`.replace(/\(<([^()\s]*)>\)$/, '($1)');
  return braces.length === 0 ? image : `${image}{${braces.join(' ')}}`;
}
