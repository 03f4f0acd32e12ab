// The pictures that manuscripts name: whole ones, torn ones, and drawings that do what drawings should not.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diceFor } from './dice.mjs';
import { DAMAGED } from './texts.mjs';
import { ROOT } from '../octavo.mjs';

const SHAPES = [
  '<rect width="1" height="1"/>',
  '<rect width="1e9" height="-1" fill="url(#a)"/>',
  '<g id="a"><use href="#a"/></g>',
  '<use href="x.svg#a"/>',
  '<use xlink:href="#b" x="1"/>',
  '<symbol id="b"><path d="M0 0 L1e99 1"/></symbol>',
  '<image href="dot.png" width="1" height="1"/>',
  '<image href="https://example.org/x.png"/>',
  '<image href="data:image/png;base64,AA=="/>',
  '<script>x()</script>',
  '<a href="javascript:x()"><text>a &amp; b</text></a>',
  '<text x="1">שלום <tspan>b</tspan></text>',
  '<foreignObject><div xmlns="http://www.w3.org/1999/xhtml">x</div></foreignObject>',
  '<style>@import url(x.css); rect { fill: url(http://x) }</style>',
  '<title>A title</title>',
  '<title/>',
  '<animate attributeName="href" to="javascript:x()"/>',
  '<set attributeName="onload" to="x"/>',
  '<filter id="f"><feImage href="x"/><feTurbulence numOctaves="9999"/></filter>',
  '<g onload="x()" style="background:url(x)">',
  '</g>',
  '<mask id="a"/>',
  '<rect id="a"/><rect id="a"/>',
  '&x;',
  '<![CDATA[x]]>',
  '<!-- -- -->',
  '<?php x ?>',
  '<svg viewBox="0 0 0 0"/>',
  '<metadata><x:y xmlns:x="urn:x"/></metadata>',
  '\u0000',
];
const HEADS = [
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">',
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">',
  '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="1e9">',
  '<!DOCTYPE svg [<!ENTITY x "y">]><svg xmlns="http://www.w3.org/2000/svg">',
  '<svg width="1" height="1">',
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 -1 x" onload="x()">',
];

const drawing = (dice) =>
  dice.one(HEADS) + dice.times(5, () => dice.one(SHAPES)).join('') + (dice.chance(0.9) ? '</svg>' : '');

/** Bytes with some of them changed, cut or doubled. */
export function torn(dice, bytes) {
  const copy = Uint8Array.from(bytes);
  // A WebP that says to be large is decoded, which costs more than all the rest; `tests/images` has such.
  const from = copy[0] === 0x52 ? 30 : 0;
  for (let left = dice.below(6); left > 0; left -= 1)
    copy[from + dice.below(copy.length - from)] = dice.below(256);
  return dice.chance(0.3) ? copy.subarray(0, dice.below(copy.length)) : copy;
}

/** Pictures of one dot, of every format that books hold. */
const DOTS = [
  'R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=',
  'UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=',
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
].map((text) => Buffer.from(text, 'base64'));

const samples = () => [
  ...DOTS,
  ...[
    'slow/fixtures/manuscripts/every-kind/images/tide.png',
    'input/layouts/fixtures/honkit-manual/cover.jpg',
  ].map((file) => readFileSync(join(ROOT, 'tests', file))),
];

/** Makes a folder with pictures for the cases of `seed` in `folder`, and gives its path. */
export function picturesIn(folder, seed) {
  const root = join(folder, 'root');
  mkdirSync(join(root, 'sub'), { recursive: true });
  const put = (name, content) => writeFileSync(join(root, name), content);
  const fixtures = join(ROOT, 'tests/compose/fixtures/images/img');
  const png = readFileSync(join(fixtures, 'dot.png'));
  for (const name of ['dot.png', 'a b.png', 'é.png', 'sub/dot.png']) put(name, png);
  put('drawing.svg', readFileSync(join(fixtures, 'draw.svg')));
  put('torn.png', png.subarray(0, png.length / 2));
  put('empty.png', '');
  put('text.png', 'a text');
  const pool = samples();
  const dice = diceFor(seed, -1);
  for (let index = 0; index < DAMAGED; index += 1) {
    const bytes = dice.one(pool);
    // What a picture is follows from its bytes, whatever its name says.
    put(`p${index}.jpg`, dice.chance(0.2) ? bytes : torn(dice, bytes));
    put(`d${index}.svg`, drawing(dice));
  }
  return root;
}
