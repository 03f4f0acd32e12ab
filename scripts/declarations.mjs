// Writes the declarations of the library to lib/: those that the package's entries lead to, and no more. What front matter may
// say is inferred from zod's schemas; it is written out, so that no one who uses the library needs zod's 8 MB for types.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { root } from './bundle.mjs';

const LIB = join(root, 'lib');
/** Where the schemas are, and the types of them that others use. */
const SCHEMAS = { file: 'config/schema', types: ['BookMeta', 'SectionMeta', 'Person'] };

const { config } = ts.readConfigFile(join(root, 'tsconfig.build.json'), ts.sys.readFile);
const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const program = ts.createProgram(fileNames, options);
const { diagnostics } = program.emit();
const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
if (problems.length > 0) {
  const host = {
    getCurrentDirectory: () => root,
    getCanonicalFileName: (name) => name,
    getNewLine: () => '\n',
  };
  process.stderr.write(ts.formatDiagnostics(problems, host));
  process.exitCode = 1;
}

const checker = program.getTypeChecker();
const source = program.getSourceFile(join(root, 'src', `${SCHEMAS.file}.ts`));

/** An object's type written out, key by key. */
function writtenOut(symbol) {
  const flags = ts.TypeFormatFlags.NoTruncation;
  const keys = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol)).map((key) => {
    const optional = (key.flags & ts.SymbolFlags.Optional) === 0 ? '' : '?';
    const name = /^\w+$/.test(key.name) ? key.name : JSON.stringify(key.name);
    return `  ${name}${optional}: ${checker.typeToString(checker.getTypeOfSymbol(key), source, flags)};`;
  });
  return `export interface ${symbol.name} {\n${keys.join('\n')}\n}\n`;
}

const declared = checker
  .getExportsOfModule(checker.getSymbolAtLocation(source))
  .filter(({ name }) => SCHEMAS.types.includes(name))
  .map((symbol) =>
    writtenOut(symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol),
  );
writeFileSync(
  join(LIB, `${SCHEMAS.file}.d.ts`),
  `/** What front matter may say: docs/front-matter.md. */\n${declared.join('\n')}`,
);

/** The declarations that one leads to, itself too. */
function ledTo(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)\.js'/g))
    ledTo(resolve(dirname(file), `${name}.d.ts`), found);
  return found;
}

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const kept = new Set(Object.values(exports).flatMap(({ types }) => [...ledTo(join(root, types))]));
for (const entry of readdirSync(LIB, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  if (entry.name.endsWith('.d.ts') && !kept.has(file)) rmSync(file);
}
