// Writes docs/library.md: what the package's entries export, from the docstrings. `tests/library.test.ts` holds the page
// against them, and runs each example.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const ENTRIES = {
  octavo: 'src/index.ts',
  'octavo/typography': 'src/typography/text.ts',
  'octavo/remark': 'src/typography/remark.ts',
};

const INTRODUCTION = `# The library

What \`import … from 'octavo'\` gives. A change of it is a change of version. Nothing prints, nothing exits, and what is wrong with a book is a message, not an exception; errors of the system are thrown. The types are strict, and compile without \`skipLibCheck\`. The examples run as tests, in a project whose \`manuscripts/\` hold one book, \`tide\`.

\`octavo/typography\` and \`octavo/remark\` load in a few milliseconds, in browsers too: [typography-everywhere.md](typography-everywhere.md). What \`octavo.config.mjs\` may hold: [plugins.md](plugins.md).
`;

const parsed = new Map();
/** A file of src, parsed. */
function sourceOf(file) {
  const known = parsed.get(file);
  if (known) return known;
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  parsed.set(file, source);
  return source;
}

/** What a module exports by name: the file that it stands in, and whether it is a type. */
function exportsOf(file) {
  return sourceOf(file).statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement) && statement.exportClause && statement.moduleSpecifier) {
      const from = join(dirname(file), statement.moduleSpecifier.text.replace(/\.js$/, '.ts'));
      return statement.exportClause.elements.flatMap(({ name }) => declarationOf(from, name.text));
    }
    return isExported(statement) ? declarationOf(file, nameOf(statement)) : [];
  });
}

const isExported = (node) =>
  ts.canHaveModifiers(node) &&
  ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;

const nameOf = (node) =>
  ts.isVariableStatement(node) ? node.declarationList.declarations[0].name.text : node.name?.text;

/** A declaration by its name, wherever its file has it from. */
function declarationOf(file, name) {
  for (const statement of sourceOf(file).statements) {
    if (isExported(statement) && nameOf(statement) === name) return [{ name, statement }];
    if (ts.isExportDeclaration(statement) && statement.exportClause && statement.moduleSpecifier)
      for (const one of statement.exportClause.elements)
        if (one.name.text === name)
          return declarationOf(
            join(dirname(file), statement.moduleSpecifier.text.replace(/\.js$/, '.ts')),
            name,
          );
  }
  return [];
}

/** The words of a docstring, and its example. */
function docOf(statement) {
  const [doc] = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc);
  const words = ts.getTextOfJSDocComment(doc?.comment) ?? '';
  const tag = doc?.tags?.find(({ tagName }) => tagName.text === 'example');
  const example = /```js\n([^]*?)```/.exec(ts.getTextOfJSDocComment(tag?.comment) ?? '')?.[1];
  return { words: words.replaceAll(/\s*\n\s*/g, ' ').trim(), example };
}

/** A function's head as it is declared, or a value's type. */
function signatureOf(statement) {
  const text = (node) =>
    node
      .getText()
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/([([]) | (?=[)\]])|,(?= [)\]])/g, '$1');
  const head = (node, name) =>
    `${name}(${node.parameters.map((one) => text(one).replace(/^\{[^}]*\}/, 'options')).join(', ')})${node.type ? `: ${text(node.type)}` : ''}`;
  if (ts.isFunctionDeclaration(statement)) return `function ${head(statement, statement.name.text)}`;
  const [{ name, type, initializer }] = statement.declarationList.declarations;
  if (initializer && ts.isArrowFunction(initializer)) return `function ${head(initializer, name.text)}`;
  return `const ${name.text}${type ? `: ${text(type)}` : ''}`;
}

/** The members of an interface, a row each. */
function membersOf(statement) {
  return statement.members.map((member) => {
    const type = member.type?.getText().replaceAll(/\s+/g, ' ') ?? member.getText();
    const name = `${member.name?.getText() ?? ''}${member.questionToken ? '?' : ''}`;
    return `| \`${name}\` | \`${type.replaceAll('|', '\\|')}\` | ${docOf(member).words.replaceAll('|', '\\|')} |`;
  });
}

const isType = ({ statement }) =>
  ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);

/** Each example, with what exports it. */
export function examples() {
  return Object.entries(ENTRIES).flatMap(([entry, file]) =>
    exportsOf(file)
      .filter((one) => !isType(one))
      .map(({ name, statement }) => ({ entry, name, example: docOf(statement).example })),
  );
}

/** The page. */
export function libraryPage() {
  const told = new Set();
  const parts = [INTRODUCTION];
  for (const [entry, file] of Object.entries(ENTRIES)) {
    parts.push(`## \`${entry}\`\n`);
    const all = exportsOf(file);
    for (const { name, statement } of all.filter((one) => !isType(one))) {
      const { words, example } = docOf(statement);
      parts.push(`### ${name}\n`, `\`\`\`ts\n${signatureOf(statement)}\n\`\`\`\n`, `${words}\n`);
      if (example) parts.push(`\`\`\`js\n${example}\`\`\`\n`);
    }
    const types = all.filter((one) => isType(one) && !told.has(one.name));
    if (types.length > 0) parts.push(`### Types of \`${entry}\`\n`);
    for (const { name, statement } of types) {
      told.add(name);
      const above =
        statement.heritageClauses?.flatMap(({ types: ones }) => ones.map((one) => one.getText())) ?? [];
      parts.push(`#### ${name}\n`);
      const more =
        above.length > 0 ? ` Also what ${above.map((one) => `\`${one}\``).join(' and ')} has.` : '';
      parts.push(`${docOf(statement).words}${more}\n`);
      if (ts.isInterfaceDeclaration(statement) && statement.members.length > 0)
        parts.push(`| key | type | |\n|---|---|---|\n${membersOf(statement).join('\n')}\n`);
    }
    if (entry === 'octavo')
      parts.push(
        'The values that pass between the stages (`RawBook`, `Manuscript`, `Book`, `ContentDocument`, `Package`, `Message` …) are exported as types, too: [`src/types.ts`](../src/types.ts) says what each holds.\n',
      );
  }
  return parts.join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(resolve(root, 'docs/library.md'), libraryPage());
