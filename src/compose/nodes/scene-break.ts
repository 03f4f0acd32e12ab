import type { ThematicBreak } from 'mdast';
import { term } from '../context.js';
import { element, text } from '../elements.js';
import type { NodeHandler } from './index.js';

/** Three asterisks with no-break spaces: in every font, unlike U+2042. */
const ORNAMENT = '*\u00A0*\u00A0*';

/**
 * A scene break: a rule that screen readers speak by its label, and that themes keep out of sight, and behind it
 * an ornament for the eye, as text, because Kindle hides a rule without a border and knows no generated content.
 */
export const sceneBreak: NodeHandler<ThematicBreak> = (_node, { shared }) => {
  const ariaLabel = term(shared, 'sceneBreak') ?? 'Scene break';
  return [
    element('hr', { className: ['scene-break'], ariaLabel }),
    element('p', { className: ['ornament'], ariaHidden: 'true' }, [text(ORNAMENT)]),
  ];
};
