/* Elements made of names, attributes and content; a text is never markup. */

/** An element: functions among the attributes are listeners, `false` and `undefined` leave one out. */
export function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key, value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== undefined && value !== false) made.setAttribute(key, String(value));
  }
  made.append(...content.flat().filter((part) => part !== undefined && part !== false));
  return made;
}

export const find = (id) => document.getElementById(id);

/** Puts content in the place of what an element holds, unless it is the same: what has the focus keeps it. */
export function fill(holder, ...content) {
  const fresh = element('div', {}, ...content);
  if (fresh.innerHTML === holder.innerHTML) return;
  const { activeElement } = document;
  const key = holder.contains(activeElement) ? activeElement.dataset.key : undefined;
  holder.replaceChildren(...fresh.childNodes);
  if (key) holder.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

/** As many characters as the server gives on both sides of a place; fewer where the text begins or ends there. */
const CONTEXT = 40;

/** What stands on both sides of a place, without the halves of words at its ends. */
export const sidesOf = ({ left, right }) => [
  left.length < CONTEXT ? left : left.replace(/^\S*\s+/u, '\u2026'),
  right.length < CONTEXT ? right : right.replace(/\s+\S*$/u, '\u2026'),
];

const NUMBERS = new Intl.NumberFormat('en');
/** A number with its noun: `1 word`, `3,500 words`. */
export const counted = (number, noun) => `${NUMBERS.format(number)} ${noun}${number === 1 ? '' : 's'}`;

/** Says something to those who cannot see the page change. */
export function say(text) {
  find('said').textContent = text;
}
