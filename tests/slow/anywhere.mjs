// The typography in a browser: `octavo/typography` and `octavo/remark` in one bundle, as sites make them, run in
// Chromium from a page that may ask for nothing; what they give there is what they give in Node.
// Needs Chromium (OCTAVO_CHROMIUM, else /usr/bin/chromium).
//
// node tests/slow/anywhere.mjs
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { demandCompiled, inFolder, report, ROOT } from './octavo.mjs';

const executablePath = process.env.OCTAVO_CHROMIUM ?? '/usr/bin/chromium';
const MOST_KB = 36;
/** Milliseconds for a chapter of 60,000 characters, whatever else the machine does. */
const MOST_MS = 10_000;

const SITE = `
import { remarkTypography } from 'octavo/remark';
import { typesetText } from 'octavo/typography';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export function run(typed) {
  const start = performance.now();
  const text = Object.fromEntries(['en', 'en-GB', 'de', 'fr', 'pl'].map((language) => [language, typesetText(typed, { language })]));
  const took = performance.now() - start;
  const reader = unified().use(remarkParse).use(remarkTypography, { language: 'en-GB' });
  return { text, tree: reader.runSync(reader.parse(typed), { value: typed, data: {}, message() {} }), took };
}
`;

const PARAGRAPH = `"Well," she said -- "it's the boys' 'own' house..." and \`code "x"\` of 1914-18, 6'2" high.\n\n`;
const TYPED = PARAGRAPH.repeat(Math.ceil(60_000 / PARAGRAPH.length));

demandCompiled();

const bundled = async (contents, platform) => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT, loader: 'js' },
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    write: false,
    platform,
    format: platform === 'browser' ? 'iife' : 'esm',
    globalName: 'site',
    logLevel: 'error',
  });
  return outputFiles[0].text;
};

const script = await bundled(SITE, 'browser');
const alone = await bundled("export { typesetText } from 'octavo/typography';", 'neutral');
const inNode = await inFolder(async (folder) => {
  await writeFile(join(folder, 'site.mjs'), await bundled(SITE, 'node'));
  return import(pathToFileURL(join(folder, 'site.mjs')).href);
});

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const cases = [];
try {
  const page = await browser.newPage();
  const asked = [];
  const failed = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => failed.push(String(error)));
  await page.setContent('<!doctype html><title>A site</title>');
  await page.addScriptTag({ content: script });
  const { took, ...there } = await page.evaluate((typed) => globalThis.site.run(typed), TYPED);
  const { text, tree } = inNode.run(TYPED);
  const changes = there.text.en.changes.length;
  cases.push(
    { name: 'it throws nothing', problem: failed[0] },
    { name: 'it asks for nothing', problem: asked[0] },
    {
      name: 'it gives what Node gives',
      problem: JSON.stringify(there) === JSON.stringify({ text, tree }) ? undefined : 'another text or tree',
    },
    { name: `it makes ${changes} changes`, problem: changes > 5000 ? undefined : 'too few' },
    {
      name: `five languages of a chapter in ${took.toFixed(0)} ms`,
      problem: took > MOST_MS ? `over ${MOST_MS}` : undefined,
    },
  );
} finally {
  await browser.close();
}
const kilobytes = gzipSync(alone).length / 1000;
cases.push({
  name: `\`octavo/typography\` takes ${kilobytes.toFixed(1)} kB of a site, packed`,
  problem: kilobytes > MOST_KB ? `over ${MOST_KB}` : undefined,
});
report(cases);
