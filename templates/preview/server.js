/* The way to the server: what it knows, what it is asked to write, and its word after each build. */

/** The address of the preview, with its token; pages of books lie two steps below. */
export const ROOT = new URL(document.documentElement.dataset.root, location.href);

const addressOf = (...steps) => new URL(steps.map(encodeURIComponent).join('/'), ROOT);

/** Fails with the status where the server has no answer. */
async function answerOf(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw Object.assign(new Error(await response.text()), { status: response.status });
  return response;
}

export const read = async (...steps) => (await answerOf(addressOf(...steps))).json();
/** Finds words in a book. */
export async function findWords(steps, words) {
  const address = addressOf('search', ...steps);
  address.searchParams.set('for', words);
  return (await answerOf(address)).json();
}

export const readText = async (address) => (await answerOf(address)).text();

export async function write(steps, body) {
  const headers = { 'Content-Type': 'application/json' };
  const response = await answerOf(addressOf(...steps), {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return response.json();
}

/** How long after a connection was refused it is tried again, in milliseconds. */
const AGAIN = 2000;

/**
 * Calls `built` once at the beginning and after each build, and `lost` with whether the server is gone. A page that
 * nobody sees lets go of its connection, and catches up when it is seen again.
 */
export function follow(stepsNow, { built, lost }) {
  let source;
  let again;
  const begin = () => {
    clearTimeout(again);
    source?.close();
    if (document.hidden) return;
    source = new EventSource(addressOf('events', ...stepsNow()));
    source.addEventListener('built', () => {
      lost(false);
      built();
    });
    source.addEventListener('error', () => {
      const isOver = source.readyState === EventSource.CLOSED;
      lost(true, isOver);
      // Some browsers give up at once; the preview may come back.
      clearTimeout(again);
      if (isOver) again = setTimeout(begin, AGAIN);
    });
  };
  document.addEventListener('visibilitychange', begin);
  addEventListener('pageshow', ({ persisted }) => persisted && begin());
  addEventListener('pagehide', () => source?.close());
  begin();
  return begin;
}
