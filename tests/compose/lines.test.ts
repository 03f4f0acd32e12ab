/** Inline content cut at its line ends. */
import { element, text } from '../../src/compose/elements.js';
import { splitLines } from '../../src/compose/lines.js';

test('a formula stands in one line, whatever is in it', () => {
  const formula = element('math', {}, [element('mrow', {}, [text('a\nb')])]);
  expect(splitLines([text('x\n'), formula])).toEqual([[text('x')], [formula]]);
  expect(splitLines([element('b', {}, [text('a\nb')])])).toHaveLength(2);
});
