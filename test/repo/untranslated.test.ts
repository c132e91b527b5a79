// No sentence for people goes round the translations: in the client all of them go through `l10n.t`, in the
// server all are made of messages.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { literals, type Literal } from "../kit/literals.ts";

const root = join(import.meta.dirname, "../..");

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`);

/** What a person would read as words: two of them, or one that begins like a title. */
const words = /\p{L}{2,}[,:;]? (?:\p{L}{2,}|\{\})|^\p{Lu}\p{Ll}{2,}$/u;

const isForPeople = ({ text }: Literal): boolean => words.test(text.replaceAll(/\$\{[^}]*\}/g, "{}"));

/** The code before strings that no person is shown, or that are translated, with the reason. */
const exempt: readonly (readonly [before: RegExp, reason: string])[] = [
  [/\b(?:l10n\.t|translate)\([^()]*$/, "translated"],
  [/\b(?:output|console|log)\.(?:info|warn|error)\($/, "the log, which is English"],
  [/\battempt\($/, "names what failed in the log"],
  [/\bguard(?:<[^()]*>)?\( ?$/, "names a request in the log"],
  [/\bRequestCancelled, $/, "nobody is told of what was cancelled"],
];

/** Strings that stay in English wherever they are, with the reason. */
const asItIs: readonly (readonly [file: RegExp, text: RegExp, reason: string])[] = [
  [/./, /^Design Docs$/, "the name of the extension"],
  [/\/practice-(?:texts|client)\.ts$/, /./, "a text that the server reads for practice"],
  [
    /\/lifecycle\/(?:closing-words|steps|side-step|dated-fields)\.ts$/,
    /./,
    "what templates call statuses and fields",
  ],
  [
    /\/(?:lifecycle\/(?:decision|succession)|link-implementation)\.ts$/,
    /./,
    "what is written into a document, for all who read it",
  ],
  [
    /\/(?:design-title|pull-request)\.ts$/,
    /./,
    "what templates call sections, and how a pull request is titled",
  ],
  [
    /\/overview\/(?:gantt|graph|page|pie|index-edit)\.ts$/,
    /./,
    "the language of Mermaid, and comments that are read again",
  ],
  [/\/tools\/words\.ts$/, /./, "what a language model is told, which is in English as its prompts are"],
  [/\/complete-people\.ts$/, /^(?:Decision|Approval)/, "what templates call a section"],
  [/\/status-meaning\.ts$/, /in progress$/, "what templates call a status"],
  [/\/suppress\.ts$/, /<!-- design-docs-/, "a comment that the linter reads"],
];

/** The strings of a file that a person would read and no translator sees. */
function untranslated(file: string): readonly string[] {
  return literals(readFileSync(join(root, file), "utf8"))
    .filter(isForPeople)
    .filter(({ before }) => !exempt.some(([pattern]) => pattern.test(before)))
    .filter(({ text }) => !asItIs.some(([where, what]) => where.test(file) && what.test(text)))
    .map(({ text, line }) => `${file}:${line} ${text}`);
}

describe("every sentence is one that can be translated", () => {
  for (const folder of ["client/src", "server/src/lsp", "server/src/features"]) {
    it(folder, () => assert.deepEqual(sourcesIn(folder).flatMap(untranslated), []));
  }
});

it("the client names what it translates where it asks for it, so that the bundle has it", () => {
  const other = sourcesIn("client/src").filter((file) =>
    /(?:\bl10n\.t|(?<![\w.])translate)\(\s*(?!["\s])/.test(readFileSync(join(root, file), "utf8")),
  );
  assert.deepEqual(other, []);
});

describe("the reader of strings", () => {
  it("finds those outside of comments and regular expressions", () => {
    const source =
      'const a = "one"; // "two"\n/* `three` */ b(/["\'`]/g, `four ${c("five")}`);\nx / 2 + "six" / 3;';
    assert.deepEqual(
      literals(source).map(({ text, line }) => [text, line]),
      [
        ["one", 1],
        ['four ${c("five")}', 2],
        ["six", 3],
      ],
    );
  });

  it("sees what comes before", () => {
    const [first] = literals('show(l10n.t(\n  "Some words",\n))');
    assert.equal(first?.before, "show(l10n.t( ");
  });
});

it("each exemption is needed", () => {
  const all = ["client/src", "server/src/lsp", "server/src/features"]
    .flatMap(sourcesIn)
    .flatMap((file) => literals(readFileSync(join(root, file), "utf8")))
    .filter(isForPeople);
  const idle = exempt.filter(([pattern]) => !all.some(({ before }) => pattern.test(before)));
  assert.deepEqual(
    idle.map(([, reason]) => reason),
    [],
  );
});
