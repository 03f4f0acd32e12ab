#!/usr/bin/env node
/** The command `octavo`. What the process is set to before anything is loaded; the milliseconds are a one-shot's of 600. */
import * as nodeModule from 'node:module';
import { setFlagsFromString } from 'node:v8';

// HarfBuzz has a few milliseconds to run. At the usual budget V8 would set out to optimise it, on every processor, and
// the command would wait for that at its end: 300 ms.
// A V8 that does not know the flag would complain: Node 20 to 26 do.
if (Number(process.versions.node.split('.')[0]) <= 26) setFlagsFromString('--wasm-tiering-budget=100000000');

// What V8 made of the code at the last start, kept in the system's folder for temporary files: 70 ms. Node has it from
// 22.1 on, does without where it cannot write there, and leaves it to NODE_DISABLE_COMPILE_CACHE.
(nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();

// Imported late, so that the cache holds it.
const [{ run }, { outliveReader }] = await Promise.all([import('./program.js'), import('./terminal.js')]);
outliveReader();
process.exitCode = await run(process.argv.slice(2));
