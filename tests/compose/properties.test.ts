/** What holds for every manuscript. */
import fc from 'fast-check';
import type { Nodes } from 'hast';
import { SaxesParser } from 'saxes';
import { compose } from '../../src/compose/index.js';
import { toXhtml } from '../../src/output/epub/xhtml.js';
import { book, endnotes, section } from './book.js';
import { manuscript } from './manuscripts.js';
import { runs } from '../seed.js';

const compiled = (markdown: string) =>
  compose(book([section('one.md', markdown), endnotes()]), new Map()).value.documents;

function parseXml(xhtml: string): Map<string, number> {
  const ids = new Map<string, number>();
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.on('opentag', ({ attributes }) => {
    const id = attributes['id']?.value;
    if (id !== undefined) ids.set(id, (ids.get(id) ?? 0) + 1);
  });
  parser
    .write(
      `<body xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">${xhtml}</body>`,
    )
    .close();
  return ids;
}

test('well-formed XHTML, each id once', () => {
  fc.assert(
    fc.property(manuscript, (markdown) => {
      for (const { body } of compiled(markdown)) {
        for (const count of parseXml(toXhtml(body)).values()) expect(count).toBe(1);
      }
    }),
    runs(40),
  );
});

const INLINE = new Set(
  'a abbr b code del em i p pre span strong sub sup u h1 h2 h3 h4 h5 h6 summary dt'.split(' '),
);
const BLOCK = new Set(
  'blockquote details div dl figure hr ol p pre section table ul h1 h2 h3 h4 h5 h6 aside'.split(' '),
);
const LISTS: Record<string, RegExp> = {
  ul: /^li$/,
  ol: /^li$/,
  dl: /^d[td]$/,
  table: /^(?:caption|colgroup|thead|tbody|tfoot|tr)$/,
  tr: /^t[hd]$/,
};
const ACTIVE = /^(?:script|style|iframe|object|embed|form|input|svg|math|template|frameset|link|meta|base)$/;

/** The first thing in a tree that no XHTML document may hold. */
function fault(node: Nodes, parents: string[] = []): string | undefined {
  if (node.type === 'text' || node.type === 'root') {
    const inList = LISTS[parents.at(-1) ?? ''] && node.type === 'text' && node.value.trim() !== '';
    if (inList) return `text in ${parents.join('>')}`;
  } else if (node.type !== 'element') return node.type;
  else {
    const parent = parents.at(-1) ?? '';
    const path = [...parents, node.tagName].join('>');
    if (ACTIVE.test(node.tagName)) return path;
    if (BLOCK.has(node.tagName) && INLINE.has(parent) && parent !== 'a' && parent !== 'del') return path;
    if (node.tagName === 'a' && parents.includes('a')) return path;
    const only = LISTS[parent];
    if (only && !only.test(node.tagName)) return path;
    if (Object.keys(node.properties).some((name) => /^(?:on|style|srcset|background)/i.test(name)))
      return path;
    if (/^\s*(?:javascript|data|file|vbscript):/i.test(String(node.properties['href'] ?? ''))) return path;
  }
  if (!('children' in node)) return undefined;
  const below = node.type === 'element' ? [...parents, node.tagName] : parents;
  for (const child of node.children) {
    const found = fault(child, below);
    if (found !== undefined) return found;
  }
  return undefined;
}

test('nothing that runs, loads or stands where it may not', () => {
  fc.assert(
    fc.property(manuscript, (markdown) => {
      for (const { body } of compiled(markdown)) expect(fault(body)).toBeUndefined();
    }),
    runs(40),
  );
});

test('the same book gives the same documents', () => {
  fc.assert(
    fc.property(manuscript, (markdown) => {
      expect(compiled(markdown)).toEqual(compiled(markdown));
    }),
    runs(10),
  );
});

test('compose does not touch the book', () => {
  fc.assert(
    fc.property(manuscript, (markdown) => {
      const made = book([section('one.md', markdown)]);
      const before = JSON.stringify(made);
      compose(made, new Map());
      expect(JSON.stringify(made)).toBe(before);
    }),
    runs(10),
  );
});
