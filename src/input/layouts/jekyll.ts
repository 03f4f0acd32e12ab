/**
 * Jekyll: `_config.yml` says what the book is called; its texts are a collection (`_chapters`, `_posts`), or pages in a
 * folder, in the order that they give themselves, then of their names.
 *
 * @see https://jekyllrb.com/docs/structure/
 */
import { inNaturalOrder } from '../order.js';
import { readSettings } from './data.js';
import { WRAPPER } from './wrapper.js';
import { metadataFrom, ruleOf, type MetaTable } from './meta.js';
import { outlineOf } from './outline.js';
import { shown, textsIn, type Reader } from './plan.js';
import { itemsIn, placed, SITE } from './tree.js';
import { weighed } from './weights.js';

const CONFIG = '_config.yml';

/** The settings that say something of a book; all others are the site's own. */
const SETTINGS: MetaTable = {
  ...SITE,
  author: ['author', (value) => nameIn(value)],
  locale: ['language'],
};

const nameIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : value;

/** By which themes order the pages of a book. */
const ORDER = ['weight', 'nav_order', 'order', 'chapter', 'chapter_number', 'sort', 'position', 'number'];

/** What is no text of a book: folders of the site itself, and drafts. */
const OF_SITE = /^(?:_(?:includes|layouts|data|sass|site|drafts|plugins)|assets|vendor)\//;
/** Pages that a site has for itself. */
const SITE_PAGE = /^(?:index|404|about|contact|search|tags|categories|archives?|feed)\.\w+$/i;

/** Reads the folder of a site that Jekyll makes. */
export const readJekyll: Reader = async (site) => {
  const { folder, files, remarks } = site;
  const path = shown(site, CONFIG);
  const { value: text = '', messages: said } = await site.text(CONFIG);
  const settings = readSettings(settingsIn(text), path);
  const metadata = metadataFrom(settings.value, SETTINGS, path, remarks);
  const texts = textsIn(site, '').filter((file) => !/^readme\./i.test(file) && !OF_SITE.test(file));
  const base = baseOf(texts);
  const inside = texts.filter((file) => file.startsWith(base));
  const items = itemsIn(
    base,
    inNaturalOrder(placed(await weighed(inside, site, ORDER))).map(({ file }) => file),
  );
  const outline = outlineOf(items, { list: 'list', path: folder.path, files, remarks });
  return {
    value: {
      found: 'is laid out for Jekyll',
      differs:
        'Its texts stand in the order of their own numbers (`nav_order`, `chapter` \u2026), then of their names; Liquid is not run.',
      metadata: metadata.value,
      metaPath: path,
      listed: outline.value.map((one) => ({ ...one, free: true as const })),
      split: false,
      anchors: 'file' as const,
      images: [''],
    },
    messages: [...said, ...settings.messages, ...outline.messages, ...metadata.messages],
  };
};

/** The lines that hold settings of the book's, each at its place: what a site has beside may be no YAML to a strict reader. */
function settingsIn(text: string): string {
  const seen = new Set<string>();
  let isKept = false;
  const lines = text.split('\n');
  const kept = lines.map((line, index) => {
    const [, key, quote, rest = ''] = /^([\w-]+):[ \t]*(["']?)(.*)$/.exec(line) ?? [];
    if (key !== undefined) {
      const isOpen = quote !== '' && !rest.includes(quote ?? '') && /^\S|^$/.test(lines[index + 1] ?? '');
      isKept = ruleOf(SETTINGS, key) !== undefined && key !== 'weight' && !seen.has(key) && !isOpen;
      seen.add(key);
    } else if (/^\S/.test(line)) isKept = false;
    return isKept ? line : '';
  });
  return kept.join('\n');
}

/** The folder of the texts: the fullest collection, one with a name for it, or the only one beside the site's pages. */
function baseOf(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const folder = text.includes('/') ? text.slice(0, text.indexOf('/') + 1) : '';
    if (folder !== '' || !SITE_PAGE.test(text)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const folders = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  const meant = folders.find(([folder]) => folder.startsWith('_') || WRAPPER.test(folder.slice(0, -1)));
  const [only] = folders.length === 1 ? folders : [];
  return (meant ?? only)?.[0] ?? '';
}
