/** Speech after a dash: which lines are speeches, and what the parser makes of them. */
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { localeOf } from '../../src/locales/index.js';
import { parseMarkdown } from '../../src/input/markdown.js';
import { speechesOf } from '../../src/input/speech/lines.js';
import { typeset } from '../../src/typography/index.js';
import { bookOf, section } from '../typography/book.js';
import { linesOf } from '../typography/text.js';

/** The blocks of a text: its paragraphs with the lines that they begin on, `list` for a list. */
function blocks(text: string, language: string): string[] {
  const [speech] = speechesOf([{ text, locale: localeOf(language) }]);
  const { value } = parseMarkdown(text, { path: 'a.md', line: 1, offset: 0, speech });
  return value.children.map((node: Nodes) => (node.type === 'paragraph' ? toString(node) : node.type));
}

describe('lines that begin with a hyphen are speeches', () => {
  test.each([
    ['pl', ['- Gdzie klucz? - spytała Ida.', '- Pod kamieniem - rzekł Tom.', '- Jak zawsze!']],
    ['es', ['-¿Dónde está la llave? -preguntó Ida.', '-Bajo la piedra -dijo Tomás-.', '-¡Como siempre!']],
    ['fr', ['- Où est la clef ? demanda Ida.', '- Sous la pierre, dit Tom.', '- Comme toujours !']],
    ['ru', ['- Где ключ? - спросила Ида.', '- Под камнем, - сказал Том.', '- Как всегда!']],
    ['hu', ['- Hol a kulcs? - kérdezte Ida.', '- A kő alatt - felelte Tamás.', '- Mint mindig!']],
    ['sv', ['- Var är nyckeln? frågade Ida.', '- Under stenen, sade Tom.', '- Som alltid!']],
    ['tr', ['- Anahtar nerede? diye sordu Ida.', '- Taşın altında, dedi Tom.', '- Her zamanki gibi!']],
  ])('in %s', (language, lines) => {
    expect(blocks(lines.join('\n\n'), language)).toEqual(lines);
    expect(blocks(lines.join('\n'), language)).toEqual(lines);
  });

  test('but in English they are a list', () => {
    expect(blocks('- Where is the key? - Ida asked.\n- Under the stone!', 'en')).toEqual(['list']);
  });

  test('a bullet, which word processors make of a hyphen, is one where people speak', () => {
    const lines = ['\u2022 Gdzie klucz? - spytała Ida.', '\u2022 Pod kamieniem.', '\u2022 Jak zawsze!'];
    const speeches = lines.map((line) => line.replace('\u2022', '-'));
    expect(blocks(lines.join('\n\n'), 'pl')).toEqual(speeches);
    expect(blocks(lines.join('\n'), 'pl')).toEqual(speeches);
    const list = ['\u2022 chleb', '\u2022 sól', '\u2022 lampa'];
    expect(blocks(list.join('\n\n'), 'pl')).toEqual(list);
    expect(blocks(lines.join('\n\n'), 'en')).toEqual(lines);
  });

  test('a speech may begin with what begins something else in Markdown', () => {
    const lines = ['- 1914. To był rok!', '- + i -? Nie wiem.', '-    Tak!', '- # to krzyżyk? - spytał.'];
    expect(blocks(lines.join('\n\n'), 'pl')).toEqual(lines);
  });

  test('a fraction, a measure or a choice in one makes no item of a list of it', () => {
    const lines = [
      '- ¿Cuánto? - preguntó Ida. - ¿Té y/o café?',
      'Nada.',
      '- Tomaré 7 1/2 tazas. A 120 km/h.',
    ];
    expect(blocks(lines.join('\n\n'), 'es')).toEqual(lines);
  });

  test('a scene break right below one makes no heading of it', () => {
    expect(blocks('- Tak!\n---\n\n- Nie?', 'pl')).toEqual(['- Tak!', 'thematicBreak', '- Nie?']);
  });

  test('a wrapped speech stays one paragraph, though an aside begins a line of it', () => {
    const wrapped =
      '- Nie wiem, gdzie jest klucz, ale był tu jeszcze wczoraj wieczorem, zanim\n- jak mówiła Ida - zamknęli drzwi od ogrodu i poszli spać!';
    expect(blocks(wrapped, 'pl')).toEqual([wrapped]);
  });

  test('what is told goes on in a paragraph of its own below a speech that ended', () => {
    expect(blocks('-¿Quién?\nIda se levantó.\n-Yo.', 'es')).toEqual(['-¿Quién?', 'Ida se levantó.', '-Yo.']);
  });

  test('literal dashes right below each other, too', () => {
    expect(blocks('— Кто там?\n— Я.', 'ru')).toEqual(['— Кто там?', '— Я.']);
  });
});

describe('a hyphen that is escaped, so that it begins no list, is the dash of a speech', () => {
  const printed = (text: string, language: string): string[] => {
    const [speech] = speechesOf([{ text, locale: localeOf(language) }]);
    const { value: tree } = parseMarkdown(text, { path: 'a.md', line: 1, offset: 0, speech });
    const { value } = typeset(bookOf([{ ...section(''), tree }], { language }));
    return linesOf(value.manuscripts[0]?.tree ?? tree).map((line) => line.replaceAll(/[\u00A0\u202F]/g, ' '));
  };

  test.each([
    ['pl', '\\- Tak - rzekł.', ['— Tak — rzekł.']],
    ['pl', '\\- Tak - rzekł.\n\\- Nie.', ['— Tak — rzekł.', '— Nie.']],
    ['pl', '\\-- Tak - rzekł.', ['— Tak — rzekł.']],
    ['pl', '\\-\\- Tak -- rzekł.', ['— Tak — rzekł.']],
    ['pl', '-- Tak - rzekł.', ['— Tak — rzekł.']],
    ['pl', '– Tak – rzekł.', ['– Tak – rzekł.']],
    ['pl', '– Tak - rzekł.', ['– Tak – rzekł.']],
    ['pl', '> \\- Tak - rzekł.', ['— Tak — rzekł.']],
    ['es', '\\-Hola -dijo Ana-.', ['—Hola —dijo Ana—.']],
    ['es', '\\-¿Hola? -dijo Ana-. Pasa.\n\n\\-Voy.', ['—¿Hola? —dijo Ana—. Pasa.', '—Voy.']],
    ['es', '\\-*Hola* -dijo Ana-.', ['—Hola —dijo Ana—.']],
    ['fr', '\\- Tu viens ? dit Ida.', ['— Tu viens ? dit Ida.']],
  ])('%s: %s', (language, text, lines) => {
    expect(printed(text, language)).toEqual(lines);
  });

  test.each([
    ['pl', '\\-5 stopni.'],
    ['en', '\\- Where? said Ida.'],
  ])('but no minus, and none where people do not speak so: %s: %s', (language, text) => {
    expect(printed(text, language)[0]).toMatch(/^-/);
  });
});

describe('a list stays a list', () => {
  const said = '- Co kupić? - spytała Ida.\n\n- Wszystko! - rzekł Tom.\n\n- Tak? - powtórzyła.\n\n';

  test('of short items in a row, in a book of speeches', () => {
    expect(blocks(`${said}Na kartce:\n\n- mąka\n- dwa jajka\n- sól\n`, 'pl').at(-1)).toBe('list');
  });

  test('of links and of code', () => {
    const text = '- [Instalación](a.md)\n- [Uso](b.md)\n- `npm run build`: construye.\n';
    expect(blocks(text, 'es')).toEqual(['list']);
    expect(blocks('- ¡Lea src/main.rs!\n- ¿Y docs/es/uso?\n', 'es')).toEqual(['list']);
  });

  test('of sentences in a book where nobody speaks', () => {
    const items = ['Abra la caja.', 'Saque el cable.', 'Conecte el cable a la red.', 'Pulse el botón.'];
    const text = `Para empezar:\n\n${items.map((item) => `- ${item}`).join('\n')}\n`;
    expect(blocks(text, 'es').at(-1)).toBe('list');
  });

  test('of sentences in a book with code, though some of them break off or have a dash', () => {
    const text = [
      'Le type `frame` dit ce que contient le message :',
      '- "text" -- contient du texte.',
      '- "binary" -- contient des octets.',
      '- Le reste est réservé... pour plus tard.',
      '- Fermez la connexion.',
    ].join('\n');
    expect(blocks(text, 'fr').at(-1)).toBe('list');
  });

  test('with another in it', () => {
    expect(blocks('- Frutas\n  - manzanas\n  - ¿peras?\n- Pan\n', 'es')).toEqual(['list']);
  });
});
