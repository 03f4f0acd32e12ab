/** The books of a preview, as their manuscripts change. */
import { openLibrary } from '../../src/preview/library.js';
import { folder, FRONT } from './place.js';

const here = folder();
afterAll(() => {
  here.remove();
});

describe('a change that cannot be read', () => {
  let failure: Error | undefined;
  const library = openLibrary({
    cwd: here.cwd,
    manuscripts: 'manuscripts',
    config: () => (failure ? Promise.reject(failure) : Promise.resolve({ value: undefined, messages: [] })),
  });
  let heard = 0;
  let end: () => void;
  beforeEach(async () => {
    failure = undefined;
    here.write({ 'tide.md': `${FRONT}Tide.\n` });
    expect(await library.state('tide')).toMatchObject({ isBroken: false });
    end = library.listen(() => (heard += 1), 'tide');
    await library.state('tide');
    heard = 0;
  });

  afterEach(() => {
    end();
  });

  test('is told of, beside the book before it, and the next one mends it', async () => {
    const before = await library.state('tide');
    failure = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', errno: -5, syscall: 'read' });
    await library.changed();
    expect(heard).toBe(1);
    expect(await library.state('tide')).toMatchObject({
      isBroken: true,
      edition: before?.edition,
      messages: [{ id: 'preview:unreadable', reason: expect.stringContaining('EIO') as string }],
    });
    failure = undefined;
    await library.changed();
    expect(await library.state('tide')).toMatchObject({ isBroken: false });
  });

  test('by a fault of ours rejects, and the next one is built all the same', async () => {
    failure = new TypeError('Ours');
    await expect(library.changed()).rejects.toThrow('Ours');
    failure = undefined;
    here.write({ 'tide.md': `${FRONT}Ebb.\n` });
    await library.changed();
    expect(await library.state('tide')).toMatchObject({
      isBroken: false,
      edited: { path: 'manuscripts/tide.md' },
    });
  });
});
