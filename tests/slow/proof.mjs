// The proof page in Chromium: it asks for nothing, its controls work by mouse and by keys, it reads without a script,
// by day and by night, on a phone, and for a book of three megabytes. Needs Chromium (OCTAVO_CHROMIUM, else
// /usr/bin/chromium).
//
// node tests/slow/proof.mjs
import { writeFile } from 'node:fs/promises';
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
];
/** The least contrast of text: https://www.w3.org/TR/WCAG22/#contrast-minimum */
const CONTRAST = 4.5;
/** Milliseconds that the largest book may take to open, and a step in it. */
const OPENS_IN = 5000;
const STEPS_IN = 1000;

const BOOK = `---
title: <script>alert("title")</script>
---

# One

"Wait -- 'tis 'ard," she said. *"Is it?"* <img src=x onerror=alert(1)> <script>alert(2)</script>

"He said 'is own 'ouse' was 'ere," and so the others' went. 'Ammond, 'e was, an' 'is wife's.

* * *

[a link](javascript:alert(3)) and \`code 'as it is'\`.
`;
const FILLER =
  'The tide came in over the flats as it had done every day of that year, and nobody looked up. '.repeat(5);
const PARAGRAPH = `"I don't know," he said -- "it's the Joneses' house ... or 'ers." ${FILLER}\n\n`;

/** The page of a manuscript, and where it is. */
async function pageOf(folder, name, text) {
  const [manuscript, page] = [join(folder, `${name}.md`), join(folder, `${name}.html`)];
  await writeFile(manuscript, text);
  const { code, output } = await start(process.execPath, [BIN, 'proof', manuscript, '--html', page]).ended;
  if (code !== 0) throw new Error(`The proof of \`${name}\` failed (exit ${code}): ${output}`);
  return pathToFileURL(page).href;
}

/** Runs in the page: the least contrast between the colour of some text and what lies behind it. */
function leastContrast() {
  const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return { channels: [r / 255, g / 255, b / 255], alpha: a };
  };
  const behind = (element) => {
    const { channels, alpha } = rgb(getComputedStyle(element).backgroundColor);
    return alpha === 255 || !element.parentElement ? channels : behind(element.parentElement);
  };
  const texts = [...document.querySelectorAll('p, ins, label, summary, button, h1, .facts, .count')];
  return Math.min(
    ...texts.map((element) => {
      const [a, b] = [rgb(getComputedStyle(element).color).channels, behind(element)].map(luminance);
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }),
  );
}

const isVisible = (element) => getComputedStyle(element).display !== 'none';

/** What each case does with the page of `BOOK`, and what it expects. */
const CASES = {
  async 'the text, with what is HTML in it as text'(page) {
    const text = await page.locator('#book').innerText();
    return text.includes('“Wait—’tis ’ard,” she said.') && text.includes('<img src=x onerror=alert(1)>')
      ? undefined
      : `text is \`${text.slice(0, 300)}\``;
  },
  async 'no element of an author’s'(page) {
    const count = await page.locator('#book :is(img, script, a, iframe)').count();
    return count === 0 ? undefined : `${count} elements that load or lead somewhere`;
  },
  async 'every control has a name'(page) {
    const snapshot = await page.locator('body').ariaSnapshot();
    const nameless = snapshot.match(/^\s*- (?:button|checkbox|radio)(?: \[.*)?$/gm);
    return nameless ? nameless.join(', ') : undefined;
  },
  async 'keys lead from mark to mark and tell what each is'(page) {
    const total = await page.locator('.unsure').count();
    if (total < 2) return `${total} unsure marks, expected some`;
    const ids = [];
    for (const key of ['n', 'n', 'p']) {
      await page.keyboard.press(key);
      ids.push(await page.evaluate(() => document.activeElement.id));
    }
    const card = await page.locator('#card').innerText();
    const count = await page.locator('#count').innerText();
    return ids.join() === 'u1,u2,u1' && /Reads .*\s+Typed /.test(card) && count === `1 of ${total} unsure`
      ? undefined
      : `${ids.join()}; ${card}; ${count}`;
  },
  async 'with shift, any mark'(page) {
    await page.keyboard.press('Shift+N');
    const [name, inView] = await page.evaluate(() => {
      const { top, bottom } = document.activeElement.getBoundingClientRect();
      return [document.activeElement.localName, top > 0 && bottom < innerHeight];
    });
    return name === 'ins' && inView ? undefined : `${name}, in view: ${inView}`;
  },
  async 'escape puts the card away'(page) {
    await page.locator('#next').click();
    if (!(await page.locator('#card').isVisible())) return 'no card';
    await page.keyboard.press('Escape');
    return (await page.locator('#card').isVisible()) ? 'the card stays' : undefined;
  },
  async 'filters by confidence and by rule'(page) {
    const colours = () =>
      page.evaluate(() =>
        ['#book p > ins.quotes', '.unsure'].map((name) => {
          const { color, backgroundColor } = getComputedStyle(document.querySelector(name));
          return `${color} ${backgroundColor}`;
        }),
      );
    const [sure, unsure] = await colours();
    await page.check('#unsure-only');
    const [plain, still] = await colours();
    await page.check('#all');
    await page.locator('.bar summary').click();
    const rule = await page
      .locator('.unsure')
      .first()
      .evaluate(({ classList }) => classList[1]);
    await page.uncheck(`#rule-${rule}`);
    const [, off] = await colours();
    return sure !== plain && unsure === still && unsure !== off
      ? undefined
      : [sure, plain, unsure, still, off].join('; ');
  },
  async 'shows what was typed'(page) {
    const typed = page.locator('#book del').first();
    const before = await typed.evaluate(isVisible);
    await page.check('#typed');
    return !before && (await typed.evaluate(isVisible)) ? undefined : 'the same';
  },
};

async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (cause) => said.push(String(cause)));
  page.on('dialog', async (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== url) said.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, said, close: () => context.close() };
}

async function tryCase(browser, url, [name, look]) {
  const { page, said, close } = await open(browser, url);
  try {
    const problem = await look(page);
    return { name, problem: problem ?? (said.length > 0 ? said.join('\n     ') : undefined) };
  } catch (cause) {
    return { name, problem: cause.message };
  } finally {
    await close();
  }
}

async function tryLook(browser, url, { width, colorScheme }) {
  const { page, close } = await open(browser, url, { viewport: { width, height: 800 }, colorScheme });
  await page.locator('.bar summary').click();
  const contrast = await page.evaluate(leastContrast);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await close();
  const problem =
    contrast < CONTRAST ? `contrast of ${contrast.toFixed(2)}` : wide > 0 ? `${wide} px too wide` : undefined;
  return { name: `${width} px wide, ${colorScheme}`, problem };
}

async function tryWithoutScript(browser, url) {
  const { page, close } = await open(browser, url, { javaScriptEnabled: false });
  const marks = await page.locator('#book ins').count();
  await page.check('#typed');
  const typed = await page.locator('#book del').first().isVisible();
  await close();
  return {
    name: 'without a script',
    problem: marks > 0 && typed ? undefined : `${marks} marks, typed: ${typed}`,
  };
}

async function tryLarge(browser, folder) {
  const chapters = Array.from({ length: 300 }, (_, index) => `# Chapter ${index}\n\n${PARAGRAPH.repeat(20)}`);
  const url = await pageOf(folder, 'large', chapters.join(''));
  const begin = performance.now();
  const { page, said, close } = await open(browser, url);
  const opened = Math.round(performance.now() - begin);
  await page.keyboard.press('n');
  await page.keyboard.press('Shift+N');
  const stepped = Math.round(performance.now() - begin - opened);
  await close();
  const slow = opened > OPENS_IN || stepped > 2 * STEPS_IN;
  return {
    name: `three megabytes: opens in ${opened} ms, two steps in ${stepped} ms`,
    problem: slow ? `expected ${OPENS_IN} and ${2 * STEPS_IN} ms at most` : said[0],
  };
}

demandCompiled();
await inFolder(async (folder) => {
  const url = await pageOf(folder, 'book', BOOK);
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const cases = [];
  try {
    for (const one of Object.entries(CASES)) cases.push(await tryCase(browser, url, one));
    for (const width of [390, 1280]) {
      for (const colorScheme of ['light', 'dark'])
        cases.push(await tryLook(browser, url, { width, colorScheme }));
    }
    cases.push(await tryWithoutScript(browser, url), await tryLarge(browser, folder));
  } finally {
    await browser.close();
  }
  report(cases);
});
