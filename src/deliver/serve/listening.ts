/** Taking a port, and letting go of it. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How long, in milliseconds, what is being sent may go on when a server stops. */
const LAST_MOMENT = 2000;

/**
 * Listens on the first free port from `first` on, of which `more` may be taken; tells which it is.
 *
 * @throws the system's error where it cannot listen: `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`, `ENOTFOUND`.
 */
export async function listen(server: Server, host: string, first: number, more: number): Promise<number> {
  for (let next = first; ; next += 1) {
    try {
      server.listen(next, host);
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    } catch (cause) {
      const isTaken = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || next >= first + more) throw cause;
    }
  }
}

/** Lets go of the port, ends what is idle, and gives what is being sent a moment to end. */
export async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const last = setTimeout(() => {
    server.closeAllConnections();
  }, LAST_MOMENT);
  await closed;
  clearTimeout(last);
}
