import { directionOf } from '../../src/locales/direction.js';

test.each([
  ['he', 'rtl'],
  ['ar-EG', 'rtl'],
  ['FA', 'rtl'],
  ['az-Arab-IR', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['en', 'ltr'],
  ['zh-Hant-TW', 'ltr'],
])('%s runs %s', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});
