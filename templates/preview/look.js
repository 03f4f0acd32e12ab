/* How the book looks: screen, paper, theme, fonts, size of the text. */
import { DEVICES, FONTS, PAPERS, sheetsOf, VIEWS } from './devices.js';
import { element, find } from './elements.js';
import { choose, settings } from './settings.js';

const SIZES = [70, 80, 90, 100, 110, 125, 140, 160, 200];
const THEME_NAMES = { '-': 'The book\u2019s' };

const option = (value, name, chosen) => element('option', { value, selected: value === chosen }, name);
const options = (table, chosen) =>
  Object.entries(table).map(([value, { name }]) => option(value, name, chosen));

/** Fills the controls; `changed` is told which of them was. */
export function makeLook({ themes }, changed) {
  find('view').append(...options(VIEWS, settings.view));
  find('device').append(...options(DEVICES, settings.device));
  find('font').append(...options(FONTS, settings.font));
  find('theme').append(
    ...['-', ...themes].map((theme) => option(theme, THEME_NAMES[theme] ?? theme, settings.theme)),
  );
  find('paper').append(
    ...Object.entries(PAPERS).map(([value, { name }]) =>
      element(
        'label',
        { class: value },
        element('input', { type: 'radio', name: 'paper', value, checked: value === settings.paper }),
        ` ${name}`,
      ),
    ),
  );
  find('follow').checked = settings.follow;
  find('look').addEventListener('submit', (event) => event.preventDefault());
  find('look').addEventListener('change', ({ target }) => {
    const value = target.type === 'checkbox' ? target.checked : target.value;
    choose({ [target.name || target.id]: value });
    changed(target.id);
  });
  const step = (by) => {
    const at = SIZES.indexOf(settings.size);
    choose({ size: SIZES[Math.min(SIZES.length - 1, Math.max(0, (at < 0 ? 3 : at) + by))] });
    changed('size');
  };
  find('smaller').addEventListener('click', () => step(-1));
  find('larger').addEventListener('click', () => step(1));
}

/** The most that a small screen is magnified. */
const MOST = 1.3;
/** What a device's rim takes of the room, with some air round it, in pixels. */
const RIM = 48;

/** Sets the frame to the device, scaled to the room that there is. */
export function dressStage(reader) {
  const { device, paper, size } = settings;
  const { width, height, isGrey } = DEVICES[device];
  const [frame, inner, room] = ['device-frame', 'reader', 'room'].map(find);
  const isFree = width === undefined;
  frame.className = `${device} ${paper}`;
  frame.style.background = sheetsOf(settings).back;
  inner.classList.toggle('grey', isGrey === true);
  const { clientWidth, clientHeight } = room;
  const edge = isFree ? 0 : RIM;
  const scale = isFree ? 1 : Math.min(MOST, (clientWidth - edge) / width, (clientHeight - edge) / height);
  inner.style.width = `${String(width ?? clientWidth)}px`;
  inner.style.height = `${String(height ?? clientHeight)}px`;
  inner.style.transform = scale === 1 ? '' : `scale(${String(scale)})`;
  frame.style.width = `${String((width ?? clientWidth) * scale)}px`;
  frame.style.height = `${String((height ?? clientHeight) * scale)}px`;
  find('size').textContent = `${String(size)}\u202F%`;
  reader.dress({ ...settings });
}
