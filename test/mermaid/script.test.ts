import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { DiagramFact } from "../../server/src/facts/diagram.ts";
import { lineStarts } from "../../server/src/text/lines.ts";
import { unmark } from "../kit/markers.ts";
import { randomFrom } from "../kit/random.ts";
import { kinds } from "./kinds.ts";
import { startScript } from "./script.ts";

const check = startScript();

/** The text with `▮` where the fact tells a fault: at the end of its line, where it knows no column. */
function marked(text: string, fact: DiagramFact): string {
  if (fact.kind !== "fault") return fact.kind;
  const start = lineStarts(text)[fact.line] ?? Number.NaN;
  const end = start + (/^.*/.exec(text.slice(start))?.[0].length ?? 0);
  const offset = fact.column === undefined ? end : start + fact.column;
  return `${text.slice(0, offset)}▮${text.slice(offset)}`;
}

async function tellsAt(source: string): Promise<void> {
  const { text } = unmark(source);
  assert.equal(marked(text, await check(text)), source);
}

describe("Mermaid's parsers, bundled alone", () => {
  for (const [name, { sound, broken }] of Object.entries(kinds)) {
    it(`${name}: a sound diagram`, async () => assert.deepEqual(await check(sound), { kind: "sound" }));
    for (const source of broken)
      it(`${name}: ${JSON.stringify(source)}`, async () => {
        await tellsAt(source);
      });
  }
});

/** Sources with a fault behind something that Mermaid takes away before it parses. */
const shifted: Readonly<Record<string, string>> = {
  "a title": "---\ntitle: Sync\nconfig:\n  theme: dark\n---\n\nflowchart LR\n  A --> ▮]\n",
  "a directive": "%%{init: {\n  'theme': 'dark'\n}}%%\nflowchart LR\n  A --> ▮]\n",
  "a directive that is followed by a diagram on its line": "%%{init: {'theme': 'dark'}}%% pie\n  \"a\" ▮6\n",
  comments: "%% the phones\n\n%% and the server\nflowchart LR\n  %% one\n\n  A --> B\n  %% two\n  B --> ▮]\n",
  "a comment behind the fault": "flowchart LR\n  A --> ▮]\n  %% one\n  B --> C\n",
  "blank lines at the beginning": "\n\n  \nsequenceDiagram\n  A-B▮\n",
  "empty lines after a brace, in a flowchart": "flowchart LR\n  A{one}\n\n\n  B{two}\n\n  B --> ▮]\n",
  "empty lines in a Sankey diagram": "sankey-beta\n\n\na,b,1\n\n\nb,c▮\n",
  "carriage returns": "---\r\ntitle: x\r\n---\r\nflowchart LR\r\n  %% c\r\n  A --> ▮]\r\n",
  "lone carriage returns": "%% c\rflowchart LR\r  A --> ▮]\r",
  "an element with attributes": 'flowchart LR\n  A["<b class="x">b</b>"] --> ▮]\n',
  "an entity: the column is not known": 'flowchart LR\n  A["#quot;"] --> ]▮\n',
  "all of them":
    "---\ntitle: x\n---\n%%{init: {}}%%\n%% c\n\nclassDiagram\n  %% d\n\n  A <|-- B\n\n  class ▮{\n",
};

describe("places in the source", () => {
  for (const [name, source] of Object.entries(shifted)) it(name, async () => tellsAt(source));
});

/** Sources with what is told of them: one sentence that a person understands. */
const messages: readonly (readonly [string, string])[] = [
  ['pie\n  "a" 6\n', 'expected ":" but found "6"'],
  ["mindmap\n  a[b\n", "expected a closing bracket but found the end of the diagram"],
  [
    "journey\n  section Day\n    Sync\n    Read: 3: A\n",
    "expected a colon and a score but found the end of the line",
  ],
  ["venn-beta\n  set A\n  union A,\n", "expected a name or a text in quotes but found the end of the line"],
  ["flowchart LR\n  A --> --> B\n", 'did not expect "-->"'],
  ["flowchart LR\n  A[one\n", "the diagram ends too early"],
  ["sequenceDiagram\n  A-B hi\n", "the line ends too early"],
  ["flowchart LR\n  A --> ]\n", 'did not expect "]"'],
  [`info\n  ${"long".repeat(40)}\n`, `did not expect "${"long".repeat(9)}lon…"`],
];

describe("messages", () => {
  for (const [source, message] of messages)
    it(message, async () => {
      const fact = await check(source);
      assert.equal(fact.kind === "fault" ? fact.message : fact.kind, message);
    });
});

/** Sources of which nothing can be told. */
const silent: Readonly<Record<string, string>> = {
  nothing: "",
  blanks: "  \n\n\t",
  "a comment alone": "%% later\n",
  "a kind that is not known": "hologram\n  A --> B\n",
  ZenUML: "zenuml\n  A->B: hi\n",
  prose: "This will be a diagram.\n",
  "a title that is no YAML": "---\ntitle: [\n---\nflowchart LR\n  A --> B\n",
  "a title alone": "---\ntitle: x\n---\n",
  "what the parser likes and the diagram does not": "sequenceDiagram\n  deactivate A\n",
  "a branch that is not there": "gitGraph\n  checkout other\n",
  "more than Mermaid draws": `flowchart LR\n${"  A --> B\n".repeat(600)}`,
  "more than Mermaid reads": `flowchart LR\n  A --> ]\n${" ".repeat(50_000)}`,
  "half a surrogate pair": "\ud83d",
  "names of every object": "__proto__\nconstructor\n",
};

describe("what is not told", () => {
  for (const [name, source] of Object.entries(silent))
    it(name, async () => assert.deepEqual(await check(source), { kind: "unknown" }));

  it("is asked in between and changes nothing", async () => {
    await check("%%{init: {'flowchart': {'defaultRenderer': 'elk'}}}%%\nflowchart LR\n  A --> ]\n");
    await tellsAt("graph TD\n  A --> ▮]\n");
    assert.deepEqual(await check("graph TD\n  A --> B\n"), { kind: "sound" });
  });
});

// prettier-ignore
const pieces: readonly string[] = [
  "[", "]", "{", "}", "(", ")", '"', "'", "|", ";", ":", ",", "#", "%%", "%%{", "}%%", "<", ">",
  "\n", "\r\n", "\r", "---\n", "  ", "\t", "\0", "\u2028", "\ud83d\ude80", "\ud83d", "é",
  "-->", "->>", "end", "subgraph", "class", "state", "<br/>", "%% c\n", "#quot;", "@{", "1e9", "$&",
];

describe("any text", () => {
  it("is answered with a place within it", async () => {
    const random = randomFrom(7);
    const one = (texts: readonly string[]): string => texts[random.below(texts.length)] ?? "";
    const heads = Object.values(kinds).map(({ sound }) => sound);
    let told = 0;
    for (let round = 0; round < 100; round++) {
      const sound = one(heads);
      const cut = random.below(sound.length + 1);
      const noise = Array.from({ length: random.below(4) }, () => one(pieces)).join("");
      const source = `${sound.slice(0, cut)}${noise}${sound.slice(cut + random.below(3))}`;
      const fact = await check(source);
      if (fact.kind !== "fault") continue;
      told++;
      const lines = source.split(/\r\n|\n|\r/);
      const line = lines[fact.line];
      assert.ok(line !== undefined && (fact.column ?? 0) <= line.length, JSON.stringify({ source, fact }));
      assert.ok(fact.message.length <= 120 && !fact.message.includes("\n"), fact.message);
    }
    assert.ok(told > 20, `only ${told} texts had a fault`);
  });
});
