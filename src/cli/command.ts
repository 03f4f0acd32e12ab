/** What commands are given, and what they give back. */

/** Exit codes: clean, the author's, usage or environment, a fault of ours. */
export const EXIT = { clean: 0, author: 1, usage: 2, fault: 3 } as const;

export type Flags = Record<string, string | boolean | undefined>;

/** What a command's module exports: does its work and returns the exit code. */
export type Action = (names: string[], flags: Flags) => Promise<number>;
