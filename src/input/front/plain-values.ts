/**
 * Values without quotation marks in which YAML sees more than their author meant, `title: One: Two` and
 * `title: The Ferry #2`, made plain to it character for character, so that no place in the text moves.
 */

/** Stand for the space after a colon, and for a number sign: noncharacters, which no text holds. */
const SPACE = '\uFDD6';
const NUMBER_SIGN = '\uFDD7';

/** A key and a value on one line, the value without any mark of YAML at its beginning. */
const LINE = /^([ \t]*[\w-]+:[ \t]+)(?!["'[\]{}|>&*!%@`#,?-])(\S.*)$/gm;

/** Text whose values keep `#2`, which YAML takes for a comment. */
export const withNumbers = (text: string): string =>
  / #\d/.test(text)
    ? text.replaceAll(
        LINE,
        (_, key: string, value: string) => key + value.replaceAll(/ #(?=\d)/g, ` ${NUMBER_SIGN}`),
      )
    : text;

/** Text whose values keep their colons, which YAML takes for further keys. */
export const withColons = (text: string): string =>
  text.replaceAll(LINE, (_, key: string, value: string) => key + value.replaceAll(/:[ \t]/g, `:${SPACE}`));

/** A value as it was typed. */
export const asTyped = (value: string): string => value.replaceAll(SPACE, ' ').replaceAll(NUMBER_SIGN, '#');
