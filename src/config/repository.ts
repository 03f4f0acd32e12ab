/** Texts that Octavo does not read, and files of a repository that are no text of its book. */
import { extname } from 'node:path';

/** What a repository says to those who work on it; a book's own page of such a name is not written in capitals. */
const REPOSITORY =
  /^(?:(?:CONTRIBUTING|CODE_OF_CONDUCT|PULL_REQUEST_TEMPLATE|ISSUE_TEMPLATE|LICEN[CS]E|COPYING|CHANGELOG|CHANGES|HISTORY|SECURITY|SUPPORT|GOVERNANCE|MAINTAINERS|CODEOWNERS|AUTHORS|CONTRIBUTORS|NOTICE|CITATION|UNLICENSE|RELEASE[-_]NOTES|NEWS|STYLE[-_]?GUIDE|BUG[-_]REPORT|FEATURE[-_]REQUEST|AGENTS|CLAUDE|TODO|ROADMAP|RELEASING|INSTALL)(?:[-_.][\w-]+)?|(?:[Cc]ontributing|[Cc]ode[-_]of[-_][Cc]onduct|[Pp]ull[-_]request[-_]template|[Ii]ssue[-_]template|[Cc]hangelog|bug[-_]report|feature[-_]request))\.(?:md|markdown)$/;

/** Whether a name is that of a file about a repository. */
export const isOfRepository = (name: string): boolean => REPOSITORY.test(name);

const CONVERT = 'pandoc -t markdown -o NAME.md NAME';
/** The way out by extension: Markdown by another name, what pandoc converts, what `octavo import` reads. */
const WAYS: Readonly<Record<string, string>> = {
  '.adoc': `Convert them to Markdown: \`asciidoctor -b docbook NAME.adoc\`, then \`pandoc -f docbook -t markdown -o NAME.md NAME.xml\`.`,
  '.qmd':
    'They are Markdown but for their code: rename them to `.md`, or have Quarto write Markdown (`quarto render --to markdown`).',
  '.rmd':
    'They are Markdown but for their code: rename them to `.md`, or knit them to Markdown first (`knitr::knit`).',
  '.tex': `Convert them to Markdown: \`${CONVERT}.tex\`.`,
  '.rst': `Convert them to Markdown: \`${CONVERT}.rst\`.`,
  '.org': `Convert them to Markdown: \`${CONVERT}.org\`.`,
  '.textile': `Convert them to Markdown: \`${CONVERT}.textile\`.`,
  '.docx': 'Make manuscripts of them: `octavo import NAME.docx`.',
  '.odt': `Convert them to Markdown: \`${CONVERT}.odt\`.`,
  '.html': 'Make manuscripts of them: `octavo import NAME.html`.',
  '.txt': 'Make manuscripts of them: `octavo import NAME.txt`. Or rename them to `.md`.',
  '.markdown': 'They are Markdown by another name: rename them to `.md`.',
  '.mdx': 'They are Markdown but for their components: rename them to `.md`.',
  '.typ': `Convert them to Markdown: \`${CONVERT}.typ\`.`,
  '.wiki': `Convert them to Markdown: \`pandoc -f mediawiki -t markdown -o NAME.md NAME.wiki\`.`,
  '.ipynb': `Convert them to Markdown: \`${CONVERT}.ipynb\`.`,
  '.rtf': `Convert them to Markdown: \`${CONVERT}.rtf\`.`,
  '.fountain': 'Write its scenes as Markdown, with `:::play` round them: see docs/markup.md.',
};
const SAME: Readonly<Record<string, string>> = {
  '.asc': '.adoc',
  '.asciidoc': '.adoc',
  '.ad': '.adoc',
  '.htm': '.html',
  '.xhtml': '.html',
  '.mdown': '.markdown',
  '.mkd': '.markdown',
  '.mkdn': '.markdown',
  '.mediawiki': '.wiki',
  '.text': '.txt',
};

/** Notes that lie beside the texts of a book. */
const BESIDE = /^\.(?:txt|text)$/;

/** Texts that are not read. */
interface OtherMarkup {
  extension: string;
  count: number;
  /** The way out. */
  hint: string;
  /** Whether they are more than the texts that are read. */
  isMost: boolean;
}

/** Markdown by another name: beside texts that are read, each is one that its author misses. */
const MARKDOWN = '.markdown';

/** The texts that are not read, by the extension that most of them have, where they are surely the book's. */
export function otherMarkup(names: readonly string[]): OtherMarkup | undefined {
  const counts = new Map<string, number>();
  let texts = 0;
  for (const name of names) {
    const extension = extname(name).toLowerCase();
    if (extension === '.md') texts += Number(!isOfRepository(name) && !/^readme\./i.test(name));
    else if (WAYS[SAME[extension] ?? extension] !== undefined)
      counts.set(extension, (counts.get(extension) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const [most] = sorted;
  const isMost = most !== undefined && most[1] > texts && (texts === 0 || !BESIDE.test(most[0]));
  const found = isMost ? most : sorted.find(([name]) => (SAME[name] ?? name) === MARKDOWN);
  if (!found) return undefined;
  const [extension, count] = found;
  return { extension, count, hint: WAYS[SAME[extension] ?? extension] ?? '', isMost };
}
