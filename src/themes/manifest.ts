/** `theme.yaml`: what a theme says of itself. */
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import * as z from 'zod';
import { error, type Result } from '../diagnostics.js';
import { own } from '../text/own.js';
import type { Message, Place } from '../types.js';

const FONT = z.strictObject({
  family: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} -]*$/u),
  file: z.string().min(1).optional(),
  package: z.string().min(1).optional(),
  style: z.enum(['normal', 'italic']).default('normal'),
  weight: z.int().min(1).max(1000).default(400),
  when: z.array(z.string().regex(/^[a-z][a-z0-9]*$/)).optional(),
});

const MANIFEST = z.strictObject({
  title: z.string().min(1).optional(),
  description: z.string().min(1).optional(),
  fonts: z.array(FONT).max(12).default([]),
});

/** What a key of the manifest takes, in the words of a message. */
const EXPECTED: Readonly<Record<string, string>> = {
  title: 'text',
  description: 'text',
  fonts: 'a list of at most 12 fonts, each with `family` and `file`',
  family: 'the name of a typeface in letters, digits, spaces and hyphens',
  file: 'the path of a font in the theme’s folder',
  package: 'the path of a font in an installed package',
  style: '`normal` or `italic`',
  when: 'a list of elements, such as `[strong, b]`',
  weight: 'a number from 1 to 1000, such as 400 or 700',
};

/** A font that a theme embeds: a file in its folder, or one of an installed package. */
export interface ThemeFont {
  family: string;
  style: 'normal' | 'italic';
  weight: number;
  /** Elements of which one must be in the text for the font to be worth its bytes; absent where it always is. */
  when?: string[];
  from: { file: string } | { package: string };
  /** Where the manifest names it. */
  place: Place;
}

export interface Manifest {
  title?: string;
  fonts: ThemeFont[];
}

const EMPTY: Manifest = { fonts: [] };

/** The manifest that the text of a `theme.yaml` gives; what is wrong in it is a message, and then it gives nothing. */
export function parseManifest(text: string, path: string): Result<Manifest> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    logLevel: 'silent',
    merge: false,
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  const [broken] = document.errors;
  if (broken) {
    const reason = `This is not valid YAML: ${broken.message.replace(/\s+/g, ' ').replace(/\.$/, '')}`;
    return { value: EMPTY, messages: [invalid(reason, path, placeAt(broken.pos[0]))] };
  }
  const placeOf = (keys: readonly PropertyKey[]) => placeAt(offsetOf(document, keys));
  const parsed = MANIFEST.safeParse(valuesOf(document) ?? {});
  if (!parsed.success) {
    return { value: EMPTY, messages: parsed.error.issues.map((issue) => invalidKey(issue, path, placeOf)) };
  }
  const messages: Message[] = [];
  const fonts = parsed.data.fonts.flatMap(
    ({ file, package: installed, when, ...rest }, index): ThemeFont[] => {
      const place = placeOf(['fonts', index]);
      const font = { ...rest, ...(when === undefined ? {} : { when }), place };
      if (file !== undefined) return [{ ...font, from: { file } }];
      if (installed !== undefined) return [{ ...font, from: { package: installed } }];
      messages.push(invalid(`The font \`${font.family}\` has no \`file\`, its path`, path, place));
      return [];
    },
  );
  const { title } = parsed.data;
  return { value: { ...(title === undefined ? {} : { title }), fonts }, messages };
}

/** An alias that repeats too much is a `ReferenceError` of the yaml package. */
function valuesOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 10 });
  } catch (cause) {
    if (cause instanceof ReferenceError) return [];
    throw cause;
  }
}

/** The offset of the deepest value on the way to `keys` that is there. */
function offsetOf(document: Document, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length > 0; length--) {
    const holder = document.getIn(keys.slice(0, length - 1), true);
    const last = keys[length - 1];
    const pair = isMap(holder)
      ? holder.items.find(({ key }) => isScalar(key) && key.value === last)
      : undefined;
    const node = pair?.key ?? document.getIn(keys.slice(0, length), true);
    const range = (node as { range?: readonly number[] | null } | undefined)?.range;
    if (range?.[0] !== undefined) return range[0];
  }
  return 0;
}

type Issue = z.core.$ZodIssue;

function invalidKey(issue: Issue, path: string, placeOf: (keys: readonly PropertyKey[]) => Place): Message {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const reason = `A theme has no key \`${key}\`; the keys are ${Object.keys(EXPECTED)
      .map((known) => `\`${known}\``)
      .join(', ')}`;
    return invalid(reason, path, placeOf([...issue.path, key]));
  }
  const key = issue.path.findLast((step) => typeof step === 'string') ?? '';
  const expected = own(EXPECTED, key) ?? 'keys such as `title:` and `fonts:`';
  return invalid(`The value${key && ` of \`${key}\``} must be ${expected}`, path, placeOf(issue.path));
}

const invalid = (reason: string, path: string, place: Place): Message =>
  error('theme:manifest', reason, {
    path,
    place,
    hint: 'The theme is used without the faulty parts of its `theme.yaml`.',
  });
