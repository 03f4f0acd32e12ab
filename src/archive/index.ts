/** `octavo/archive`: more books than one machine makes. The same as the commands `enqueue` and `work`, as functions. */
export { openArchive } from './enqueue.js';
export type { Archive, ArchiveOptions, EnqueueOptions, Finished, QueuedBook } from './enqueue.js';
export { Refusal } from './problems.js';
export type { BookRecord, StoredFile } from './record.js';
export { work } from './work.js';
export type { BookWorker, WorkedBook, WorkOptions } from './work.js';
