/** No tag by itself takes words out of a book, wherever it stands: asked of the words, not of the HTML parser. */
import { book, endnotes, print, section } from './book.js';
import { FLOW, PARTS, PHRASING, REMOVED } from '../../src/content-model.js';

const OTHERS =
  'acronym address big blink body caption center col colgroup dir font footer form frameset head header hgroup html ' +
  'image isindex label legend listing main marquee menu meter nav nobr noframes optgroup plaintext progress rb rtc ' +
  'search slot strike td th title tr tt unknown';
const NAMES = [...new Set([...PHRASING, ...FLOW, ...PARTS, ...REMOVED, ...OTHERS.split(' ')])].sort();
const FORMS = [(name: string) => `<${name}>`, (name: string) => `</${name}>`, (name: string) => `<${name}/>`];

type Words = readonly [string, string, string];
const PLACES: Readonly<Record<string, (tag: string, words: Words) => string>> = {
  'by itself': (tag, [one, two, three]) => `${tag}\n\n${one} ${two}\n\n${three}`,
  'in a line': (tag, [one, two, three]) => `${one} ${tag} ${two}\n\n${three}`,
  'twice, and in a quotation and a list': (tag, [one, two, three]) =>
    `${tag}${tag} ${one}\n\n> ${tag}\n> ${two}\n\n- ${tag} ${three}`,
  'in a cell': (tag, [one, two, three]) => `| a | b |\n|---|---|\n| ${tag} ${one} | ${two} |\n\n${three}`,
  'in a note': (tag, [one, two, three]) => `${one}[^1]\n\n[^1]: ${tag} ${two}\n\n${three}`,
  'in a heading': (tag, [one, two, three]) => `## ${tag} ${one}\n\n${two} ${three}`,
  'in the last line': (tag, [one, two, three]) => `${one}\n\n${two}\n\n${tag} ${three}`,
};

/** What ends with the text when nothing closes it, as CommonMark has it: the words within are its own. */
const isToTheEnd = (place: string, tag: string): boolean =>
  /^<(?:script|style|textarea|pre)>/.test(tag) && !/^in a (?:line|cell|heading)$/.test(place);

test.each(Object.entries(PLACES))('a tag %s', (place, write) => {
  const tags = NAMES.flatMap((name) => FORMS.map((form) => form(name))).filter(
    (tag) => !isToTheEnd(place, tag),
  );
  const texts = tags.map((tag, index) => {
    const words = ['a', 'b', 'c'].map((letter) => `w${letter}${String(index)}w`) as unknown as Words;
    return { tag, words, text: `# One\n\n${write(tag, words)}` };
  });
  const sections = texts.map(({ text }, index) => section(`s${String(index)}.md`, text));
  const { xhtml } = print(book([...sections, endnotes()]));
  const found = new Set(
    Object.values(xhtml).flatMap((one) => one.replace(/<head>[^]*?<\/head>/, '').match(/w[abc]\d+w/g) ?? []),
  );
  const lost = texts.filter(({ words }) => words.some((word) => !found.has(word))).map(({ tag }) => tag);
  expect(lost).toEqual([]);
});
