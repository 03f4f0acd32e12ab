/* The cover as readers meet it: in a shop's list, in its results, on its page, on a grey shelf. */
import { element } from './elements.js';
import { ROOT } from './server.js';

const SIZES = [
  { width: 60, where: 'in a list on a phone' },
  { width: 120, where: 'a thumbnail in a shop' },
  { width: 120, where: 'on a grey e-reader', isGrey: true },
  { width: 200, where: 'in search results' },
  { width: 320, where: 'on its own page' },
];

export function showCovers({ outline }, steps) {
  const { cover, files, title } = outline;
  if (!cover) return [element('p', { class: 'calm' }, 'The book has no cover.')];
  const path = ['files', ...steps, ...cover.split('/')].map(encodeURIComponent).join('/');
  const src = new URL(`${path}?v=${files[cover] ?? ''}`, ROOT).href;
  return SIZES.map(({ width, where, isGrey }) =>
    element(
      'figure',
      { class: isGrey ? 'cover grey' : 'cover' },
      element('img', { src, width, alt: `Cover of ${title}` }),
      element('figcaption', {}, `${String(width)} pixels wide, ${where}`),
    ),
  );
}
