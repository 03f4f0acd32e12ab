/** What an author may say of an element: its class, its id and its language. */
import type { Properties } from 'hast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { warning } from '../../diagnostics.js';
import { at, type Context } from '../context.js';

/** A class name that needs no escape in CSS. */
export const CLASS = /^[A-Za-z_][\w-]*$/;
/** The outer form of BCP 47: https://www.rfc-editor.org/rfc/rfc5646#section-2.1 */
export const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8})*$/;

/** Both forms of a language, as XHTML in EPUB wants them. */
export const languageOf = (value: string): Properties => ({ lang: value, xmlLang: value });

type Reader = (value: string, id: string | undefined) => Properties | undefined;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  [
    'class',
    (value) => {
      const names = value.trim().split(/\s+/);
      return names.every((name) => CLASS.test(name)) ? { className: names } : undefined;
    },
  ],
  ['id', (value, id) => (id === value ? { id } : undefined)],
  ['lang', (value) => (LANGUAGE.test(value) ? languageOf(value) : undefined)],
]);

/** The attributes of a directive as properties; any other than `class`, `id` and `lang` is a message. */
export function attributesOf(
  node: ContainerDirective | LeafDirective | TextDirective,
  context: Context,
): Properties {
  const properties: Properties = {};
  for (const [name, value] of Object.entries(node.attributes ?? {})) {
    const read = READERS.get(name)?.(value ?? '', context.page.ids.get(node));
    if (read) Object.assign(properties, read);
    else {
      context.shared.messages.push(
        warning(
          'directive:attribute',
          `Unexpected attribute \`${name}="${value ?? ''}"\`, expected \`class\`, \`id\` or \`lang\``,
          {
            ...at(context, node),
            hint: 'It is left out. An id is a word in ASCII that stands once in its file; `lang` is a code such as `fr`.',
          },
        ),
      );
    }
  }
  return properties;
}
