import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { locales } from '../../src/locales/index.js';
import { rules, treeRules } from '../../src/typography/rules/index.js';

const page = readFileSync(fileURLToPath(new URL('../../docs/typography.md', import.meta.url)), 'utf8');
/** What stands in the first cell of each row, between backticks. */
const firstCells = [...page.matchAll(/^\| `([^`]+)`(.*?)\|/gm)].map(([, cell, rest]) => [cell, rest?.trim()]);

test('the page for authors has a row for every rule, and says which run on request', () => {
  const rows = new Map(firstCells.map(([cell, rest]) => [cell, rest === '(on request)']));
  for (const { id, onRequest } of [...rules, ...treeRules])
    expect([id, rows.get(id)]).toEqual([id, onRequest === true]);
});

test('the page for authors has a row for every language, with its marks', () => {
  for (const { language, quotes } of locales) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${language}\` |`)) ?? '';
    for (const mark of [...quotes.outer, ...quotes.inner])
      expect([language, row.includes(mark)]).toEqual([language, true]);
  }
});

test('the page for authors names every setting of a rule', () => {
  for (const { settings } of rules)
    for (const setting of settings ?? []) expect(page).toContain(`\`${setting}\``);
});
