/** What a style sheet may not leave out: rules that look at a block of declarations, or at the whole sheet. */

/** A block of declarations: its selectors and its properties with their values. */
export interface Block {
  selectors: readonly (readonly string[])[];
  declared: ReadonlyMap<string, string>;
  offset: number;
}

interface WholeRule {
  id: string;
  hint: string;
}

export interface Missing {
  rule: WholeRule;
  offset: number;
  reason: string;
}

const TOGETHER: WholeRule = {
  id: 'style:together',
  hint: 'Older and newer renderers know it only by their own name.',
};
const HEADINGS: WholeRule = {
  id: 'style:headings',
  hint: 'Otherwise the reader’s own justification and hyphens apply to them.',
};
const WIDOWS: WholeRule = {
  id: 'style:widows',
  hint: 'Give `body` `widows: 2; orphans: 2`: no line of a paragraph stands alone.',
};

/** Properties that must stand together. */
const FAMILIES: readonly (readonly string[])[] = [
  ['break-before', 'page-break-before'],
  ['break-after', 'page-break-after'],
  ['break-inside', 'page-break-inside'],
  ['hyphens', '-webkit-hyphens', '-epub-hyphens'],
];

/** Properties of which one name stands without the others. */
export function alone(block: Block): Missing[] {
  return FAMILIES.flatMap((family) => {
    const there = family.find((property) => block.declared.has(property));
    const lacking = family.find((property) => !block.declared.has(property));
    if (there === undefined || lacking === undefined) return [];
    const reason = `\`${there}\` needs \`${lacking}\` beside it`;
    return [{ rule: TOGETHER, offset: block.offset, reason }];
  });
}

const LEVELS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** What the sheet does not say of headings and of lines that stand alone. */
export function unsaid(blocks: readonly Block[]): Missing[] {
  const says = (subject: string, property: string, value?: string) =>
    blocks.some(
      ({ selectors, declared }) =>
        selectors.some((selector) => selector.length === 1 && selector[0]?.toLowerCase() === subject) &&
        (value === undefined ? declared.has(property) : declared.get(property) === value),
    );
  const headings = LEVELS.flatMap((level): Missing[] => {
    const aligned = says(level, 'text-align');
    if (aligned && says(level, 'hyphens', 'none')) return [];
    const reason = aligned
      ? `The sheet does not set \`hyphens: none\` for \`${level}\``
      : `The sheet sets no \`text-align\` for \`${level}\``;
    return [{ rule: HEADINGS, offset: 0, reason }];
  });
  const lines = ['widows', 'orphans'].flatMap((property): Missing[] =>
    ['body', 'p'].some((subject) => says(subject, property, '2'))
      ? []
      : [{ rule: WIDOWS, offset: 0, reason: `The sheet does not set \`${property}: 2\`` }],
  );
  return [...headings, ...lines];
}
