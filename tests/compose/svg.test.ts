import { cleanSvg } from '../../src/compose/images/svg.js';

const NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const svg = (content: string, attributes = ''): string => `<svg ${NS}${attributes}>${content}</svg>`;
const body = (source: string): string =>
  (cleanSvg(source)?.svg ?? 'none').replace(/^<\?xml[^>]*>\n<svg [^>]*>/, '').replace(/<\/svg>\n$/, '');

test('a drawing stays as it is drawn', () => {
  const drawing =
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"></stop></linearGradient></defs>' +
    '<rect width="10" height="10" fill="url(#g)"></rect><use xlink:href="#g"></use><text x="1">A &#60; B</text>';
  expect(body(svg(drawing))).toBe(drawing);
  expect(cleanSvg(svg(drawing))?.removed).toEqual([]);
});

test.each([
  ['<script>alert(1)</script>', '<script>'],
  ['<g onclick="x()"></g>', 'onclick'],
  ['<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"></body></foreignObject>', '<foreignObject>'],
  ['<a xlink:href="javascript:x"><text>t</text></a>', '<a href>'],
  ['<image xlink:href="https://example.org/x.png"></image>', 'href="https://example.org/x.png"'],
  ['<image href="file:///etc/passwd"></image>', 'href="file:///etc/passwd"'],
  ['<image xlink:href="data:image/svg+xml;base64,AAAA"></image>', 'href="data:image/svg+xml;base64,AAAA"'],
  ['<use xlink:href="other.svg#x"></use>', 'href="other.svg#x"'],
  ['<rect fill="url(https://example.org/#x)"></rect>', 'fill="url(https://example.org/#x)"'],
  ['<rect style="fill: url( \'//example.org/x\' )"></rect>', 'style="fill: url( \'//example.org/x\' )"'],
  ['<rect style="fill:\\75rl(x)"></rect>', 'style="fill:\\75rl(x)"'],
  ['<style>@import "x.css";</style>', '<style>'],
  ['<style><![CDATA[rect{fill:url(x.png)}]]></style>', '<style>'],
  ['<set attributeName="href" to="javascript:x"></set>', '<set>'],
])('%s is taken out', (content, removed) => {
  const result = cleanSvg(svg(content));
  expect(result?.removed).toEqual([removed]);
  expect(result?.svg).not.toMatch(/script|example|passwd|onclick|@import|x\.png|75rl|other|AAAA/);
});

test('a link goes, what is drawn in it stays', () => {
  const source = `<svg ${NS}><a xlink:href="https://x.org" class="n"><rect x="5"/><text>Har<a href="y">bour</a></text></a></svg>`;
  expect(body(source)).toBe('<g class="n"><rect x="5"></rect><text>Har<tspan>bour</tspan></text></g>');
});

test('what an editor keeps for itself goes in silence', () => {
  const source = `<svg ${NS} xmlns:ink="http://example.org/ink" ink:version="1"><metadata><x/></metadata><ink:view/><g ink:label="a"/></svg>`;
  expect(body(source)).toBe('<g></g>');
  expect(cleanSvg(source)?.removed).toEqual([]);
});

test('a reference to an id that is not there goes, and a second use of an id', () => {
  expect(body(svg('<rect fill="url(#gone)" id="a"/><rect id="a"/>'))).toBe(
    '<rect id="a"></rect><rect></rect>',
  );
});

test.each([
  ['text', 'no markup'],
  ['<html></html>', 'another root'],
  ['<svg xmlns="http://www.w3.org/2000/svg"><g></svg>', 'not well-formed'],
  [
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>',
    'an entity',
  ],
  ['<svg xmlns="http://example.org/"><g/></svg>', 'another namespace'],
])('%s is no drawing (%s)', (source) => {
  expect(cleanSvg(source)).toBeUndefined();
});

test.each([
  [' width="20" height="10px"', { width: 20, height: 10 }],
  [' width="1in" height="2.54cm"', { width: 96, height: 96 }],
  [' width="100%" height="100%" viewBox="0 0 30.4 40"', { width: 30, height: 40 }],
  [' viewBox="0,0,5,6"', { width: 5, height: 6 }],
  ['', {}],
])('the size of <svg%s>', (attributes, size) => {
  const { width, height } = cleanSvg(svg('', attributes)) ?? {};
  expect({ ...(width ? { width } : {}), ...(height ? { height } : {}) }).toEqual(size);
});

test('cleaning twice equals once', () => {
  const once = cleanSvg(svg('<g id="x" onclick="y"><text>a &amp; b\n</text></g>', ' width="2"'))?.svg ?? '';
  expect(cleanSvg(once)?.svg).toBe(once);
});

test('elements within elements, thousands deep, take no time', () => {
  const nested = (depth: number, name = 'g') => svg(`<${name}>`.repeat(depth) + `</${name}>`.repeat(depth));
  expect(cleanSvg(nested(100))).toBeDefined();
  const began = process.cpuUsage();
  expect(cleanSvg(nested(100_000))).toBeUndefined();
  expect(cleanSvg(nested(100_000, 'unknown'))).toBeUndefined();
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(2000);
});

describe('a drawing that costs more than it shows', () => {
  const chain = (step: (from: string) => string) =>
    Array.from(
      { length: 12 },
      (_, n) => `<g id="a${String(n + 1)}">${step(`a${String(n)}`).repeat(10)}</g>`,
    ).join('');
  test.each([
    ['use in use', `<g id="a0"><rect/></g>${chain((id) => `<use xlink:href="#${id}"/>`)}`],
    ['a fill in a fill', `<g id="a0"><rect/></g>${chain((id) => `<rect fill="url(#${id})"/>`)}`],
    ['a group in itself', '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#b"/>'],
    ['shapes without end', '<rect/>'.repeat(100_001)],
    ['a text without end', `<text>${'x'.repeat(300_000)}</text>`],
  ])('%s is refused', (_, content) => {
    expect(cleanSvg(svg(content))).toBeUndefined();
  });

  test('a thousand leaves of one shape are none', () => {
    const leaves = '<use href="#leaf"/>'.repeat(1000);
    expect(cleanSvg(svg(`<g id="leaf"><path d="M0 0"/></g>${leaves}`))?.removed).toEqual([]);
  });

  test.each([
    ['<feGaussianBlur stdDeviation="1e6"/>', 'stdDeviation="1e6"'],
    ['<feMorphology radius="2 100000"/>', 'radius="2 100000"'],
    ['<feTurbulence numOctaves="4000"/>', 'numOctaves="4000"'],
  ])('%s loses its number', (filter, removed) => {
    expect(cleanSvg(svg(`<filter id="f">${filter}</filter>`))?.removed).toEqual([removed]);
  });

  test('a size beyond any page is none', () => {
    const { svg: drawn = '', width } = cleanSvg(svg('<rect/>', ' width="9999999" height="9999999"')) ?? {};
    expect(width).toBeUndefined();
    expect(drawn).not.toContain('9999999');
  });
});
