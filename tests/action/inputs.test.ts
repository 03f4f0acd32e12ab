import { readInputs } from '../../src/action/inputs.js';

const reasons = (env: Record<string, string>) => readInputs(env).refusals.map(({ reason }) => reason);

test('books are told apart by lines, formats by commas and spaces', () => {
  const { value, refusals } = readInputs({
    INPUT_BOOK: 'the lamp room\n\n  manuscripts/ferry  \n',
    INPUT_FORMATS: 'epub,kepub',
  });
  expect(refusals).toEqual([]);
  expect(value.books).toEqual(['the lamp room', 'manuscripts/ferry']);
  expect(value.formats).toEqual(['epub', 'kepub']);
});

test('the tag is the one that started the run, unless another is given', () => {
  const tagged = { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v2' };
  expect(readInputs(tagged).value.tag).toBe('v2');
  expect(readInputs({ ...tagged, INPUT_TAG: 'v1' }).value.tag).toBe('v1');
  expect(readInputs({ GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' }).value.tag).toBeUndefined();
});

test.each([
  [{ INPUT_VALIDATE: 'false' }, ['always validated']],
  [{ INPUT_TAG: 'v1', INPUT_ATTACH: 'yes', INPUT_DRAFT: '__proto__' }, ['`yes`', '`__proto__`']],
  [{ INPUT_ATTACH: 'true' }, ['tag']],
])('what is wrong in %j is said, all of it', (env, named) => {
  const said = reasons(env as unknown as Record<string, string>);
  expect(said).toHaveLength(named.length);
  for (const [index, name] of named.entries()) {
    expect(said[index]).toContain(name);
  }
});
