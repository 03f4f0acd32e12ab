/** Code in colours: classes by what its words are, and no other text than was typed. */
import { compose } from '../../src/compose/index.js';
import { colour } from '../../src/compose/code/colour.js';
import { toXhtml } from '../../src/output/epub/xhtml.js';
import { book, printOne, section } from './book.js';

const coloured = (markdown: string) => {
  const { documents } = compose(book([section('one.md', markdown)]), new Map(), { colour }).value;
  const [one] = documents;
  return { xhtml: one ? toXhtml(one.body) : '', parts: one?.parts };
};
const plain = (xhtml: string): string => xhtml.replaceAll(/<[^>]*>/g, '');

test.each(['rust', 'rust,ignore', '{.rust .numberLines}', 'Rust'])(
  'a block of `%s` has classes',
  (language) => {
    const markdown = `\`\`\`${language}\n// A <remark>\nfn main() { let a = "b"; }\n\`\`\``;
    const { xhtml, parts } = coloured(markdown);
    expect(xhtml).toContain('<span class="hljs-keyword">fn</span>');
    expect(xhtml).toContain('<span class="hljs-comment">// A &lt;remark&gt;</span>');
    expect(xhtml).not.toContain('style=');
    expect(parts).toEqual(['code']);
    expect(plain(xhtml)).toBe(plain(printOne(markdown).xhtml));
  },
);

test.each([
  '```\nfn main() {}\n```',
  '```klingon\nfn main() {}\n```',
  '```text\nfn main() {}\n```',
  '    fn main() {}',
])('%j stays as it is', (markdown) => {
  const { xhtml, parts } = coloured(markdown);
  expect(xhtml).toBe(printOne(markdown).xhtml);
  expect(parts).toBeUndefined();
});

test('a block that nobody would read is not coloured', () => {
  expect(colour('rust', 'fn a() {}\n'.repeat(10_000))).toBeUndefined();
});

test('every language gives back the text that it was given', () => {
  const code = 'if (a < b && "c" != \'d\') { /* e */ return 1; } # f\n\tdef g: 100%\n';
  for (const language of ['haskell', 'toml', 'bash', 'python', 'sql', 'xml', 'css', 'latex', 'dockerfile']) {
    const text = (nodes: readonly unknown[]): string =>
      nodes
        .map((node) => {
          const { value = '', children = [] } = node as { value?: string; children?: unknown[] };
          return value + text(children);
        })
        .join('');
    expect(text(colour(language, code) ?? [{ value: code }])).toBe(code);
  }
});
