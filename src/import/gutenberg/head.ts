/** What the head of a Project Gutenberg text says of the book. */
import { languageOf } from '../pages/language.js';
import type { Facts } from '../types.js';

const FIELD =
  /^\s*(Title|Author|Editor|Translator|Illustrator|Contributor|Language|Release date|Posting date|Most recently updated|Original publication|Credits|Produced by):\s*(.*)$/i;
/** The first line of the texts that have no fields: `The Project Gutenberg EBook of Emma, by Jane Austen`. */
const FIRST = /Project Gutenberg(?:['’]s)?(?:-tm)? (?:E-?book|E-?text) of (.+?),? by ([^,*]+?)\s*(?:\*|$)/im;
const NUMBER = /\[(?:E-?book|E-?text) ?#(\d+)\]/i;

/** The facts of a head; a field may run over indented lines. */
export function headFacts(head: string): Facts {
  const fields = fieldsOf(head);
  const said = (name: string): string | undefined => fields.get(name)?.join(' ').trim();
  const first = FIRST.exec(head.slice(0, 2000));
  const title = said('title') ?? first?.[1]?.trim();
  const author = said('author') ?? first?.[2]?.trim();
  const language = languageOf(said('language') ?? '');
  const number = NUMBER.exec(head)?.[1];
  const tags = Object.fromEntries(
    [...fields]
      .filter(([name]) => !TAKEN.has(name))
      .map(([name, lines]) => [capital(name), [lines.join(' ').replace(NUMBER, '').trim()]]),
  );
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { authors: author.split(/\s+(?:and|&)\s+/) }),
    ...(language === undefined ? {} : { language }),
    ...(number === undefined ? {} : { source: `https://www.gutenberg.org/ebooks/${number}` }),
    tags,
  };
}

const TAKEN: ReadonlySet<string> = new Set([
  'title',
  'author',
  'language',
  'credits',
  'produced by',
  'posting date',
  'most recently updated',
]);

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function fieldsOf(head: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  let open: string[] | undefined;
  for (const line of head.split('\n')) {
    const [, name = '', value = ''] = FIELD.exec(line) ?? [];
    if (name !== '') fields.set(name.toLowerCase(), (open = [value]));
    else if (/^\s+\S/.test(line) && open) open.push(line.trim());
    else open = undefined;
  }
  return fields;
}
