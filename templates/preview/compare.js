/* Where a page that another reader shows differs from the EPUB's: both are laid out out of sight, block by block. */

/** A column as wide as a small screen, in CSS pixels, and how much two blocks may differ by. */
const WIDTH = 400;
const NEAR = 1;

const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, pre, td, th, figcaption, img, svg, hr, audio, video';
const LOOKS = [
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontWeight',
  'color',
  'textAlign',
  'textIndent',
  'display',
];

/** The blocks of a page that hold no other, in order. */
export const blocksIn = (doc) =>
  [...doc.querySelectorAll(BLOCKS)].filter((one) => !one.querySelector(BLOCKS));

function laidOut(address, sheets) {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.style.cssText = `position: absolute; left: -9999px; width: ${String(WIDTH)}px; height: 600px`;
  frame.inert = true;
  return new Promise((resolve) => {
    frame.addEventListener('load', async () => {
      const doc = frame.contentDocument;
      for (const [index, sheet] of sheets.entries()) {
        const style = doc.createElementNS('http://www.w3.org/1999/xhtml', 'style');
        style.textContent = sheet;
        doc.head[index === 0 ? 'prepend' : 'append'](style);
      }
      await doc.fonts.ready;
      resolve(blocksIn(doc).map(looksOf));
      frame.remove();
    });
    frame.src = address;
    document.body.append(frame);
  });
}

function looksOf(block) {
  const { width, height, left } = block.getBoundingClientRect();
  const style = block.ownerDocument.defaultView.getComputedStyle(block);
  const text = block.localName + block.textContent.replaceAll(/\s+/gu, ' ').trim();
  return { text, box: [width, height, left], look: LOOKS.map((name) => style[name]).join() };
}

/** `sheets` are the reader's own, before the book's and after them. Returns the numbers of the blocks of a page that look otherwise than the EPUB's, and how many of its blocks are missing. */
export async function differences(address, epub, sheets) {
  const [theirs, ours] = await Promise.all([laidOut(address, sheets), laidOut(epub, sheets)]);
  const other = [];
  let at = 0;
  for (const [number, block] of theirs.entries()) {
    const found = ours.findIndex(({ text }, index) => index >= at && text === block.text);
    const mate = ours[found];
    if (mate) at = found + 1;
    const isSame =
      mate?.look === block.look &&
      mate.box.every((length, side) => Math.abs(length - block.box[side]) <= NEAR);
    if (!isSame) other.push(number);
  }
  const missing = ours.filter(({ text }) => !theirs.some((one) => one.text === text)).length;
  return { other, missing };
}
