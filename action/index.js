// Made of src/action by `npm run action`. Do not edit.

// src/action/index.ts
import { dirname as dirname2 } from "node:path";
import { fileURLToPath } from "node:url";

// src/action/commands.ts
import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
var escapeData = (text) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
var escapeProperty = (text) => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
function annotation(kind, text, properties = {}) {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${[kind, given.join(",")].filter(Boolean).join(" ")}::${escapeData(text)}`;
}
function annotationOf(message, workspace) {
  const { severity, id, reason, hint, path, place } = message;
  return annotation(severity === "info" ? "notice" : severity, [reason, hint].filter(Boolean).join("\n"), {
    ...path === void 0 ? {} : { file: fromRoot(path, workspace) },
    ...path !== void 0 && place ? { line: place.line, col: place.column } : {},
    title: id
  });
}
var fromRoot = (path, workspace) => relative(workspace, resolve(workspace, path)).replaceAll(sep, "/");
function unheard() {
  const word = randomUUID();
  return [`::stop-commands::${word}`, `::${word}::`];
}
function writeOutputs(file, outputs) {
  if (!file) return;
  const entries = Object.entries(outputs).map(([name, value]) => {
    const end = `end-${randomUUID()}`;
    return `${name}<<${end}
${value}
${end}
`;
  });
  appendFileSync(file, entries.join(""));
}
function writeSummary(file, markdown) {
  if (file) appendFileSync(file, markdown);
}

// src/action/inputs.ts
var BOOLEANS = /* @__PURE__ */ new Map([
  ["true", true],
  ["false", false]
]);
function readInputs(env) {
  const refusals = [];
  const text = (name) => (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
  const refuse = (input, found, expected) => {
    refusals.push({
      input,
      reason: `Unexpected \`${found}\` for the input \`${input}\`, expected ${expected}`
    });
  };
  const boolean = (name, fallback) => {
    const given = text(name);
    if (given === "") return fallback;
    const value = BOOLEANS.get(given.toLowerCase());
    if (value === void 0) refuse(name, given, "`true` or `false`");
    return value ?? fallback;
  };
  const validate = text("validate").toLowerCase();
  if (!["", "true", "strict"].includes(validate)) {
    refuse("validate", validate, "`true` or `strict`: what is released is always validated");
  }
  const attach = boolean("attach", false);
  const tag = text("tag") || (env.GITHUB_REF_TYPE === "tag" ? env.GITHUB_REF_NAME : void 0);
  if (attach && !tag) {
    const reason = "No tag started this run, so there is no release to attach to; name one as the input `tag`";
    refusals.push({ input: "tag", reason });
  }
  return {
    value: {
      books: text("book").split("\n").map((line) => line.trim()).filter(Boolean),
      formats: text("formats").split(/[\s,]+/).filter(Boolean),
      strict: validate === "strict",
      attach,
      tag,
      draft: boolean("draft", false),
      since: text("since"),
      checksums: boolean("checksums", true),
      token: text("token")
    },
    refusals
  };
}

// src/action/octavo.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
var findOctavo = (workspace, action) => {
  const found = [join(workspace, "node_modules", "octavo"), action].map(octavoIn);
  return found.find((octavo) => octavo?.isReady) ?? found.at(-1);
};
function octavoIn(root) {
  const manifest = join(root, "package.json");
  if (!existsSync(manifest)) return void 0;
  const { name, version, bin } = JSON.parse(readFileSync(manifest, "utf8"));
  if (name !== "octavo" || version === void 0 || bin?.octavo === void 0) return void 0;
  const path = join(root, bin.octavo);
  const hasPackages = existsSync(join(root, "node_modules")) || basename(dirname(root)) === "node_modules";
  return { root, version, bin: path, isReady: existsSync(path) && hasPackages };
}
var PREPARATION = [
  ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
  ["node", "scripts/compile.mjs", "--no-types"]
];
async function prepare(root, options) {
  for (const [command, ...argv] of PREPARATION) {
    const { code, out } = await runProcess(command, argv, { ...options, cwd: root });
    for (const line of out.split("\n").filter(Boolean)) options.say(line);
    if (code !== 0) return false;
  }
  return true;
}
async function runProcess(command, argv, options) {
  const { cwd, env, say } = options;
  const shell = command === "npm" && process.platform === "win32";
  const child = spawn(command === "node" ? process.execPath : command, argv, {
    cwd,
    env,
    shell,
    stdio: ["ignore", "pipe", "pipe"]
  });
  const parts = [];
  child.stdout.on("data", (part) => parts.push(part));
  createInterface({ input: child.stderr }).on("line", say);
  try {
    const [code] = await once(child, "close");
    return { code, out: Buffer.concat(parts).toString("utf8") };
  } catch (cause) {
    say(`${command}: ${cause.message}`);
    return { code: null, out: "" };
  }
}
var OURS = /^(?:INPUT_|ACTIONS_|GITHUB_TOKEN$|GH_TOKEN$)/i;
var environmentFor = (env, token) => ({
  ...Object.fromEntries(Object.entries(env).filter(([name]) => !OURS.test(name))),
  ...token === void 0 ? {} : { GITHUB_TOKEN: token }
});

// src/action/report.ts
function readReport(text) {
  try {
    const value = JSON.parse(text);
    return Array.isArray(value?.books) ? { generator: "", messages: [], ...value, books: value.books } : void 0;
  } catch {
    return void 0;
  }
}
var messagesOf = ({ messages, books }) => [
  ...messages,
  ...books.flatMap((book) => book.messages)
];
function versionOf({ books }) {
  const versions = new Set(books.map(({ version = "" }) => version));
  return versions.size === 1 ? String([...versions][0]) : "";
}

// src/action/summary.ts
var COVER = 160;
var QUOTED = 200;
var LONGEST = 25e4;
var escaped = (text) => {
  const letters = Array.from(text.replace(/[\p{Cc}\s]+/gu, " ").trim());
  return whole(letters.length > QUOTED ? `${letters.slice(0, QUOTED).join("")}…` : letters.join(""));
};
var whole = (text) => text.replace(/[!-/:-@[-`{-~]/g, (mark) => `&#${String(mark.charCodeAt(0))};`);
var row = (cells) => `| ${cells.join(" | ")} |`;
var table = (columns, rows) => rows.length === 0 ? [] : [
  row(Object.keys(columns)),
  row(Object.values(columns).map((kind) => kind === "number" ? "--:" : "---")),
  ...rows.map(row),
  ""
];
function summaryOf(report) {
  const { books, attached } = report;
  const files = books.flatMap((book) => book.files);
  const messages = messagesOf(report).filter(({ severity }) => severity !== "info");
  const name = books.length === 1 ? escaped(books[0]?.title ?? "") : `${String(books.length || "No")} books`;
  const lines = [
    `## ${[name, escaped(versionOf(report))].filter(Boolean).join(", ")}`,
    "",
    ...attached ? [attachedLine(attached), ""] : [],
    ...covers(books),
    ...table(
      { book: "text", words: "number", sections: "number", "unsure marks": "number", messages: "number" },
      books.map(bookRow)
    ),
    ...table({ file: "text", size: "number", "SHA-256": "text" }, files.map(fileRow)),
    ...files.length > 0 ? [] : ["Nothing is released.", ""],
    ...books.some(({ unsure }) => unsure > 0) ? ["`octavo proof` shows each unsure mark, and how to settle it.", ""] : [],
    ...table({ "": "text", where: "text", what: "text" }, messages.map(messageRow)),
    escaped(report.generator),
    ""
  ];
  return within(lines);
}
var attachedLine = ({ url, isDraft }) => `${isDraft ? "Waiting as a draft of" : "Attached to"} <a href="${whole(url)}">the release</a>.`;
var bookRow = ({ title, version, words, sections, unsure, messages }) => [
  [escaped(title), version === void 0 ? "" : `(${escaped(version)})`].filter(Boolean).join(" "),
  words.toLocaleString("en"),
  String(sections),
  String(unsure),
  String(messages.filter(({ severity }) => severity !== "info").length)
];
function covers(books) {
  const pictures = books.flatMap(
    ({ cover, files: [file], title }) => cover?.url === void 0 || file?.url === void 0 ? [] : [
      `<a href="${whole(file.url)}"><img src="${whole(cover.url)}" height="${String(COVER)}" alt="${escaped(title)}"></a>`
    ]
  );
  return pictures.length > 0 ? [pictures.join(" "), ""] : [];
}
var fileRow = ({ name, size, sha256, url }) => [
  url === void 0 ? escaped(name) : `<a href="${whole(url)}">${escaped(name)}</a>`,
  `${(size / 1e3).toLocaleString("en", { maximumFractionDigits: 0 })} kB`,
  `\`${sha256}\``
];
var messageRow = ({ severity, path, place, reason, hint, id }) => [
  severity,
  escaped([path, place?.line, place?.column].filter((part) => part !== void 0).join(":")),
  [escaped(reason), hint === void 0 ? "" : `<br>${escaped(hint)}`, ` (${escaped(id)})`].join("")
];
function within(lines) {
  let length = 0;
  const shown = lines.filter((line) => (length += line.length + 1) <= LONGEST);
  const rest = lines.length - shown.length;
  return [...shown, ...rest > 0 ? [`${String(rest)} more lines are left out.`, ""] : []].join("\n");
}

// src/action/index.ts
var SHOWN = 10;
var OUT = "dist";
var USAGE = 2;
async function main(env) {
  const { value: inputs, refusals } = readInputs(env);
  const redacted = without(inputs.token);
  const log = (line) => {
    process.stdout.write(`${redacted(line)}
`);
  };
  if (refusals.length > 0) {
    for (const { input, reason } of refusals) log(annotation("error", reason, { title: `input ${input}` }));
    return USAGE;
  }
  const workspace = env.GITHUB_WORKSPACE ?? process.cwd();
  const folder = dirname2(dirname2(fileURLToPath(import.meta.url)));
  const octavo = findOctavo(workspace, folder);
  if (!octavo) {
    log(annotation("error", `\`${folder}\` is neither Octavo’s package nor a checkout of it`));
    return USAGE;
  }
  const [stop, go] = unheard();
  log(stop);
  const { run, last } = await runOctavo(octavo, inputs, { workspace, env, log });
  log(go);
  const report = readReport(redacted(run.out));
  if (!report) {
    const reason = `Octavo ${octavo.version} ended without a report: ${last || "it printed nothing"}`;
    log(annotation("error", reason));
    return run.code === null || run.code === 0 ? USAGE : run.code;
  }
  annotate(report, workspace, log);
  if (run.code === 0) writeOutputs(env.GITHUB_OUTPUT, outputsOf(report));
  writeSummary(env.GITHUB_STEP_SUMMARY, summaryOf(report));
  return run.code ?? USAGE;
}
var without = (token) => (text) => token === "" ? text : text.replaceAll(token, "***");
async function runOctavo(octavo, inputs, { workspace, env, log }) {
  let last = "";
  const say = (line) => {
    last = line.trim() || last;
    log(line);
  };
  log(`Octavo ${octavo.version} in ${octavo.root}`);
  if (!octavo.isReady) {
    log("Making it ready. Faster, and pinned with your book: name `octavo` in your `package.json`.");
    if (!await prepare(octavo.root, { env: environmentFor(env), say })) {
      return { run: { code: USAGE, out: "" }, last };
    }
  }
  const token = inputs.attach ? inputs.token : void 0;
  const run = await runProcess("node", [octavo.bin, ...argumentsFor(inputs)], {
    cwd: workspace,
    env: environmentFor(env, token),
    say
  });
  return { run, last };
}
var argumentsFor = ({ books, formats, strict, since, checksums, attach, tag, draft }) => [
  "release",
  "--json",
  `--out=${OUT}`,
  ...formats.length > 0 ? [`--format=${formats.join(",")}`] : [],
  ...tag === void 0 ? [] : [`--tag=${tag}`],
  ...strict ? ["--strict"] : [],
  ...since === "" ? [] : [`--since=${since}`],
  ...checksums ? [] : ["--no-checksums"],
  ...attach ? ["--attach"] : [],
  ...attach && draft ? ["--draft"] : [],
  "--",
  ...books
];
function annotate(report, workspace, log) {
  for (const severity of ["error", "warning"]) {
    const all = messagesOf(report).filter((message) => message.severity === severity);
    for (const message of all.slice(0, SHOWN)) log(annotationOf(message, workspace));
    const more = all.length - SHOWN;
    if (more > 0) {
      log(
        annotation(
          "notice",
          `${String(more)} more of the kind \`${severity}\` are in the summary of this run`
        )
      );
    }
  }
}
var outputsOf = (report) => ({
  files: report.books.flatMap(({ files }) => files.map(({ path }) => path)).join("\n"),
  version: versionOf(report),
  checksums: report.checksums ?? "",
  report: `${OUT}/release.json`,
  url: report.attached?.url ?? ""
});
process.exitCode = await main(process.env);
