import { search } from '../../src/preview/search.js';
import { folder, FRONT } from './place.js';

const here = folder();
here.write({
  'ferry/book.md': FRONT,
  'ferry/01-one.md':
    '# One\n\n"It\'s -- *so* far," she said. What (if) anything? 1.5 + 2\n\nIT\u2019S late.\n',
});
afterAll(() => {
  here.remove();
});

test.each([
  ["it's", 2],
  ['"it\'s', 1],
  ['so far', 1],
  ['so  FAR ', 1],
  ['what (if)', 1],
  ['1.5', 1],
  ['1x5', 0],
  ['a[b', 0],
  ['  ', 0],
])('`%s` is found %i times', async (query, count) => {
  const { hits } = search(await here.edition(), query);
  expect(hits.map(({ match }) => match)).toHaveLength(count);
});

test('a hit tells its page and what stands beside it', async () => {
  expect(search(await here.edition(), 'she said').hits).toEqual([
    expect.objectContaining({
      page: 'one',
      match: 'she said',
      left: expect.stringContaining('far,\u201D ') as string,
    }),
  ]);
});
