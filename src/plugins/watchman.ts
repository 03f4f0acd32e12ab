/**
 * Ends a process that a plugin keeps in a loop after it waited for something: no timer of the thread comes to its turn
 * then. Another thread looks at the time. To end the loop alone (`Runtime.terminateExecution`) leaves Node's record of
 * what is asynchronous in disorder, and it crashes; so the process ends, with the message. Books are written as a whole
 * or not at all.
 */
import { isMainThread, Worker } from 'node:worker_threads';

/** How much later than by its own timer a thread is looked after, in milliseconds: nearly all works end by that. */
const GRACE = 1000;

/** The turn that is at work, 0 for none, and the milliseconds that it has. */
const state = new Int32Array(new SharedArrayBuffer(8));
const [TURN, LIMIT] = [0, 1] as const;

/**
 * The thread that looks. The main one is stopped where it loops, as a debugger does, and exits
 * from there.
 *
 * https://nodejs.org/api/inspector.html#sessionconnecttomainthread
 * https://chromedevtools.github.io/devtools-protocol/v8/Debugger/#method-evaluateOnCallFrame
 */
const WATCHMAN = `
const { writeSync } = require('node:fs');
const { Session } = require('node:inspector');
const { parentPort, receiveMessageOnPort, workerData: { state, isMain } } = require('node:worker_threads');
function look() {
  for (;;) {
    Atomics.wait(state, ${TURN}, 0);
    const turn = Atomics.load(state, ${TURN});
    if (turn !== 0 && Atomics.wait(state, ${TURN}, turn, state[${LIMIT}] + ${GRACE}) === 'timed-out') return;
  }
}
look();
let text = '';
for (let next; (next = receiveMessageOnPort(parentPort)); ) text = next.message;
writeSync(2, text + '\\n');
const session = new Session();
// Node would say on its way out that it waits for the debugger.
const expression = "globalThis.process.getBuiltinModule('node:fs').closeSync(2); globalThis.process.exit(1)";
session.on('Debugger.paused', ({ params: { callFrames: [{ callFrameId }] } }) =>
  session.post('Debugger.evaluateOnCallFrame', { callFrameId, expression }));
if (isMain) {
  session.connectToMainThread();
  session.post('Debugger.enable');
  session.post('Debugger.pause');
}
// A pattern is not stopped, and another thread not reached.
setTimeout(() => process.kill(process.pid, 'SIGKILL'), isMain ? ${GRACE} : 0);
`;

let watchman: Worker | undefined;
let turns = 0;

/**
 * Has a work looked after for so many milliseconds; what is said where it does not end is the last thing that the process
 * says. Gives back what tells that it is done.
 */
export function lookedAfter(milliseconds: number, said: string): () => void {
  watchman ??= hired();
  watchman.postMessage(said);
  state[LIMIT] = milliseconds;
  turns += 1;
  tell(turns);
  return () => {
    tell(0);
  };
}

function hired(): Worker {
  const thread = new Worker(WATCHMAN, { eval: true, workerData: { state, isMain: isMainThread } });
  thread.unref();
  // A Node without a debugger has none to look after it.
  return thread.on('error', () => undefined);
}

function tell(turn: number): void {
  Atomics.store(state, TURN, turn);
  Atomics.notify(state, TURN);
}
