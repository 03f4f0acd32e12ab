/** Whom a story is for, in a line or a paragraph of its own. */
import type { Block } from '../types.js';

const DEDICATION =
  /^(?:(?:[Tt]his (?:\S+ ){0,3}is )?(?:[Ll]ovingly |[Gg]ratefully )?(?:[Dd]edicated to|DEDICATED TO|\u041F\u043E\u0441\u0432\u044F\u0449(?:\u0430\u0435\u0442\u0441\u044F|\u0435\u043D\u043E)|[Dd]edicad[oa] a|[Dd]\u00E9di\u00E9e? \u00E0|[Dd]edicat[oa] a|[Gg]ewidmet)\s+\S.{0,200}|[Tt]his (?:one|(?:(?:little |short )?(?:fic|story|chapter|one-?shot|drabble)))(?: (?:goes out to|is for)|['\u2019]s for)\s+\S.{0,160}|(?:[Ff]or|[Tt]o|FOR|TO)\s+(?:(?:my|MY)\s+(?:dear(?:est)?\s+|beloved\s+)?\p{L}+(?:\s+\p{Lu}\p{L}+)?|\p{Lu}[\p{L}\p{N}_.'-]*(?:(?:,? and|,)\s+\p{Lu}[\p{L}\p{N}_.'-]*){0,3})(?:,?\s+(?:who|whose|because|always|with)\s.{1,160})?)[.!]?$/u;

/** Pen names in small letters, with why a story is theirs or with nothing more; archives have such a line for gifts. */
const GIFT =
  /^For (?<names>@?[\p{L}\p{N}_-]+(?:, @?[\p{L}\p{N}_-]+)*)(?:,? (?:on (?:her|his|their|your) birthday|(?:who|whose|because|always|with) [^.!?]{1,160}))?[.!]?$/u;
/** Words after `For` that are no names: `For now.`, `For those who asked.` */
const NO_NAME =
  /^(?:now|once|good|real|reasons?|fun|science|love|practi[cs]e|laughs|kicks|posterity|context|clarity|reference|example|instance|starters|sure|ages|hours|days|weeks|months|years|money|today|tonight|tomorrow|what(?:ever)?|who(?:ever)?|this|that|these|those|them|him|her|it|me|us|you|y'?all|all|both|many|most|any\p{L}*|every\p{L}*|some\p{L}*|no|none|nobody|people|readers?|anons?|folks|fans|friends|the|an?|my|our|your|his|their|its|more|here|there|then|long|ever|always|free|later)$/iu;

/** What begins another clause: `it was`, `the tide was`, `Mr. Pell kept`. */
const CLAUSE = [
  String.raw`(?:it|there|he|she|they|we|I|you|nothing|nobody|everything)\b`,
  String.raw`(?:the|an?|his|her|their|every|each|no) (?:\S+ ){1,3}(?:was|were|is|are|had|has|would|could|did|came|went)\b`,
  String.raw`(?:(?:Mr|Mrs|Ms|Dr)\.? )?(?:\p{Lu}\p{L}+ ){1,2}(?!(?:and|or|who|whose|whom|for|with|because|of|in|on|at|from|my|the|always|without)\b)\p{Ll}`,
].join('|');
/** A sentence that only begins like a dedication: `For Emma, who had waited, it was too late.` */
const GOES_ON = new RegExp(`(?:^[Dd]edicated to|\\s(?:who|whose|always|with))\\s.*, (?:${CLAUSE})`, 'u');

/** What shows that small letters after `For` are a pen name where no note stands round them. */
const SURE_GIFT = /^For \S*[@_\d]|\s(?:who|whose|on \p{L}+ birthday)\b|, (?:because|always|with)\s/u;

/** Whether a line between a title and its story dedicates it. */
export const isDedication = ({ text }: Block): boolean =>
  text.length <= 240 &&
  !/["\u201C\u201D]/.test(text) &&
  ((DEDICATION.test(text) && !GOES_ON.test(text)) || (SURE_GIFT.test(text) && isGift(text)));

/** Whether a paragraph of the note before a story is no more than whom it is for: `For marigold, on her birthday.` */
export function isGift(paragraph: string): boolean {
  const text = paragraph.trim();
  const names = GIFT.exec(text)?.groups?.['names']?.split(', ');
  return names !== undefined && !names.some((name) => NO_NAME.test(name)) && !GOES_ON.test(text);
}
