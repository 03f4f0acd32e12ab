/** `octavo proof --text`. */
import { basename } from 'node:path';
import { findBooks, runStages } from '../index.js';
import { readWhole } from '../io/whole.js';
import { counted } from '../text/numbers.js';
import { withConventions } from '../plugins/conventions.js';
import { expectedText, proveText } from '../proof/text.js';
import { slug } from '../text/slug.js';
import type { Message, RawBook } from '../types.js';
import { exitCode } from './exit.js';
import { configOf } from './run-config.js';
import { EXIT, type Flags } from './command.js';
import { shown, terminal } from './terminal.js';

/** Compares an EPUB with the book that is named, else with the one whose ebook has this name. */
export async function proveCommand(file: string, names: string[], flags: Flags): Promise<number> {
  const bytes = await readWhole(file);
  const found = await findBooks({ cwd: process.cwd(), manuscripts: String(flags.manuscripts), names });
  const ebook = names.length > 0 ? undefined : basename(file).replace(/\.[^.]*$/u, '');
  for (const raw of likeliestFirst(found.value, ebook)) {
    const config = configOf(flags);
    const { parsed, typeset, book, messages } = await runStages(raw, { upTo: 'book', config });
    if (ebook !== undefined && book?.metadata.slug !== ebook) continue;
    if (parsed && typeset) {
      const expected = withConventions(config, () => expectedText(parsed, typeset));
      return report(proveText(expected, bytes, file), raw, file, flags);
    }
    terminal.messages(shown(messages, flags));
    return exitCode(messages, {});
  }
  terminal.messages(shown(found.messages, flags));
  if (ebook !== undefined) terminal.error(noBook(file, String(flags.manuscripts)));
  return EXIT.usage;
}

/** Most ebooks are named after their manuscripts: those are tried before the rest is read. */
const likeliestFirst = (books: readonly RawBook[], ebook: string | undefined): RawBook[] => {
  const rank = ({ name }: RawBook): number => (slug(name) === ebook ? 0 : 1);
  return [...books].sort((a, b) => rank(a) - rank(b));
};

const noBook = (file: string, manuscripts: string): string =>
  `octavo: No book in \`${manuscripts}\` matches \`${file}\`\n` +
  `  Name its manuscripts: \`octavo proof --text ${file} BOOK\`.`;

function report(differences: readonly Message[], { path }: RawBook, file: string, flags: Flags): number {
  if (flags.json) terminal.json({ file, book: path, messages: differences });
  else {
    terminal.messages(shown(differences, flags));
    const verdict =
      differences.length === 0
        ? `every letter and digit of ${path}, in order`
        : `${counted(differences.length, 'difference')} from ${path}`;
    if (!flags.quiet) terminal.print(`${file}: ${verdict}`);
  }
  return exitCode(differences, {});
}
