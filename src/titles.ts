/** How titles are set. */

/** Where a title stands: how many letters of its largest size a phone's line holds. */
export const TITLE_ROOM = { page: 10, section: 15 } as const;

/** A title of more lines than these is set smaller. */
const LINES = 3;

/** Whether a title wants a smaller size: a word of it would not fit into a phone's line, or it would fill a page. */
export const isLongTitle = (title: string, room: number): boolean =>
  title.length > LINES * room || title.split(/[\s\u2010-\u2015-]+/u).some((word) => [...word].length > room);
