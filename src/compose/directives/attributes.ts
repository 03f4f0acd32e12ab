/** What an author may say of an element: its class, its id and its language. */
import type { Properties } from 'hast';
import type { Heading, Image, ImageReference, Link, Paragraph } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { warning } from '../../diagnostics.js';
import { directionOf } from '../../locales/direction.js';
import { at, type Context } from '../context.js';

/** A class name that needs no escape in CSS. */
export const CLASS = /^[A-Za-z_][\w-]*$/;
/** The outer form of BCP 47, whose languages of four letters and more are nobody's: RFC 5646, 2.1 */
export const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z\d]{1,8})*$/;

/** Both forms of a language, as XHTML in EPUB wants them, and its direction where that differs from its page's. */
export function languageOf(value: string, { page, shared }: Context): Properties {
  const dir = directionOf(value);
  const around = directionOf(page.section.language ?? shared.book.metadata.language);
  return { lang: value, xmlLang: value, ...(dir === around ? {} : { dir }) };
}

type Reader = (value: string, id: string | undefined, context: Context) => Properties | undefined;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  [
    'class',
    (value) => {
      const names = value.trim().split(/\s+/);
      return names.every((name) => CLASS.test(name)) ? { className: names } : undefined;
    },
  ],
  ['id', (value, id) => (id === value ? { id } : undefined)],
  ['lang', (value, _id, context) => (LANGUAGE.test(value) ? languageOf(value, context) : undefined)],
]);

type Attributed =
  ContainerDirective | LeafDirective | TextDirective | Paragraph | Heading | Image | ImageReference | Link;

/** What the author gave a directive, or a paragraph, heading or image between braces at its end. */
const given = (node: Attributed): Record<string, string | null | undefined> | null | undefined =>
  'attributes' in node ? node.attributes : (node as Paragraph).data?.attributes;

/** The attributes of a node as properties; any other than `class`, `id` and `lang`, and those read `elsewhere`, is a message. */
export function attributesOf(
  node: Attributed,
  context: Context,
  elsewhere: readonly string[] = [],
): Properties {
  const properties: Properties = {};
  const attributes = given(node);
  if (!attributes) return properties;
  for (const [name, value] of Object.entries(attributes)) {
    if (elsewhere.includes(name)) continue;
    const read = READERS.get(name)?.(value ?? '', context.page.ids.get(node), context);
    if (read) Object.assign(properties, read);
    else {
      context.shared.messages.push(
        warning(
          'directive:attribute',
          `Only \`class\`, \`id\` and \`lang\` may stand here, not \`${name}="${value ?? ''}"\``,
          {
            ...at(context, node),
            hint: 'It was left out. An id is a word in ASCII that its file uses once; `lang` is a code such as `fr`.',
          },
        ),
      );
    }
  }
  return properties;
}
