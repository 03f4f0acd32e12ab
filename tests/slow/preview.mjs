// `octavo preview` in Chromium: a book is opened, edited and seen, a message clicked, a mark settled, theme and screen
// changed; by two browsers, and after one was killed; while the book is renamed, removed, emptied, broken and mended; axe
// finds nothing in any view, and a stranger's page can neither read nor write; the Kobo's and the Kindle's view and the
// proof follow the manuscript; a browser that slept catches up, and one whose preview has ended says so. Needs Chromium (OCTAVO_CHROMIUM, else
// /usr/bin/chromium).
//
// node tests/slow/preview.mjs [PART OF A CASE'S NAME] [--memory N]
import { readFileSync } from 'node:fs';
import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { BIN, demandCompiled, inFolder, randomFrom, report, start, steadiness } from './octavo.mjs';

const executablePath = process.env.OCTAVO_CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const AXE = readFileSync(
  join(dirname(createRequire(import.meta.url).resolve('@daisy/axe-core-for-ace/package.json')), 'axe.js'),
  'utf8',
);
/** How long anything may take to be seen, in milliseconds: long on a machine that does something else. */
const SOON = 20_000;
const EDITS = 50;

const FRONT = '---\ntitle: The Ferry\nauthor: Ann Okoro\nlanguage: en\n---\n';
/** Marks that nobody can be sure of: more than the cases together settle. */
const UNSURE = ['Ammond', 'Arry', 'Enry', 'Orace']
  .map(
    (name) =>
      `"He said 'is own 'ouse' was 'ere," and so the others' went. '${name}, 'e was, an' 'is wife's.\n`,
  )
  .join('\n');
const HOSTILE =
  '<script>top.octavoWasRun = 1</script> <img src="x" onerror="top.octavoWasRun = 2"> [a link](javascript:top.octavoWasRun=3)\n';
const DEAD = 'There is [another chapter](gone.md) to read.\n';
const SENTENCES = [
  'The tide came in over the flats as it had done every day of that year, and nobody looked up.',
  'She counted the lamps along the quay twice, and came to a different number each time.',
  'A boat without a name lay keel up in the grass behind the chandler\u2019s.',
  'He had promised to write, and he wrote, though never to her.',
  'Somebody had left a coat on the landing stage, with the sleeves folded in.',
];
const paragraph = (chapter, number, random) =>
  `In chapter ${chapter}, paragraph ${number} begins. ${Array.from({ length: 4 }, () => SENTENCES[Math.floor(random() * SENTENCES.length)]).join(' ')}\n`;

/** A book of chapters in a folder, each of so many paragraphs, and of one more that has all troubles. */
async function writeBook(folder, name = 'ferry', { chapters = 3, paragraphs = 40 } = {}) {
  const book = join(folder, 'manuscripts', name);
  await mkdir(book, { recursive: true });
  const random = randomFrom(7);
  await writeFile(join(book, 'book.md'), FRONT);
  const numbered = (number) => String(number).padStart(2, '0');
  for (let chapter = 1; chapter <= chapters; chapter += 1) {
    const text = Array.from({ length: paragraphs }, (_, index) => paragraph(chapter, index + 1, random)).join(
      '\n',
    );
    await writeFile(join(book, `${numbered(chapter)}-chapter.md`), `# Chapter ${chapter}\n\n${text}`);
  }
  // Only a Kindle takes the rule of its own: the view differs from the EPUB there, and nowhere else.
  const theme = join(folder, 'themes', 'shelf');
  await mkdir(theme, { recursive: true });
  await writeFile(join(theme, 'theme.css'), 'h1 { text-align: center; }');
  await writeFile(join(theme, 'media.css'), '@media amzn-kf8 { h1 { text-align: right; } }');
  await writeFile(
    join(book, `${numbered(chapters + 1)}-trouble.md`),
    `# Trouble\n\n${UNSURE}\n${HOSTILE}\n${DEAD}`,
  );
  return book;
}

/** The command over a folder, and the address that it tells. */
async function previewing(folder, ...args) {
  const { child, ended } = start(
    process.execPath,
    [BIN, 'preview', '--no-open', '--json', ...(args.includes('--port') ? [] : ['--port', '0']), ...args],
    {
      cwd: folder,
    },
  );
  const [line] = await new Promise((resolve, reject) => {
    child.stdout.once('data', (...data) => resolve(data));
    ended.then(({ output }) => reject(new Error(`It ended: ${output}`)), reject);
  });
  return { base: JSON.parse(line).addresses[0], child, ended };
}

async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => {
    // That a book's script is kept from running, and that a browser has no network, is what is wanted.
    const isWanted = /^Blocked script|ERR_INTERNET_DISCONNECTED/.test(message.text());
    if (message.type() === 'error' && !isWanted) said.push(message.text());
  });
  page.on('pageerror', (cause) => said.push(cause.stack));
  page.setDefaultTimeout(SOON);
  await page.goto(url);
  await page.waitForFunction(() => document.getElementById('here')?.textContent !== '');
  return { page, said, close: () => context.close() };
}

/** The frame that holds the book's document now. */
const bookOf = async (page) => {
  for (;;) {
    const frame = page.frames().findLast((one) => one.url().includes('/files/'));
    if (frame) return frame;
    await page.waitForTimeout(20);
  }
};

/** Runs in the page: the paragraphs that can be seen of the book's page, each by its beginning. */
const visible = async (page) => {
  const frame = page.frames().find((one) => one.url().endsWith('/reader.html'));
  return frame.evaluate(() => {
    const paginator = document.querySelector('foliate-paginator:not([inert])');
    const [{ doc }] = paginator.getContents();
    const { left, width } = paginator.getBoundingClientRect();
    const offset = doc.defaultView.frameElement.getBoundingClientRect().left;
    return [...doc.querySelectorAll('p, h1, h2')]
      .filter((one) =>
        [...one.getClientRects()].some(
          (rect) => rect.left + offset < left + width - 1 && rect.right + offset > left + 1,
        ),
      )
      .map((one) => one.textContent.slice(0, 60));
  });
};

const sees = (page, words) =>
  page
    .waitForFunction(
      (text) => {
        const { document: inner } = document.getElementById('reader').contentWindow;
        const doc = inner.querySelector('foliate-paginator:not([inert])')?.getContents()[0]?.doc;
        return doc?.body?.textContent.includes(text);
      },
      words,
      { timeout: SOON },
    )
    .then(
      () => undefined,
      () => `never saw \`${words}\``,
    );

const goTo = (page, id) =>
  page.evaluate((one) => document.getElementById('reader').contentWindow.reader.show(one), id);

/** Changes a manuscript, as an editor's save does. */
async function edit(file, change) {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

/** Whether a condition of the page comes true. */
const comes = (page, condition, ...given) =>
  page.waitForFunction(condition, ...given, { timeout: SOON }).then(
    () => undefined,
    () => `never true: ${String(condition)}`,
  );

/** Each case is given the page, open at the book, and the folder of the book; it tells its problem. */
const CASES = {
  async 'opens at the cover, and turns pages by button and by key'(page) {
    const at = () => page.locator('#here').innerText();
    const first = await at();
    await page.locator('#next').click();
    await comes(page, (was) => document.getElementById('here').textContent !== was, first);
    const second = await at();
    await page.keyboard.press('ArrowRight');
    await comes(page, (was) => document.getElementById('here').textContent !== was, second);
    const third = await at();
    return new Set([first, second, third]).size === 3 ? undefined : [first, second, third].join('; ');
  },
  async 'tells a screen reader of the page that is turned to'(page) {
    const status = page.getByRole('status').filter({ hasText: /\d of \d/ });
    const first = await status.innerText();
    await page.getByRole('button', { name: 'Next page' }).click();
    const problem = await comes(page, (was) => document.getElementById('here').textContent !== was, first);
    const tree = await page.locator('#stage').ariaSnapshot();
    const isTold = tree.includes(`- status: ${await status.innerText()}`);
    return problem ?? (isTold ? undefined : tree);
  },
  async 'shows a save, and follows it to another chapter'(page, book) {
    await goTo(page, 'chapter-1');
    await edit(join(book, '02-chapter.md'), (text) =>
      text.replace('paragraph 30 begins', 'paragraph thirty was mended'),
    );
    const problem = await sees(page, 'paragraph thirty was mended');
    if (problem) return problem;
    const seen = await visible(page);
    return seen.some((one) => one.includes('thirty')) ? undefined : seen.join('\n');
  },
  async 'stays at the paragraph when edits are not followed'(page, book) {
    await page.uncheck('#follow');
    await goTo(page, 'chapter-3');
    const reader = page.frames().find((one) => one.url().endsWith('/reader.html'));
    for (let turn = 0; turn < 5; turn += 1) await reader.evaluate(() => globalThis.reader.next());
    const before = await visible(page);
    const file = join(book, '03-chapter.md');
    const random = randomFrom(3);
    const lost = [];
    for (let count = 1; count <= EDITS; count += 1) {
      const middle = before[Math.floor(before.length / 2)];
      await edit(file, (text) => randomEdit(text, random, count, before));
      const problem = await sees(page, `edit ${count}.`);
      if (problem) return `edit ${count}: ${problem}`;
      await page.waitForTimeout(30);
      const after = await visible(page);
      if (!after.some((one) => one === middle)) lost.push(`${count}: ${middle} / ${after.join(' / ')}`);
    }
    return lost.length === 0 ? undefined : lost.join('\n');
  },
  async 'stays at a paragraph that is rewritten, and in a chapter whose file gets another name and place'(
    page,
    book,
  ) {
    await page.uncheck('#follow');
    await goTo(page, 'chapter-2');
    for (let turn = 0; turn < 4; turn += 1) await page.locator('#next').click();
    await page.waitForTimeout(300);
    const before = await visible(page);
    const read = before[Math.floor((before.length - 1) / 2)].slice(0, 34);
    const [old, other] = ['02-chapter.md', '035-quay.md'].map((name) => join(book, name));
    const isRead = async (when) => {
      await page.waitForTimeout(300);
      const seen = await visible(page);
      return seen.some((one) => one.startsWith(read)) ? undefined : `${when}: ${read} / ${seen.join(' / ')}`;
    };
    // Its other words stand in other paragraphs as well.
    await edit(old, (text) =>
      text.replace(
        new RegExp(`${read}.{12}.*`),
        (whole) => `${whole.slice(0, 46)} and was rewritten. ${SENTENCES[4]}`,
      ),
    );
    const rewritten = (await sees(page, 'and was rewritten')) ?? (await isRead('rewritten'));
    await rename(old, other);
    const isLast = () => /Chapter 3/.test([...document.querySelectorAll('#toc button')].at(-3)?.textContent);
    const renamed = (await comes(page, isLast)) ?? (await isRead('renamed'));
    await rename(other, old);
    return rewritten ?? renamed;
  },
  async 'a message leads to its place, which is a link to the editor'(page) {
    await page.locator('#tab-messages').click();
    await page.locator('#tab .go', { hasText: 'gone.md' }).click();
    const problem = await sees(page, 'another chapter');
    const link = await page.locator('#tab .path', { hasText: '04-trouble.md' }).first().getAttribute('href');
    const isLink = /^vscode:\/\/file\/.*04-trouble\.md:\d+:\d+$/.test(link);
    return problem ?? (isLink ? undefined : `link is ${link}`);
  },
  async 'the place in the manuscript is copied, and the button says so'(page) {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await goTo(page, 'chapter-2');
    await page.locator('#copy').click();
    const problem = await comes(page, () => document.getElementById('copy').textContent === 'Copied');
    const [copied, shown] = await page.evaluate(async () => [
      await navigator.clipboard.readText(),
      document.getElementById('source').textContent,
    ]);
    return (
      problem ?? (copied === shown && /02-chapter\.md:\d+$/.test(copied) ? undefined : `${copied}, ${shown}`)
    );
  },
  async 'a mark is settled in two clicks, its line shown first'(page, book) {
    await page.locator('#tab-marks').click();
    const file = join(book, '04-trouble.md');
    const before = await readFile(file, 'utf8');
    const count = await page.locator('#tab .marks > li').count();
    await page.locator('#tab .choices button').first().click();
    await page.locator('#tab .diff').waitFor();
    if ((await readFile(file, 'utf8')) !== before) return 'it was written before it was asked for';
    await page.locator('#tab [data-write]').click();
    const problem = await comes(
      page,
      (was) => document.querySelectorAll('#tab .marks > li').length < was,
      count,
    );
    const after = await readFile(file, 'utf8');
    const isOne =
      after.length === before.length &&
      [...after].filter((one, index) => one !== [...before][index]).length === 1;
    return problem ?? (isOne ? undefined : `text is \`${after}\``);
  },
  async 'a mark is not written into a file that changed'(page, book) {
    await page.locator('#tab-marks').click();
    await page.locator('#tab .choices button').first().click();
    await page.locator('#tab .diff').waitFor();
    const file = join(book, '04-trouble.md');
    // Written and asked for at once: the build comes later than the click.
    await Promise.all([appendFile(file, '\nOne more.\n'), page.locator('#tab [data-write]').click()]);
    const text = await page
      .locator('#tab .refused')
      .innerText()
      .catch((cause) => cause.message);
    const isWhole = (await readFile(file, 'utf8')).endsWith('One more.\n');
    return /changed|not where|does not ask/.test(text) && isWhole ? undefined : `${text}; ${isWhole}`;
  },
  async 'a broken manuscript leaves the last page, with the message over it'(page, book) {
    const file = join(book, 'book.md');
    await goTo(page, 'chapter-1');
    await writeFile(file, '---\ntitle: [\n---\n');
    await page.locator('#notice:visible').waitFor();
    const notice = await page.locator('#notice').innerText();
    const problem = await sees(page, 'In chapter 1, paragraph 1 begins');
    await writeFile(file, FRONT);
    await page.locator('#notice').waitFor({ state: 'hidden' });
    return problem ?? (notice.includes('cannot be built') && notice.includes('book.md') ? undefined : notice);
  },
  async 'a book that is emptied, removed, renamed and put back'(page, book) {
    await goTo(page, 'chapter-1');
    const kept = `${book}-elsewhere`;
    await rename(book, kept);
    await page.locator('#notice:visible').waitFor();
    await mkdir(book);
    await page.waitForTimeout(400);
    const isThere = (await sees(page, 'In chapter 1, paragraph 1 begins')) === undefined;
    await rm(book, { recursive: true });
    await rename(kept, book);
    await page.locator('#notice').waitFor({ state: 'hidden' });
    await edit(join(book, '01-chapter.md'), (text) =>
      text.replace('paragraph 1 begins', 'paragraph one came back'),
    );
    return (
      (await sees(page, 'paragraph one came back')) ?? (isThere ? undefined : 'the page went with the book')
    );
  },
  async 'a chapter that is added and taken away'(page, book) {
    await page.uncheck('#follow');
    await goTo(page, 'chapter-2');
    const file = join(book, '00-before.md');
    await writeFile(file, '# Before\n\nWhat came before.\n');
    const listed = () =>
      [...document.querySelectorAll('#toc button')].some((one) => one.textContent === 'Before');
    const problem = (await comes(page, listed)) ?? (await sees(page, 'In chapter 2, paragraph 2 begins'));
    await rm(file);
    return (
      problem ??
      (await comes(page, () =>
        [...document.querySelectorAll('#toc button')].every((one) => one.textContent !== 'Before'),
      )) ??
      (await sees(page, 'In chapter 2, paragraph 2 begins'))
    );
  },
  async 'theme, screen, paper, fonts and size change, and the place stays'(page) {
    await goTo(page, 'chapter-2');
    for (const device of ['phone', 'tablet', 'spread', 'screen', 'eink'])
      await page.selectOption('#device', device);
    await page.locator('#paper label', { hasText: 'Night' }).click();
    await page.selectOption('#font', 'sans');
    await page.locator('#larger').click();
    const family = await (
      await bookOf(page)
    ).evaluate(() => getComputedStyle(document.querySelector('p')).fontFamily);
    // A frame that goes while it is asked has none.
    const sheet = async () =>
      (await bookOf(page))
        .evaluate(() => [...document.styleSheets].map(({ href }) => href ?? '').join())
        .catch(() => '');
    await page.selectOption('#theme', 'modern');
    const problem = await comes(page, () =>
      document.getElementById('here').textContent.startsWith('Chapter 2'),
    );
    let after = await sheet();
    for (let tries = 0; tries < 200 && !after.includes('/modern/'); tries += 1) {
      await page.waitForTimeout(100);
      after = await sheet();
    }
    await page.selectOption('#theme', '-');
    const isSet = family.includes('system-ui') && after.includes('/modern/');
    return problem ?? (isSet ? undefined : `${family}; ${after}`);
  },
  async 'words are found, and gone to'(page) {
    if (!(await page.locator('#contents').isVisible())) await page.locator('#open-contents').click();
    await page.fill('#words', 'chapter 3, paragraph 33');
    await page.locator('#found button').first().click();
    const problem = await comes(page, () =>
      document.getElementById('here').textContent.startsWith('Chapter 3'),
    );
    await page.waitForTimeout(200);
    const seen = await visible(page);
    return problem ?? (seen.some((one) => one.includes('paragraph 33')) ? undefined : seen.join('\n'));
  },
  async 'the Kobo and the Kindle: where their view of a page differs is said'(page) {
    await goTo(page, 'chapter-2');
    const says = (words) =>
      comes(page, (text) => document.getElementById('here').textContent.endsWith(text), words);
    await page.selectOption('#view', 'kobo');
    const kobo = (await says('as the EPUB')) ?? (await sees(page, 'In chapter 2, paragraph 2 begins'));
    if (kobo) return `Kobo: ${kobo}`;
    const frame = page.frames().findLast((one) => one.url().includes('/kobo/'));
    if ((await frame.locator('.koboSpan').count()) === 0) return 'no markup of a kepub';
    await page.selectOption('#theme', 'shelf');
    await page.selectOption('#view', 'kindle');
    const kindle = await says('1 place other than in the EPUB');
    await page.selectOption('#view', 'epub');
    const epub = await comes(page, () =>
      /Chapter 2 \u00B7 \d+ of \d+$/.test(document.getElementById('here').textContent),
    );
    return kindle ?? epub;
  },
  async 'the proof follows a save, leads to a mark, and keeps its place'(page, book) {
    await page.uncheck('#follow');
    await page.selectOption('#view', 'proof');
    const proof = page.frameLocator('#proof');
    await proof.locator('#book').waitFor();
    await page.locator('#tab-marks').click();
    await page.locator('#tab .go').first().click();
    const mark = proof.locator('.unsure:focus');
    await mark.waitFor();
    const top = () => mark.evaluate((one) => Math.round(one.getBoundingClientRect().top));
    await page.waitForTimeout(300);
    const before = await top();
    const isLink = /04-trouble\.md:\d+$/.test(await page.locator('#source').innerText());
    await edit(join(book, '01-chapter.md'), (text) =>
      text.replace('In chapter 1', 'Much that is new, "and set".\n\nIn chapter 1'),
    );
    await proof.locator('p', { hasText: 'Much that is new' }).waitFor({ state: 'attached' });
    await page.waitForTimeout(300);
    const [after, isCard] = [await top(), await proof.locator('#card').isVisible()];
    return Math.abs(after - before) < 4 && isCard && isLink
      ? undefined
      : `${before} px, then ${after}; card: ${isCard}; link: ${isLink}`;
  },
  async 'a browser that slept catches up'(page, book) {
    await goTo(page, 'chapter-3');
    await page.context().setOffline(true);
    await edit(join(book, '03-chapter.md'), (text) =>
      text.replace('paragraph 7 begins', 'paragraph seven slept'),
    );
    await page.waitForTimeout(500);
    await page.context().setOffline(false);
    return (
      (await sees(page, 'paragraph seven slept')) ??
      (await comes(page, () => document.getElementById('notice').hidden))
    );
  },
  async 'by keys alone: the contents, a page, a mark settled'(page, book) {
    /** Goes on with Tab until the focus is where it is wanted. */
    const tabTo = async (wanted) => {
      for (let count = 0; count < 80; count += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((one) => document.activeElement.matches(one), wanted)) return;
      }
      throw new Error(`Tab never comes to ${wanted}`);
    };
    await tabTo('#open-contents');
    await page.keyboard.press('Enter');
    await tabTo('#toc [data-page="chapter-2"]');
    await page.keyboard.press('Enter');
    const problem = await comes(page, () =>
      document.getElementById('here').textContent.startsWith('Chapter 2'),
    );
    if (problem) return problem;
    await tabTo('#tabs button');
    await page.keyboard.press('ArrowRight');
    await tabTo('#tab .choices button');
    const before = await readFile(join(book, '04-trouble.md'), 'utf8');
    await page.keyboard.press('Enter');
    const isAsked = await comes(page, () => document.activeElement.matches('[data-write]'));
    if (isAsked) return isAsked;
    await page.keyboard.press('Enter');
    await comes(page, () => document.getElementById('said').textContent.startsWith('Written into'));
    return (await readFile(join(book, '04-trouble.md'), 'utf8')) === before
      ? 'nothing was written'
      : undefined;
  },
  async 'no script of the book runs'(page) {
    await goTo(page, 'trouble');
    await page.waitForTimeout(300);
    const ran = await page.evaluate(() => globalThis.octavoWasRun);
    const frame = await bookOf(page);
    const added = await frame
      .evaluate(() => {
        const script = document.createElementNS('http://www.w3.org/1999/xhtml', 'script');
        script.textContent = 'top.octavoWasRun = 4';
        document.body.append(script);
        script.remove();
      })
      .then(
        () => page.evaluate(() => globalThis.octavoWasRun),
        () => undefined,
      );
    return ran === undefined && added === undefined ? undefined : `ran: ${ran}, ${added}`;
  },
};

/** An edit of a manuscript that keeps the paragraphs that are looked at: one before them, after them, or elsewhere. */
function randomEdit(text, random, count, kept) {
  const parts = text.trimEnd().split('\n\n');
  const isKept = (part) => kept.some((one) => part.startsWith(one.slice(0, 34)));
  const free = parts
    .map((part, index) => (index > 0 && !isKept(part) ? index : -1))
    .filter((index) => index > 0);
  const at = free[Math.floor(random() * free.length)];
  const mark = `This is edit ${count}.`;
  const kinds = [
    () => parts.splice(at, 1, `${parts[at]} ${mark}`),
    () => parts.splice(at, 1, `${mark} ${parts[at]}`),
    () => parts.splice(at, 0, mark),
    () => parts.splice(at, 1, mark),
    () => parts.splice(at, 1, parts[at].slice(0, 80), `${parts[at].slice(80)} ${mark}`),
    () => parts.splice(1, 0, `${mark} ${SENTENCES.join(' ').repeat(3)}`),
    () => parts.push(mark),
  ];
  kinds[Math.floor(random() * kinds.length)]();
  return `${parts.join('\n\n')}\n`;
}

async function tryCase(browser, url, book, [name, look]) {
  const { page, said, close } = await open(browser, url);
  try {
    const problem = await look(page, book);
    return { name, problem: problem ?? (said.length > 0 ? said.join('\n     ') : undefined) };
  } catch (cause) {
    return { name, problem: [cause.message, ...said].join('\n     ') };
  } finally {
    await close();
  }
}

/** Two browsers show the same save; one that was killed comes back to where it was. */
async function tryTwo(browser, url, book) {
  const [one, two] = [await open(browser, url), await open(browser, url)];
  await goTo(one.page, 'chapter-2');
  await one.page.waitForFunction(() => location.hash.includes('chapter-2'));
  const address = one.page.url();
  await goTo(two.page, 'chapter-2');
  await one.close();
  await edit(join(book, '02-chapter.md'), (text) =>
    text.replace('paragraph 3 begins', 'paragraph three is new'),
  );
  const again = await open(browser, address);
  const problem =
    (await sees(two.page, 'paragraph three is new')) ?? (await sees(again.page, 'paragraph three is new'));
  const here = await again.page.locator('#here').innerText();
  await again.close();
  await two.close();
  return {
    name: 'two browsers see a save, and one that was killed comes back to its place',
    problem: problem ?? (here.startsWith('Chapter 2') ? undefined : here),
  };
}

async function tryLook(browser, url, { width, colorScheme }) {
  const { page, close } = await open(browser, url, { viewport: { width, height: 800 }, colorScheme });
  const found = [];
  const audit = async (where, frame = page) => {
    await frame.evaluate(AXE);
    const { violations } = await frame.evaluate(() =>
      globalThis.axe.run(document, { iframes: false, resultTypes: ['violations'] }),
    );
    for (const { id, nodes } of violations)
      found.push(`${where}: ${id}: ${nodes.map(({ html }) => html).join(', ')}`);
  };
  const show = async (id) => {
    const button = page.locator(`#open-${id}`);
    if (!(await page.locator(`#${id}`).isVisible())) await button.click();
  };
  const isNarrow = width < 768;
  for (const id of ['look', 'contents', 'panel']) {
    await show(id);
    await audit(id);
    if (isNarrow && id !== 'panel') await page.locator(`#open-${id}`).click();
  }
  for (const tab of ['marks', 'words', 'covers']) {
    await page.locator(`#tab-${tab}`).click();
    await page.waitForTimeout(100);
    if (tab === 'marks') {
      await page.locator('#tab .choices button').first().click();
      await page.locator('#tab .diff').waitFor();
    }
    await audit(tab);
  }
  if (isNarrow) await page.locator('#open-panel').click();
  for (const view of ['kobo', 'kindle', 'proof']) {
    if (isNarrow) await page.locator('#open-look').click();
    await page.selectOption('#view', view);
    if (isNarrow) await page.locator('#open-look').click();
    await page.waitForTimeout(500);
    await audit(view);
  }
  await page.frameLocator('#proof').locator('#next').click();
  await audit(
    'the proof itself',
    page.frames().find((one) => one.url().includes('/proof/')),
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) found.push(`${wide} px too wide`);
  await close();
  return { name: `axe, ${width} px wide, ${colorScheme}`, problem: found[0] && found.join('\n     ') };
}

/** A preview that has ended: the page says so, and keeps the book. */
async function tryEnded(browser, folder) {
  const { base, child, ended } = await previewing(folder, 'ferry');
  const { page, close } = await open(browser, base);
  await goTo(page, 'chapter-1');
  const problem = await sees(page, 'In chapter 1, paragraph 2 begins');
  child.kill();
  await ended;
  await page.locator('#notice:visible').waitFor();
  const text = await page.locator('#notice').innerText();
  const after = await sees(page, 'In chapter 1, paragraph 2 begins');
  const isSaid = /does not answer|has ended/.test(text);
  // The next one has the same address: the page that stands open comes back, with what was written meanwhile.
  await edit(join(folder, 'manuscripts', 'ferry', '01-chapter.md'), (whole) =>
    whole.replace('paragraph 2 begins', 'paragraph two was written meanwhile'),
  );
  const next = await previewing(folder, 'ferry', '--port', new URL(base).port);
  const back =
    (await sees(page, 'paragraph two was written meanwhile')) ??
    (await comes(page, () => document.getElementById('notice').hidden));
  await close();
  next.child.kill();
  await next.ended;
  const isSame = next.base === base ? undefined : `${next.base}, not ${base}`;
  return {
    name: 'a preview that has ended says so, and the next one finds its page',
    problem: problem ?? after ?? (isSaid ? undefined : text) ?? isSame ?? back,
  };
}

/** A novel of 100,000 words, edited all over while it is looked at: each edit is followed, and memory stays flat. */
async function tryMemory(browser, edits) {
  return inFolder(async (folder) => {
    const book = await writeBook(folder, 'novel', { chapters: 25, paragraphs: 75 });
    const { base, child, ended } = await previewing(folder, 'novel');
    const { page, said, close } = await open(browser, base);
    const problems = [];
    const { told, isSteady } = await steadiness(child, edits, async (number) => {
      const chapter = 1 + ((number * 7) % 25);
      await edit(join(book, `${String(chapter).padStart(2, '0')}-chapter.md`), (text) =>
        text.replace(/paragraph 9 begins.*/, `paragraph 9 begins edit ${number}.`),
      );
      const problem = await sees(page, `edit ${number}.`);
      if (problem) problems.push(problem);
    });
    await close();
    child.kill();
    await ended;
    problems.push(...said, ...(isSteady ? [] : ['memory grows']));
    return {
      name: `${edits} edits of a novel are seen: ${told}`,
      problem: problems.length > 0 ? problems.join('\n     ') : undefined,
    };
  });
}

/** The shelf, by keys alone. */
async function tryShelf(browser, folder) {
  const { base, child, ended } = await previewing(folder);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(base);
  await page.locator('#books li', { hasText: 'words' }).first().waitFor({ timeout: SOON });
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/book\/ferry\//, { timeout: SOON });
  await context.close();
  child.kill();
  await ended;
  const problem = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`).join('\n');
  return { name: 'the shelf, by keys alone', problem: problem || undefined };
}

const status = (url, { method = 'GET', headers = {}, body } = {}) =>
  new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject);
    asked.end(body);
  });

/** What others ask for, and must not get: by plain requests, and from a page of another origin. */
async function tryStrangers(browser, base, folder) {
  const { origin, host } = new URL(base);
  const write = {
    path: 'manuscripts/ferry/04-trouble.md',
    line: 3,
    column: 10,
    mark: '\u2019',
    hash: 'sha256-x',
  };
  const json = { 'Content-Type': 'application/json' };
  const post = (headers) => ({
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify(write),
  });
  const settle = `${base}settle/ferry/-`;
  await writeFile(join(folder, 'secret.txt'), 'secret');
  const cases = [
    ['no token', `${origin}/`, {}, 404],
    ['another token', `${origin}/${'A'.repeat(22)}/`, {}, 404],
    ['another host', base, { headers: { Host: 'evil.example' } }, 421],
    ['another origin', `${base}setup`, { headers: { Origin: 'http://evil.example' } }, 403],
    ['a page of no origin', `${base}setup`, { headers: { Origin: 'null' } }, 403],
    ['another port of this computer', `${base}setup`, { headers: { Origin: 'http://127.0.0.1:9' } }, 403],
    ['a frame of another port', base, { headers: { 'Sec-Fetch-Site': 'same-site' } }, 403],
    ['a way out in two codes', `${base}files/ferry/-/%252e%252e%252fbook.md`, {}, 404],
    ['a cross-site frame', base, { headers: { 'Sec-Fetch-Site': 'cross-site' } }, 403],
    ['a write from another origin', settle, post({ Origin: 'http://evil.example' }), 403],
    ['a write of no origin', settle, post({}), 403],
    [
      'a write as a form',
      settle,
      { ...post({ Origin: origin }), headers: { Origin: origin, 'Content-Type': 'text/plain' } },
      403,
    ],
    ['a write of another method', settle, { ...post({ Origin: origin }), method: 'PUT' }, 405],
    ['a way out of the book', `${base}files/ferry/-/..%2F..%2F..%2Fsecret.txt`, {}, 404],
    ['a file beside the book', `${base}files/ferry/-/book.md`, {}, 404],
    ['a way out of the page’s files', `${base}app/..%2F..%2Fpackage.json`, {}, 404],
    ['a theme that is a folder', `${base}outline/ferry/${encodeURIComponent(folder)}`, {}, 404],
    ['a book elsewhere', `${base}outline/${encodeURIComponent('../../etc')}/-`, {}, 404],
    [
      'its own page',
      `${base}setup`,
      { headers: { Host: host, Origin: origin, 'Sec-Fetch-Site': 'same-origin' } },
      200,
    ],
  ];
  const results = [];
  for (const [name, url, options, expected] of cases) {
    const got = await status(url, options);
    results.push({
      name: `a stranger: ${name}`,
      problem: got === expected ? undefined : `${got}, expected ${expected}`,
    });
  }
  // A page of another origin that even knows the token.
  const evil = createServer((_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>hello</p>'),
  );
  await new Promise((resolve) => evil.listen(0, '127.0.0.1', resolve));
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${evil.address().port}/`);
  const read = await page.evaluate(async (address) => {
    const tries = {
      fetch: () => fetch(`${address}outline/ferry/-`).then((response) => response.text()),
      blind: () =>
        fetch(`${address}settle/ferry/-`, { method: 'POST', mode: 'no-cors', body: '{}' }).then((response) =>
          response.type === 'opaque' ? Promise.reject(new Error('opaque')) : 'read',
        ),
      events: () =>
        new Promise((resolve, reject) => {
          const source = new EventSource(`${address}events/ferry/-`);
          source.onopen = () => resolve('open');
          source.onerror = () => reject(new Error('refused'));
        }),
      frame: () =>
        new Promise((resolve, reject) => {
          const frame = document.createElement('iframe');
          frame.src = `${address}book/ferry/`;
          frame.onload = () => {
            try {
              resolve(frame.contentDocument?.body.textContent || Promise.reject(new Error('empty')));
            } catch (cause) {
              reject(cause);
            }
          };
          document.body.append(frame);
        }),
    };
    const got = [];
    for (const [name, one] of Object.entries(tries))
      await one().then(
        (value) => got.push(`${name}: ${value}`),
        () => undefined,
      );
    return got;
  }, base);
  await context.close();
  evil.close();
  results.push({ name: 'a page of another origin', problem: read.length > 0 ? read.join('; ') : undefined });
  return results;
}

/** A port that is in use: the next free one, said. */
async function tryPort(folder) {
  const { base, child, ended } = await previewing(folder, 'ferry');
  const { port } = new URL(base);
  const second = start(process.execPath, [BIN, 'preview', 'ferry', '--no-open', '--port', port], {
    cwd: folder,
  });
  let text = '';
  for (const stream of [second.child.stdout, second.child.stderr])
    stream.on('data', (chunk) => (text += chunk));
  for (let tries = 0; tries < 200 && !/Open this address/.test(text); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  for (const one of [child, second.child]) one.kill();
  const { code } = await second.ended;
  await ended;
  const isSaid =
    text.includes(`Port ${port} is already in use`) && text.includes(`127.0.0.1:${Number(port) + 1}/`);
  return {
    name: 'a port in use: the next free one, said',
    problem: isSaid && code === 0 ? undefined : `exit ${code}: ${text}`,
  };
}

demandCompiled();
const {
  values: { memory },
  positionals: [only],
} = parseArgs({ allowPositionals: true, options: { memory: { type: 'string', default: '150' } } });
await inFolder(async (folder) => {
  const book = await writeBook(folder);
  const { base, child, ended } = await previewing(folder, 'ferry');
  const url = `${base}book/ferry/`;
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const cases = [];
  const wanted = (name) => only === undefined || name.includes(only);
  try {
    for (const one of Object.entries(CASES))
      if (wanted(one[0])) cases.push(await tryCase(browser, url, book, one));
    if (wanted('two')) cases.push(await tryTwo(browser, url, book));
    for (const width of [390, 1280])
      for (const colorScheme of ['light', 'dark'])
        if (wanted('axe')) cases.push(await tryLook(browser, url, { width, colorScheme }));
    if (wanted('stranger')) cases.push(...(await tryStrangers(browser, base, folder)));
    if (wanted('shelf')) cases.push(await tryShelf(browser, folder));
    if (wanted('ended')) cases.push(await tryEnded(browser, folder));
    if (wanted('memory') && Number(memory) > 0) cases.push(await tryMemory(browser, Number(memory)));
    if (wanted('port')) cases.push(await tryPort(folder));
  } finally {
    await browser.close();
    child.kill();
    await ended;
  }
  report(cases);
});
