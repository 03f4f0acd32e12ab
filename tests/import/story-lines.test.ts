/** Whatever stands round it, a sentence of a story stays in the story. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { classify } from '../../src/import/classify/index.js';
import { blocksOf } from '../../src/import/paragraphs.js';
import { gateOf, rowOf } from '../../src/import/sites/index.js';
import { runs, some } from '../seed.js';

const root = join(import.meta.dirname, 'fixtures');

/** Short lines of all fixtures: titles, labels, buttons, counts, dates; none that says where a story begins or its readers' part. */
const LINES = [
  ...new Set(
    readdirSync(root)
      .flatMap((name) => readdirSync(join(root, name)).map((file) => join(root, name, file)))
      .filter((path) => /input[^/]*\.txt$/.test(path))
      .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
      .map((line) => line.trim())
      // What a label names that stands alone is under it.
      .filter(
        (line) =>
          !/:$|^(?:(?:chapter |work )?(?:summary|notes)|end notes|description)$|^[[({*]*(?:A\/N|author|a note from)/i.test(
            line,
          ),
      )
      .filter((line) => line !== '' && line.length < 60 && !gateOf(line) && !rowOf(line, 'head')?.opens),
  ),
];

const STORY = [
  'The kiln had been cold since the second frost, and the village ate from wooden bowls.',
  '"You might light it," said Ottoline.',
  'He went on not lighting it.',
  'Down in the square a plate broke, and then another.',
  'In the end it was the dog that knocked the lamp into the straw.',
];

test('no sentence of a story is cut for the lines before it and after it', () => {
  const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 6 });
  fc.assert(
    fc.property(lines, lines, fc.constantFrom('\n', '\n\n'), (before, after, gap) => {
      const text = [...before, ...STORY, ...after].join(gap);
      const blocks = blocksOf(text);
      const cut = classify({ format: 'text', text, facts: {}, blocks, pictures: [], messages: [] })
        .filter(({ class: of, block }) => of !== 'story' && STORY.includes(block.text))
        .map(({ block, reason }) => `${reason}: ${block.text}`);
      expect(cut).toEqual([]);
    }),
    { ...runs(40), seed: 1 },
  );
});

/** What narrators, diarists and letter writers say, in words that authors' notes have too. */
const TOLD = [
  'This is a story about two dogs and a harbour, I hope you like dogs.',
  'This is the story of how I lost my dog. I hope you enjoy it.',
  'I wrote this story for my daughter, who will never read it. I hope you do.',
  'November 12. I wrote this by the light of the stove. Please tell my sister I thought of her, and thank you for the lamp.',
  'March 3rd. I have finished writing this. If you are reading this, thank you. I hope you liked the story of my life.',
  'Dear diary, I wrote this story today. I hope you enjoy it more than I did. Goodbye.',
  "Hello. My name is Marit, and this is my story. Please don't laugh. I hope you will like me by the end of it.",
  'Welcome to my world, dear reader! I hope you enjoy your stay, for nobody leaves.',
  "I have never told anyone this story. If you're reading this, I'm dead. Please share it with everyone you love.",
  'This chapter of my life began with a fire. I hope the next chapter begins with rain.',
  'Let me tell you a story, and let me know what you think when it is over.',
  'Sorry it took me so long to write. I have been busy with the boats. I hope you are well, and that you still read my letters.',
  'Hi everyone! My name is Pilot, and I am a dog. Thank you for coming to my party.',
  "I posted the letter on Monday. Thank you for reading it, she wrote back, and please don't write again.",
  "Please read this first. I don't own the house. I never did.",
  'Thanks to everyone who came to the funeral, I said, and sat down.',
  'Note to self: never write a story about your mother.',
  "I'm writing a book about my grandfather, and everyone says he was a hero. Here is what really happened.",
  "So this is my first time writing in this journal. Mrs. Hale says it will help. I don't know what to write.",
  'You asked for a story, so here is one. I hope it helps you sleep.',
  'The comments under the video said it was fake. I read every one of them. Please subscribe, said the girl, and the screen went black.',
  'We regret to inform readers that this newspaper will not be published again. Thank you for your support.',
  'Thank you, reader, for staying with me until the end. It is a lonely thing to tell a story to nobody.',
  'I want to thank you all for coming tonight. This story is dedicated to my brother, who drowned.',
  "Okay so, I know what you guys are thinking. This is another story about a girl who falls in love with a vampire. It isn't.",
  'Update: he came back on Tuesday with a different face.',
  "I know I said I'd write sooner. The next part is hard. Sorry. I hope you'll forgive me when you have read it.",
  'My English is not very good. I am sorry for my mistakes. I came to this country in a box.',
  'For my sister, who never read it, I wrote it all down again.',
  'I started writing this on the ferry and finished it in prison. Please, somebody, publish it.',
  'The prompt on the screen said: write a story in a hundred words. I wrote this.',
  "Day 1. First entry. They gave us notebooks. I'll try to update every day. Wish me luck!",
  "Log entry 4: I hope somebody is reading these. Please comment on the weather, it's the only thing I can hear about.",
  "Dear Tom, thanks for your last letter. I read it twice. Let me know if the next part of your story is ready, I can't wait!",
  'Hey guys, said the note on the fridge. Gone fishing. Feed the cat. Love you!!',
];

const PAGES: readonly ((line: string) => string[])[] = [
  (line) => [line, ...STORY],
  (line) => ['The Salt Road', line, ...STORY],
  (line) => ['The Salt Road\nby Ann Lee', line, ...STORY],
  (line) => ['The Salt Road', '318 16 0', line, ...STORY],
  (line) => ['The Salt Road', line, '***', ...STORY],
  (line) => ['The Salt Road', ...STORY, line],
  (line) => ['The Salt Road', ...STORY, '---', line],
  (line) => ['The Salt Road', ...STORY, '***', line, 'I still have the lamp.', 'Good night.'],
  (line) => ['Chapter 1', line, ...STORY, 'Chapter 2', ...STORY, '\n', line],
];

test.each(TOLD)('a story keeps its own words, though a note might have them: %s', (line) => {
  const cut = PAGES.flatMap((page) => {
    const text = page(line).join('\n\n');
    return classify({
      format: 'text',
      text,
      facts: {},
      blocks: blocksOf(text),
      pictures: [],
      messages: [],
    }).filter(({ class: of, block }) => of !== 'story' && block.text === line);
  });
  expect(cut.map(({ reason }) => reason)).toEqual([]);
});

/** Lines of signs, letters, logs and narrators that pages have too: what they are, the lines on both sides have to say. */
const SIGNS = [
  'Please leave a review.',
  'Please leave a review',
  'PLEASE LEAVE A REVIEW',
  'Please leave a review or the ghost will.',
  'If you enjoyed your stay, please leave a review.',
  'Please review. Please be kind.',
  'Please leave a comment below.',
  'Please rate your stay.',
  'Please subscribe.',
  'Reviews are welcome.',
  'Comments are welcome',
  'Please vote',
  'VOTE',
  'Enjoy!',
  'Stay tuned for the weather.',
  'Buy me a coffee and I will tell you.',
  'First posted in the hall of the guild.',
  'Warning: wet paint.',
  'WARNING: DO NOT OPEN THE THIRD DOOR',
  'Warning: the dog bites.',
  'Trigger warning: guns',
  'Content warning: contents may be hot.',
  'Disclaimer: No refunds.',
  'Disclaimer: the management is not responsible for lost souls.',
  'Thanks: none',
  'Acknowledgements: none',
  'Translation: go away.',
  'Glossary: bosh, nonsense; tosh, also nonsense.',
  'Note: the key is under the mat.',
  'AN: see me',
  'Edit: he lived.',
  'Update: the dog is fine.',
  'P.S. Please review the will.',
  'Posted: no trespassing',
  'POSTED: NO HUNTING',
  'Date: the ninth of May',
  'Location: unknown',
  'Status: missing',
  'Mood: foul',
  'Music: waltz, then silence',
  'Feedback: poor.',
  'Comments: none',
  'Archive: closed',
  'Prompt: describe your mother.',
  'Spoilers: everyone dies.',
  'Language: none that I know',
  'Rating: five stars. The soup was cold, but the waiter cried beautifully.',
  'Subject: your late fees',
  'Leave a message after the tone.',
  'Please wait...',
  'Continue reading',
  'Follow the blue line.',
  'Press any key to continue.',
  'Share this story with someone you love.',
  'By order of the council.',
  'To be continued...',
  // Nobody at the top is called so: a person of the story.
  'Marit Holm lives above the bakery. Her first novel was about bread.',
  'Tom Weir is a writer, and his work has appeared on the wall of the gents.',
  'You are reading the wrong book at harbour.com',
  '\u2014 Or were they?',
];

const TITLE = 'The Salt Road';
/** The line opens the story or ends it, on a page of its own shape each time. */
const SHAPES: readonly ((line: string) => string[])[] = [
  ...PAGES,
  (line) => [TITLE, 'by Ann Lee', line, ...STORY],
  (line) => [TITLE, '2.3K 67 13', line, ...STORY, `${TITLE}Where stories live. Discover now`],
  (line) => [TITLE, '2.3K 67 13', ...STORY, line, `${TITLE}Where stories live. Discover now`],
  (line) => [
    ...['Rating:', 'Teen And Up Audiences', 'Fandom:', 'Original Work', 'Language:', 'English'],
    ...[TITLE, 'annlee', 'Summary:', 'Two people and a kiln.', 'Chapter Text', line],
    ...STORY,
    ...['Actions', 'Bookmark', 'Comments', 'Share'],
  ],
  (line) => ['Title: The Salt Road', 'Author: Ann Lee', 'Rating: PG', line, ...STORY],
  (line) => [
    'The Salt Road by annlee',
    'Rated: Fiction T - English - Drama - Words: 1,204 - Published: 3/4/2011 - id: 33333',
    line,
    ...STORY,
    'Review this chapter',
  ],
  (line) => [TITLE, 'A/N: hi everyone! thanks for all the reviews on the last chapter.', line, ...STORY],
  (line) => [TITLE, ...STORY, line, 'A/N: Thank you for reading! Please review this chapter.'],
  (line) => [TITLE, 'Posted on March 3, 2011 by annlee', line, ...STORY, 'Share this:', 'Like Loading...'],
  (line) => [TITLE, ...STORY, line, 'Share this:', 'Twitter', 'Like Loading...', 'Leave a Reply'],
  (line) => ['r/shortstories • 2 yr. ago', 'annlee', TITLE, line, ...STORY, 'Upvote', '12', '3 comments'],
  (line) => ['r/shortstories • 2 yr. ago', 'annlee', TITLE, ...STORY, line, 'Upvote', '12', '3 comments'],
  (line) => [
    ...['Lampwright Notes', 'Home', 'About', 'Archive', TITLE],
    ...['March 3, 2011 by annlee', line, ...STORY],
  ],
  (line) => [
    ...['Lampwright Notes', 'Startseite', 'Impressum', '3. M\u00E4rz 2011', TITLE],
    ...['Ver\u00F6ffentlicht am 3. M\u00E4rz 2011 von annlee', ...STORY, line],
    ...['Teilen mit:', 'Twitter', 'Gef\u00E4llt mir:', '\u00C4hnliche Beitr\u00E4ge', 'Kommentar verfassen'],
    ...['Name *', 'E-Mail *', 'Diese Seite verwendet Cookies. Sie hilft uns damit.'],
  ],
  (line) => ['Lampwright Notes', 'Home', 'About', TITLE, line, ...STORY, 'Leave a Reply', 'Name *'],
  (line) => [TITLE, ...STORY, line, `2 thoughts on \u201C${TITLE}\u201D`, 'Ann says:', 'Lovely.', 'Reply'],
  (line) => [TITLE, STORY[0] ?? '', line],
  (line) => ['1', line, ...STORY, '2', ...STORY],
];

const PLACES = SHAPES.flatMap((page, shape) =>
  ['\n', '\n\n'].map((gap) => ({ page, gap, name: `${String(shape)}${gap === '\n' ? ' dense' : ''}` })),
);

test.each(SIGNS.map((line, index) => [line, index] as const))(
  'a line at the margin stays in the story, and is asked about: %s',
  (line, nth) => {
    const cut = some(PLACES, nth).flatMap(({ page, gap, name }) => {
      const text = page(line).join(gap);
      const blocks = blocksOf(text);
      return classify({ format: 'text', text, facts: {}, blocks, pictures: [], messages: [] })
        .filter(({ class: of, block }) => of !== 'story' && [line, ...STORY].includes(block.text))
        .map(({ block, reason }) => `${name} ${reason}: ${block.text}`);
    });
    expect(cut).toEqual([]);
  },
);

const POEM = [
  'The river took the lower field',
  'and left the fence to lean,',
  'the heron stood a day for us',
  'then never more was seen;',
  'we ploughed what mud there was to plough',
  'and sowed it late with rye',
  'and no one said the word for rain',
  'and no one asked us why.',
];
const capital = (line: string): string => line.slice(0, 1).toUpperCase() + line.slice(1);

test.each(
  [POEM, POEM.map(capital), POEM.map((line) => line.replace(/[,;.]$/, ''))].flatMap((poem) =>
    [2, 3, 4, 6, 8].flatMap((signed) =>
      [[], ['Home', 'Stories']].map((above) => [above, poem, signed] as const),
    ),
  ),
)('under %j a poem keeps its lines: %j, signed below line %i', (above, poem, signed) => {
  const text = [...above, ...poem.slice(0, signed), 'by Ann Okoro', ...poem.slice(signed)].join('\n');
  const blocks = blocksOf(text);
  const cut = classify({ format: 'text', text, facts: {}, blocks, pictures: [], messages: [] }).filter(
    ({ class: of, block }) =>
      of !== 'story' && of !== 'title' && poem.some((line) => block.text.includes(line)),
  );
  expect(cut.map(({ reason, block }) => `${reason}: ${block.text}`)).toEqual([]);
});
