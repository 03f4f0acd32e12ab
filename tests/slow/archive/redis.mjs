// A real Redis of the test's own: on a free port, with its append-only file in a folder, stopped and started at will.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A port that nobody listens on. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const answers = (port) =>
  new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.on('data', (data) => {
      socket.destroy();
      // With a password it says NOAUTH; as it loads its file, LOADING.
      resolve(/^(?:\+PONG|-NOAUTH)/.test(String(data)));
    });
    socket.on('error', () => resolve(false));
  });

/**
 * A Redis whose files are in `folder`; it is not started yet.
 *
 * @param {string} folder
 * @param {string[]} options more of its own
 */
export async function redisIn(folder, ...options) {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  let child;
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes'];
  const redis = {
    url: `redis://127.0.0.1:${port}`,
    port,
    async start() {
      child = spawn('redis-server', [...args, '--save', '', '--loglevel', 'warning', ...options], {
        stdio: 'ignore',
      });
      child.on('error', () => undefined);
      for (let tries = 0; !(await answers(port)); tries++) {
        if (tries > 200) throw new Error('`redis-server` does not start (Debian: redis-server)');
        await sleep(50);
      }
    },
    /** What it answers to a command. */
    say: (command) =>
      new Promise((resolve, reject) => {
        const socket = createConnection(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
        socket.on('error', reject);
        socket.on('data', (data) => {
          socket.destroy();
          resolve(String(data));
        });
      }),
    /** Ends it, by default as a power cut of the program would. */
    async stop(signal = 'SIGKILL') {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.on('exit', resolve));
      child.kill(signal);
      await ended;
    },
  };
  return redis;
}
