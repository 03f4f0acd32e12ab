/** Plugins of others as they are installed, in a book. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import rehypeHighlight from 'rehype-highlight';
import codeImport from 'remark-code-import';
import remarkEmoji from 'remark-emoji';
import wikiLink from 'remark-wiki-link';
import type { Root } from 'mdast';
import { runStages } from '../../src/pipeline/stages.js';
import type { OctavoConfig } from '../../src/plugins/types.js';
import { rawBook, ready, told } from './config.js';
import { textOf } from './printed.js';

/** The page of the first chapter. */
async function built(config: OctavoConfig, files: Record<string, string>, folder = process.cwd()) {
  const { value } = ready({ timeLimit: 20, ...config });
  const stages = await runStages(rawBook(files), { config: value && { ...value, folder } });
  return { stages, text: textOf(stages) };
}

test('remark-wiki-link: a link to another chapter', async () => {
  const options = {
    pageResolver: (name: string) => [name.toLowerCase().replaceAll(' ', '-')],
    hrefTemplate: (page: string) => `${page}.md`,
    permalinks: ['02-two'],
    aliasDivider: '|',
  };
  const { stages, text } = await built(
    { remarkPlugins: [[wikiLink, options]] },
    {
      '01-one.md': '# One\n\n"See [[02 two]], or [[02 two|the *second*]]," she said.\n\n[[lost]]',
      '02-two.md': '# Two\n\nText.',
    },
  );
  expect(text).toContain(
    '“See <a class="internal" href="two.xhtml">02 two</a>, or <a class="internal" href="two.xhtml">',
  );
  expect(told(stages)).toEqual([['link:dead', 'The link to `lost.md` leads nowhere in this book']]);
});

test('remark-emoji: characters for names, and none in code', async () => {
  const { stages, text } = await built(
    { remarkPlugins: [remarkEmoji] },
    { '01-one.md': '# One :tada:\n\n:dog: `:dog:`' },
  );
  expect(text).toContain('One 🎉</h1>');
  expect(text).toContain('🐶 <code>:dog:</code>');
  expect(told(stages)).toEqual([]);
});

test('remark-code-import: a file beside the manuscript, by its path', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-plugin-'));
  try {
    writeFileSync(join(folder, 'x.js'), 'let a = "it\'s";\nlet b;\n');
    const { text } = await built(
      { remarkPlugins: [[codeImport, { rootDir: folder, allowImportingFromOutside: true }]] },
      { '01-one.md': '# One\n\n```js file=<rootDir>/x.js#L1\n```' },
      folder,
    );
    // In colours by now.
    expect(text.replaceAll(/<[^>]*>/g, '')).toContain(`let a = "it's";`);
    expect(text).not.toContain('let b');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('rehype-highlight: classes for code', async () => {
  const { stages, text } = await built(
    { rehypePlugins: [rehypeHighlight] },
    { '01-one.md': '# One\n\n```js\nconst a = 1;\n```' },
  );
  expect(text).toContain('<code class="hljs language-js"><span class="hljs-keyword">const</span> a = <span');
  expect(told(stages)).toEqual([]);
});

const SVG =
  '<svg viewBox="0 0 100 40" aria-label="A to B"><script>alert(1)</script><rect width="30" height="20" stroke-width="2"/></svg>';

test('a plugin that draws in Markdown: an inline drawing is a picture of the book', async () => {
  const draw = () => (tree: Root) => {
    tree.children = tree.children.map((node) =>
      node.type === 'code' && node.lang === 'mermaid' ? { type: 'html', value: SVG } : node,
    );
  };
  const { stages, text } = await built(
    { remarkPlugins: [draw] },
    { '01-one.md': '# One\n\n```mermaid\nA --> B\n```\n\n<svg><rect/></svg>' },
  );
  const [asset, ...more] =
    stages.package?.assets.filter(({ mediaType }) => mediaType === 'image/svg+xml') ?? [];
  expect(more).toEqual([]);
  expect(text).toMatch(/<img src="\.\.\/images\/picture-[\da-f]+\.svg" alt="A to B"/);
  expect(new TextDecoder().decode(asset?.bytes)).toMatch(/^<\?xml[^>]*>\n<svg(?:(?!script)[^])*<rect/);
  // What the author typed is read as before.
  expect(
    told(stages)
      .map(([id]) => id)
      .sort(),
  ).toEqual(['html:removed', 'image:svg-removed']);
});

test('a plugin that draws in HTML: the same, by its names in hast', async () => {
  const drawing = {
    type: 'element',
    tagName: 'svg',
    properties: { viewBox: '0 0 100 40', ariaLabel: 'A to B', onClick: 'x()' },
    children: [
      {
        type: 'element',
        tagName: 'rect',
        properties: { width: 30, height: 20, strokeWidth: 2 },
        children: [],
      },
    ],
  };
  const draw = () => (tree: { children: unknown[] }) => {
    if (JSON.stringify(tree).includes('Draw here')) tree.children.push(drawing);
  };
  const { stages, text } = await built(
    { rehypePlugins: [draw as () => never] },
    { '01-one.md': '# One\n\nDraw here.' },
  );
  const [asset] = stages.package?.assets.filter(({ mediaType }) => mediaType === 'image/svg+xml') ?? [];
  expect(text).toContain(
    `<img src="../${asset?.href ?? 'none'}" width="100" height="40" alt="A to B">`.replace('>', '/>'),
  );
  expect(new TextDecoder().decode(asset?.bytes)).toContain('stroke-width="2"');
  expect(new TextDecoder().decode(asset?.bytes)).not.toContain('click');
  expect(stages.package?.manifest.some(({ href }) => href === asset?.href)).toBe(true);
});

test('what plugins say of HTML is read as if it was typed', async () => {
  const mark = () => (tree: Root) => {
    const [heading, paragraph] = tree.children;
    if (heading) heading.data = { hProperties: { id: 'own', className: ['big'] } } as object;
    if (paragraph?.type === 'paragraph')
      paragraph.children.push({
        type: 'emphasis',
        data: { hName: 'mark', hProperties: { className: 'hl', onclick: 'x()' } } as object,
        children: [{ type: 'text', value: '"marked"' }],
      });
  };
  const { stages, text } = await built(
    { remarkPlugins: [mark] },
    { '01-one.md': '## Sub\n\nText and \n\n# One' },
  );
  expect(text).toContain('id="own"');
  expect(text).toContain('<mark class="hl">“marked”</mark>');
  expect(told(stages).map(([id]) => id)).toContain('html:attribute');
});

test('rules, themes and checks', async () => {
  const { stages, text } = await built(
    {
      rules: [
        {
          name: 'arrows',
          apply: ({ text: line, language }) =>
            [...line.matchAll(/->/g)].map(({ index }) => ({
              start: index,
              end: index + 2,
              text: language === 'en' ? '→' : '',
              confidence: 0.8,
              instead: '->',
            })),
        },
        { name: 'never', onRequest: true, apply: () => [{ start: 0, end: 1, text: 'X' }] },
      ],
      checks: [
        {
          name: 'short',
          check: ({ documents }, say) => {
            documents.length = 0;
            say({ reason: 'This book is short', hint: 'Write more.', severity: 'error' });
          },
        },
      ],
    },
    { '01-one.md': '# One\n\nA -> *B -> C*, `->`.' },
  );
  expect(text).toContain('A → <em>B → C</em>, <code>-&gt;</code>.');
  expect(stages.changes.filter(({ rule }) => rule === 'arrows')).toHaveLength(2);
  expect(stages.marks.unsure).toBe(2);
  expect(told(stages)).toEqual([['check:short', 'This book is short']]);
  expect(stages.package?.documents.length).toBeGreaterThan(0);
});

test('plugins leave messages, and know the file', async () => {
  const seen: unknown[] = [];
  const say =
    () =>
    (
      tree: Root,
      file: {
        path: string;
        cwd: string;
        value: unknown;
        data: object;
        message: (reason: string, place: unknown) => void;
      },
    ) => {
      if (!file.path.endsWith('01-one.md')) return;
      seen.push([file.path.startsWith('/'), file.cwd, file.value, file.data]);
      file.message('A long word.', tree.children[1]);
    };
  const { stages } = await built(
    { remarkPlugins: [say as () => never] },
    { '01-one.md': '---\nsubtitle: Sub\n---\n# One\n\nWord.' },
  );
  expect(seen).toEqual([
    [true, process.cwd(), '---\nsubtitle: Sub\n---\n# One\n\nWord.', { matter: { subtitle: 'Sub' } }],
  ]);
  expect(stages.messages.find(({ id }) => id === 'plugin:message')).toMatchObject({
    severity: 'warning',
    reason: '`say`: A long word',
    path: 'manuscripts/tide/01-one.md',
    place: { line: 6, column: 1 },
  });
});
