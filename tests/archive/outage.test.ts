import { outagesOf } from '../../src/archive/outage.js';
import { queueProblem, storeProblem } from '../../src/archive/problems.js';
import type { Message } from '../../src/types.js';

const failing = (code: string) => Object.assign(new Error(`${code}: x`), { code });

function opened(signal = new AbortController().signal) {
  const told: Message[] = [];
  const tell = (message: Message): void => {
    told.push(message);
  };
  const outage = outagesOf({ place: '/srv', problem: storeProblem, tell, signal });
  return { outage, ids: () => told.map(({ severity, id }) => `${severity} ${id}`), told };
}

test('an outage is said once, waited for, and said to be over', async () => {
  const { outage, ids, told } = opened();
  const answers = [failing('ENOSPC'), failing('EDQUOT')];
  const work = () => {
    const next = answers.shift();
    return next ? Promise.reject(next) : Promise.resolve('done');
  };
  expect(await outage.outlast(work)).toBe('done');
  expect(ids()).toEqual(['warning archive:store-full', 'info archive:back']);
  expect(told[0]?.reason).toBe('The store `/srv` is full (ENOSPC)');
  expect(told[0]?.hint).toContain('The work goes on when it is back');
});

test('a work that succeeds meanwhile does not end the outage of another one', async () => {
  const stop = new AbortController();
  const { outage, ids } = opened(stop.signal);
  let isFull = true;
  const write = () => (isFull ? Promise.reject(failing('ENOSPC')) : Promise.resolve('written'));
  const written = Promise.all([outage.outlast(write), outage.outlast(write)]);
  try {
    expect(await outage.outlast(() => Promise.resolve('read'))).toBe('read');
    expect(ids()).toEqual(['warning archive:store-full']);
    isFull = false;
    expect(await written).toEqual(['written', 'written']);
    expect(ids()).toEqual(['warning archive:store-full', 'info archive:back']);
    outage.begin(failing('EIO'));
    await outage.outlast(() => Promise.resolve('read'));
    expect(ids().slice(2)).toEqual(['warning archive:store-away', 'info archive:back']);
  } finally {
    stop.abort();
    await written.catch(() => undefined);
  }
});

test('what nothing outside can mend is thrown at once', async () => {
  const { outage, ids } = opened();
  await expect(outage.outlast(() => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours');
  expect(ids()).toEqual([]);
});

test('whoever ends does not wait', async () => {
  const stop = new AbortController();
  const { outage } = opened(stop.signal);
  const waiting = outage.outlast(() => Promise.reject(failing('EIO')));
  stop.abort();
  await expect(waiting).rejects.toThrow('EIO');
});

test.each([
  [failing('EACCES'), 'archive:store-refused'],
  [failing('ESTALE'), 'archive:store-away'],
  [failing('ECONNREFUSED'), 'archive:store-away'],
  [
    Object.assign(new Error('x'), { name: 'InvalidAccessKeyId', $metadata: { httpStatusCode: 403 } }),
    'archive:store-refused',
  ],
  [Object.assign(new Error('x'), { name: 'CredentialsProviderError' }), 'archive:store-refused'],
  [
    Object.assign(new Error('x'), { name: 'NoSuchBucket', $metadata: { httpStatusCode: 404 } }),
    'archive:no-store',
  ],
  [
    Object.assign(new Error('x'), { name: 'Unknown', $metadata: { httpStatusCode: 507 } }),
    'archive:store-full',
  ],
])('an error of a store in words: %s', (cause, id) => {
  expect(storeProblem(cause, '/srv').id).toBe(id);
});

test.each([
  [failing('ECONNREFUSED'), 'archive:queue-away'],
  [new Error('WRONGPASS invalid username-password pair or user is disabled.'), 'archive:queue-refused'],
  [new Error('NOAUTH HELLO must be called …'), 'archive:queue-refused'],
  [new Error("OOM command not allowed when used memory > 'maxmemory'."), 'archive:queue-full'],
  [new Error('MISCONF Redis is configured to save RDB snapshots …'), 'archive:queue-full'],
])('an error of a queue in words: %s', (cause, id) => {
  expect(queueProblem(cause, 'redis://localhost:6379').id).toBe(id);
});

test('waits no more often than it may', async () => {
  const { outage, ids } = opened();
  await expect(outage.outlast(() => Promise.reject(failing('ENOSPC')), 2)).rejects.toThrow('ENOSPC');
  expect(ids()).toEqual(['warning archive:store-full']);
});
