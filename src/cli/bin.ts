#!/usr/bin/env node
/** The command `octavo`. */
import { run } from './program.js';
import { outliveReader } from './terminal.js';

outliveReader();

process.exitCode = await run(process.argv.slice(2));
