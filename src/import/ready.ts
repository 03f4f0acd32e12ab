/** Manuscripts that are Markdown already, with front matter: they are imported as they are. */
import { fatal, isFatal, type Result } from '../diagnostics.js';
import type { Message } from '../types.js';
import { decodeText } from './decode.js';
import type { Source } from './types.js';
import { reread } from './write/check.js';
import type { Story } from './write/stories.js';

const NAME = /\.(?:md|markdown|mdown|mkd)$/i;
/** Front matter with a key that names a text, or a file that is called Markdown with any front matter. */
const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n(?:[\w-]+[ \t]*:|#)[\s\S]*?\n---[ \t]*\r?\n/;

/** Whether a source is a manuscript already. */
export const isReady = ({ name, bytes }: Source): boolean =>
  NAME.test(name) && FRONT_MATTER.test(new TextDecoder('latin1').decode(bytes.subarray(0, 65_536)));

/** A manuscript as a story whose text is its own; nothing where the build would refuse it. */
export function readyStory({ bytes, path }: Source): Result<{ story: Story; text: string } | undefined> {
  const { value, messages } = decodeText(bytes, path);
  if (!value) return { value: undefined, messages };
  const { title, messages: found } = reread(value.text);
  const refused = found.filter(isFatal).map((message): Message => ({ ...message, path }));
  if (refused.length > 0) return { value: undefined, messages: [...messages, ...refused] };
  if (!/[\p{L}\p{N}]/u.test(value.text.replace(FRONT_MATTER, '')))
    return { value: undefined, messages: [...messages, empty(path)] };
  const story: Story = {
    authors: [],
    facts: {},
    front: {},
    body: [],
    cut: [],
    ...(title === undefined ? {} : { title }),
  };
  return { value: { story, text: value.text }, messages };
}

const empty = (path: string): Message =>
  fatal('import:no-story', 'Found no story under the front matter of this file', { path });
