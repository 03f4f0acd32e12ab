/** The formats that a book can be written in, for the front matter and the command line; a Writer each. */
export const FORMATS = ['epub', 'kepub'] as const;

export type Format = (typeof FORMATS)[number];

/** The formats of a list that `--format` took: `epub,kepub`. */
export const formatsIn = (list: string): Format[] => list.split(',').map((word) => word.trim() as Format);

/** What is written where nobody says otherwise. */
export const DEFAULT_FORMATS: readonly Format[] = ['epub'];
