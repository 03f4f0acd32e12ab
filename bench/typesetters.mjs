// Tools that set the typography of a manuscript, each as a row: its name, whether it is here, and a manuscript's text by it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import JSZip from 'jszip';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { textOfHtml } from './score.mjs';

const BIN = fileURLToPath(new URL('../lib/bin.js', import.meta.url));

/** A finished book's documents as text, in the order of their names in the spine. */
async function textOfEpub(bytes) {
  const zip = await JSZip.loadAsync(bytes);
  const path = Object.keys(zip.files).find((name) => name.endsWith('.opf')) ?? '';
  const opf = await zip.file(path).async('string');
  const hrefs = new Map(
    [...opf.matchAll(/<item\b[^>]*>/g)].map(([item]) => [
      /\bid="([^"]+)"/.exec(item)?.[1],
      /\bhref="([^"]+)"/.exec(item)?.[1],
    ]),
  );
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const documents = [...opf.matchAll(/<itemref\b[^>]*idref="([^"]+)"/g)].map(([, id]) =>
    zip.file(folder + hrefs.get(id)),
  );
  const texts = await Promise.all(documents.map((file) => file.async('string')));
  return texts.map(textOfHtml).join('\n');
}

async function byOctavo(manuscript) {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-bench-'));
  try {
    cpSync(manuscript, join(folder, 'in', basename(manuscript)));
    const argv = [BIN, 'build', '--quiet', '--manuscripts', join(folder, 'in'), '--out', join(folder, 'out')];
    const { stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
    const made = readdirSync(join(folder, 'out')).find((name) => name.endsWith('.epub'));
    if (!made) throw new Error(`\`octavo build\` made nothing: ${stderr}`);
    return await textOfEpub(readFileSync(join(folder, 'out', made)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const byCommand = (command, ...options) => ({
  name: [command, ...options].join(' '),
  installed: spawnSync(command, ['--version']).error === undefined,
  run: (manuscript) =>
    textOfHtml(spawnSync(command, [...options, manuscript], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout),
});

/** The blocks of a Markdown tree that hold inline content, a line each. */
function textOfTree(node) {
  if (node.type === 'break') return ' ';
  if (!node.children) return (node.value ?? '').replaceAll('\n', ' ');
  const text = node.children.map(textOfTree).join('');
  return node.type === 'paragraph' || node.type === 'heading' ? `${text}\n` : text;
}

const textOf = (manuscript) => readFileSync(manuscript, 'utf8');

/** What `run` makes of a manuscript with a package, where that is installed in a folder: it is no dependency. */
async function byPackage(folder, name, run) {
  const { resolve: find } = createRequire(join(resolve(folder), 'x.js'));
  const modules = [name].flat().map((one) => {
    try {
      return import(pathToFileURL(find(one)).href);
    } catch {
      return undefined;
    }
  });
  const found = await Promise.all(modules);
  return {
    name: [name].flat()[0],
    installed: !found.includes(undefined),
    run: (manuscript) => run(textOf(manuscript), ...found),
  };
}

const byRemark = (plugin, options) => (text) => {
  const processor = unified().use(remarkParse).use(plugin, options);
  return textOfTree(processor.runSync(processor.parse(text)));
};

/** The tools that are here, Octavo's first. */
export async function typesettersIn(folder) {
  const { remarkTypography } = await import('octavo/remark');
  const { typesetText } = await import('octavo/typography');
  const tools = [
    { name: 'octavo build', installed: true, run: byOctavo },
    {
      name: 'octavo/remark',
      installed: true,
      run: (manuscript) => byRemark(remarkTypography, {})(textOf(manuscript)),
    },
    {
      name: 'octavo/typography',
      installed: true,
      run: (manuscript) => typesetText(textOf(manuscript)).text,
    },
    await byPackage(folder, 'remark-smartypants', (text, plugin) =>
      byRemark(plugin.default, { dashes: 'oldschool' })(text),
    ),
    byCommand('pandoc', '-f', 'markdown+smart', '-t', 'html', '--wrap=none'),
    byCommand('cmark', '--smart'),
    await byPackage(folder, 'markdown-it', (text, { default: markdownIt }) =>
      textOfHtml(markdownIt({ typographer: true }).render(text)),
    ),
    await byPackage(folder, 'smartypants', (text, { smartypants }) => textOfHtml(smartypants(text, 2))),
  ];
  return tools.filter(({ installed }) => installed);
}
