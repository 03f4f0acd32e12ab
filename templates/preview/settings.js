/* What one has chosen, kept by the browser for the next time. */
import { DEVICES, FONTS, PAPERS, VIEWS } from './devices.js';

const KEY = 'octavo-preview';
const EDITORS = {
  vscode: { name: 'VS Code', pattern: 'vscode://file/{path}:{line}:{column}' },
  codium: { name: 'VSCodium', pattern: 'vscodium://file/{path}:{line}:{column}' },
  cursor: { name: 'Cursor', pattern: 'cursor://file/{path}:{line}:{column}' },
  zed: { name: 'Zed', pattern: 'zed://file/{path}:{line}:{column}' },
  sublime: { name: 'Sublime Text', pattern: 'subl://open?url=file:///{path}&line={line}&column={column}' },
  textmate: { name: 'TextMate', pattern: 'txmt://open?url=file:///{path}&line={line}&column={column}' },
  idea: { name: 'JetBrains', pattern: 'idea://open?file=/{path}&line={line}&column={column}' },
  other: { name: 'Another \u2026', pattern: '' },
};
export { EDITORS };

/** On a screen as wide as a phone, the book has all of it. */
const isNarrow = matchMedia('(max-width: 48rem)').matches;
const FALLBACK = {
  view: 'epub',
  device: isNarrow ? 'screen' : 'eink',
  paper: 'day',
  font: 'book',
  size: 100,
  theme: '-',
  follow: true,
  editor: 'vscode',
  pattern: '',
};
const KNOWN = { view: VIEWS, device: DEVICES, paper: PAPERS, font: FONTS, editor: EDITORS };

function kept() {
  try {
    const found = Object.entries(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
    return Object.fromEntries(
      found.filter(([key, value]) => !KNOWN[key] || Object.hasOwn(KNOWN[key], value)),
    );
  } catch {
    return {};
  }
}

export const settings = { ...FALLBACK, ...kept() };
if (isNarrow) settings.device = 'screen';

export function choose(choice) {
  Object.assign(settings, choice);
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // A browser that keeps nothing: it holds until the page is left.
  }
}

/** Addresses that would run something in the page, or that no program is asked by. */
const REFUSED = /^(?:javascript|data|vbscript|blob|about|view-source):/i;

/** The address that opens a place in the editor; nothing where none is set. */
export function editorLink({ file, line = 1, column = 1 }) {
  const pattern = settings.editor === 'other' ? settings.pattern : EDITORS[settings.editor].pattern;
  if (!file || !/^[a-z][a-z\d+.-]*:/i.test(pattern) || REFUSED.test(pattern)) return undefined;
  const path = file.replaceAll('\\', '/').replace(/^\//u, '');
  const values = {
    path: path
      .split('/')
      .map(encodeURIComponent)
      .join('/')
      .replace(/^(\w)%3A/u, '$1:'),
    line,
    column,
  };
  return pattern.replaceAll(/\{(path|line|column)\}/gu, (_, name) => String(values[name]));
}
