/** Under which key a language has its word for a kind of page. */

/** The key of a kind's title among a language's terms: `aboutTheAuthor` for `about-the-author`. */
export const termKey = (kind: string): string =>
  kind.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
