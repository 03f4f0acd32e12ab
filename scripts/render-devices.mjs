/**
 * The screens that books are looked at on.
 *
 * @typedef {object} Device
 * @property {number} width Width of a page in CSS pixels (1/96 inch at reading distance).
 * @property {number} height Height of a page in CSS pixels.
 * @property {number} scale Device pixels a CSS pixel.
 * @property {number} dpi Resolution of the screen, device pixels an inch.
 * @property {number} margin The reading system's own side margin, CSS pixels.
 * @property {number} fontSize The reading system's own text size, CSS pixels.
 * @property {boolean} grey Whether the screen shows only greys.
 */

/** @type {Readonly<Record<string, Device>>} */
export const DEVICES = {
  kobo: { width: 379, height: 512, scale: 2, dpi: 212, margin: 24, fontSize: 16, grey: true },
  phone: { width: 360, height: 640, scale: 2, dpi: 320, margin: 24, fontSize: 18, grey: false },
  tablet: { width: 820, height: 1180, scale: 1, dpi: 132, margin: 80, fontSize: 20, grey: false },
};
