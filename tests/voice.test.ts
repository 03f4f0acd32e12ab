/** How Octavo speaks: the sentences of its messages, read out of `src` as they are typed. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const SRC = new URL('../src/', import.meta.url);

/** What makes a message of an id and a sentence. */
const MAKERS = new Set(['error', 'warning', 'info', 'fatal']);

/** A sentence, `…` for each value in it, and where it stands. */
type Sentence = [where: string, text: string];

/** The texts that an expression may be, without those that another part of the code makes. */
function textsOf(node: ts.Expression | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')];
  return ts.isConditionalExpression(node) ? [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)] : [];
}

/** The sentence of a message, where a node is one: a maker's second argument, or what is called `reason`. */
function reasonIn(node: ts.Node): ts.Expression | undefined {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && MAKERS.has(node.expression.text))
    return node.arguments[1];
  const named = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node);
  return named && node.name.getText() === 'reason' ? node.initializer : undefined;
}

const literals: Sentence[] = [];
const reasons: Sentence[] = [];

for (const name of readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((one) =>
  one.endsWith('.ts'),
)) {
  const file = ts.createSourceFile(
    name,
    readFileSync(new URL(name, SRC), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const visit = (node: ts.Node): void => {
    const where = `${name}:${String(file.getLineAndCharacterOfPosition(node.getStart()).line + 1)}`;
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node))
      for (const text of textsOf(node)) literals.push([where, text]);
    for (const text of textsOf(reasonIn(node))) reasons.push([where, text]);
    ts.forEachChild(node, visit);
  };
  visit(file);
}

const breaking = (sentences: readonly Sentence[], breaks: (text: string) => boolean): string[] =>
  sentences.filter(([, text]) => breaks(text)).map(([where, text]) => `${where}: ${text}`);

test('the sentences are found', () => {
  expect(reasons.length).toBeGreaterThan(400);
});

test('“Unexpected” speaks of what is typed, beside what should stand there', () => {
  expect(
    breaking(
      literals,
      (text) =>
        /^(?:octavo: |error: )?Unexpected\b/.test(text) && !/Unexpected `[^`]+`.*, expected /s.test(text),
    ),
  ).toEqual([]);
});

test('a message has no full stop at its end', () => {
  expect(breaking(reasons, (text) => /\.$/.test(text))).toEqual([]);
});

test('a message says who does what', () => {
  expect(
    breaking(reasons, (text) => /\b(?:is|are) (?:said|told|taken|given back|passed over)\b/.test(text)),
  ).toEqual([]);
});
