// Raw HTML: every element in every other, whole and torn, with attributes that fit and those that do not.
import { address, name, PICTURES, word, words } from './texts.mjs';

// prettier-ignore
export const ELEMENTS = (
  'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br ' +
  'button canvas caption center cite code col colgroup content data datalist dd del details dfn dialog dir div dl dt ' +
  'element em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr ' +
  'html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu ' +
  'menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p param ' +
  'picture plaintext portal pre progress q rb rbc rp rt rtc ruby s samp script search section select shadow slot small ' +
  'source spacer span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time ' +
  'title tr track tt u ul var video wbr xmp x-y my:tag é'
).split(' ');
/** Those that a book may hold come more often: the others end at the first look. */
// prettier-ignore
const KEPT = (
  'a a a abbr article aside b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn dfn div dl dt ' +
  'em figcaption figure h1 h2 h3 hr i img ins kbd li li mark ol p p pre q rp rt ruby s samp section small span span strong ' +
  'sub summary sup table tbody td tfoot th thead time time tr tr u ul ul var wbr nav header footer menu dir center tt'
).split(' ');
const FOREIGN = [
  'svg',
  'g',
  'rect',
  'foreignObject',
  'title',
  'desc',
  'use',
  'math',
  'mi',
  'mo',
  'mrow',
  'mtext',
  'annotation-xml',
  'semantics',
  'mglyph',
  'maction',
  'merror',
  'mstyle',
];

const ATTRIBUTES = [
  ['id', name],
  ['id', name],
  ['name', name],
  ['class', name],
  ['title', word],
  ['lang', (d) => d.one(['fr', 'en-GB', 'xx', 'x', '', 'de-x-y', 'ar', 'i-klingon', 'aaaaaaaa', 'en_US'])],
  ['xml:lang', (d) => d.one(['fr', 'he', ''])],
  ['dir', (d) => d.one(['ltr', 'rtl', 'auto', 'x', ''])],
  ['href', address],
  ['href', address],
  ['src', (d) => d.one(PICTURES)],
  ['alt', word],
  ['width', number],
  ['height', number],
  ['align', (d) => d.one(['left', 'center', 'justify', 'char'])],
  ['valign', () => 'top'],
  ['border', number],
  ['colspan', number],
  ['rowspan', number],
  ['span', number],
  ['start', number],
  ['value', number],
  ['reversed', () => ''],
  ['type', (d) => d.one(['1', 'a', 'I', 'disc', 'x'])],
  ['scope', (d) => d.one(['col', 'row', 'x'])],
  ['headers', name],
  [
    'datetime',
    (d) =>
      d.one([
        '2020',
        '2020-01',
        '2020-13-45',
        '2020-01-01',
        '2020-02-30',
        '2020-01-01T25:00',
        '2020-01-01T10:00Z',
        '12:00',
        'x',
        'P1D',
        '0000',
        '2020-01-01T10:00',
      ]),
  ],
  ['open', () => ''],
  ['cite', address],
  ['role', (d) => d.one(['note', 'doc-chapter', 'x', 'presentation'])],
  ['aria-labelledby', name],
  ['aria-label', word],
  ['aria-describedby', name],
  ['aria-hidden', () => 'true'],
  ['for', name],
  ['tabindex', number],
  ['epub:type', (d) => d.one(['noteref', 'footnote', 'x'])],
  ['xmlns', () => 'urn:x'],
  ['xmlns:x', () => 'urn:x'],
  ['x:y', word],
  ['style', () => 'color:red'],
  ['onclick', () => 'x()'],
  ['data-x', word],
  ['data-seal', number],
  ['data-formula', number],
  ['alttext', word],
  ['hidden', () => ''],
  ['contenteditable', () => ''],
  ['download', () => ''],
  ['ping', address],
  ['target', () => '_blank'],
  ['rel', () => 'next'],
  ['srcset', () => 'x 2x'],
  ['usemap', () => '#a'],
  ['longdesc', address],
  ['is', name],
  ['slot', name],
  ['part', name],
  ['itemprop', name],
  ['property', name],
  ['typeof', name],
  ['1x', word],
  ['"', word],
  ['é', word],
  ['constructor', word],
  ['__proto__', word],
];

function number(dice) {
  return dice.one([
    '0',
    '1',
    '2',
    '3',
    '-1',
    '99',
    '1000',
    '9999',
    '65535',
    '1e9',
    '2.5',
    '50%',
    'x',
    '',
    '+1',
    '007',
  ]);
}

function attribute(dice) {
  const [key, value] = dice.one(ATTRIBUTES);
  const written = value(dice);
  return dice.weighted([
    [8, () => ` ${key}="${written.replaceAll('"', '&quot;')}"`],
    [1, () => ` ${key}='${written}'`],
    [1, () => ` ${key}=${written}`],
    [1, () => ` ${key}`],
  ])();
}

const tagName = (dice) =>
  dice.weighted([
    [8, () => dice.one(KEPT)],
    [3, () => dice.one(ELEMENTS)],
    [1, () => dice.one(FOREIGN)],
    [0.3, () => dice.one(KEPT).toUpperCase()],
  ])();

const OTHER = [
  '<!-- x -->',
  '<!--',
  '-->',
  '<!-- -- -->',
  '<!-->',
  '<!DOCTYPE html>',
  '<![CDATA[x]]>',
  '<![CDATA[',
  ']]>',
  '<?php x ?>',
  '<?',
  '<!',
  '</',
  '<',
  '<>',
  '</>',
  '<a',
  '<a href="',
  '<p/>',
  '<br/>',
  '</br>',
  '</p>',
  '<div',
  '<a b c=d',
  '< b>',
  '<b\n>',
];

/** HTML to a depth; `markdown` makes what may stand in it. */
export function html(dice, depth, markdown) {
  if (!dice.may()) return word(dice);
  const inner = () =>
    dice.weighted([
      [4, () => words(dice, 3)],
      [5, () => (depth > 0 ? html(dice, depth - 1, markdown) : word(dice))],
      [2, () => (depth > 0 ? `\n\n${markdown(dice, depth - 1)}\n\n` : '')],
      [1, () => (depth > 0 ? markdown(dice, 0) : '')],
      [0.5, () => dice.one(OTHER)],
    ])();
  const tag = tagName(dice);
  const open = `<${tag}${dice.times(dice.chance(0.6) ? 1 : 3, () => attribute(dice)).join('')}>`;
  const content = dice.times(3, inner).join('');
  return dice.weighted([
    [12, () => `${open}${content}</${tag}>`],
    [2, () => `${open}${content}`],
    [1, () => `${content}</${tag}>`],
    [1, () => `${open.slice(0, -1)}/>${content}`],
    [1, () => `${open}${content}</${tagName(dice)}>`],
    [0.5, () => open.slice(0, dice.below(open.length))],
  ])();
}
