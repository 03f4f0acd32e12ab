/** Plugins that do wrong: each is named in one message, and no book is written with what it left. */
import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { textOf } from './printed.js';
import { builtWith, ready, told } from './config.js';

const CHAPTER = '# One\n\n"Rain," she said.\n';

/** A plugin of a name that does this to each tree. */
const plugin = (work: (tree: Root & HastRoot) => unknown) =>
  Object.defineProperty((() => work) as unknown as Plugin, 'name', { value: 'remarkBad' });

const BAD: [what: string, work: (tree: Root & HastRoot) => unknown, id: string, reason: RegExp][] = [
  [
    'throws',
    () => {
      throw new Error('no such host.\nat x');
    },
    'plugin:failed',
    /^`remarkBad` failed: no such host\.$/,
  ],
  [
    'throws a text',
    () => {
      throw 'no';
    },
    'plugin:failed',
    /^`remarkBad` failed: no$/,
  ],
  ['refuses', () => Promise.reject(new Error('later')), 'plugin:failed', /failed: later$/],
  [
    'loops',
    () => {
      for (;;);
    },
    'plugin:endless',
    /^`remarkBad` did not come to an end within 0\.5 s$/,
  ],
  [
    'loops in a pattern',
    () => /^(?:a+)+$/.test(`${'a'.repeat(60)}!`),
    'plugin:endless',
    /did not come to an end/,
  ],
  [
    'loops in a promise',
    async () => {
      for (;;);
    },
    'plugin:endless',
    /did not come to an end/,
  ],
  ['never answers', () => new Promise(() => undefined), 'plugin:endless', /did not come to an end/],
  ['gives back a text', () => 'tree', 'plugin:failed', /gave back no tree/],
  [
    'gives back another node',
    () => ({ type: 'paragraph', children: [] }),
    'plugin:failed',
    /gave back no tree/,
  ],
  [
    'leaves holes',
    (tree) => {
      tree.children.push(undefined as never);
    },
    'plugin:failed',
    /a node that has no type/,
  ],
  [
    'leaves a circle',
    (tree) => {
      tree.children.push(tree as never);
    },
    'plugin:failed',
    /within itself/,
  ],
  [
    'leaves a text without a value',
    (tree) => {
      tree.children.push({ type: 'text' } as never);
    },
    'plugin:failed',
    /`text` without a value/,
  ],
];

describe.each(['remarkPlugins', 'rehypePlugins'] as const)('one of %s', (slot) => {
  test.each(BAD)('that %s', async (_, work, id, reason) => {
    const stages = await builtWith({ [slot]: [plugin(work)] }, CHAPTER);
    expect(told(stages)).toEqual([[id, expect.stringMatching(reason)]]);
    expect(stages.messages.filter(({ fatal }) => fatal)).toHaveLength(1);
    expect(stages.package).toBeUndefined();
  });

  test('that gives back nothing changes nothing', async () => {
    const stages = await builtWith({ [slot]: [plugin(() => undefined), plugin(() => null)] }, CHAPTER);
    const without = await builtWith({}, CHAPTER);
    expect(told(stages)).toEqual([]);
    expect(stages.package?.documents).toEqual(without.package?.documents);
  });

  test('whose first call throws', () => {
    const { value, messages } = ready({
      [slot]: [
        function early() {
          throw new Error('no options');
        },
      ],
    });
    expect(value).toBeUndefined();
    expect(messages.map(({ id, reason }) => [id, reason])).toEqual([
      ['plugin:failed', '`early` failed: no options'],
    ]);
  });
});

test('one that leaves nothing of a text', async () => {
  const stages = await builtWith({ remarkPlugins: [plugin((tree) => void (tree.children = []))] }, CHAPTER);
  expect(told(stages)).toEqual([['plugin:no-text', '`remarkBad` left nothing of this text']]);
  expect(stages.package).toBeUndefined();
});

test('a remark plugin that adds a script is named, and the book is without it', async () => {
  const add = plugin((tree) => {
    tree.children.push({
      type: 'html',
      value: '<p>Kept</p><script>alert(1)</script><iframe src="x"></iframe>',
    } as never);
    tree.children.push({
      type: 'paragraph',
      data: { hName: 'script' },
      children: [{ type: 'text', value: 'alert(2)' }],
    } as never);
  });
  const stages = await builtWith({ remarkPlugins: [add] }, CHAPTER);
  const left = 'which does not belong in a book and was left out';
  expect(told(stages)).toEqual([
    ['plugin:left-out', `\`remarkBad\` added \`<script>\`, ${left}`],
    ['plugin:left-out', `\`remarkBad\` added \`<iframe>\`, ${left}`],
  ]);
  expect(textOf(stages)).toContain('<p>Kept</p>');
  expect(textOf(stages)).not.toMatch(/alert|script|iframe/);
});

test('a rehype plugin that adds a script, handlers and addresses is named, and the book is without them', async () => {
  const add = plugin((tree) => {
    const a = {
      type: 'element',
      tagName: 'a',
      properties: { href: 'javascript:alert(1)', onClick: 'x()' },
      children: [{ type: 'text', value: 'link' }],
    };
    const img = {
      type: 'element',
      tagName: 'img',
      properties: { src: 'https://x.org/a.png', alt: 'far' },
      children: [],
    };
    const p = { type: 'element', tagName: 'p', properties: { style: 'color: red' }, children: [a, img] };
    tree.children.push(p as never, { type: 'raw', value: '<script>alert(2)</script><b>bold</b>' } as never);
  });
  const stages = await builtWith({ rehypePlugins: [add] }, CHAPTER);
  expect(told(stages)).toEqual([
    [
      'plugin:left-out',
      '`remarkBad` added `style`, `javascript:alert(1)`, `onclick`, `<img src="https://x.org/a.png">`, `<script>`, which does not belong in a book and was left out',
    ],
  ]);
  const text = textOf(stages);
  expect(text).toContain('<p><a>link</a>far</p><b>bold</b>');
  expect(text).not.toMatch(/alert|script|style|onclick|x\.org/i);
});

test('an id that stands already, and a link to nowhere, are mended, with the plugins named', async () => {
  const add = plugin((tree) => {
    if (!JSON.stringify(tree).includes('Rain')) return;
    tree.children.push(
      {
        type: 'element',
        tagName: 'p',
        properties: { id: 'one' },
        children: [{ type: 'text', value: 'Twice' }],
      } as never,
      {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [
          {
            type: 'element',
            tagName: 'a',
            properties: { href: 'gone.xhtml' },
            children: [{ type: 'text', value: 'gone' }],
          },
        ],
      } as never,
    );
  });
  const stages = await builtWith({ rehypePlugins: [add] }, CHAPTER);
  expect(told(stages).map(([id]) => id)).toEqual(['conform:id', 'conform:link']);
  expect(stages.messages.find(({ id }) => id === 'conform:id')?.hint).toContain('`remarkBad`');
});

test('a rule that throws, loops or gives back rubbish is named', async () => {
  const rule = (apply: () => unknown) => ({ rules: [{ name: 'arrows', apply: apply as () => [] }] });
  const failing = await builtWith(
    rule(() => {
      throw new Error('no');
    }),
    CHAPTER,
  );
  expect(told(failing)).toEqual([['plugin:failed', 'The rule `arrows` failed: no']]);
  const looping = await builtWith(
    rule(() => {
      for (;;);
    }),
    CHAPTER,
  );
  expect(told(looping)).toEqual([
    ['plugin:endless', 'The rule `arrows` did not come to an end within 0.5 s'],
  ]);
  const wrong = await builtWith(
    rule(() => [{ start: 0, end: 9999, text: '' }]),
    CHAPTER,
  );
  expect(told(wrong)).toEqual([['plugin:failed', expect.stringContaining('does not fit the text')]]);
  for (const { package: made } of [failing, looping, wrong]) expect(made).toBeUndefined();
});

test('a check that throws or loops is named', async () => {
  const check = (work: () => void) => ({ checks: [{ name: 'long-words', check: work }] });
  const failing = await builtWith(
    check(() => {
      throw new Error('no');
    }),
    CHAPTER,
  );
  expect(told(failing)).toEqual([['plugin:failed', 'The check `long-words` failed: no']]);
  const looping = await builtWith(
    check(() => {
      for (;;);
    }),
    CHAPTER,
  );
  expect(told(looping)).toEqual([
    ['plugin:endless', 'The check `long-words` did not come to an end within 0.5 s'],
  ]);
});

test('a configuration that is wrong says what it has to be', () => {
  const wrong = (config: unknown) => ready(config as object).messages.map(({ id, reason }) => [id, reason]);
  expect(wrong({ remarkPlugin: [] })).toEqual([
    ['config:unknown-key', '`remarkPlugin` is no key of the configuration'],
  ]);
  expect(wrong({ remarkPlugins: 'remark-emoji' })).toEqual([
    ['config:wrong-value', '`remarkPlugins` of the configuration has to be a list of plugins'],
  ]);
  expect(wrong({ rehypePlugins: ['rehype-x'] })).toEqual([
    ['config:no-plugin', expect.stringContaining('is not a plugin')],
  ]);
  expect(wrong({ checks: [{ name: 'Not so', check: () => undefined }] })[0]?.[0]).toBe('config:wrong-value');
  expect(wrong({ timeLimit: -1 })[0]?.[0]).toBe('config:wrong-value');
});
