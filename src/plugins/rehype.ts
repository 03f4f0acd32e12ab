/** rehype plugins over the pages of a book, after they were composed and before they are checked. */
import { posix, resolve } from 'node:path';
import { prepareImages } from '../images/index.js';
import { cleanSvg } from '../compose/images/svg.js';
import { isFatal, warning } from '../diagnostics.js';
import { areKept } from '../memo.js';
import { measure } from '../text/sniff.js';
import type { Asset, Composed, ContentDocument, HastRoot, Message } from '../types.js';
import type { Properties } from 'hast';
import { sha256 } from '../text/digest.js';
import { LEFT_OUT, onceLeftOut, runPlugins } from './run.js';
import type { LoadedConfig } from './types.js';
import { ownDrawings, vetted } from './vet.js';

/** What the pages became; no value where a plugin failed, which its only error says. */
export async function withRehypePlugins(
  composed: Composed,
  config: LoadedConfig,
): Promise<{ value?: Composed; messages: Message[] }> {
  if (config.rehype.length === 0) return { value: composed, messages: [] };
  const assets = new Map(composed.assets.map((asset) => [asset.href, asset]));
  const messages: Message[] = [];
  const documents: ContentDocument[] = [];
  for (const document of composed.documents) {
    const own = ownDrawings(document.body);
    const body = areKept() ? structuredClone(document.body) : document.body;
    const text = {
      path: document.path,
      file: resolve(config.folder, document.path),
      value: '',
      data: { matter: { title: document.title, lang: document.language } },
    };
    const ran = await runPlugins<HastRoot>(body, text, {
      plugins: config.rehype,
      config,
      settle: async (tree, plugin) => {
        const left = new Set<string>();
        const value = await vetted(tree, {
          own,
          isPicture: (src) => assets.has(posix.join(posix.dirname(document.href), src)),
          take: (bytes) => taken(bytes, document, assets),
          leave: (what) => left.add(what),
        });
        return { value, messages: left.size > 0 ? [leftOut(plugin, [...left], document.path)] : [] };
      },
    });
    messages.push(...ran.messages);
    if (!ran.value) return { messages: messages.filter(isFatal).slice(0, 1) };
    documents.push({ ...document, body: ran.value });
  }
  return { value: { ...composed, documents, assets: [...assets.values()] }, messages: onceLeftOut(messages) };
}

/** A picture that a plugin made, as a file of the book: its address in the page, and its size. */
async function taken(
  bytes: Uint8Array,
  { href }: ContentDocument,
  assets: Map<string, Asset>,
): Promise<Properties | undefined> {
  const asset = await assetOf(bytes);
  if (!asset) return undefined;
  assets.set(asset.href, asset);
  const { width, height } = asset;
  return {
    src: posix.relative(posix.dirname(href), asset.href),
    ...(width === undefined || height === undefined ? {} : { width, height }),
  };
}

async function assetOf(bytes: Uint8Array): Promise<Asset | undefined> {
  const name = `images/picture-${sha256(bytes).slice(0, 12)}`;
  if (measure(bytes)) {
    const ready = (await prepareImages(new Map([[name, { bytes }]]), [])).value.get(name);
    const size = ready && 'bytes' in ready ? measure(ready.bytes) : undefined;
    if (!ready || !('bytes' in ready) || !size) return undefined;
    const { mediaType, extension, width, height } = size;
    return { href: `${name}.${extension}`, mediaType, bytes: ready.bytes, width, height };
  }
  const clean = cleanSvg(new TextDecoder().decode(bytes));
  if (!clean) return undefined;
  const { svg, width, height } = clean;
  return {
    href: `${name}.svg`,
    mediaType: 'image/svg+xml',
    bytes: new TextEncoder().encode(svg),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  };
}

/** So many things of those that were left out are named. */
const NAMED = 5;

function leftOut(plugin: string, left: readonly string[], path: string): Message {
  const named = left.slice(0, NAMED).map((what) => `\`${what}\``);
  const more = left.length > NAMED ? ' and more' : '';
  return warning(
    LEFT_OUT,
    `${plugin} added ${named.join(', ')}${more}, which does not belong in a book and was left out`,
    { path, hint: 'Octavo’s books run no scripts and load nothing; what things look like is the theme’s.' },
  );
}
