/* The screens that books are shown on, in CSS pixels at reading distance; `margin` and `text` are the reader's own. */
export const DEVICES = {
  eink: { name: '6-inch e-reader', width: 379, height: 512, margin: 24, text: 16, columns: 1, isGrey: true },
  phone: { name: 'Phone', width: 390, height: 760, margin: 24, text: 18, columns: 1 },
  tablet: { name: 'Tablet', width: 820, height: 1093, margin: 72, text: 20, columns: 1 },
  spread: { name: 'Two pages', width: 1180, height: 760, margin: 48, text: 18, columns: 2 },
  screen: { name: 'This window', margin: 28, text: 18, columns: 1 },
};

/** Colours of the page, and of links on it. */
export const PAPERS = {
  day: { name: 'Day', paper: '#ffffff' },
  sepia: { name: 'Sepia', paper: '#f4ecd8', ink: '#3d3021', link: '#7a4a12' },
  night: { name: 'Night', paper: '#141413', ink: '#d8d4cc', link: '#8ab4f8' },
};

export const FONTS = {
  book: { name: 'The book\u2019s' },
  serif: { name: 'Reader\u2019s serif', family: 'Georgia, "Liberation Serif", "Times New Roman", serif' },
  sans: { name: 'Reader\u2019s sans', family: 'system-ui, "Liberation Sans", Arial, sans-serif' },
};

/**
 * What is shown: the pages of the EPUB, those of the kepub as a Kobo has them and of the EPUB as a Kindle has them, or
 * the proof. `path` is the first step of its address; `sheet`, what the reader adds to all its books.
 */
export const VIEWS = {
  epub: { name: 'EPUB', path: 'files' },
  kobo: { name: 'Kobo (kepub)', path: 'kobo' },
  kindle: { name: 'Kindle', path: 'kindle', sheet: 'p { hyphens: auto; } img { background: #fff; }' },
  proof: { name: 'Proof', path: 'files' },
};

const GREY_PAPER = '#eeede8';

/** The sheets before and after the book's own, as reading systems set them. */
export function sheetsOf({ view, device, paper, font, size }) {
  const { text, isGrey } = DEVICES[device];
  const { paper: own, ink, link } = PAPERS[paper];
  const back = isGrey && paper === 'day' ? GREY_PAPER : own;
  const { family } = FONTS[font];
  const { sheet = '' } = VIEWS[view];
  // Light colours are no more than a breath of grey on a grey page.
  const isPale = isGrey && paper !== 'night';
  const before = `
    :root { font: ${String((text * size) / 100)}px/1.4 "Liberation Serif", Georgia, serif; }
    p, li, blockquote, dd { text-align: justify; hanging-punctuation: allow-end last; }
    ${sheet}`;
  const after = `
    :root { --theme-bg-color: ${back}; background: ${back} !important; }
    ${ink ? `:root, body { color: ${ink} !important; } a:any-link, a:any-link * { color: ${link} !important; }` : ''}
    ${family ? `body, body *:not(code, code *, pre, pre *, math, math *) { font-family: ${family} !important; }` : ''}
    ::highlight(octavo-unsure) { background-color: ${isPale ? '#b4b4b4' : '#ffe2a0'}; color: #3d2a00; }
    ::highlight(octavo-other) { text-decoration: underline 2px #5b7fd6; }
    ::highlight(octavo-lit) { background-color: ${isPale ? '#b4b4b4' : '#9adfd6'}; color: #05302d; }`;
  return { before, after, back };
}
