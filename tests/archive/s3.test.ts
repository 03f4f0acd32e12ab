/** A bucket whose server is slow, or falls silent. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { storeProblem } from '../../src/archive/problems.js';
import { bucketStore } from '../../src/archive/s3.js';

const PATIENCE = 400;
let server: Server;

beforeAll(() => {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_REGION: 'us-east-1' });
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function storeOf(listener: RequestListener) {
  server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const store = await bucketStore(
    { bucket: 'b', prefix: '', endpoint: `http://127.0.0.1:${String(port)}`, region: 'us-east-1' },
    PATIENCE,
  );
  if (!store) throw new Error('The client is not installed');
  return store;
}

test.each<[string, RequestListener]>([
  ['says nothing', () => undefined],
  [
    'stops in the middle',
    (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half');
    },
  ],
])(
  'a server that %s is away',
  async (_, listener) => {
    const store = await storeOf(listener);
    const cause: unknown = await store.read('x').catch((error: unknown) => error);
    expect(cause).toBeInstanceOf(Error);
    expect(storeProblem(cause, 's3://b').id).toBe('archive:store-away');
  },
  20_000,
);

test('a slow server is waited for, as long as it goes on', async () => {
  const store = await storeOf((_, response) => {
    response.writeHead(200, { 'content-length': '8' });
    void (async () => {
      for (const letter of 'whole :)') {
        response.write(letter);
        await setTimeout(PATIENCE / 4);
      }
      response.end();
    })();
  });
  expect(Buffer.from((await store.read('x')) ?? []).toString()).toBe('whole :)');
}, 20_000);
