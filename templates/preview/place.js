/* A place in a manuscript: a link that opens it in the editor. */
import { element } from './elements.js';
import { editorLink } from './settings.js';

/** The place as text, which is a link where an editor is set; nothing where there is no path. */
export function placeLink(spot) {
  if (!spot.path) return undefined;
  const text = [spot.path, spot.line, spot.column].filter((part) => part !== undefined).join(':');
  const href = editorLink(spot);
  return href
    ? element('a', { class: 'path', href, title: 'Open in the editor' }, text)
    : element('span', { class: 'path' }, text);
}
