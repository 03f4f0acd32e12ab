import { chromium } from 'playwright-core';

/** What Chromium must not do here: sandbox as root, and talk to its maker. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const ORIGIN = 'https://book.invalid/';

/** Sheets as reading systems add them: their own look comes before the book's, pages and night mode after. */
const lookOf = ({ fontSize }) => `
  :root { font: ${fontSize}px/1.4 "Liberation Serif", Georgia, serif; color: #000; background: #fff; }
  body { margin: 0; }`;
const pagesOf = ({ width, height, margin, grey }) => `
  :root {
    box-sizing: border-box !important; width: ${width}px !important; height: ${height}px !important;
    margin: 0 !important; padding: ${margin}px !important; overflow: hidden !important;
    columns: ${width - 2 * margin}px auto !important; column-gap: ${2 * margin}px !important;
    column-fill: auto !important; ${grey ? 'filter: grayscale(1);' : ''}
  }
  body { margin: 0 !important; padding: 0 !important; }
  img, svg { max-width: 100%; max-height: ${height - 2 * margin}px; object-fit: contain; }`;
const NIGHT = `
  :root { background: #121212 !important; color: #ddd !important; }
  *:not(a, a *, svg, svg *) {
    color: inherit !important; background-color: transparent !important; border-color: currentColor !important;
  }
  a, a * { color: #8ab4f8 !important; }`;

/**
 * Runs in the page: adds the sheets, the first before all of the book's own. The text keeps its direction, the screens
 * go to the right: Playwright draws nothing of a page that is scrolled to the left.
 */
function addSheets([first, ...rest]) {
  const { dir } = document.documentElement;
  if (dir === 'rtl') for (const child of document.body.children) child.dir ||= dir;
  document.documentElement.removeAttribute('dir');
  const sheet = (css) => {
    const style = document.createElementNS('http://www.w3.org/1999/xhtml', 'style');
    style.textContent = css;
    return style;
  };
  document.head.prepend(sheet(first));
  document.head.append(...rest.map(sheet));
}

/** Runs in the page: how many screens it fills, what reaches out of its screen's text area, and whether it opened. */
function measure({ width, margin }) {
  const reachesOut = ({ left, right, width: w }) => {
    const screen = Math.floor((left + 1) / width);
    return w > 1 && (right > (screen + 1) * width - margin + 1.5 || left < screen * width + margin - 1.5);
  };
  const nameOf = ({ localName, className }) => `${localName}${className ? `.${String(className)}` : ''}`;
  const wide = new Set();
  const nodes = document.createTreeWalker(
    document.body ?? document,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
  );
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = node.nodeType === Node.TEXT_NODE ? range : node;
    if ([...boxes.getClientRects()].some(reachesOut)) {
      wide.add(nameOf(node.nodeType === Node.TEXT_NODE ? node.parentElement : node));
    }
  }
  return {
    screens: Math.max(1, Math.ceil((document.documentElement.scrollWidth - 1) / width)),
    wide: [...wide],
    broken: document.querySelector('parsererror')?.textContent,
  };
}

/** Answers the page's requests from the archive, and no other. */
const serveFrom = (epub) => async (route) => {
  const url = route.request().url();
  const path = url.startsWith(ORIGIN) ? decodeURI(new URL(url).pathname.slice(1)) : '';
  const file = epub.zip.file(path);
  if (file === null) return route.abort();
  const contentType = epub.mediaTypes.get(path) ?? 'application/octet-stream';
  return route.fulfill({ body: await file.async('nodebuffer'), contentType });
};

const EMPTY = '<html xmlns="http://www.w3.org/1999/xhtml"><head/><body/></html>';

/**
 * Opens Chromium on an EPUB. It reads from the archive alone: no script of the book runs, no request leaves.
 *
 * `draw` returns the first screens of a document as PNG, how many it fills, and the names of elements that reach out
 * of the text area; it throws where the document is no well-formed XML. `blank` returns an empty screen.
 *
 * @param {import('./render-epub.mjs').Epub} epub
 * @param {{ device: import('./render-devices.mjs').Device, dark: boolean, executablePath?: string }} options
 */
export async function openChromium(epub, { device, dark, executablePath = '/usr/bin/chromium' }) {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const { width, height, scale } = device;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: false,
  });
  await context.route('**/*', serveFrom(epub));
  const page = await context.newPage();
  const sheets = [lookOf(device), pagesOf(device), ...(dark ? [NIGHT] : [])];
  const open = async (url) => {
    await page.goto(url, { waitUntil: 'load' });
    await page.evaluate(addSheets, sheets);
  };

  return {
    close: () => browser.close(),
    async blank() {
      await open(`data:application/xhtml+xml,${encodeURIComponent(EMPTY)}`);
      return page.screenshot();
    },
    async draw({ path }, { most = 1 } = {}) {
      await open(ORIGIN + encodeURI(path));
      const { broken, ...measured } = await page.evaluate(measure, device);
      if (broken) throw new Error(`\`${path}\` is not well-formed XML: ${broken}`);
      const images = [];
      for (let screen = 0; screen < Math.min(measured.screens, most); screen++) {
        await page.evaluate((left) => document.documentElement.scrollTo(left, 0), screen * width);
        images.push(await page.screenshot());
      }
      return { images, ...measured };
    },
  };
}
