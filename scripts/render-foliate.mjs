import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { FLAGS } from './render-chromium.mjs';

const ORIGIN = 'https://book.invalid/';
const FOLIATE = dirname(createRequire(import.meta.url).resolve('foliate-js/view.js'));

const PAGE = `<!DOCTYPE html>
<meta charset="utf-8">
<style>html, body { height: 100%; margin: 0; overflow: hidden } foliate-view { display: block; height: 100% }</style>
<script type="module" src="foliate/view.js"></script>`;

/** What the reading system sets, which the book's own sheet comes after. */
const beforeOf = ({ fontSize }) => `
  :root { font: ${fontSize}px/1.4 "Liberation Serif", Georgia, serif; }
  p, li, blockquote, dd { text-align: justify; hanging-punctuation: allow-end last; }`;
const NIGHT = `
  :root { background: #121212; color: #ddd; }
  a:any-link { color: #8ab4f8; }`;

/** Answers requests for the page, for foliate-js and for the book, and no other. */
const serve = (bytes) => async (route) => {
  const url = new URL(route.request().url());
  if (url.origin + '/' !== ORIGIN) return route.abort();
  if (url.pathname === '/') return route.fulfill({ body: PAGE, contentType: 'text/html' });
  if (url.pathname === '/book.epub')
    return route.fulfill({ body: bytes, contentType: 'application/epub+zip' });
  if (!/^\/foliate(\/[\w-]+)+\.js$/.test(url.pathname)) return route.abort();
  const body = await readFile(join(FOLIATE, url.pathname.replace('/foliate/', '')));
  return route.fulfill({ body, contentType: 'text/javascript' });
};

/** Runs in the page: opens the book and sets the look. */
async function openBook({ device, before, after }) {
  await customElements.whenDefined('foliate-view');
  const response = await fetch('book.epub');
  const view = document.createElement('foliate-view');
  document.body.append(view);
  await view.open(new File([await response.blob()], 'book.epub'));
  const { renderer } = view;
  renderer.setAttribute('flow', 'paginated');
  renderer.setAttribute('max-column-count', '1');
  renderer.setAttribute('max-inline-size', `${device.width}px`);
  renderer.setAttribute('max-block-size', `${device.height}px`);
  renderer.setAttribute('margin', `${device.margin}px`);
  renderer.setAttribute('gap', `${(200 * device.margin) / device.width}%`);
  renderer.setStyles([before, after]);
  globalThis.view = view;
}

/**
 * Runs in the page: shows the page of a document that holds some words, else its first, and tells how many pages the
 * document has; nothing where it is not in the book.
 */
async function goTo({ path, words }) {
  const { view } = globalThis;
  const index = view.book.sections.findIndex(({ id }) => path.endsWith(id));
  if (index < 0) return undefined;
  const find = (doc) => {
    const texts = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const start = texts.currentNode.data.indexOf(words);
      if (start < 0) continue;
      const range = doc.createRange();
      range.setStart(texts.currentNode, start);
      range.setEnd(texts.currentNode, start + 1);
      return range;
    }
    return 0;
  };
  await view.renderer.goTo({ index, anchor: words ? find : 0 });
  const [{ doc }] = view.renderer.getContents();
  await doc.fonts.ready;
  await new Promise((resolve) => setTimeout(resolve, 60));
  return view.renderer.pages - 2;
}

/**
 * Opens an EPUB in foliate-js, which paginates as reading systems do: the book's sheets in their cascade, the
 * reader's fonts and night mode round them.
 *
 * @param {import('./render-epub.mjs').Epub} epub
 * @param {{ device: import('./render-devices.mjs').Device, dark: boolean, executablePath?: string }} options
 */
export async function openFoliate(epub, { device, dark, executablePath = '/usr/bin/chromium' }) {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const { width, height, scale } = device;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: dark ? 'dark' : 'light',
  });
  await context.route('**/*', serve(await epub.zip.generateAsync({ type: 'nodebuffer' })));
  const page = await context.newPage();
  await page.goto(ORIGIN);
  await page.evaluate(openBook, { device, before: beforeOf(device), after: dark ? NIGHT : '' });
  if (dark) await page.addStyleTag({ content: 'html { background: #121212 }' });

  return {
    close: () => browser.close(),
    async draw({ path }, { most = 1, words = '' } = {}) {
      const screens = await page.evaluate(goTo, { path, words });
      if (screens === undefined) throw new Error(`The book’s spine has no \`${path}\``);
      const images = [];
      for (let screen = 0; screen < Math.min(screens, most); screen++) {
        if (screen > 0) await page.evaluate(() => globalThis.view.renderer.next());
        images.push(await page.screenshot());
      }
      return { images, screens, wide: [] };
    },
  };
}
