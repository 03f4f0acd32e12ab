#!/usr/bin/env node
/** The command `octavo`. What the process is set to before anything is loaded; the milliseconds are a one-shot's of 600. */
import { setFlagsFromString } from 'node:v8';
import { commandCode } from './code.js';
import type * as Program from './program.js';

const argv = process.argv.slice(2);
const [command = ''] = argv;

// V8 takes the code of Node's own modules from what comes with Node until a flag is set, and compiles it from then on: 20 ms
// for those of a build.
for (const name of command === 'build' ? (['crypto', 'fs/promises', 'timers/promises'] as const) : [])
  process.getBuiltinModule(name);

const FLAGS = [
  // HarfBuzz has a few milliseconds to run. At the usual budget V8 would set out to optimise it, on every processor, and
  // the command would wait for that at its end: 300 ms.
  '--wasm-tiering-budget=100000000',
  // A long novel lets the space for what is young grow to 32 MB and more: 20 to 90 MB of its peak, and as long in vain.
  '--semi-space-growth-factor=1',
  // What a book leaves at each edit would pile up to twice what is in use before V8 looks for it, and the files that were
  // written to 64 MB beside its heap: half of what a watch of a long novel held.
  ...(command === 'preview' || argv.includes('--watch') ? ['--heap-growing-percent=20'] : []),
];
// A V8 that does not know a flag would complain: Node 20 to 26 know both.
if (Number(process.versions.node.split('.')[0]) <= 26) for (const flag of FLAGS) setFlagsFromString(flag);

const { exports, keep } = commandCode('program', /^[a-z]+$/.test(command) ? command : 'octavo');
const { run, outliveReader } = exports as typeof Program;
outliveReader();
process.exitCode = await run(argv);
keep();
