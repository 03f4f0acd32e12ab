/* The screens that books are shown on, in CSS pixels at reading distance; `margin` and `text` are the reader's own. */
export const DEVICES = {
  eink: { name: '6-inch e-reader', width: 379, height: 512, margin: 24, text: 16, columns: 1, isGrey: true },
  phone: { name: 'Phone', width: 390, height: 760, margin: 24, text: 18, columns: 1 },
  tablet: { name: 'Tablet', width: 820, height: 1093, margin: 72, text: 20, columns: 1 },
  spread: { name: 'Desktop, two pages', width: 1180, height: 760, margin: 48, text: 18, columns: 2 },
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

const GREY_PAPER = '#eeede8';

/** The sheets before and after the book's own, as reading systems set them. */
export function sheetsOf({ device, paper, font, size }) {
  const { text, isGrey } = DEVICES[device];
  const { paper: own, ink, link } = PAPERS[paper];
  const back = isGrey && paper === 'day' ? GREY_PAPER : own;
  const { family } = FONTS[font];
  const before = `
    :root { font: ${String((text * size) / 100)}px/1.4 "Liberation Serif", Georgia, serif; }
    p, li, blockquote, dd { text-align: justify; hanging-punctuation: allow-end last; }`;
  const after = `
    :root { --theme-bg-color: ${back}; background: ${back} !important; }
    ${ink ? `:root, body { color: ${ink} !important; } a:any-link, a:any-link * { color: ${link} !important; }` : ''}
    ${family ? `body, body *:not(code, code *, pre, pre *, math, math *) { font-family: ${family} !important; }` : ''}
    ::highlight(octavo-unsure) { background-color: #ffe2a0; color: #3d2a00; }
    ::highlight(octavo-lit) { background-color: #9adfd6; color: #05302d; }`;
  return { before, after, back };
}
