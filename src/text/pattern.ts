/** What a pattern takes for more than itself. */
const SYNTAX = /[$()*+.?[\\\]^{|}]/gu;

/** A text as a regular expression that matches just it, with the `u` flag or without. */
export const literally = (text: string): string => text.replaceAll(SYNTAX, '\\$&');
