/** A content document as its blocks of text, whoever made it. */
import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { SaxesParser } from 'saxes';
import { unified } from 'unified';
import type { Block } from './types.js';

const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
const SILENT = new Set(['head', 'script', 'style', 'template']);
/** Numbers of notes and chapters, and ways back, move when one of them comes or goes: they are no text. */
const COUNTED = /(?:^| )(?:noteref|backlink|doc-noteref|doc-backlink|ordinal|pagebreak|doc-pagebreak)(?: |$)/;
const HEADING = /^h([1-6])$/;

type Attributes = Readonly<Record<string, unknown>>;

/** Takes elements and texts in document order, and gathers blocks. */
interface Gatherer {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** The blocks of an XHTML document; one that is no XML is read as browsers read HTML. */
export function blocksOf(markup: string): Block[] {
  try {
    return gather((to) => {
      fromXml(markup, to);
    });
  } catch {
    return gather((to) => {
      fromTree(unified().use(rehypeParse).parse(markup), to);
    });
  }
}

function gather(read: (to: Gatherer) => void): Block[] {
  const blocks: Block[] = [];
  let parts: string[] = [];
  let id: string | undefined;
  let heading: number | undefined;
  /** How many elements are open within one that is not read, itself included. */
  let skipped = 0;

  const end = (): void => {
    const text = parts
      .join('')
      .replace(/[^\S\n\u00A0\u202F]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    if (text !== '') blocks.push({ text, ...(id ? { id } : {}), ...(heading ? { heading } : {}) });
    [parts, id, heading] = [[], undefined, undefined];
  };

  read({
    open(name, attributes) {
      const isCounted = [attributes['epub:type'], attributes['epubType'], attributes['role']].some(
        (value) => typeof value === 'string' && COUNTED.test(value),
      );
      if (skipped > 0 || SILENT.has(name) || isCounted) {
        skipped += 1;
        return;
      }
      if (name === 'br') parts.push('\n');
      else if (!INLINE.has(name)) {
        end();
        const own = attributes['id'];
        id = typeof own === 'string' ? own : undefined;
        const depth = HEADING.exec(name)?.[1];
        heading = depth === undefined ? undefined : Number(depth);
      }
    },
    close(name) {
      if (skipped > 0) skipped -= 1;
      else if (name !== 'br' && !INLINE.has(name)) end();
    },
    text(text) {
      // A line end of the source is a space; that of a `br` was put in as it is.
      if (skipped === 0) parts.push(text.replaceAll('\n', ' '));
    },
  });
  end();
  return blocks;
}

function fromXml(xml: string, to: Gatherer): void {
  const parser = new SaxesParser();
  parser.on('error', (cause) => {
    throw cause;
  });
  parser.on('opentag', ({ name, attributes }) => {
    to.open(name, attributes);
  });
  parser.on('closetag', ({ name }) => {
    to.close(name);
  });
  parser.on('text', (text) => {
    to.text(text);
  });
  parser.write(xml).close();
}

function fromTree(root: Nodes, to: Gatherer): void {
  const steps: (() => void)[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'text') to.text(node.value);
    if (!('children' in node)) return;
    if (node.type === 'element') {
      to.open(node.tagName, node.properties);
      steps.push(() => {
        to.close(node.tagName);
      });
    }
    for (const child of [...node.children].reverse()) {
      steps.push(() => {
        visit(child);
      });
    }
  };
  steps.push(() => {
    visit(root);
  });
  for (let step = steps.pop(); step; step = steps.pop()) step();
}
