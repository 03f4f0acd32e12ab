/** Attributes between braces, as pandoc and Markua write them, in the form that Octavo reads. */

const WORD =
  /(?<mark>[.#][\w-]+)|(?<key>[\w-]+)\s*[=:]\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s,}]+))|(?<other>[^\s,{}]+)/g;

export interface Braces {
  classes: string[];
  id?: string;
  lang?: string;
  /** What Octavo has no use for, as it is typed. */
  rest: string[];
  /** All keys and their values. */
  values: ReadonlyMap<string, string>;
}

/** What stands between two braces. */
export function readBraces(text: string): Braces {
  const found: Braces = { classes: [], rest: [], values: new Map<string, string>() };
  const values = new Map<string, string>();
  for (const { 0: whole, groups = {} } of text.matchAll(WORD)) {
    const { mark, key, double, single, bare, other } = groups;
    const value = double ?? single ?? bare ?? '';
    if (mark?.startsWith('.')) found.classes.push(mark.slice(1));
    else if (mark) found.id = mark.slice(1);
    else if (other !== undefined) found.rest.push(other);
    else if (key !== undefined) {
      values.set(key, value);
      if (key === 'class') found.classes.push(...value.split(/\s+/).filter(isName));
      else if (key === 'id' && isName(value)) found.id = value;
      else if (key === 'lang' && isName(value)) found.lang = value;
      else found.rest.push(whole);
    }
  }
  return { ...found, values };
}

const isName = (text: string): boolean => /^[\w-]+$/.test(text);

/** The attributes between braces, as at the end of a heading; empty where there are none. */
export function bracesOf({ classes, id, lang }: Pick<Braces, 'classes' | 'id' | 'lang'>): string {
  const words = [
    ...classes.filter(isName).map((name) => `.${name}`),
    ...(id === undefined ? [] : [`#${id}`]),
    ...(lang === undefined ? [] : [`lang=${lang}`]),
  ];
  return words.length === 0 ? '' : `{${words.join(' ')}}`;
}
