import type { ThematicBreak } from 'mdast';
import { NO_BREAK_SPACE } from '../../locales/language.js';
import { term } from '../context.js';
import type { NodeHandler } from './handler.js';
import { element, text } from '../elements.js';

/** Three asterisks with no-break spaces: in every font, unlike U+2042. */
const ORNAMENT = '*\u00A0*\u00A0*';

/**
 * A scene break: a rule that screen readers speak by its label, and that themes keep out of sight, and behind it
 * an ornament for the eye, as text, because Kindle hides a rule without a border and knows no generated content; or
 * an empty line where the author drew one. A new page is a rule that nobody sees.
 */
export const sceneBreak: NodeHandler<ThematicBreak> = ({ data }, { shared }) => {
  if (data?.kind === 'page') return element('hr', { className: ['new-page'], ariaHidden: 'true' });
  const ariaLabel = term(shared, 'sceneBreak') ?? 'Scene break';
  return [
    element('hr', { className: ['scene-break'], ariaLabel }),
    element('p', { className: ['ornament'], ariaHidden: 'true' }, [
      text(data?.kind === 'gap' ? NO_BREAK_SPACE : ORNAMENT),
    ]),
  ];
};
