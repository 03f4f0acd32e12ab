#!/usr/bin/env node
/** The command `octavo`. What the process is set to before anything is loaded; the milliseconds are a one-shot's of 600. */
import { setFlagsFromString } from 'node:v8';
import { commandCode } from './code.js';
import type * as Program from './program.js';

// HarfBuzz has a few milliseconds to run. At the usual budget V8 would set out to optimise it, on every processor, and
// the command would wait for that at its end: 300 ms.
// A V8 that does not know the flag would complain: Node 20 to 26 do.
if (Number(process.versions.node.split('.')[0]) <= 26) setFlagsFromString('--wasm-tiering-budget=100000000');

const argv = process.argv.slice(2);
const [command = ''] = argv;
const { exports, keep } = commandCode('program', /^[a-z]+$/.test(command) ? command : 'octavo');
const { run, outliveReader } = exports as typeof Program;
outliveReader();
process.exitCode = await run(argv);
keep();
