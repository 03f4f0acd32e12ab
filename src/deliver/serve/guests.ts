/** Shares the connections out: one address never holds all of them, and the silent ones are closed first. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Connections at the same time, and how many of them one address may hold. */
const MOST_CONNECTIONS = 500;
const MOST_OF_ONE = 200;
/** How long, in milliseconds, a connection may stand without a word. */
const SILENCE = 5000;

/** Bounds the connections of a server. */
export function watchGuests(server: Server): void {
  const guests = new Map<string, Set<Socket>>();
  server.maxConnections = MOST_CONNECTIONS;
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const own = guests.get(address) ?? new Set<Socket>();
    guests.set(address, own);
    if (own.size >= MOST_OF_ONE) leastOf(own)?.destroy();
    own.add(socket);
    const silence = setTimeout(() => {
      if (socket.bytesRead === 0) socket.destroy();
    }, SILENCE).unref();
    socket.once('close', () => {
      clearTimeout(silence);
      own.delete(socket);
      if (own.size === 0 && guests.get(address) === own) guests.delete(address);
    });
  });
}

/** The connection that is missed least: the oldest that said nothing, else the oldest that was answered nothing. */
function leastOf(sockets: ReadonlySet<Socket>): Socket | undefined {
  const all = [...sockets].filter((socket) => !socket.destroyed);
  return (
    all.find((socket) => socket.bytesRead === 0) ?? all.find((socket) => socket.bytesWritten === 0) ?? all[0]
  );
}
