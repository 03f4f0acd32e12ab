// npm run check:archive [-- --books 2000] [NAME…]: an archive with a real Redis. Two workers of whom one is killed, Redis
// killed and started again, one book asked for a thousand times, hostile books, two versions, a queue and a store that go
// away, fill up, refuse and come back. The bucket is a small server of the protocol that runs here.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { redisIn } from './archive/redis.mjs';
import { s3Server } from './archive/s3.mjs';
import { costIn, costOf, endAll, enqueue, startWorker, TELL_COST, until } from './archive/workers.mjs';
import { BIN, build, demandCompiled, hashOf, inFolder, randomFrom, report, ROOT, start } from './octavo.mjs';

const args = process.argv.slice(2);
const at = args.indexOf('--books');
const COUNT = at < 0 ? 200 : Number(args.splice(at, 2)[1]);
/** Books for what is measured: a few, unless more are asked for. */
const SOME = at < 0 ? 60 : COUNT;
const { version: VERSION } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const FRONT = 'author: B. Writer\nlanguage: en\ndate: 2026-01-01\n';
const story = (title, text, more = 'cover: false\nfonts: false\n') =>
  `---\ntitle: ${title}\n${FRONT}${more}---\n\n${text}`;

/** So many different stories of some thousand words. */
function layStories(folder, count, more) {
  const random = randomFrom(7);
  const words = 'tide ferry quay lamp rope gull harbour night keel salt and the of a was'.split(' ');
  const word = () => words[Math.floor(random() * words.length)];
  const paragraph = () =>
    `"${Array.from({ length: 12 }, word).join(' ')}," she said--${Array.from({ length: 60 }, word).join(' ')}.`;
  mkdirSync(join(folder, 'manuscripts'), { recursive: true });
  for (let index = 0; index < count; index++) {
    const text = Array.from({ length: 20 }, paragraph).join('\n\n');
    writeFileSync(
      join(folder, 'manuscripts', `story-${index}.md`),
      story(`Story ${index}`, `# One\n\n${text}\n`, more),
    );
  }
}

/** The files of a store by their folder, without temporary ones. */
const filesOf = (store, kind, extension) =>
  readdirSync(join(store, kind), { recursive: true }).filter(
    (name) => name.endsWith(extension) && !/(^|[\\/])\./.test(name),
  );

const same = (found, wanted, what) =>
  JSON.stringify(found) === JSON.stringify(wanted)
    ? []
    : [`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`];

const envOf = (redis, store) => ({ OCTAVO_QUEUE: redis.url, OCTAVO_STORE: store });

const CASES = {
  /** Every book once, with the bytes of a single machine, whatever is killed. */
  async killed({ folder, redis }) {
    layStories(folder, COUNT);
    const env = envOf(redis, join(folder, 'store'));
    const made = await build(join(folder, 'manuscripts'), join(folder, 'dist'), '--jobs', '2');
    const asked = await enqueue(env, folder, []);
    let workers = [startWorker(env, ['--jobs', '1']), startWorker(env, ['--jobs', '1'])];
    const all = [...workers];
    const done = () => all.reduce((sum, { books }) => sum + books.length, 0);
    const began = performance.now();
    await until(() => done() > COUNT / 3, 600);
    await workers[0].end('SIGKILL');
    const atKill = done();
    await until(() => done() > COUNT / 2, 600);
    await redis.stop();
    const atStop = done();
    await sleep(1000);
    await redis.start();
    // What starts a worker again on a machine: systemd, or whoever runs the containers.
    workers = [workers[1], startWorker(env, ['--jobs', '1'])];
    all.push(workers[1]);
    const waited = await enqueue(env, folder, ['--wait']);
    const took = (performance.now() - began) / 1000;
    const ends = await Promise.all(workers.map((worker) => worker.end()));
    const lines = all.flatMap(({ books }) => books);
    const twice =
      lines.filter(({ state }) => state === 'built').length -
      new Set(lines.filter(({ state }) => state === 'built').map(({ key }) => key)).size;
    const hashes = new Map(
      await Promise.all(made.map(async (path) => [path.replace(/^.*[\\/]/, ''), await hashOf(path)])),
    );
    const other = [];
    for (const { record } of waited.books) {
      const [file] = record?.files ?? [];
      const bytes = file && readFileSync(join(folder, 'store', file.file));
      if (!file || createHash('sha256').update(bytes).digest('hex') !== hashes.get(file.name))
        other.push(record?.name);
    }
    const states = lines.reduce((sum, { state }) => ({ ...sum, [state]: (sum[state] ?? 0) + 1 }), {});
    console.log(
      `     ${COUNT} books in ${took.toFixed(1)} s; worker killed after ${atKill}, Redis after ${atStop}; workers said ${JSON.stringify(states)}`,
    );
    return [
      ...same(
        asked.books.map(({ state }) => state).filter((state) => state !== 'queued').length,
        0,
        'not asked for',
      ),
      ...same(waited.code, 0, 'exit code'),
      ...same(other, [], 'books with other bytes'),
      ...same(filesOf(join(folder, 'store'), 'books', '.epub').length, COUNT, 'ebooks in the store'),
      ...same(filesOf(join(folder, 'store'), 'books', '.json').length, COUNT, 'records in the store'),
      ...same(filesOf(join(folder, 'store'), 'sources', '.zip').length, COUNT, 'sources in the store'),
      ...same(twice, 0, 'books that were built twice'),
      ...same(
        ends.map(({ code }) => code),
        [0, 0],
        'exit codes of the workers',
      ),
    ];
  },

  /** Books a second, and seconds of the processor, against `octavo build`, in turns; and what the queue itself costs. */
  async speed({ folder, redis }) {
    // As most stories are: with a cover that is drawn, and typefaces.
    layStories(folder, SOME, '');
    const rates = { build: [], work: [] };
    const costs = { build: [], work: [] };
    const memory = async () => Number(/used_memory:(\d+)/.exec(await redis.say('INFO memory'))[1]);
    let env;
    let held;
    let asking;
    for (let round = 0; round < 2; round++) {
      const began = performance.now();
      const flags = [
        '--manuscripts',
        join(folder, 'manuscripts'),
        '--out',
        join(folder, `dist-${round}`),
        '--jobs',
        '2',
      ];
      const { output } = await start(process.execPath, [BIN, 'build', '--quiet', ...flags], {
        // A worker draws each cover; a build that was run before would find its covers kept.
        env: { ...process.env, NODE_OPTIONS: TELL_COST, XDG_CACHE_HOME: join(folder, `cache-${round}`) },
      }).ended;
      rates.build.push((1000 * SOME) / (performance.now() - began));
      costs.build.push((1000 * costIn(output)) / SOME);
      env = envOf(redis, join(folder, `store-${round}`));
      await redis.say('FLUSHALL');
      const before = await memory();
      const asked = performance.now();
      await enqueue(env, folder, []);
      asking = (performance.now() - asked) / SOME;
      held = (await memory()) - before;
      const begun = performance.now();
      const workers = [0, 1].map(() => startWorker(env, ['--jobs', '1']));
      const books = () => workers.flatMap((worker) => worker.books);
      const all = () => workers.reduce((sum, { child }) => sum + costOf(child.pid), 0);
      await Promise.all(workers.map((worker) => worker.ready()));
      // A worker starts once for all books of its life: what a book costs is what comes after.
      const atReady = all();
      await until(() => books().length === SOME, 1200);
      rates.work.push((1000 * SOME) / (Math.max(...books().map((book) => book.at)) - begun));
      costs.work.push((1000 * (all() - atReady)) / SOME);
      for (const worker of workers) await worker.end();
    }
    // Jobs of books that are in the store: what is left is the queue's own, and a look into the store.
    const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
    const queue = new Queue(`books-${VERSION}`, { connection, prefix: 'octavo' });
    const done = await queue.getCompleted(0, SOME);
    const jobs = done.map(({ id, data }) => ({ name: 'book', data, opts: { jobId: id } }));
    await queue.obliterate({ force: true });
    const worker = startWorker(env, ['--jobs', '1']);
    await worker.ready();
    const cpu = async () => {
      const said = await redis.say('INFO cpu');
      return ['user', 'sys'].reduce(
        (sum, one) => sum + Number(new RegExp(`used_cpu_${one}:([\\d.]+)`).exec(said)[1]),
        0,
      );
    };
    const spent = await cpu();
    const added = performance.now();
    await queue.addBulk(jobs);
    const adding = (performance.now() - added) / jobs.length;
    await until(() => worker.books.length === jobs.length, 600);
    const [first, last] = [worker.books[0].at, worker.books.at(-1).at];
    const taking = (last - first) / (jobs.length - 1);
    const redisCost = (1000 * ((await cpu()) - spent)) / jobs.length;
    await worker.end();
    await queue.close();
    connection.disconnect();
    const ratio = (lists, pick) => pick(...lists.work) / pick(...lists.build);
    const rated = (lists, digits) =>
      Object.entries(lists)
        .map(([name, list]) => `${name} ${list.map((one) => one.toFixed(digits)).join(' and ')}`)
        .join(', ');
    console.log(
      `     books a second: ${rated(rates, 1)}; ms of processor a book: ${rated(costs, 1)}, ratio ${(1 / ratio(costs, Math.min)).toFixed(2)}`,
    );
    const size = worker.books.reduce((sum, { files }) => sum + files[0].size, 0) / SOME;
    console.log(
      `     an ebook has ${(size / 1000).toFixed(0)} kB; a job costs ${adding.toFixed(2)} ms to add, ${taking.toFixed(2)} ms to take and end, ${redisCost.toFixed(2)} ms of Redis and ${(held / SOME).toFixed(0)} B there; \`enqueue\` takes ${asking.toFixed(1)} ms a book`,
    );
    return [
      // Others may be at work on the machine, so that the clock says little: the processor is the measure.
      ...same(ratio(rates, Math.max) > 0.3, true, 'workers about as fast as a build'),
      ...same(ratio(costs, Math.min) < 1 / 0.9, true, 'workers about as cheap as a build'),
      ...same(
        worker.books.every(({ state }) => state === 'known'),
        true,
        'books known',
      ),
      ...same(adding + taking < 15, true, 'a job costs little'),
    ];
  },

  /** Books that are wanted first are made first, and no more of them in a second than may be. */
  async order({ folder, redis }) {
    layStories(folder, 12);
    const env = envOf(redis, join(folder, 'store'));
    const names = Array.from({ length: 12 }, (_, index) => `story-${index}`);
    for (const [priority, some] of [
      ['20', names.slice(0, 10)],
      ['10', ['story-10']],
      [undefined, ['story-11']],
    ])
      await enqueue(env, folder, [...some, ...(priority ? ['--priority', priority] : [])]);
    const worker = startWorker(env, ['--jobs', '1', '--rate', '3']);
    const { books } = worker;
    await until(() => books.length === 12, 60);
    await worker.end();
    return [
      ...same(
        books.slice(0, 2).map(({ book }) => book),
        ['story-11.md', 'story-10.md'],
        'made first',
      ),
      ...same(books.at(-1).at - books[0].at > 2000, true, 'twelve books took two seconds and more'),
    ];
  },

  /** A thousand readers of one story. */
  async once({ folder, redis }) {
    layStories(folder, 1);
    const env = envOf(redis, join(folder, 'store'));
    const worker = startWorker(env);
    await worker.ready();
    const { openArchive } = await import(join(ROOT, 'lib', 'archive.js'));
    const archive = await openArchive({ queue: redis.url, store: join(folder, 'store'), cwd: folder });
    const ask = async () => {
      const { books } = await archive.enqueue({ books: ['story-0'] });
      const finished = await archive.finished(books[0].key);
      return finished.record?.files[0]?.sha256;
    };
    const hashes = await Promise.all(Array.from({ length: 1000 }, ask));
    const bytes = await archive.read(worker.books[0].files[0].file);
    await archive.close();
    await worker.end();
    return [
      ...same(
        worker.books.filter(({ state }) => state !== 'known').map(({ state }) => state),
        ['built'],
        'what the worker did',
      ),
      ...same([...new Set(hashes)], [createHash('sha256').update(bytes).digest('hex')], 'what readers got'),
    ];
  },

  /** Books that never end, are huge, broken or made by hand fail, with their messages, and no other waits for them. */
  async hostile({ folder, redis }) {
    layStories(folder, 20);
    const store = join(folder, 'store');
    const env = envOf(redis, store);
    const hostile = join(folder, 'hostile');
    mkdirSync(join(hostile, 'manuscripts', 'long'), { recursive: true });
    const put = (name, text) => writeFileSync(join(hostile, 'manuscripts', `${name}.md`), text);
    put('broken', '---\ntitle: [\n---\n\nx');
    // Within every limit but that of time: ten million words, and no mark of Markdown's.
    const rain = `${'"Rain," she said, and it--rained. '.repeat(50)}\n\n`.repeat(6000);
    for (const chapter of ['one', 'two', 'three', 'four', 'five', 'six'])
      put(`long/${chapter}`, `# Chapter ${chapter}\n\n${rain}`);
    put('long/book', story('Long', ''));
    put('deep', story('Deep', `${'> '.repeat(5000)}x`));
    const asked = await enqueue(env, hostile, []);
    // A parcel that climbs, and one that would fill a disk, put there by a stranger.
    const bomb = Buffer.from(zipSync({ 'manuscripts/evil.md': new Uint8Array(1000) }));
    bomb.writeUInt32LE(3 * 2 ** 30, bomb.indexOf('PK\u0001\u0002') + 24);
    const climbing = zipSync({ 'manuscripts/evil.md': strToU8('x'), '../../../evil.md': strToU8('x') });
    const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
    const queue = new Queue(`books-${VERSION}`, { connection, prefix: 'octavo' });
    for (const parcel of [bomb, climbing]) {
      const sources = createHash('sha256').update(parcel).digest('hex');
      mkdirSync(join(store, 'sources', sources.slice(0, 2), sources.slice(2, 4)), { recursive: true });
      writeFileSync(
        join(store, 'sources', sources.slice(0, 2), sources.slice(2, 4), `${sources}.zip`),
        parcel,
      );
      const order = { octavo: VERSION, sources, book: 'evil.md' };
      const key = createHash('sha256')
        .update(JSON.stringify([1, VERSION, sources, 'evil.md', null, null, null]))
        .digest('hex');
      await queue.add('book', order, { jobId: key, attempts: 3 });
    }
    await queue.add(
      'book',
      { octavo: VERSION, sources: '../../../etc/passwd', book: 'x' },
      { jobId: 'forged', attempts: 3 },
    );
    const worker = startWorker(env, ['--jobs', '2', '--time', '10']);
    const { code, books } = await enqueue(env, folder, ['--wait']);
    const isOver = ({ state }) => state !== 'again';
    const wanted = asked.books.length + 3 + books.length;
    await until(() => worker.books.filter(isOver).length >= wanted, 120);
    // The worker tells of a book before its job has ended.
    await until(async () => (await queue.getActiveCount()) === 0, 60);
    const failed = await queue.getFailed();
    await queue.close();
    connection.disconnect();
    const { code: ended } = await worker.end();
    const ids = new Set(failed.map(({ failedReason }) => /\[([\w-]+:[\w-]+)\]/.exec(failedReason)?.[1]));
    const end = (list) => Math.max(...list.map((book) => book.at));
    const isOf = (list) => new Set(list.map(({ key }) => key));
    const others = worker.books.filter(({ key }) => isOf(books).has(key));
    const late = worker.books.filter(({ reason }) => reason?.includes('archive:overtime'));
    return [
      ...same(code, 0, 'exit code of the others'),
      ...same(
        books.filter(({ record }) => record?.files.length !== 1).length,
        0,
        'others that were not built',
      ),
      ...same(
        [...ids].sort(),
        ['archive:forged', 'archive:overtime', 'archive:unsafe', 'front-matter:yaml', 'limits:markdown'],
        'failed',
      ),
      ...same(
        late.map(({ state }) => state),
        ['again', 'again', 'failed'],
        'tries of the one that takes too long',
      ),
      ...same(end(others) < end(late), true, 'the others did not wait'),
      ...same(ended, 0, 'exit code of the worker'),
      ...same(
        existsSync(join(folder, '../evil.md')) || existsSync('/tmp/evil.md'),
        false,
        'written elsewhere',
      ),
    ];
  },

  /** Workers of two versions at one Redis and one store. */
  async versions({ folder, redis }) {
    layStories(folder, 5);
    const other = join(folder, 'other');
    for (const name of ['lib', 'templates']) cpSync(join(ROOT, name), join(other, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(other, 'node_modules'));
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    writeFileSync(join(other, 'package.json'), JSON.stringify({ ...manifest, version: '99.0.0' }));
    const bins = [BIN, join(other, 'lib', 'bin.js')];
    const env = envOf(redis, join(folder, 'store'));
    const workers = bins.map((bin) => startWorker(env, ['--jobs', '1'], bin));
    const results = await Promise.all(bins.map((bin) => enqueue(env, folder, ['--wait'], bin)));
    for (const worker of workers) await worker.end();
    const makerOf = ({ record }) => {
      const files = unzipSync(readFileSync(join(folder, 'store', record.files[0].file)));
      const [, packageFile] = Object.entries(files).find(([name]) => name.endsWith('.opf'));
      return /Octavo [\d.]+/.exec(strFromU8(packageFile))?.[0];
    };
    const generators = results.map(({ books }) => [...new Set(books.map(makerOf))]);
    const keys = results.map(({ books }) => books.map(({ key }) => key).sort());
    return [
      ...same(generators, [[`Octavo ${VERSION}`], ['Octavo 99.0.0']], 'makers'),
      ...same(
        workers.map(({ books }) => books.map(({ key }) => key).sort()),
        keys,
        'keys that each worker took',
      ),
    ];
  },

  /** A queue that is not there yet, goes, comes back, and one that refuses. */
  async queue({ folder }) {
    layStories(folder, 30);
    const redis = await redisIn(join(folder, 'redis-2'), '--requirepass', 'hush-hush');
    const url = redis.url.replace('//', '//:hush-hush@');
    const env = { OCTAVO_QUEUE: url, OCTAVO_STORE: join(folder, 'store') };
    const early = await enqueue(env, folder, []);
    const worker = startWorker(env, ['--jobs', '1']);
    await until(() => worker.said().includes('archive:queue-away'), 30);
    await redis.start();
    try {
      const refused = await enqueue(
        { ...env, OCTAVO_QUEUE: url.replace('hush-hush', 'wrong-word') },
        folder,
        [],
      );
      const other = startWorker({ ...env, OCTAVO_QUEUE: url.replace('hush-hush', 'wrong-word') });
      const { code } = await other.ended;
      const waiting = enqueue(env, folder, ['--wait']);
      await until(() => worker.books.length > 5, 60);
      await redis.stop('SIGTERM');
      await sleep(2500);
      await redis.start();
      const built = await waiting;
      const { code: ended } = await worker.end();
      const all =
        [early, refused, built].map(({ said, messages }) => said + JSON.stringify(messages)).join('') +
        worker.said() +
        other.said();
      const times = (text, id) => text.split(`[${id}]`).length - 1;
      return [
        ...same(
          [early.code, early.messages.map(({ id }) => id)],
          [2, ['archive:queue-away']],
          'without a queue',
        ),
        ...same(
          [refused.code, refused.messages.map(({ id }) => id)],
          [2, ['archive:queue-refused']],
          'with a wrong password',
        ),
        ...same(
          [code, times(other.said(), 'archive:queue-refused')],
          [2, 1],
          'a worker with a wrong password',
        ),
        ...same([built.code, built.books.filter(({ record }) => record).length], [0, 30], 'built'),
        ...same(
          [times(worker.said(), 'archive:queue-away'), times(worker.said(), 'archive:back')],
          [2, 2],
          'what the worker said of two outages',
        ),
        ...same(times(built.said, 'archive:queue-away'), 1, 'what the one who waits said of one'),
        ...same(ended, 0, 'exit code of the worker'),
        ...same(/hush|wrong-word/.test(all), false, 'a password was said'),
      ];
    } finally {
      await redis.stop();
    }
  },

  /** The operator's configuration: what is made with it and without are two books, each by its own workers. */
  async config({ folder, redis }) {
    layStories(folder, 3);
    const name = 'octavo.config.mjs';
    // One that nobody named runs nowhere, wherever it lies.
    mkdirSync(join(folder, 'manuscripts', 'hostile'));
    writeFileSync(join(folder, 'manuscripts', 'hostile', '01.md'), story('Hostile', '# One\n\nText.\n'));
    for (const place of [folder, join(folder, 'manuscripts', 'hostile')]) {
      writeFileSync(join(place, 'package.json'), '{}');
      writeFileSync(join(place, name), 'throw new Error("it ran");\n');
    }
    const site = join(folder, 'site');
    mkdirSync(site);
    cpSync(join(folder, 'manuscripts'), join(site, 'manuscripts'), { recursive: true });
    writeFileSync(join(site, 'package.json'), '{}');
    const says = (word) =>
      writeFileSync(
        join(site, name),
        'const ring = (node) => { if (node.type === "text") node.value = node.value.replaceAll("tide", "' +
          `${word}"); node.children?.forEach(ring); };\n` +
          'export default { remarkPlugins: [function ringing() { return ring; }] };\n',
      );
    says('moon');
    const env = envOf(redis, join(folder, 'store'));
    const flags = ['--config', join(site, name)];
    const workers = [startWorker(env, ['--jobs', '1']), startWorker(env, ['--jobs', '1', ...flags])];
    await Promise.all(workers.map((worker) => worker.ready()));
    const plain = await enqueue(env, folder, ['--wait']);
    const own = await enqueue(env, folder, ['--wait', ...flags]);
    const builtIn = async (cwd, ...more) => {
      const command = [BIN, 'build', '--json', ...more];
      const { output } = await start(process.execPath, command, { cwd }).ended;
      if (output.includes('it ran')) return output;
      const out = join(cwd, 'dist');
      return Promise.all(
        readdirSync(out)
          .filter((file) => file.endsWith('.epub'))
          .map((file) => hashOf(join(out, file))),
      );
    };
    const sums = ({ books }) => books.map(({ record }) => record?.files[0]?.sha256).sort();
    const keys = [...plain.books, ...own.books].map(({ key }) => key);
    // A worker goes on with what it began with: one that is begun anew makes other books.
    says('star');
    const changed = await enqueue(env, folder, flags);
    await sleep(2000);
    const taken = workers.map(({ books }) => books.length);
    const missing = await enqueue(env, folder, ['--config', join(site, 'package.json')]);
    const ends = await Promise.all(workers.map((worker) => worker.end()));
    return [
      ...same([plain.code, own.code], [0, 0], 'exit codes'),
      ...same(sums(plain), (await builtIn(folder, '--no-config')).sort(), 'books without a configuration'),
      ...same(new Set(keys).size, 8, 'keys'),
      ...same(taken, [4, 4], 'books of each worker'),
      ...same(
        changed.books.map(({ state, key }) => [state, keys.includes(key)]),
        Array(4).fill(['queued', false]),
        'books asked for with a changed configuration',
      ),
      ...same(
        [missing.code, missing.messages.map(({ id }) => id)],
        [2, ['archive:no-config']],
        'no configuration',
      ),
      ...same(
        ends.map(({ code }) => code),
        [0, 0],
        'exit codes of the workers',
      ),
      ...(await (async () => {
        says('moon');
        return same(sums(own), (await builtIn(site)).sort(), 'books with a configuration');
      })()),
    ];
  },

  /** A store that is full, until there is room. */
  async full({ folder, redis }) {
    layStories(folder, 40);
    const store = join(folder, 'store');
    mkdirSync(store);
    const mount = (...options) =>
      execFileSync('mount', ['-t', 'tmpfs', ...options, 'none', store], { stdio: 'ignore' });
    try {
      mount('-o', 'size=512k');
    } catch {
      console.log('     a small disk needs the right to mount one: left out');
      return [];
    }
    const env = envOf(redis, store);
    try {
      await enqueue(env, folder, []);
      const worker = startWorker(env, ['--jobs', '2']);
      await until(() => worker.said().includes('archive:store-full'), 60);
      const before = filesOf(store, 'books', '.epub').length;
      mount('-o', 'remount,size=64m');
      const { code, books } = await enqueue(env, folder, ['--wait']);
      const { code: ended } = await worker.end();
      const broken = books.filter(({ record }) => {
        const [file] = record?.files ?? [];
        return (
          !file ||
          createHash('sha256')
            .update(readFileSync(join(store, file.file)))
            .digest('hex') !== file.sha256
        );
      });
      return [
        ...same([code, broken.length, books.length], [0, 0, 40], 'built'),
        ...same(before < 40, true, 'the store was full before all were built'),
        ...same(worker.said().split('[archive:store-full]').length - 1, 1, 'what the worker said of it'),
        ...same([worker.books.filter(({ state }) => state !== 'built').length, ended], [0, 0], 'failures'),
      ];
    } finally {
      execFileSync('umount', [store]);
    }
  },

  /** A bucket: the same books, each object put once; wrong keys, a full one, a connection that is cut. */
  async bucket({ folder, redis }) {
    layStories(folder, 12);
    const keys = { key: 'AKIDOFTHETEST', secret: 'secret-of-the-test' };
    const server = await s3Server(keys);
    const env = {
      ...envOf(redis, `s3://books/archive?endpoint=${server.url}&region=us-east-1`),
      AWS_ACCESS_KEY_ID: keys.key,
      AWS_SECRET_ACCESS_KEY: keys.secret,
    };
    try {
      const wrong = await enqueue({ ...env, AWS_SECRET_ACCESS_KEY: 'another-secret' }, folder, []);
      const lost = await enqueue(
        { ...env, OCTAVO_STORE: env.OCTAVO_STORE.replace('//books', '//lost') },
        folder,
        [],
      );
      server.state.mode = 'cut';
      const worker = startWorker(env, ['--jobs', '2']);
      await until(() => worker.said().includes('archive:store-away'), 60);
      server.state.mode = 'up';
      await worker.ready();
      await enqueue(env, folder, []);
      await until(() => worker.books.length > 2, 60);
      server.state.mode = 'full';
      await sleep(1500);
      server.state.mode = 'cut';
      await sleep(1500);
      server.state.mode = 'up';
      const { code, books } = await enqueue(env, folder, ['--wait']);
      const { code: ended } = await worker.end();
      const [own] = await build(join(folder, 'manuscripts'), join(folder, 'dist'));
      const [first] = books;
      const bytes = server.objects.get(`/books/archive/${first.record.files[0].file}`);
      const all =
        JSON.stringify([wrong, lost, books]) + worker.said() + [...server.objects.values()].join('');
      return [
        ...same(
          [wrong.code, wrong.messages.map(({ id }) => id)],
          [2, ['archive:store-refused']],
          'wrong keys',
        ),
        ...same([lost.code, lost.messages.map(({ id }) => id)], [2, ['archive:no-store']], 'no such bucket'),
        ...same([code, books.filter(({ record }) => record?.files.length === 1).length], [0, 12], 'built'),
        ...same(server.state.puts, 1 + 3 * 12, 'objects put'),
        ...same(createHash('sha256').update(bytes).digest('hex'), await hashOf(own), 'bytes of the first'),
        ...same(ended, 0, 'exit code of the worker'),
        ...same(all.includes(keys.secret) || all.includes('another-secret'), false, 'a secret was said'),
      ];
    } finally {
      await server.close();
    }
  },
};

demandCompiled();
const names = Object.keys(CASES).filter((name) => args.length === 0 || args.includes(name));
const cases = [];
for (const name of names) {
  await inFolder(async (folder) => {
    const redis = await redisIn(join(folder, 'redis'));
    await redis.start();
    const began = performance.now();
    try {
      const problems = await CASES[name]({ folder, redis });
      cases.push({
        name: `${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`,
        problem: problems.join('\n     '),
      });
    } catch (cause) {
      cases.push({ name, problem: cause.stack });
    } finally {
      endAll();
      await redis.stop();
    }
  });
}
report(cases);
