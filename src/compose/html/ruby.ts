/** Ruby as older HTML has it, in the form that HTML and EPUB have now. */
import type { Element, ElementContent } from 'hast';
import { element, isBlank, isElement, isNamed, text } from '../elements.js';

/** One reading, or one for each base. */
type Readings = ElementContent[][];

/** Bases that stand together, and the rows of readings behind them. */
interface Group {
  bases: ElementContent[][];
  rows: Readings[];
}

/**
 * Ruby whose bases or readings are grouped (`rb`, `rtc`) as bases that have their reading behind them. A second row of
 * readings stands over the first one's ruby.
 *
 * @see https://www.w3.org/TR/html-ruby-extensions/ for the old form
 * @see https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-ruby-element for the new one
 */
export function plainRuby(ruby: Element): Element {
  const isOld = ruby.children.some((child) => isNamed(child, 'rb') || isNamed(child, 'rtc'));
  if (!isOld) return ruby;
  const children = groupsOf(ruby.children).flatMap((group) => {
    const [first, ...others] = group.rows;
    if (!first) return group.bases.flat();
    return others.reduce<ElementContent[]>(
      (base, row) => [element('ruby', {}, base), element('rt', {}, row.flat())],
      paired(
        group.bases,
        first,
        ruby.children.some((child) => isNamed(child, 'rp')),
      ),
    );
  });
  return { ...ruby, children };
}

/** Each base with its reading, in brackets where there were some; where they do not match, all with all. */
function paired(bases: ElementContent[][], readings: Readings, hasMarks: boolean): ElementContent[] {
  const isMatch = bases.length === readings.length;
  const pairs = isMatch
    ? bases.map((base, index) => [base, readings[index] ?? []] as const)
    : [[bases.flat(), readings.flat()] as const];
  const mark = (value: string): Element[] => (hasMarks ? [element('rp', {}, [text(value)])] : []);
  return pairs.flatMap(([base, reading]) => [
    ...base,
    ...mark('('),
    element('rt', {}, reading),
    ...mark(')'),
  ]);
}

function groupsOf(children: readonly ElementContent[]): Group[] {
  const groups: Group[] = [];
  let isBase = false;
  for (const child of children) {
    if (isBlank(child) || isNamed(child, 'rp')) continue;
    const isReading = isNamed(child, 'rt') || isNamed(child, 'rtc');
    if (!isReading && (groups.length === 0 || (groups.at(-1)?.rows.length ?? 0) > 0))
      groups.push({ bases: [], rows: [] });
    const group = groups.at(-1);
    if (!group) continue;
    if (isNamed(child, 'rtc')) group.rows.push(readingsOf(child));
    else if (isNamed(child, 'rt')) {
      if (isBase || group.rows.length === 0) group.rows.push([]);
      group.rows.at(-1)?.push(child.children);
    } else if (isNamed(child, 'rb')) group.bases.push(child.children);
    else if (isBase && group.bases.length > 0 && !isElement(child)) group.bases.at(-1)?.push(child);
    else group.bases.push([child]);
    isBase = !isReading;
  }
  return groups;
}

/** The readings of a row; its text where it names none. */
function readingsOf({ children }: Element): Readings {
  const named = children.filter((child) => isNamed(child, 'rt'));
  return named.length > 0 ? named.map((rt) => rt.children) : [children];
}
