/** The front matter of a manuscript, with what its source says now where its author left it as it was. */
import { isMap, parseDocument, Scalar, visit, type Document } from 'yaml';

export interface MergedFront {
  text: string;
  /** Keys that have the source's new value. */
  taken: string[];
  /** Keys that both changed, with the value that the source has: the author's stand. */
  conflicts: { key: string; theirs: unknown }[];
  /** Whether the author's could not be read. */
  isBroken?: true;
}

type Values = Record<string, unknown>;

const INNER = /^---[ \t]*\n([\s\S]*?)(?:\n)?---[ \t]*(?:\n|$)/;
const innerOf = (front: string): string => INNER.exec(front)?.[1] ?? '';

/** Three states of a front matter, with fences or empty, as one. */
export function mergeFront(base: string, ours: string, theirs: string): MergedFront {
  const none: MergedFront = { text: ours, taken: [], conflicts: [] };
  if (base === theirs) return none;
  const document = parseDocument(innerOf(ours));
  const [before, now] = [valuesOf(base), valuesOf(theirs)];
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents)))
    return { ...none, isBroken: true };
  const merged: MergedFront = { ...none, taken: [], conflicts: [] };
  mergeValues([], before, (document.toJS() ?? {}) as Values, now, document, merged);
  if (merged.taken.length === 0) return merged;
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && node.value.includes('\n')) node.type = Scalar.BLOCK_LITERAL;
    },
  });
  const after = ours === '' ? '\n' : (/---[ \t]*\n(\s*)$/.exec(ours)?.[1] ?? '\n');
  // Lists in brackets as their author has them.
  const flowCollectionPadding = /[[{] +[^\s\]}]/.test(innerOf(ours));
  return {
    ...merged,
    text: `---\n${document.toString({ lineWidth: 0, flowCollectionPadding })}---\n${after}`,
  };
}

function valuesOf(front: string): Values {
  const value: unknown = parseDocument(innerOf(front)).toJS();
  return isValues(value) ? value : {};
}

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Key by key; what the source no longer says stays. */
function mergeValues(
  path: readonly string[],
  base: Values,
  ours: Values,
  theirs: Values,
  document: Document,
  merged: MergedFront,
): void {
  for (const [key, value] of Object.entries(theirs)) {
    const [before, own] = [base[key], ours[key]];
    if (isSame(value, before) || isSame(value, own)) continue;
    if (isValues(value) && isValues(own)) {
      mergeValues([...path, key], isValues(before) ? before : {}, own, value, document, merged);
    } else if (isSame(own, before)) {
      document.setIn([...path, key], document.createNode(value));
      merged.taken.push([...path, key].join('.'));
    } else merged.conflicts.push({ key: [...path, key].join('.'), theirs: value });
  }
}
