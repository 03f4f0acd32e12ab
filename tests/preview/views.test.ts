import type { Element, ElementContent } from 'hast';
import { textOf } from '../../src/text/hast.js';
import { VIEWS } from '../../src/preview/views.js';

test.each([
  ['amzn-kf8', 'all'],
  ['amzn-et and (monochrome)', 'all and (monochrome)'],
  ['not amzn-mobi', 'all'],
  ['amzn-mobi', 'not all'],
  ['screen', 'screen'],
])('a Kindle takes `@media %s` as `%s`', (query, taken) => {
  const rules = '{ p { color: red; } }';
  expect(VIEWS.kindle.sheet(`@media ${query} ${rules}`)).toBe(`@media ${taken} ${rules}`);
  expect(VIEWS.kobo.sheet(`@media ${query} ${rules}`)).toBe(`@media ${query} ${rules}`);
});

test.each([
  ['image/jpeg', true, true],
  ['image/svg+xml', true, true],
  ['image/webp', true, false],
  ['font/ttf', true, true],
  ['font/woff', true, false],
  ['font/woff2', false, false],
  ['audio/mpeg', true, false],
])('%s: on a Kobo %s, on a Kindle %s', (mediaType, kobo, kindle) => {
  expect([VIEWS.files, VIEWS.kobo, VIEWS.kindle].map((view) => view.shows(mediaType))).toEqual([
    true,
    kobo,
    kindle,
  ]);
});

const element = (tagName: string, ...children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});
const text = (value: string): ElementContent => ({ type: 'text', value });

test('a Kindle loses sound, film, forms and scripts, and nothing beside them', () => {
  const lost = ['audio', 'video', 'form', 'script', 'iframe'].map((name) => element(name, text(name)));
  const body = {
    type: 'root' as const,
    children: [element('p', text('Before '), ...lost, element('em', text('after')))],
  };
  expect(textOf(VIEWS.kindle.body(body))).toBe('Before after');
  expect(VIEWS.kobo.body(body)).toBe(body);
});
