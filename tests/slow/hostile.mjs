// npm run check:hostile [-- NAME…]: small inputs that ask for much, one run of the command each: it ends by itself, with
// a message and not with a fault, and takes no more than its share of time and memory; nothing is written elsewhere.
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { BIN, demandCompiled, inFolder, start } from './octavo.mjs';

const MOST_SECONDS = 20;
const MOST_MIB = 500;

const TIME = new Date(1980, 0, 1);
const zipped = (files) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
    { mtime: TIME, level: 9 },
  );
const page = (body) =>
  `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>a</title></head><body>${body}</body></html>`;

/** An EPUB whose spine names its pages, and with whatever else. */
function epub(pages, spine = pages.map((_, index) => index), more = {}) {
  const items = pages
    .map((_, index) => `<item id="p${index}" href="p${index}.xhtml" media-type="application/xhtml+xml"/>`)
    .join('');
  return zipped({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>' +
      '<rootfile full-path="c.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'c.opf':
      '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">' +
      '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">x</dc:identifier>' +
      `<dc:title>A</dc:title><dc:language>en</dc:language></metadata><manifest>${items}</manifest>` +
      `<spine>${spine.map((index) => `<itemref idref="p${index}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(pages.map((content, index) => [`p${index}.xhtml`, content])),
    ...more,
  });
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = (body, more = {}) =>
  zipped({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document ${WORD}><w:body>${body}</w:body></w:document>`,
    ...more,
  });

const svg = (content, head = 'width="10" height="10"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${head}>${content}</svg>`;
const times = (count, make) => Array.from({ length: count }, (_, index) => make(index)).join('');
const FRONT = '---\ntitle: A\nauthor: B\nfonts: false\n---\n\n';
const book = (text, more = {}) => ({
  'm/a/book.md': '---\ntitle: A\nauthor: B\nfonts: false\n---\n',
  'm/a/1.md': text,
  ...more,
});
const picture = (name, content) => book(`# A\n\n![x](${name})\n`, { [`m/a/${name}`]: content });

/** A PNG that says to have so many pixels. */
function png(width, height) {
  const bytes = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** What is built or imported: files by their paths, links as `{ link }`. */
const INPUTS = {
  'a page of 200 MB in 200 kB': { import: { 'a.epub': epub([page(`<p>${'a '.repeat(1e8)}</p>`)]) } },
  'a spine that names a page 20,000 times': {
    import: { 'a.epub': epub([page('<p>It rained.</p>'.repeat(100))], Array(20_000).fill(0)) },
  },
  'a spine of 5,000 pages': {
    import: { 'a.epub': epub(Array.from({ length: 5000 }, (_, index) => page(`<p>Page ${index}.</p>`))) },
  },
  'a page of 45,000 cells': {
    import: {
      'a.html': page(`<p>x</p><table>${`<tr>${'<td>x</td>'.repeat(100)}</tr>`.repeat(450)}</table>`),
    },
  },
  'a page of 45,000 paragraphs': { import: { 'a.html': page('<p>x</p>'.repeat(45_000)) } },
  'a page nested 100,000 deep': { import: { 'a.html': page('<div><b>'.repeat(100_000)) } },
  'a page of emphasis left open': { import: { 'a.html': page('<p><b><i>x'.repeat(10_000)) } },
  'a page of style sheets': {
    import: {
      'a.html': page(`<style>${times(20_000, (n) => `.a${n} b { font-style: italic }`)}</style><p>x</p>`),
    },
  },
  'names that leave their folder': {
    import: {
      'a.epub': epub([page('<p>It rained.</p><img src="../../../../x.png"/>')], [0], {
        '../../evil.md': 'x',
      }),
    },
  },
  'a document of 120,000 runs': {
    import: { 'a.docx': docx(`<w:p>${'<w:r><w:t>a </w:t></w:r>'.repeat(120_000)}</w:p>`) },
  },
  'a document nested 20,000 deep': {
    import: { 'a.docx': docx(`${'<w:p><w:r>'.repeat(20_000)}${'</w:r></w:p>'.repeat(20_000)}`) },
  },
  'a document with entities': {
    import: {
      'a.docx': docx('', {
        'word/document.xml': `<!DOCTYPE w [<!ENTITY a "${'a'.repeat(1000)}">${times(9, (n) => `<!ENTITY ${'abcdefghij'[n + 1]} "${`&${'abcdefghij'[n]};`.repeat(10)}">`)}]><w:document ${WORD}><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`,
      }),
    },
  },
  'a text of one line': { import: { 'a.txt': 'word '.repeat(2_000_000) } },
  'a text of empty lines': { import: { 'a.txt': `It rained.${'\n'.repeat(3_000_000)}The end.` } },
  'a text of controls': {
    import: { 'a.txt': `It rained.\u001B[2J\u202E\u0007\u009B31m\n\n${'\u0301'.repeat(100_000)}` },
  },

  'a table of 2,000 columns and short rows': {
    build: book(`|${'a|'.repeat(2000)}\n|${'-|'.repeat(2000)}\n${'|b\n'.repeat(2000)}`),
  },
  'front matter of 10 MB': { build: { 'm/a.md': `---\ntitle: ${'a'.repeat(1e7)}\n---\nx` } },
  'front matter of 100,000 keys': {
    build: { 'm/a.md': `---\n${times(100_000, (n) => `k${n}: v\n`)}---\nx` },
  },
  'front matter nested 20,000 deep': {
    build: { 'm/a.md': `---\ntags: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n---\nx` },
  },
  'aliases that multiply': {
    build: {
      'm/a.md': `---\na0: &a0 [x, x]\n${times(20, (n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]\n`)}subjects: *a20\n---\nx`,
    },
  },
  'an alias in itself': { build: { 'm/a.md': '---\nsubjects: &a [*a]\n---\nx' } },
  'front matter in TOML nested deep': {
    build: { 'm/a.md': `+++\na = ${'['.repeat(20_000)}${']'.repeat(20_000)}\n+++\nx` },
  },
  'members of every object': {
    build: {
      'm/a.md':
        '---\ntitle: A\nconstructor: x\n__proto__: { a: b }\ntheme: constructor\nlanguage: toString\ntags: { __proto__: x }\n---\n\n:::constructor\n[a](#__proto__) {#constructor}\n:::\n\n[^__proto__]\n\n[^__proto__]: x',
    },
  },
  'blocks 90 deep': { build: book(`${times(90, (n) => `${':'.repeat(93 - n)}aside\n`)}x`) },
  'blocks 5,000 deep': { build: book(`${':::aside\n'.repeat(5000)}x`) },
  'quotations 5,000 deep': { build: book(`${'> '.repeat(5000)}x`) },
  'lists 1,000 deep': { build: book(times(1000, (n) => `${' '.repeat(2 * n)}- a\n`)) },
  'links 20,000 deep': { build: book(`${'['.repeat(20_000)}x${'](y)'.repeat(20_000)}`) },
  'spans 5,000 deep': { build: book(`${':span['.repeat(5000)}x${']'.repeat(5000)}`) },
  'notes in notes': { build: book(`x^[${'a^['.repeat(3000)}b${']'.repeat(3001)}`) },
  'HTML 20,000 deep': { build: book(`<div>${'<span>'.repeat(20_000)}x`) },
  'HTML of one quotation mark': { build: book(`<div title="${'<p>x</p>'.repeat(100_000)}`) },
  'a formula nested deep': {
    build: {
      'm/a.md': `---\nmath: true\nfonts: false\n---\n\n$${'\\sqrt{'.repeat(3000)}x${'}'.repeat(3000)}$`,
    },
  },
  'macros that grow': {
    build: {
      'm/a.md': `---\nmath: true\nfonts: false\n---\n\n$\\def\\a{xx}${times(20, (n) => `\\def\\${'abcdefghijklmnopqrstu'[n + 1]}{${`\\${'abcdefghijklmnopqrstu'[n]}`.repeat(9)}}`)}\\t$`,
    },
  },
  'definitions of 200,000 labels': { build: book(times(200_000, (n) => `[a${n}]: b\n`)) },
  'a drawing that uses itself': {
    build: picture(
      'a.svg',
      svg(
        `<g id="a0"><path d="M0 0"/></g>${times(30, (n) => `<g id="a${n + 1}">${`<use href="#a${n}"/>`.repeat(10)}</g>`)}`,
      ),
    ),
  },
  'a drawing nested deep': {
    build: picture('a.svg', svg(`${'<g>'.repeat(100_000)}${'</g>'.repeat(100_000)}`)),
  },
  'a drawing with entities': {
    build: picture(
      'a.svg',
      `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${times(8, (n) => `<!ENTITY ${'bcdefghij'[n]} "${`&${'abcdefghij'[n]};`.repeat(10)}">`)}]>${svg('<text>&i;</text>')}`,
    ),
  },
  'a drawing that runs, loads and hides': {
    build: picture(
      'a.svg',
      svg(
        '<style>@import url(http://x/);*{background:url(http://x/)}</style><script>x()</script><image href="http://x/y.png"/><a href="javascript:x()"><text onclick="x()">a</text></a><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="http://x"/></foreignObject>',
        'width="1e9" height="1e9" onload="x()"',
      ),
    ),
  },
  'a picture of 10 billion pixels': { build: picture('a.png', png(100_000, 100_000)) },
  'a picture of 100 million pixels that has none': { build: picture('a.png', png(10_000, 10_000)) },
  'a theme that loads': {
    build: book(`x`, {
      'm/a/book.md': '---\ntitle: A\nauthor: B\ntheme: t\n---\n',
      'm/a/t/theme.css': `@import url(http://x/); p { background: url("../../../etc/passwd"); behavior: url(x) } ${'a{'.repeat(20_000)}`,
      'm/a/t/theme.yaml': 'title: T\nfonts:\n  - { family: x, file: ../../../../etc/passwd }\n',
    }),
  },
  'names that turn the terminal': {
    build: {
      [`m/a\u202E\u001B[31m/1.md`]: `${FRONT}![x](\u202E\u001B[2J.png)`,
      'm/a\u202E\u001B[31m/b\u0007.md': 'x',
    },
  },
  'links out of the folder': {
    build: book('![x](passwd.png)\n\n![y](dev/zero)', {
      'm/a/passwd.png': { link: '/etc/passwd' },
      'm/a/2.md': { link: '/etc/hosts' },
      'm/a/dev': { link: '/dev' },
      'm/a/round': { link: '.' },
    }),
  },
  '10,001 manuscripts': {
    build: Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`m/a/${index}.md`, 'x'])),
  },
  'marks from right to left': { build: book(`${FRONT}${'\u202B\u2067a\u202E'.repeat(50_000)}`) },
};

/** Prints what the process took as it ends, for whoever started it. */
const PRELOAD =
  'data:text/javascript,import{writeSync}from"node:fs";process.on("exit",()=>{const u=process.resourceUsage();writeSync(2,`\\n@@${u.userCPUTime/1e6} ${u.maxRSS/1024}\\n`)})';

function lay(root, files) {
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    if (Object.hasOwn(content, 'link')) symlinkSync(content.link, path);
    else writeFileSync(path, content);
  }
}

async function run(input, folder) {
  const work = join(folder, 'work');
  mkdirSync(work, { recursive: true });
  lay(work, input.build ?? input.import);
  const args = input.build
    ? ['build', '--manuscripts', 'm', '--out', 'dist']
    : ['import', ...Object.keys(input.import), '--into', 'out'];
  const { child, ended } = start(process.execPath, ['--import', PRELOAD, BIN, ...args], { cwd: work });
  const timer = setTimeout(() => child.kill('SIGKILL'), 15 * MOST_SECONDS * 1000);
  const { code, signal, output } = await ended;
  clearTimeout(timer);
  const [, seconds, mib] = (/@@([\d.]+) ([\d.]+)/.exec(output) ?? []).map(Number);
  const problems = [
    ...(code === null || code > 2 ? [`ended with ${signal ?? code}: ${output.slice(-800)}`] : []),
    ...(output.includes('octavo:fault') ? [output.slice(0, 800)] : []),
    ...(seconds > MOST_SECONDS ? ['slow'] : []),
    ...(mib > MOST_MIB ? ['large'] : []),
    ...(/[\u0007\u001B\u009B\u202A-\u202E\u2066-\u2069]/.test(output) ? ['sends controls'] : []),
    ...(readdirSync(folder).length > 1 ? ['writes elsewhere'] : []),
  ];
  return { seconds, mib, code, problems, said: /\[([\w-]+:[\w-]+)\]/.exec(output)?.[1] ?? '' };
}

demandCompiled();
const asked = process.argv.slice(2);
const chosen = Object.entries(INPUTS).filter(([name]) => asked.length === 0 || asked.includes(name));
let failed = 0;
for (const [name, input] of chosen) {
  await inFolder(async (folder) => {
    const { seconds, mib, code, problems, said } = await run(input, folder);
    if (problems.length > 0) failed += 1;
    const shown = [
      `${seconds?.toFixed(1)} s`.padStart(7),
      `${mib?.toFixed(0)} MiB`.padStart(8),
      `exit ${code}`,
    ];
    console.log(`${problems.length > 0 ? 'FAIL' : 'ok  '} ${name.padEnd(46)} ${shown.join('  ')}  ${said}`);
    for (const problem of problems) console.log(`     ${problem.replaceAll('\n', '\n     ')}`);
  });
}
console.log(`${chosen.length} inputs, ${failed} took too much`);
process.exitCode = failed > 0 ? 1 : 0;
