/** The thread in which `octavo serve` makes covers: what a picture costs, no visitor waits for. */
import { parentPort } from 'node:worker_threads';
import { drawTitle, openScaler } from '../../images/index.js';
import { readPackageFile } from '../../io/packages.js';
import type { Order, Picture } from './painter.js';

const scaler = openScaler();

const pictureOf = (order: Order): Promise<Uint8Array | undefined> =>
  'draw' in order ? drawTitle(order.draw, readPackageFile) : scaler.scale(...order.scale);

parentPort?.on('message', (order: Order) => {
  pictureOf(order).then(
    (bytes) => parentPort?.postMessage({ bytes } satisfies Picture),
    (cause: unknown) => parentPort?.postMessage({ failure: String(cause) } satisfies Picture),
  );
});
