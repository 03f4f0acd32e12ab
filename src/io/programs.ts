/** Programs of this computer that do what Octavo does not: run to their end, or to a limit of time. */
import { fork, spawn } from 'node:child_process';

/** Environment variables, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface RunOptions {
  /** Those of this process by default. */
  env?: Environment;
  /** Milliseconds after which the program is ended. */
  timeout: number;
  /** The most characters that are kept of what it prints; 64 Ki by default. */
  most?: number;
  /** Called with what the program prints, as it comes. */
  listen?: (text: string) => void;
}

/** How a program ended. */
export interface Ended {
  /** Absent where it could not be started or was ended. */
  code?: number;
  /** Why it could not be started: `ENOENT` where there is none of the name. */
  failure?: string;
  /** Whether it took too long. */
  late: boolean;
  /** The end of what it printed, to stdout and stderr. */
  output: string;
  /** The end of what it printed to stdout alone. */
  printed: string;
}

/** Runs a program without a shell and waits for its end; throws for nothing that it does. */
export function runProgram(
  program: string,
  args: readonly string[],
  { env, timeout, most = 64 * 1024, listen }: RunOptions,
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...(env ? { env } : {}),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let [output, printed] = ['', ''];
    const end = (ended: Pick<Ended, 'code' | 'failure' | 'late'>) => {
      clearTimeout(timer);
      resolve({ ...ended, output, printed });
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      // A helper that outlives the program would hold these open.
      child.stdout.destroy();
      child.stderr.destroy();
      end({ late: true });
    }, timeout);
    const hear = (text: string) => {
      output = endOf(output + text, most);
      listen?.(text);
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed = endOf(printed + text, most);
      hear(text);
    });
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('error', (cause: NodeJS.ErrnoException) => {
      end({ failure: cause.code ?? cause.message, late: false });
    });
    child.on('close', (code) => {
      end({ ...(code === null ? {} : { code }), late: false });
    });
  });
}

/** What does the pieces of work that it is sent: a thread, or a process that is spoken to as one. */
export interface Hand {
  on<Given extends unknown[]>(event: string, listener: (...given: Given) => void): Hand;
  off<Given extends unknown[]>(event: string, listener: (...given: Given) => void): Hand;
  postMessage: (order: unknown) => void;
  terminate: () => Promise<unknown>;
}

/** With a bound, V8 collects garbage as often as if there were little room: a book then takes a third more of the processor. */
const GROWTH = '--heap-growing-percent=300';

/**
 * Begins a program of Octavo's own as a process, with a heap of so many MiB at most. It sees nothing of the environment,
 * where passwords are.
 */
export function forkProgram(program: URL, args: readonly string[], mebibytes: number): Hand {
  const child = fork(program, args, {
    env: {},
    execArgv: [`--max-old-space-size=${String(mebibytes)}`, GROWTH],
    serialization: 'advanced',
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  // One may end while nobody waits for it: the next order then fails.
  child.on('error', () => undefined);
  return Object.assign(child, {
    postMessage: (order: unknown) => void child.send(order as object),
    terminate: () => {
      child.kill('SIGKILL');
      return ended;
    },
  });
}

const endOf = (text: string, most: number): string => (text.length > most ? text.slice(-most) : text);

/** The last line that a program printed, for a message. */
export const lastLine = (output: string): string => output.trim().split('\n').at(-1)?.trim() ?? '';

/** How long a program that opens something may take to say that it cannot, in milliseconds. */
const REFUSAL = 400;

/** Starts a program that goes on by itself; whether it could be started and did not fail at once. */
export function startProgram(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore', windowsHide: true });
    const timer = setTimeout(() => {
      resolve(true);
    }, REFUSAL);
    const end = (isStarted: boolean): void => {
      clearTimeout(timer);
      resolve(isStarted);
    };
    child.on('error', () => {
      end(false);
    });
    child.on('exit', (code) => {
      end(code === 0);
    });
    child.unref();
  });
}
