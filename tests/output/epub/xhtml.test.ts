import { SaxesParser } from 'saxes';
import fc from 'fast-check';
import type { Element, ElementContent, Root } from 'hast';
import { toXhtml } from '../../../src/output/epub/xhtml.js';

const root = (...children: ElementContent[]): Root => ({ type: 'root', children });
const el = (
  tagName: string,
  properties: Element['properties'] = {},
  ...children: ElementContent[]
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const text = (value: string): ElementContent => ({ type: 'text', value });

/** What an XML parser reads: the text of the fragment and the attributes of its elements. */
function read(xhtml: string): { text: string; attributes: Record<string, string>[] } {
  const result = { text: '', attributes: [] as Record<string, string>[] };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.on('text', (value) => (result.text += value));
  parser.on('opentag', ({ attributes }) => {
    result.attributes.push(
      Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value])),
    );
  });
  parser
    .write(
      `<body xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">${xhtml}</body>`,
    )
    .close();
  result.attributes.shift();
  return result;
}

test('names properties as XHTML does', () => {
  const node = el(
    'td',
    {
      className: ['a', 'b'],
      colSpan: 2,
      ariaLabel: 'x',
      xmlLang: 'fr',
      'epub:type': 'noteref',
      hidden: true,
      dir: undefined,
    },
    text('x'),
  );
  expect(toXhtml(root(node))).toBe(
    '<td class="a b" colspan="2" aria-label="x" xml:lang="fr" epub:type="noteref" hidden="">x</td>',
  );
});

test('leaves out what is not there', () => {
  expect(toXhtml(root(el('ol', { start: Number.NaN, reversed: false, id: undefined })))).toBe('<ol></ol>');
});

test('closes void elements and no others', () => {
  expect(toXhtml(root(el('br'), el('span'), el('p')))).toBe('<br/><span></span><p></p>');
});

test('escapes what XML would read as markup', () => {
  const node = el('p', { title: 'a "b" <c> & \n' }, text('a < b && c ]]> d'));
  expect(toXhtml(root(node))).toBe(
    '<p title="a &quot;b&quot; &lt;c&gt; &amp; &#xA;">a &lt; b &amp;&amp; c ]]&gt; d</p>',
  );
});

test('leaves out characters that XML forbids, and keeps whole pairs of surrogates', () => {
  expect(toXhtml(root(text('a\u0000b\u000Bc\uD800d\uDC00e\uFFFEf\u{1F600}')))).toBe('abcdef\u{1F600}');
});

test('declares the namespaces of SVG and MathML where they begin', () => {
  const drawing = el('svg', { viewBox: '0 0 1 1' }, el('linearGradient', { xLinkHref: '#a' }));
  expect(toXhtml(root(drawing, el('math')))).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><linearGradient xlink:href="#a"/></svg>' +
      '<math xmlns="http://www.w3.org/1998/Math/MathML"></math>',
  );
});

test('leaves out comments', () => {
  expect(toXhtml(root({ type: 'comment', value: '-->' }, text('x')))).toBe('x');
});

test.each([el('a b'), el('p', { 'on"x': 'y' }), el('<p>')])('throws on a name that is none', (node) => {
  expect(() => toXhtml(root(node))).toThrow(/XML does not allow the name/);
});

test('throws on a node that it does not know', () => {
  expect(() => toXhtml(root({ type: 'raw', value: '<b>' } as never))).toThrow(/Unexpected `raw`/);
});

/** The fragment of a string that XML can hold. */
const lawful = (value: string): string =>
  [...value].filter((mark) => /[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(mark)).join('');

test('an XML parser reads back the text and the attributes, whatever they are', () => {
  const value = fc.string({ unit: 'binary', maxLength: 40 });
  fc.assert(
    fc.property(value, value, (content, title) => {
      const { text: found, attributes } = read(toXhtml(root(el('p', { title }, text(content)))));
      expect(found).toBe(lawful(content));
      expect(attributes).toEqual([{ title: lawful(title) }]);
    }),
  );
});
