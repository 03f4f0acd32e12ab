/** `octavo/remark`: the typography as a plugin of any unified pipeline that reads Markdown or MDX. */
import type { Nodes, Root, Text } from 'mdast';
import { typesetDocument, type TypographyOptions, type TypographyReport } from './document.js';
import { replaceBlocks, replaceNodes } from './nodes.js';
import { escapesIn, templateTagsIn } from './source.js';

export type {
  TypographyChange,
  TypographyOptions,
  TypographyPlace,
  TypographyReport,
  TypographyRules,
} from './document.js';

/** What the plugin asks of the file that is worked on: a VFile. */
export interface RemarkFile {
  path?: string | undefined;
  value?: unknown;
  data: Record<string, unknown>;
  message: (reason: string, options: { ruleId: string; source: string }) => unknown;
}

/** How documents are set; a function where each has its own. */
export interface RemarkTypographyOptions extends Omit<TypographyOptions, 'language'> {
  /** BCP 47, or what tells it of a file: `(file) => file.data.matter.lang`. English of America by default. */
  language?: string | ((file: RemarkFile) => string | undefined);
  /** Whether the text in blocks of HTML is set too; tags never change. */
  html?: boolean;
}

/**
 * A remark plugin that sets the typography of a document as a proofreader would. The document is read as a whole; code,
 * formulas, addresses, HTML, MDX's expressions and what was escaped stay as they are. `file.data.typography` holds each change.
 *
 * @example
 * ```js
 * import remarkTypography from 'octavo/remark';
 * import remarkParse from 'remark-parse';
 * import remarkStringify from 'remark-stringify';
 * import { unified } from 'unified';
 *
 * const file = await unified()
 *   .use(remarkParse)
 *   .use(remarkTypography, { language: 'en-GB' })
 *   .use(remarkStringify)
 *   .process(`"Well," she said, "it's *late*..."`);
 * String(file); // “Well,” she said, “it’s *late*…”
 * ```
 */
export function remarkTypography(
  options: RemarkTypographyOptions = {},
): (tree: Root, file: RemarkFile) => Root {
  const { language, html = false, ...others } = options;
  return (tree, file) => {
    const named = typeof language === 'function' ? language(file) : language;
    const source = typeof file.value === 'string' ? file.value : '';
    const path = file.path ?? '';
    const { tree: kept, back } = prepared(tree, source, html);
    const set = typesetDocument(kept, path, {
      ...others,
      ...(named === undefined ? {} : { language: named }),
    });
    const { changes, messages } = set;
    for (const { id, reason, hint } of messages)
      file.message(hint === undefined ? reason : `${reason}. ${hint}`, {
        ruleId: id.replace('typography:', ''),
        source: 'octavo',
      });
    const report: TypographyReport = { changes, messages };
    file.data['typography'] = report;
    return back(set.tree);
  };
}

export default remarkTypography;

interface Prepared {
  tree: Root;
  /** Takes the notes out of a tree that was made of it. */
  back: (tree: Root) => Root;
}

/** A tree whose texts say what in them is to stay, and whose blocks of HTML are out of the way. */
function prepared(tree: Root, source: string, html: boolean): Prepared {
  const originals = new Map<Nodes, Nodes>();
  const stand = (node: Nodes, original: Nodes): Nodes => {
    originals.set(node, original);
    return node;
  };
  const withoutHtml = html
    ? tree
    : replaceBlocks(tree, (node) => (node.type === 'html' ? stand({ type: 'thematicBreak' }, node) : node));
  const noted = replaceNodes(withoutHtml, (node) => {
    if (node.type !== 'text') return node;
    const escaped = keptIn(node, source);
    return escaped.length === 0 ? node : stand({ ...node, data: { ...node.data, escaped } }, node);
  });
  const back = (set: Root): Root =>
    replaceNodes(set, (node) => originals.get(node) ?? (node.type === 'text' ? withoutNote(node) : node));
  return { tree: noted, back };
}

/** Offsets of what is to stay in a text: escapes, references and tags of templates. */
function keptIn({ value, position, data }: Text, source: string): number[] {
  const from = position?.start.offset;
  const to = position?.end.offset;
  const typed = from === undefined || to === undefined ? '' : source.slice(from, to);
  const kept = new Set([...(data?.escaped ?? []), ...escapesIn(value, typed), ...templateTagsIn(value)]);
  return [...kept].sort((a, b) => a - b);
}

function withoutNote(node: Text): Text {
  if (!node.data?.escaped) return node;
  const data = { ...node.data };
  delete data.escaped;
  const bare = { ...node, data };
  if (Object.keys(data).length === 0) delete (bare as Text).data;
  return bare;
}
