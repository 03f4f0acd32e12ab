/* What stands over the page while the manuscript cannot be built, or the preview has gone. */
import { element, fill, find } from './elements.js';
import { placeLink } from './place.js';

const LOST = {
  away: 'The preview does not answer. What you see may be old.',
  over: 'This preview has ended. Start `octavo preview` again; if this page does not come back, open the address that it shows.',
};

let lost = false;
let broken;

/** Shows what is wrong: `isBroken` and `problems` of a book, or what was `lost`. */
export function showNotice(news) {
  if ('lost' in news) ({ lost } = news);
  else broken = news.isBroken ? news : undefined;
  const notice = find('notice');
  notice.hidden = !lost && !broken;
  if (lost) fill(notice, element('p', {}, LOST[lost]));
  else if (broken)
    fill(
      notice,
      element(
        'p',
        {},
        broken.pages.length > 0
          ? 'The book cannot be built. You see it as it was before.'
          : 'The book cannot be built yet.',
      ),
      element('ul', {}, broken.problems.map(problem)),
    );
}

const problem = ({ reason, hint, ...spot }) =>
  element(
    'li',
    {},
    reason,
    hint ? element('span', { class: 'hint' }, ` ${hint}`) : undefined,
    ' ',
    placeLink(spot),
  );
