/** YAML as entries with their places, nothing executed and nothing expanded beyond bounds. */
import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type Node,
} from 'yaml';
import { fatal, info, warning, type Result } from '../../diagnostics.js';
import type { Message, Place } from '../../types.js';
import { clean } from '../decode.js';
import { tooDeepAt } from '../nesting.js';
import { placeAt } from '../places.js';
import { asTyped, withColons, withNumbers } from './plain-values.js';

/** How often the aliases of a document may repeat its nodes. */
const MAX_ALIASES = 100;

/** A key of the front matter and its value. */
export interface Entry {
  key: string;
  value: unknown;
  keyPlace: Place;
  valuePlace: Place;
  /** The places of a list's items. */
  items?: readonly Place[];
  /** Where the text of a scalar stands: its first character's place, and how its lines are indented. */
  node: Node | null;
}

/** A document of YAML, its entries in order. */
export interface YamlDocument {
  entries: Entry[];
  /** The place of an offset in the YAML's text, in the whole file. */
  placeOf: (offset: number) => Place;
}

/**
 * The entries of `yaml.text`, whose first line is `yaml.line` of its file. Invalid YAML is a fatal message.
 *
 * Numbers stay strings as they are written, so that `1.10` is a version and `1984` a title.
 */
export function parseYaml(yaml: { text: string; line: number }, path: string): Result<YamlDocument> {
  const deep = tooDeepAt(yaml.text);
  if (deep !== undefined) {
    const placeOf = (offset: number): Place => {
      const { line, column } = placeAt(yaml.text, offset);
      return { line: line + yaml.line - 1, column };
    };
    return { value: { entries: [], placeOf }, messages: [tooDeep(placeOf(deep), path)] };
  }
  const lineCounter = new LineCounter();
  const text = withNumbers(yaml.text);
  const strict = documentOf(text, lineCounter);
  const [misread] = strict.errors;
  const lenient = misread?.code === 'BLOCK_AS_IMPLICIT_KEY' ? documentOf(withColons(text)) : strict;
  const document = lenient.errors.length === 0 ? lenient : strict;
  const placeOf = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + yaml.line - 1, column: col };
  };
  const problem = document.errors[0];
  const none = { entries: [], placeOf };
  if (problem) return { value: none, messages: [invalid(problem.message, placeOf(problem.pos[0]), path)] };
  const messages = misread ? [colon(placeOf(misread.pos[0]), path)] : [];
  messages.push(...document.warnings.map(({ message, pos }) => odd(message, placeOf(pos[0]), path)));
  messages.push(...cleanScalars(document, placeOf, path));
  const entries = entriesOf(document, placeOf, path);
  return { value: { entries: entries.value, placeOf }, messages: [...messages, ...entries.messages] };
}

const tooDeep = (place: Place, path: string): Message =>
  fatal('front-matter:too-deep', 'Lists and maps of the front matter are too deep in one another', {
    path,
    place,
    hint: 'Put quotation marks round a text that begins with brackets: `title: "[[A]]"`.',
  });

const documentOf = (text: string, lineCounter?: LineCounter): Document.Parsed =>
  parseDocument(text, {
    version: '1.2',
    schema: 'core',
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !/:(int|float)$/.test(tag.tag)),
    merge: false,
    uniqueKeys: true,
    ...(lineCounter ? { lineCounter } : {}),
    prettyErrors: false,
    logLevel: 'silent',
  });

/** Takes out of the texts what an escape such as `\0` wrote into them and XML forbids. */
function cleanScalars(document: Document, placeOf: (offset: number) => Place, path: string): Message[] {
  const messages: Message[] = [];
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value !== 'string') return;
      const cleaned = clean(asTyped(scalar.value), path, () => placeOf(startOf(scalar) ?? 0));
      scalar.value = cleaned.value;
      messages.push(...cleaned.messages);
    },
  });
  return messages;
}

function entriesOf(document: Document, placeOf: (offset: number) => Place, path: string): Result<Entry[]> {
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null))
    return { value: [], messages: [] };
  if (!isMap(contents)) {
    return { value: [], messages: [notMap(placeOf(contents.range?.[0] ?? 0), path)] };
  }
  const wrong = wrongAlias(document);
  if (wrong) {
    const { alias, say } = wrong;
    return { value: [], messages: [say(alias, placeOf(alias.range?.[0] ?? 0), path)] };
  }
  const values = plain(document);
  if (!values) return { value: [], messages: [tooManyAliases(placeOf(contents.range?.[0] ?? 0), path)] };
  const entries = contents.items.flatMap((pair): Entry[] => {
    if (!isPair(pair) || !isScalar(pair.key)) return [];
    const key = String(pair.key.value);
    const keyPlace = placeOf(startOf(pair.key) ?? 0);
    const node = (pair.value ?? null) as Node | null;
    const start = startOf(node);
    return [
      {
        key,
        value: values.get(key),
        keyPlace,
        valuePlace: start === undefined ? keyPlace : placeOf(start),
        ...(isSeq(node)
          ? { items: node.items.map((item) => placeOf(startOf(item as Node) ?? start ?? 0)) }
          : {}),
        node,
      },
    ];
  });
  return { value: entries, messages: [] };
}

const startOf = (node: Node | null): number | undefined => node?.range?.[0];

interface WrongAlias {
  alias: Alias;
  say: (alias: Alias, place: Place, path: string) => Message;
}

/**
 * An alias that no anchor before it names, mostly Markdown's emphasis at the beginning of a value, or one that stands
 * in what it repeats, which has no end.
 */
function wrongAlias(document: Document): WrongAlias | undefined {
  let found: WrongAlias | undefined;
  visit(document, {
    Alias(_, alias, holders) {
      const meant = alias.resolve(document);
      if (meant && !holders.includes(meant)) return undefined;
      found = { alias, say: meant ? endless : noAnchor };
      return visit.BREAK;
    },
  });
  return found;
}

/** The values by key, or nothing where aliases multiply them. */
function plain(document: Document): ReadonlyMap<string, unknown> | undefined {
  try {
    const values = document.toJS({ maxAliasCount: MAX_ALIASES, mapAsMap: false }) as Record<string, unknown>;
    return new Map(Object.entries(values));
  } catch (cause) {
    // The yaml package's word for an alias that repeats too much.
    if (cause instanceof ReferenceError) return undefined;
    throw cause;
  }
}

const invalid = (problem: string, place: Place, path: string): Message =>
  fatal(
    'front-matter:yaml',
    `The front matter is not valid YAML: ${problem.replace(/\s+/g, ' ').replace(/\.$/, '')}`,
    {
      path,
      place,
      hint: 'Put a value with a colon, a quotation mark or `#` in quotation marks: `title: "One: Two"`.',
    },
  );

const colon = (place: Place, path: string): Message =>
  info('front-matter:colon', 'This value has a colon; it was read as text, which other tools do not do', {
    path,
    place,
    hint: 'Put it in quotation marks: `title: "One: Two"`.',
  });

const odd = (problem: string, place: Place, path: string): Message =>
  warning(
    'front-matter:yaml',
    `The front matter has doubtful YAML: ${problem.replace(/\s+/g, ' ').replace(/\.$/, '')}`,
    { path, place },
  );

const noAnchor = ({ source }: Alias, place: Place, path: string): Message =>
  fatal('front-matter:yaml', `YAML reads \`*${source}\` as an alias, and there is none of that name`, {
    path,
    place,
    hint: 'Put a value that begins with `*` in quotation marks, or on a line of its own after `|`.',
  });

const endless = ({ source }: Alias, place: Place, path: string): Message =>
  fatal('front-matter:aliases', `The alias \`*${source}\` stands in the value that it repeats`, {
    path,
    place,
    hint: 'Write the value out in place of the alias.',
  });

const notMap = (place: Place, path: string): Message =>
  fatal('front-matter:yaml', 'There are no keys in the front matter, such as `title: The Ferry`', {
    path,
    place,
  });

const tooManyAliases = (place: Place, path: string): Message =>
  fatal('front-matter:aliases', `Aliases repeat more than ${MAX_ALIASES} values in the front matter`, {
    path,
    place,
    hint: 'Write the values out in place of `*alias`.',
  });
