#!/usr/bin/env node
/** The command `octavo`. */
import { setFlagsFromString } from 'node:v8';
import { run } from './program.js';
import { outliveReader } from './terminal.js';

outliveReader();

// HarfBuzz has a few milliseconds to run. At the usual budget V8 would set out to optimise it, on every processor, and
// the command would wait for that at its end: 300 ms.
// A V8 that does not know the flag would complain: Node 20 to 24 do.
if (Number(process.versions.node.split('.')[0]) <= 24) setFlagsFromString('--wasm-tiering-budget=100000000');

process.exitCode = await run(process.argv.slice(2));
