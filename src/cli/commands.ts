/** The commands in the order of the work, as the README lists them: one row each, with the words of its help. */
import type { Command as Name } from '../config/options.js';
import type { Action } from './command.js';

/** A command: its words for the help, and its module, loaded when it is asked for. */
interface Entry {
  name: Name;
  argument: string;
  about: string;
  help: string;
  load: () => Promise<Action>;
}

export const COMMANDS: readonly Entry[] = [
  {
    name: 'new',
    argument: '<name>',
    about: 'create a book folder, or a whole repository, to start writing in',
    help: `
Examples:
  octavo new "The Lamp Room"            manuscripts/the-lamp-room/, with a first chapter
  octavo new "The Lamp Room" --repo     the-lamp-room/, a repository that builds and releases its book on GitHub
`,
    load: async () => (await import('./new.js')).newCommand,
  },
  {
    name: 'import',
    argument: '<files...>',
    about: 'turn raw stories into manuscripts: pasted text, saved pages, ebooks, documents',
    help: `
A story becomes a Markdown file with front matter. The site's own text around it is left out, notes and dedications are
set apart, and every line that was left out is kept beside the manuscript, in a .import.json. A line that Octavo is not
sure of stays in the text, with a message.

Examples:
  octavo import gone.txt                           manuscripts/gone.md
  octavo import -                                  text that you paste, up to Ctrl-D (Windows: Ctrl-Z, Enter)
  octavo import --dry-run gone.txt                 what would be decided, line by line
  octavo import a.txt b.txt --book "One Shots"     both as chapters of manuscripts/one-shots/
  octavo import gone.txt --html                    gone.import.html, the page that shows how the text was read
  octavo import --decisions gone.json gone.txt     lines are read as this file says, the others as usual
  octavo import --update gone.txt                  new chapters into manuscripts/gone.md; your changes stay
  octavo import --restore manuscripts/gone.import.json --line 3,7-9
`,
    load: async () => (await import('./import/import.js')).importCommand,
  },
  {
    name: 'build',
    argument: '[books...]',
    about: 'build ebooks from manuscripts',
    help: `
A book is a folder in manuscripts/, or a single .md file. Name books by their names or paths; without a name,
every book is built.

Examples:
  octavo build                          every book in manuscripts/, into dist/
  octavo build the-lamp-room            one of them
  octavo build ~/stories/ferry.md       a file anywhere
  octavo build --format epub,kepub      for Kobo’s own reader too
  octavo build --check --strict         validate, and fail on warnings
  octavo build --force                  also the books of which nothing changed
  octavo build --watch                  again after each change
  octavo build ferry --to mdast | less  the text as the typography left it
`,
    load: async () => (await import('./build/build.js')).buildCommand,
  },
  {
    name: 'preview',
    argument: '[book]',
    about: 'show a book in the browser as it is written',
    help: `
Shows a book, as readers will see it, beside everything that Octavo knows about it, and follows each save. Without a
name, all books of manuscripts/ are on a shelf. Only this computer can reach it. Ctrl-C stops it.

Examples:
  octavo preview the-lamp-room          a book in manuscripts/, in your browser
  octavo preview ~/stories/ferry.md     a file anywhere
  octavo preview --device eink --theme modern ferry
  octavo preview --no-open              print the address only
`,
    load: async () => (await import('./preview.js')).previewCommand,
  },
  {
    name: 'proof',
    argument: '[books...]',
    about: 'show what the typography changed and what it is not sure of',
    help: `
Unsure marks are not errors: the book is built with the likelier reading. To settle one, type the character itself, or
use \`words:\` or \`typography:\` in the front matter; it is not asked again.

Examples:
  octavo proof                          the unsure marks of every book
  octavo proof ferry --all --rule dashes
  octavo proof ferry --html proof.html  the whole book to look through in a browser
  octavo proof --text dist/ferry.epub   check that every letter of manuscripts/ferry is there
`,
    load: async () => (await import('./proof.js')).proofCommand,
  },
  {
    name: 'check',
    argument: '<files...>',
    about: 'validate EPUB files, yours or anybody’s',
    help: `
The built-in validator needs nothing else. If Java is installed, the official EPUBCheck is used; --java makes sure of
it. --kindle, --kobo and --apple also say what these shops and their readers ask for beyond the standard.

Examples:
  octavo check dist/the-lamp-room.epub
  octavo check --kindle --kobo --apple dist/*.epub
  octavo check --java --strict dist/*.epub
`,
    load: async () => (await import('./check.js')).checkCommand,
  },
  {
    name: 'sideload',
    argument: '[books...]',
    about: 'copy books to an e-reader, or into any folder',
    help: `
Builds the books (all of them, if none is named) and copies them to the e-reader that is connected by cable:
Kobo, Kindle, Tolino, PocketBook or Nook. An .epub file, yours or anybody’s, is copied as it is. A book that is already
there is left alone; a pulled cable leaves the old book or the new one, never half of one. Kindles take no EPUB by
cable: if calibre is installed, it makes an AZW3.

Examples:
  octavo sideload --list                  which e-readers are connected
  octavo sideload the-lamp-room --eject   build it, copy it, and eject the device
  octavo sideload --dry-run               what would be copied
  octavo sideload ~/Books/tide.epub       a finished book
  octavo sideload ferry --to ~/Sync       into any existing folder
  octavo sideload ferry --to remarkable   to a reMarkable with its USB web interface on
`,
    load: async () => (await import('./sideload.js')).sideloadCommand,
  },
  {
    name: 'serve',
    argument: '[folder]',
    about: 'offer finished books to e-readers and reading apps over the network',
    help: `
Serves the books in dist/, or in a folder of yours, as a page for the browsers of e-readers and as catalogues for reading
apps (OPDS 1.2 at /opds, OPDS 2.0 at /opds2). It offers nothing else and accepts no uploads. Ctrl-C stops it.

Examples:
  octavo serve                          for this computer alone
  octavo serve --host 0.0.0.0           for every device in your network; point a camera at the code
  octavo serve ~/Books --port 8080      another folder, another port
`,
    load: async () => (await import('./serve/serve.js')).serveCommand,
  },
  {
    name: 'send',
    argument: '<books...>',
    about: 'mail books to a Kindle, or to anyone, through your own mail server',
    help: `
Builds the books, checks them against what Send to Kindle accepts, and sends each in its own mail through your mail server.
An .epub file is sent as it is. Set the server, and your user and password, in the environment:

  OCTAVO_SMTP_URL=smtps://mail.example.org
  OCTAVO_SMTP_USER=me@example.org
  OCTAVO_SMTP_PASSWORD=…

Examples:
  octavo send the-lamp-room --to me@kindle.com
  octavo send dist/ferry.epub --to me@kindle.com --from me@example.org
  octavo send ferry --to me@kindle.com --dry-run
`,
    load: async () => (await import('./send.js')).sendCommand,
  },
  {
    name: 'diff',
    argument: '<old> <new>',
    about: 'show what changed between two editions of a book',
    help: `
An edition is an EPUB, yours or anybody’s, or a book in manuscripts/ as it would be built now. The result is
Markdown, for release notes or a letter to readers. Sections that moved or were renamed are recognised; marks and
spaces that the typography changed are counted separately.

Examples:
  octavo diff ferry-1.epub ferry-2.epub > NOTES.md
  octavo diff ferry-1.epub ferry              the manuscripts against the first edition
  octavo diff old.epub new.epub --html changes.html
  octavo diff old.epub new.epub --json --exit-code
`,
    load: async () => (await import('./diff.js')).diffCommand,
  },
  {
    name: 'release',
    argument: '[books...]',
    about: 'make the files of a release, and attach them on GitHub',
    help: `
Builds and checks the books in every format, names the files after book and version, and writes covers, SHA256SUMS,
RELEASE_NOTES.md and release.json beside them. --attach drafts the tag's release on GitHub, uploads the files, compares
what arrived, and publishes it, with notes on what changed since the previous release. After a failure, run it again: it
goes on where it stopped. The token comes from GITHUB_TOKEN, the repository from GITHUB_REPOSITORY or git's remote.

Examples:
  octavo release --tag v1.2                        the files, in dist/
  octavo release ferry --since ferry-1.1.epub      with notes of what changed
  octavo release --tag v1.2 --attach --draft       as a draft, to look at before readers do
  octavo release --tag v1.2 --attach --dry-run     everything but the sending
`,
    load: async () => (await import('./release/release.js')).releaseCommand,
  },
  {
    name: 'verify',
    argument: '<file> [book]',
    about: 'check that an ebook was built from these manuscripts',
    help: `
Builds the book again in memory, with the theme and the time that the file records, and compares the two byte by
byte. If they differ, it names each entry that does, with the first line that is different.

Examples:
  octavo verify ferry-1.2.epub                a released file, against manuscripts/ferry
  octavo verify ~/Downloads/ferry-1.2.epub stories/ferry
  git checkout v1.2 && octavo verify ferry-1.2.epub
`,
    load: async () => (await import('./verify.js')).verifyCommand,
  },
  {
    name: 'enqueue',
    argument: '[books...]',
    about: 'ask workers, here or on other machines, to build books',
    help: `
For more books than one machine builds: an archive, or a site that makes a download for each reader who asks. The sources
of each book go into a store, a job for it into a queue (Redis or Valkey); \`octavo work\` builds it, on as many machines
as you like, and puts the ebook into the store. A book that was asked for before, by anybody, is built once. Without a
name, every book is asked for.

It needs two packages that few people need: npm install bullmq ioredis (and @aws-sdk/client-s3 for a bucket).

Examples:
  octavo enqueue ferry --queue redis://localhost --store /srv/archive --wait
  octavo enqueue --queue redis://queue.example.org --store s3://bucket/books
  octavo enqueue --dry-run                  which books were built already
  octavo enqueue --json --wait | jq .books  where each ebook lies in the store

  export OCTAVO_QUEUE=redis://user:password@queue.example.org OCTAVO_STORE=/srv/archive
  octavo enqueue ferry
`,
    load: async () => (await import('./archive/enqueue.js')).enqueueCommand,
  },
  {
    name: 'work',
    argument: '',
    about: 'build the books that `octavo enqueue` asks for, until you stop it',
    help: `
Takes jobs off the queue, builds each book in a thread of its own with a limit of time and memory, and puts the ebook into
the store. A book that fails, fails alone; a fault is tried three times, an author’s error once. While Redis or the store
is away, it waits. Ctrl-C ends it once the books at work are done; a second one ends it at once.

Examples:
  octavo work --queue redis://localhost --store /srv/archive
  octavo work --jobs 8 --time 30 --memory 512
  octavo work --rate 20                     all workers together begin 20 books a second
`,
    load: async () => (await import('./archive/work.js')).workCommand,
  },
];
