/** What holds of the rewriting of any text: it ends soon, keeps plain text, and knows the lines that it came from. */
import fc from 'fast-check';
import { linesOf, type Line } from '../../../src/input/layouts/lines.js';
import { fromMarkua } from '../../../src/input/layouts/markua.js';
import { fromPandoc } from '../../../src/input/layouts/pandoc-marks.js';
import { readHonkit } from '../../../src/input/layouts/honkit.js';
import type { Plan, Site } from '../../../src/input/layouts/plan.js';
import { readMdbook } from '../../../src/input/layouts/mdbook.js';
import { remarks } from '../../../src/input/layouts/remarks.js';
import { runs } from '../../seed.js';

const source = { rel: 'one.md', path: 'one.md' };

/** A folder with a list of one chapter and nothing else. */
const site: Site = {
  folder: {
    path: '.',
    names: () => Promise.resolve([]),
    list: () => Promise.resolve({ value: [], messages: [] }),
    read: () => Promise.resolve({ value: undefined, messages: [] }),
  },
  files: new Set(['SUMMARY.md', 'src/SUMMARY.md', 'one.md', 'src/one.md']),
  remarks: remarks(),
  included: new Set(),
  isPage: () => false,
  text: () => Promise.resolve({ value: '- [One](one.md)\n', messages: [] }),
};

type Rewrite = (lines: Line[]) => Promise<Line[]>;

const rewriteOf =
  ({ dialect }: Plan): Rewrite =>
  async (lines) =>
    (await dialect?.(lines, source))?.value ?? lines;

const DIALECTS: Record<string, () => Promise<Rewrite>> = {
  pandoc: () => Promise.resolve((lines) => Promise.resolve(fromPandoc(lines, source, remarks()))),
  Markua: () => Promise.resolve((lines) => Promise.resolve(fromMarkua(lines, source, remarks()))),
  HonKit: async () => rewriteOf((await readHonkit(site)).value),
  mdBook: async () => rewriteOf((await readMdbook(site)).value),
};
const NAMES = Object.keys(DIALECTS);

async function rewritten(name: string, text: string): Promise<Line[]> {
  const rewrite = await DIALECTS[name]?.();
  if (!rewrite) throw new Error(`There is no dialect \`${name}\``);
  return rewrite(linesOf(text));
}

test.each(NAMES)('%s: every line comes from a line of the text, in its order but for notes', async (name) => {
  const marks = fc.constantFrom(
    ...'^[]{}#|:~`\\%<>-!@."= \nAW'.split(''),
    'a b',
    '{{',
    '{%',
    '%}',
    ':::',
    '```',
    '::: note',
    'A> ',
    '^[',
    '{#x}',
    '{{#include a}}',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(marks, { maxLength: 60 }), async (parts) => {
      const text = parts.join('');
      const count = text.split('\n').length;
      const made = await rewritten(name, text);
      expect(made.every(({ origin }) => origin >= 1 && origin <= count)).toBe(true);
      const own = made.filter((line) => !/^\[\^inline-|^$/.test(line.text)).map(({ origin }) => origin);
      expect(own).toEqual([...own].sort((a, b) => a - b));
    }),
    runs(30),
  );
});

test.each(NAMES)('%s: text without marks stays as it is', async (name) => {
  // Two hyphens are pandoc's mark for an en dash.
  const words = fc
    .stringMatching(/^[a-z0-9 ,.;“”’"'?!()—\n-]{0,200}$/)
    .filter((text) => name !== 'pandoc' || !text.includes('--'));
  await fc.assert(
    fc.asyncProperty(words, async (text) => {
      expect((await rewritten(name, text)).map((line) => line.text).join('\n')).toBe(text);
    }),
    runs(20),
  );
});

const LONG = 30_000;
const HARD = [
  '^[',
  '[',
  '{',
  '{%',
  '{{#a',
  '{{',
  '`',
  '`` `',
  '~a',
  '^a',
  '|',
  ':::',
  ' ',
  '# a ',
  '[a]{',
  '"',
  '@',
  '[@',
  '](',
  'A>',
  '\\',
  '{"',
  '[a]{"',
  '](a){',
];

test.each(NAMES)('%s: no text takes longer than a moment', async (name) => {
  for (const mark of HARD) {
    for (const text of [
      mark.repeat(LONG / mark.length),
      `# ${mark.repeat(LONG / mark.length)}`,
      `${mark}\n`.repeat(LONG / 20),
    ]) {
      const began = process.cpuUsage().user;
      await rewritten(name, text);
      const seconds = (process.cpuUsage().user - began) / 1e6;
      expect(`${mark} ${seconds < 1.5 ? 'soon' : 'late'}`).toBe(`${mark} soon`);
    }
  }
});
