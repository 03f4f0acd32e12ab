/** The books of a preview, as their manuscripts change. */
import { openLibrary } from '../../src/preview/library.js';
import { folder, FRONT } from './place.js';

const here = folder();
afterAll(() => {
  here.remove();
});

describe('a change', () => {
  let failure: Error | undefined;
  let during: (() => void) | undefined;
  const library = openLibrary({
    cwd: here.cwd,
    manuscripts: 'manuscripts',
    config: () => {
      during?.();
      return failure ? Promise.reject(failure) : Promise.resolve({ value: undefined, messages: [] });
    },
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

  test('that cannot be read is told of, beside the book before it, and the next one mends it', async () => {
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

  test('that a fault of ours cannot read rejects, and the next one is built all the same', async () => {
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

  test('during a build ends it; of two builds in a row, the second comes to its end and is told of', async () => {
    const before = await library.state('tide');
    const changes: Promise<void>[] = [];
    const edit = (): void => {
      here.write({ 'tide.md': `${FRONT}Tide ${String(changes.length)}.\n` });
      changes.push(library.changed());
    };
    during = () => {
      if (changes.length < 4) edit();
    };
    edit();
    await changes[0];
    await Promise.all(changes);
    during = undefined;
    const after = await library.state('tide');
    expect(changes).toHaveLength(4);
    expect([after?.version, heard]).toEqual([(before?.version ?? 0) + 2, 2]);
    expect(JSON.stringify(after?.edition?.parsed)).toContain('Tide 3.');
  });
});
