// The page of an import in Chromium, on a desk and on a phone: it asks for nothing, leads to what is unsure, tells why,
// takes answers by click and by letter, hands them back as a file, and with that file the manuscript is another.
// Needs Chromium (OCTAVO_CHROMIUM, else /usr/bin/chromium).
//
// node tests/slow/import-page.mjs
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { BIN, demandCompiled, inFolder, report, start } from './octavo.mjs';

const executablePath = process.env.OCTAVO_CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const AXE = readFileSync(createRequire(import.meta.url).resolve('@daisy/axe-core-for-ace/axe.js'), 'utf8');
const SIZES = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
/** Milliseconds that a text of thousands of lines may take to open, and a step in it. */
const OPENS_IN = 5000;
const STEPS_IN = 1000;

const STORY = `Low Water
by Mary Reed

977 32 16

A/N: For Ann, who kept the fire. Thanks to my beta!

Chapter 1: The Kiln

The kiln had been cold since the second frost, and the village ate from wooden bowls. There was nothing to be said about it that had not been said already, by those who had liked the bowls and by those who had not, and so nobody said it.

“You could light it,” said the boy. <script>alert(1)</script> <img src=x onerror=alert(2)>

Add to library

She lit it on the Tuesday.

A/N: the fire is real, by the way, &amp; <b>hot</b>.

Down in the square somebody was breaking a plate on purpose, and then another one.

Chapter 2: A Cold Winter

The dog knocked the lamp into the straw, and nobody could say afterwards whose dog it was.

Nobody answered.
`;

/** Imports a file of a folder, and gives what was said. */
async function octavo(folder, ...args) {
  const { code, output } = await start(process.execPath, [BIN, 'import', ...args], { cwd: folder }).ended;
  if (code !== 0) throw new Error(`The import failed (exit ${code}): ${output}`);
  return output;
}

async function open(browser, url, options) {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (cause) => said.push(String(cause)));
  page.on('dialog', async (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('blob:')) said.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, said, context };
}

const lineAt = (page, line) => page.locator(`#l${line}`);
const current = (page) => page.locator('.line.current').getAttribute('data-line');

/** The whole way, from the page to another manuscript. */
async function answers(browser, folder, [name, viewport]) {
  await octavo(folder, 'gone.txt', '--html');
  const isPhone = name === 'phone';
  const url = pathToFileURL(join(folder, 'gone.import.html')).href;
  const { page, said, context } = await open(browser, url, {
    viewport,
    hasTouch: isPhone,
    isMobile: isPhone,
  });
  const expect = (what, is) => {
    if (!is) throw new Error(`${name}: ${what}`);
  };
  try {
    expect(
      'shows the text as text',
      (await page.locator('#text script, #text img, #text b:not(.is b)').count()) === 0,
    );
    expect('says classes in words', /boilerplate/.test(await lineAt(page, 4).innerText()));
    await page.locator('#next').click();
    expect('leads to what is unsure', (await current(page)) === '14');
    if (isPhone) await page.locator('#next').click();
    else await page.keyboard.press('n');
    expect('leads to the next', (await current(page)) === '18');
    expect('tells why', /note/.test(await page.locator('#why').innerText()));
    await page.locator('#next').click();
    if (isPhone) await page.locator('#yes').click();
    else await page.keyboard.press('y');
    expect('takes a yes', (await lineAt(page, 14).getAttribute('data-is')) === 'furniture');
    if (isPhone) await page.locator('#close').click();
    await lineAt(page, 26).locator('p').click();
    if (isPhone) await page.locator('.choices [value="note-before"]').click();
    else await page.keyboard.press('o');
    expect('takes a class', /author’s note\s+your answer/.test(await lineAt(page, 26).innerText()));
    if (isPhone) await page.locator('#close').click();
    await lineAt(page, 4).locator('p').click();
    await page.locator('.choices [value="story"]').click();
    await page.locator('#as-read').click();
    expect('takes an answer back', (await lineAt(page, 4).getAttribute('data-is')) === 'furniture');
    await page.reload();
    expect('keeps answers', (await lineAt(page, 26).getAttribute('data-is')) === 'note-before');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
    expect('names the file', download.suggestedFilename() === 'gone.decisions.json');
    await download.saveAs(join(folder, 'gone.decisions.json'));
    expect(
      'says the command',
      /octavo import --decisions gone\.decisions\.json gone\.txt/.test(
        await page.locator('#saved').innerText(),
      ),
    );
  } finally {
    await context.close();
  }
  await octavo(folder, 'gone.txt', '--into', `${name}-as-read`);
  await octavo(folder, '--decisions', 'gone.decisions.json', 'gone.txt', '--into', `${name}-answered`);
  const [read, answered] = await Promise.all(
    ['as-read', 'answered'].map((state) => readFile(join(folder, `${name}-${state}/low-water.md`), 'utf8')),
  );
  expect(
    'changes the manuscript',
    read.includes('\nAdd to library\n') && !answered.includes('Add to library'),
  );
  expect(
    'writes the note',
    answered.includes(':::note\nNobody answered.\n:::') || /note:[^]*Nobody answered/.test(answered),
  );
  return said.length > 0 ? said.join('\n     ') : undefined;
}

/** What axe finds, and what stands out of the screen, with a line chosen and without. */
async function looks(browser, url, viewport, colorScheme) {
  const { page, context } = await open(browser, url, { viewport, colorScheme, bypassCSP: true });
  try {
    const problems = [];
    for (const key of [undefined, 'n']) {
      if (key) await page.keyboard.press(key);
      await page.evaluate(AXE);
      const found = await page.evaluate(() => globalThis.axe.run());
      problems.push(...found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) problems.push(`${wide} px too wide`);
    }
    return problems.length > 0 ? problems.join('\n     ') : undefined;
  } finally {
    await context.close();
  }
}

/** A page without a script still filters, and names each class. */
async function withoutScript(browser, url) {
  const { page, context } = await open(browser, url, { javaScriptEnabled: false });
  await page.check('#only-set-apart');
  const [story, site] = [await lineAt(page, 10).isVisible(), await lineAt(page, 4).innerText()];
  await context.close();
  return story || !site.includes('boilerplate') ? `story shown: ${story}; ${site}` : undefined;
}

async function large(browser, folder) {
  const paragraph = 'The tide came in over the flats as it had done every day of that year.\n\n';
  const chapters = Array.from(
    { length: 200 },
    (_, at) => `Chapter ${at + 1}\n\n${paragraph.repeat(60)}A/N: more soon, I hope.\n\nSo it went.\n\n`,
  );
  await writeFile(join(folder, 'large.txt'), `Flats\n\n${chapters.join('')}`);
  await octavo(folder, 'large.txt', '--html');
  const begin = performance.now();
  const { page, said, context } = await open(browser, pathToFileURL(join(folder, 'large.import.html')).href);
  const count = await page.locator('.line').count();
  const opened = Math.round(performance.now() - begin);
  for (const key of ['n', 'y', 'n', 'ArrowDown', 'b']) await page.keyboard.press(key);
  const stepped = Math.round(performance.now() - begin - opened);
  await context.close();
  const slow = opened > OPENS_IN || stepped > 5 * STEPS_IN;
  return {
    name: `${count} lines: opens in ${opened} ms, five keys in ${stepped} ms`,
    problem: slow ? `expected ${OPENS_IN} and ${5 * STEPS_IN} ms at most` : said[0],
  };
}

const tried = async (name, look) => {
  try {
    return { name, problem: await look() };
  } catch (cause) {
    return { name, problem: cause.message };
  }
};

demandCompiled();
await inFolder(async (folder) => {
  await writeFile(join(folder, 'gone.txt'), STORY);
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const cases = [];
  try {
    for (const size of Object.entries(SIZES))
      cases.push(await tried(`answers on a ${size[0]}`, () => answers(browser, folder, size)));
    const url = pathToFileURL(join(folder, 'gone.import.html')).href;
    for (const [name, viewport] of Object.entries(SIZES))
      for (const scheme of ['light', 'dark'])
        cases.push(await tried(`a ${name}, ${scheme}`, () => looks(browser, url, viewport, scheme)));
    cases.push(await tried('without a script', () => withoutScript(browser, url)));
    cases.push(await large(browser, folder));
  } finally {
    await browser.close();
  }
  report(cases);
});
