import { createHash } from 'node:crypto';
import type { Element, Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { proofPage } from '../../src/proof/page/index.js';
import { readPageFile } from '../../src/io/templates.js';
import { lettersOf } from '../../src/proof/text/letters.js';
import type { Change } from '../../src/types.js';
import { book, samples, type Staged } from './books.js';

const ASSETS = {
  style: await readPageFile('proof', 'page.css'),
  script: await readPageFile('proof', 'page.js'),
};
const pageOf = (stages: Staged) => proofPage({ ...stages, title: 'T' }, ASSETS);
const parse = (html: string) => raw({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root;

const elements = (node: Nodes, found: Element[] = []): Element[] => {
  if (node.type === 'element') found.push(node);
  if ('children' in node) for (const child of node.children) elements(child as Nodes, found);
  return found;
};

interface Shown {
  rule: string;
  after: string;
  left: string;
  right: string;
}

/** Letters before and behind a mark, within its block: enough to know its place. */
const SIDE = 8;
const sides = (left: string, right: string) => ({
  left: lettersOf(left).slice(-SIDE),
  right: lettersOf(right).slice(0, SIDE),
});

/** The marks of a block as a reader sees them: no `del`, no number of a note. */
function marksIn(block: Element): Shown[] {
  let text = '';
  const marks: { rule: string; start: number; end: number }[] = [];
  const read = (node: Nodes): void => {
    if (node.type === 'text') text += node.value;
    if (node.type !== 'element' || node.tagName === 'del' || node.tagName === 'sup') return;
    const start = text.length;
    for (const child of node.children) read(child);
    if (node.tagName === 'ins') {
      marks.push({ rule: String(node.properties['className']), start, end: text.length });
    }
  };
  read(block);
  return marks.map(({ rule, start, end }) => ({
    rule,
    after: text.slice(start, end),
    ...sides(text.slice(0, start), text.slice(end)),
  }));
}

/** Context in a report is 40 characters: its first and last letters may be cut. */
const fits = (shown: Shown, change: Shown): boolean =>
  shown.rule === change.rule &&
  shown.after === change.after &&
  (shown.left.endsWith(change.left) || change.left.endsWith(shown.left)) &&
  (shown.right.startsWith(change.right) || change.right.startsWith(shown.right));

test('every change of the sample books is marked where it stands', async () => {
  for (const stages of await samples('book')) {
    const blocks = elements(parse(pageOf(stages))).filter(
      ({ properties, tagName }) => properties['dataLine'] !== undefined && tagName !== 'blockquote',
    );
    const shown = blocks.flatMap(marksIn);
    expect(shown).toHaveLength(stages.changes.length);
    const left = new Set(shown);
    const ofChange = ({ rule, after, context }: Change): Shown => ({
      rule,
      after,
      ...sides(context.left, context.right),
    });
    const lost = stages.changes.map(ofChange).filter((change) => {
      const mark = [...left].find((one) => fits(one, change));
      if (mark) left.delete(mark);
      return mark === undefined;
    });
    expect(lost).toEqual([]);
  }
});

test('what a manuscript holds is text, never markup', async () => {
  const stages = await book({
    'a.md': [
      '<script>alert(1)</script>',
      '*a*<img src=x onerror=alert(1)> [b](javascript:alert(1)) ![c" onload="x](d.png)',
      '`</script><b>`',
      ':span[e]{lang="x\\" onclick=\\"y"}',
    ].join('\n\n'),
  });
  const nodes = elements(parse(proofPage({ ...stages, title: '</title><script>x</script>' }, ASSETS)));
  expect(nodes.filter(({ tagName }) => tagName === 'script')).toHaveLength(1);
  expect(nodes.filter(({ tagName }) => ['img', 'iframe', 'object', 'base'].includes(tagName))).toEqual([]);
  const properties = nodes.flatMap((node) => Object.keys(node.properties));
  expect(properties.filter((name) => /^on|^src$/i.test(name))).toEqual([]);
});

test('the policy lets the page’s own script run and nothing else', async () => {
  const html = pageOf(await book({ 'a.md': '"One."' }));
  const nodes = elements(parse(html));
  const script = nodes.find(({ tagName }) => tagName === 'script')?.children[0];
  const policy = String(nodes.find(({ properties }) => properties['httpEquiv'])?.properties['content']);
  const hash = createHash('sha256')
    .update(script?.type === 'text' ? script.value : '')
    .digest('base64');
  expect(policy).toBe(
    `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
  );
  expect(html).not.toMatch(/https?:\/\//);
});

test('an unsure mark can be reached by keyboard, says what it is, and stands in the list', async () => {
  const stages = await book({ 'a.md': `"He said 'is own 'ouse' was 'ere," and the others' went.` });
  const unsure = stages.changes.filter(({ confidence }) => confidence < 0.9);
  expect(unsure.length).toBeGreaterThan(0);
  const nodes = elements(parse(pageOf(stages)));
  const marks = nodes.filter(({ properties }) => String(properties['className']).startsWith('unsure'));
  expect(marks.map(({ properties }) => properties['id'])).toEqual(unsure.map((_, index) => `u${index + 1}`));
  for (const { properties } of marks) {
    expect(properties).toMatchObject({ role: 'button', tabIndex: 0 });
    expect(properties['ariaLabel']).toMatch(/^Unsure: . \(.* quote\)$/);
  }
  const links = nodes.filter(({ tagName }) => tagName === 'a').map(({ properties }) => properties['href']);
  expect(links).toEqual(marks.map(({ properties }) => `#${String(properties['id'])}`));
});

test('a drawn scene break shows what was drawn', async () => {
  const html = pageOf(await book({ 'a.md': 'One.\n\n# ~ #\n\nTwo.\n\n~ * ~\n\nThree.' }));
  expect(html).toContain('<p class="scene"><del class="scene-breaks">~ * ~</del><ins class="scene-breaks"');
});
