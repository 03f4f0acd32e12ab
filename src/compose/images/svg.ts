/** SVG made safe: read by an XML parser, and only what draws is written again. */
import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes';
import { costCounter } from './svg-cost.js';
import { SVG_ACTIVE, SVG_ATTRIBUTES, SVG_ELEMENTS } from './svg-names.js';

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const XML = 'http://www.w3.org/XML/1998/namespace';

export interface CleanSvg {
  svg: string;
  /** In pixels; undefined where the drawing does not say. */
  width?: number;
  height?: number;
  /** What was taken out and might be missed, each kind once, in order. */
  removed: string[];
}

/** A reference within the drawing, or pixels that it holds itself. */
const INNER = /^#[^\s()"'\\]+$/;
const PIXELS = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z\d+/=\s]*$/;

/** CSS or a presentation attribute that could load something, or hides what it says behind escapes. */
const LOADS = /\\|@import|@font-face|expression\s*\(|javascript:|image\s*\(|image-set|src\s*\(|&#/i;
const URLS = /url\s*\(\s*(["']?)(.*?)\1\s*\)/gi;

/** Elements within elements: more than drawing programs make, and each costs the parser all of those round it. */
const DEEPEST = 200;

const isSafe = (value: string): boolean => {
  if (LOADS.test(value)) return false;
  const withoutOwn = value.replace(URLS, (whole, _quote, url: string) => (INNER.test(url) ? '' : whole));
  return !/url\s*\(/i.test(withoutOwn);
};

/**
 * The drawing without scripts, handlers, foreign content and outside references; undefined where it is no SVG, or is
 * too much of one, which `tell` hears of: nested deeper than any drawing, or more shapes than one shows.
 */
export function cleanSvg(source: string, tell?: () => void): CleanSvg | undefined {
  const drawing: Drawing = {
    out: [],
    open: [],
    skipped: 0,
    removed: new Set(),
    ids: new Set(),
    references: [],
    cost: costCounter(),
  };
  // An entity other than XML's own five is an error, so that none expands.
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.on('opentag', (tag) => {
    if (drawing.open.length + drawing.skipped >= DEEPEST) {
      tell?.();
      throw new Error('Too deep');
    }
    openTag(tag, drawing);
  });
  parser.on('closetag', () => {
    closeTag(drawing);
  });
  parser.on('text', (text) => addText(text, drawing));
  parser.on('cdata', (text) => addText(text, drawing));
  try {
    parser.write(source).close();
  } catch {
    return undefined;
  }
  if (!drawing.size) return undefined;
  if (drawing.cost.isBeyond()) {
    tell?.();
    return undefined;
  }
  for (const { index, ids } of drawing.references) {
    if (!ids.every((id) => drawing.ids.has(id))) drawing.out[index] = '';
  }
  const svg = `<?xml version="1.0" encoding="UTF-8"?>\n${drawing.out.join('')}\n`;
  return { svg, removed: [...drawing.removed], ...drawing.size };
}

/** A drawing while it is read. */
interface Drawing {
  /** Tags in pieces, each attribute one, and text. */
  out: string[];
  ids: Set<string>;
  /** Attributes, by their place in `out`, and the ids that must stand in the drawing for them to stay. */
  references: { index: number; ids: string[] }[];
  /** Names of the open elements that are kept. */
  open: string[];
  /** How deep within an element that is left out; 0 for not at all. */
  skipped: number;
  removed: Set<string>;
  cost: ReturnType<typeof costCounter>;
  size?: Size;
  /** The text of an open `style`. */
  style?: string;
}

type Size = Pick<CleanSvg, 'width' | 'height'>;

const isDrawn = ({ uri, local }: SaxesTagNS): boolean =>
  (uri === SVG || uri === '') && SVG_ELEMENTS.has(local);

/** A link as a group, or as a part of its text: it goes, what is drawn in it stays. */
function withoutLink(tag: SaxesTagNS, { open, removed }: Drawing): SaxesTagNS {
  if (tag.local !== 'a' || open.length === 0) return tag;
  const attributes = Object.entries(tag.attributes);
  const kept = attributes.filter(([, { local }]) => local !== 'href');
  if (kept.length < attributes.length) removed.add('<a href>');
  const local = TEXTS.has(open.at(-1) ?? '') ? 'tspan' : 'g';
  return { ...tag, local, attributes: Object.fromEntries(kept) };
}

const TEXTS: ReadonlySet<string> = new Set(['text', 'tspan', 'textPath']);

function openTag(opened: SaxesTagNS, drawing: Drawing): void {
  const tag = drawing.skipped > 0 ? opened : withoutLink(opened, drawing);
  const isRoot = drawing.open.length === 0;
  if (drawing.skipped > 0 || !isDrawn(tag) || isRoot !== (tag.local === 'svg' && isRoot)) {
    if (drawing.skipped === 0 && SVG_ACTIVE.has(tag.local)) drawing.removed.add(`<${tag.local}>`);
    drawing.skipped += 1;
    return;
  }
  drawing.out.push(`<${tag.local}`);
  if (isRoot) {
    drawing.size = sizeOf(tag);
    drawing.out.push(` xmlns="${SVG}" xmlns:xlink="${XLINK}"`);
  }
  const before = drawing.references.length;
  for (const attribute of Object.values(tag.attributes)) addAttribute(tag, attribute, drawing);
  const id = tag.attributes['id']?.value;
  drawing.cost.begin(
    id,
    drawing.references.slice(before).flatMap(({ ids }) => ids),
  );
  drawing.out.push('>');
  drawing.open.push(tag.local);
  if (tag.local === 'style') drawing.style = '';
}

function closeTag(drawing: Drawing): void {
  if (drawing.skipped > 0) {
    drawing.skipped -= 1;
    return;
  }
  if (drawing.style !== undefined) {
    if (isSafe(drawing.style)) drawing.out.push(escape(drawing.style));
    else drawing.removed.add('<style>');
    delete drawing.style;
  }
  drawing.cost.end();
  drawing.out.push(`</${drawing.open.pop() ?? ''}>`);
}

/** The most characters of one text, and of a style sheet: no word on a map is as long. */
const LONGEST_TEXT = 200_000;

function addText(text: string, drawing: Drawing): void {
  if (drawing.skipped > 0 || drawing.open.length === 0) return;
  if (text.length + (drawing.style?.length ?? 0) > LONGEST_TEXT) throw new Error('Too much text');
  if (drawing.style === undefined) drawing.out.push(escape(text));
  else drawing.style += text;
}

const NAMES = new Map([
  [`${XLINK} href`, 'xlink:href'],
  [' href', 'xlink:href'],
  [`${XML} lang`, 'xml:lang'],
  [`${XML} space`, 'xml:space'],
]);

/** Writes an attribute that draws; notes the loss of one that does more. */
function addAttribute(tag: SaxesTagNS, attribute: SaxesAttributeNS, drawing: Drawing): void {
  const { uri, local, value } = attribute;
  const name = NAMES.get(`${uri} ${local}`) ?? (uri === '' && SVG_ATTRIBUTES.has(local) ? local : undefined);
  if (name === undefined) {
    if (/^on/i.test(local)) drawing.removed.add(local);
    return;
  }
  const isReference = name === 'xlink:href';
  // `href` of SVG 2 is written as the older name, which every reader knows; the older one wins where both are.
  if (isReference && uri === '' && Object.values(tag.attributes).some((other) => other.uri === XLINK)) return;
  const fits = isReference
    ? INNER.test(value) || (tag.local === 'image' && PIXELS.test(value))
    : isSafe(value) && !isExtreme(tag.local, name, value) && (name !== 'id' || isFreeId(value, drawing));
  if (!fits) {
    if (name !== 'id') drawing.removed.add(`${local}="${short(value)}"`);
    return;
  }
  const ids = idsIn(isReference ? `url(${value})` : value);
  if (ids.length > 0) drawing.references.push({ index: drawing.out.length, ids });
  drawing.out.push(` ${name}="${escape(value)}"`);
}

/** The largest numbers that an attribute may have: beyond these an effect covers any page, and takes minutes. */
const LARGEST: Readonly<Record<string, number>> = {
  numOctaves: 10,
  order: 15,
  radius: 200,
  stdDeviation: 200,
  surfaceScale: 1000,
};
/** The largest region of a filter or a mask, where it is given in hundredths or as a share. */
const LARGEST_PERCENT = 1000;

function isExtreme(tag: string, name: string, value: string): boolean {
  const numbers = value.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?%?/gi) ?? [];
  const isBeyond = (most: number) => numbers.some((number) => Math.abs(parseFloat(number)) > most);
  if (Object.hasOwn(LARGEST, name)) return isBeyond(LARGEST[name] ?? 0);
  if (tag === 'svg' && (name === 'width' || name === 'height')) return isBeyond(MOST_SIDE);
  const isRegion = /^(?:filter|mask|pattern)$/.test(tag) && /^(?:x|y|width|height)$/.test(name);
  return isRegion && numbers.some((number) => number.endsWith('%')) && isBeyond(LARGEST_PERCENT);
}

/** Whether an id may stand: a name in XML, for the first time. */
function isFreeId(id: string, { ids }: Drawing): boolean {
  if (!/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(id) || ids.has(id)) return false;
  ids.add(id);
  return true;
}

/** The ids that a value refers to: `url(#glow)`. */
const idsIn = (value: string): string[] =>
  [...value.matchAll(URLS)].flatMap(([, , url = '']) => (url.startsWith('#') ? [url.slice(1)] : []));

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}\u2026` : text);

/** Pixels a unit of CSS: https://www.w3.org/TR/css-values-3/#absolute-lengths */
const UNITS: Record<string, number> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
};

const pixels = (length = ''): number | undefined => {
  const [, number, unit = ''] = /^\s*(\d*\.?\d+)([a-z]*)\s*$/.exec(length) ?? [];
  const factor = UNITS[unit];
  const value = factor === undefined ? 0 : Math.round(Number(number) * factor);
  return value > 0 ? value : undefined;
};

/** The width and height that the root gives, else those of its `viewBox`. */
function sizeOf({ attributes }: SaxesTagNS): Size {
  const [, , boxWidth, boxHeight] = (attributes['viewBox']?.value ?? '').trim().split(/[\s,]+/);
  const given = { width: pixels(attributes['width']?.value), height: pixels(attributes['height']?.value) };
  const { width, height } =
    given.width !== undefined && given.height !== undefined
      ? given
      : { width: pixels(boxWidth), height: pixels(boxHeight) };
  if (width === undefined || height === undefined) return {};
  return Math.max(width, height) > MOST_SIDE ? {} : { width, height };
}

/** The longest side that a drawing may ask for, in whatever unit; one that asks for more is as large as the page. */
const MOST_SIDE = 20_000;

const escape = (text: string): string =>
  text.replace(/[&<>"\t\n\r]/g, (mark) => (mark === '\n' ? mark : `&#${String(mark.charCodeAt(0))};`));
