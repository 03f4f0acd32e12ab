import {
  beginBook,
  bookIsWhole,
  endOfBuild,
  keepResults,
  keptResult,
  keptWith,
  onceFor,
} from '../src/memo.js';

describe('kept results', () => {
  it('are made each time before they are asked for', () => {
    const made = [0, 1].map(() =>
      keptResult(
        'kind',
        () => 'key',
        () => ({}),
      ),
    );
    expect(made[0]).not.toBe(made[1]);
    const tree = {};
    const others = [0, 1].map(() => keptWith('kind', tree, [], () => ({})));
    expect(others[0]).not.toBe(others[1]);
  });

  describe('once they are kept', () => {
    beforeAll(keepResults);
    let count = 0;
    const result = (key: string) =>
      keptResult(
        'kind',
        () => key,
        () => (count += 1),
      );

    /** A build of a book that uses the results of some keys. */
    const build = (book: string, keys: readonly string[], isWhole = true) => {
      beginBook(book);
      const results = keys.map(result);
      if (isWhole) bookIsWhole();
      endOfBuild();
      return results;
    };

    it('last as long as whole builds of their book use them', () => {
      const [salt, rope] = build('a', ['salt', 'rope']);
      expect(build('a', ['salt'])).toEqual([salt]);
      expect(build('a', ['salt', 'rope'])).not.toContain(rope);
    });

    it('outlast builds of other books, and builds that did not come to their end', () => {
      const [salt] = build('b', ['salt']);
      build('c', ['rope']);
      build('b', [], false);
      expect(build('b', ['salt'])).toEqual([salt]);
    });

    it('of an object last while the facts beside it are the same', () => {
      const tree = {};
      const made = [1, 1, 2].map((fact) => keptWith('kind', tree, [fact], () => ({})));
      expect(made[0]).toBe(made[1]);
      expect(made[1]).not.toBe(made[2]);
    });
  });
});

test('a work for a name is done once', () => {
  let count = 0;
  const lengthOf = onceFor((name) => {
    count += 1;
    return name.length;
  });
  expect([lengthOf('tide'), lengthOf('tide'), lengthOf('ferry')]).toEqual([4, 4, 5]);
  expect(count).toBe(2);
});
