import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Card, Facts } from "../../server/src/facts/facts.ts";
import { definition } from "../../server/src/features/definition.ts";
import { documentPreview } from "../../server/src/features/document-preview.ts";
import { mentionsIn } from "../../server/src/features/mentions.ts";
import { references } from "../../server/src/features/references.ts";
import type { Analysis } from "../../server/src/service.ts";
import { slice } from "../../server/src/text/span.ts";
import { analyse } from "../kit/analyse.ts";
import { mark, unmark } from "../kit/markers.ts";

const uri = "file:///w/docs/rfcs/0001-sync.md";

const card = (path: string, title = "", more: Partial<Card> = {}): Card => ({
  uri: `file:///w/${path}`,
  path,
  fileName: path.replace(/^.*\//, ""),
  title,
  status: "APPROVED",
  stage: "approved",
  supersedes: [],
  supersededBy: [],
  ...more,
});

const others: readonly Card[] = [
  card("docs/rfcs/0012-queue.md", "Message queue"),
  card("docs/adr/0007-notes.md", "Keep notes in SQLite", { supersededBy: [uri] }),
  card("docs/designs/2026-01-04-carrier-design.md", "Carrier switch", { supersedes: [uri] }),
  card("docs/designs/2119-words.md", "Words"),
  card("docs/designs/2200-later.md", "Later", { depends: [uri] }),
];

const read = (text: string, given: Partial<Facts> = {}): Analysis => analyse(text, { uri, others, ...given });

const mentions: Readonly<Record<string, string>> = {
  "an id with the name of the document’s folder": "# S\n\n## Goals\n\nAs ⟦RFC 12⟧ says, and ⟦ADR-0007⟧.\n",
  "an id in a list, not in code": "# S\n\n- see ⟦RFC-12⟧\n\n`RFC 12`\n",
  "no standard that has a document’s number by chance": "# S\n\nThe words of RFC 2119 and ISO 12.\n",
  "no id that nobody has, and no part of a longer one": "# S\n\nRFC 13, RFC 12.1, RFC 12-3, XRFC 12, UTF-8\n",
  "links, and not what they say by their text": "# S\n\n⟦[RFC 12](../adr/0007-notes.md)⟧\n",
  "a file’s name in the header": "# S\n\nStatus: APPROVED\nSupersedes: ⟦0007-notes.md⟧\n\n## Goals\n",
  "the status": "# S\n\nStatus: Superseded by ⟦RFC 12⟧\n",
  "nothing of the document itself": "# S\n\nRFC 1 and [this](0001-sync.md) and [that](#s).\n",
};

describe("mentions of other documents", () => {
  for (const [name, marked] of Object.entries(mentions))
    it(name, () => {
      const { text } = unmark(marked);
      const spans = mentionsIn(read(text)).map(({ span }) => span);
      assert.equal(mark(text, spans), marked);
    });

  it("are none while the other documents are not known", () => {
    const text = "# S\n\nRFC 12\n";
    assert.deepEqual(mentionsIn(analyse(text, { uri })), []);
  });

  it("are none where two documents could be meant", () => {
    const two = [...others, card("rfcs/0012-other.md")];
    assert.deepEqual(mentionsIn(read("# S\n\nRFC 12\n", { others: two })), []);
  });
});

describe("definitions", () => {
  const targets: Facts["targets"] = new Map([
    ["notes.md", { kind: "file", uri: "file:///w/docs/rfcs/notes.md" }],
    ["gone.md", { kind: "absent" }],
  ]);
  const at = (marked: string, links: boolean): string | undefined => {
    const { text, carets } = unmark(marked);
    const found = definition(read(text, { targets }), carets[0] ?? 0, { links });
    return found && (found.uri ?? slice(text, found.target));
  };
  const cases = [
    { text: "# S\n\nRFC▮ 12\n", links: false, leads: others[0]?.uri },
    { text: "# S\n\n[queue▮](0012-queue.md)\n", links: false, leads: undefined },
    { text: "# S\n\n[queue▮](0012-queue.md)\n", links: true, leads: others[0]?.uri },
    { text: "# S\n\n[notes▮](notes.md#x)\n", links: true, leads: "file:///w/docs/rfcs/notes.md" },
    { text: "# S\n\n[gone▮](gone.md)\n", links: true, leads: undefined },
    { text: "# S\n\n[goals▮](#goals)\n\n## Goals\n", links: true, leads: "## Goals" },
    { text: "# S\n\n[goals▮](#goals)\n\n## Goals\n", links: false, leads: undefined },
    { text: "# S\n\n[plans▮](#plans)\n", links: true, leads: undefined },
    { text: "# S\n\nFor R▮1.\n\n- R1: Phones work.\n", links: false, leads: "R1" },
    { text: "# S\n\n[R▮1](#goals)\n\n- R1: Phones work.\n", links: false, leads: undefined },
    { text: "# S\n\nFor R▮2.\n\n- R1: Phones work.\n", links: true, leads: undefined },
    { text: "# S\n\nNo▮thing\n", links: true, leads: undefined },
  ];
  for (const { text, links, leads } of cases)
    it(`${JSON.stringify(text)}${links ? ", links too" : ""}`, () => assert.equal(at(text, links), leads));
});

describe("references", () => {
  const at = (marked: string): readonly string[] => {
    const { text, carets } = unmark(marked);
    return references(read(text), carets[0] ?? 0).map(({ path }) => path);
  };
  const both = [
    "docs/adr/0007-notes.md",
    "docs/designs/2026-01-04-carrier-design.md",
    "docs/designs/2200-later.md",
  ];
  it("of the title and the status are the documents that name this one in their headers", () => {
    assert.deepEqual(at("# S▮ync\n\nStatus: DRAFT\n"), both);
    assert.deepEqual(at("# Sync\n\nStatus: DR▮AFT\n"), both);
    assert.deepEqual(at("# Sync\n\nStatus: DRAFT\n\n## Go▮als\n"), []);
  });
});

describe("the preview of a document", () => {
  const summary = "## Summary\n\nA queue takes *orders* to the warehouse. It replaces the nightly file.\n";
  it("has its title, status, author, date and first sentence", () => {
    const text = `# Message [queue]\n\nStatus: in review\nAuthor: Ada Example <ada@example.com>\nDate: 2026-01-05\n\n${summary}`;
    assert.deepEqual(documentPreview(read(text), "docs/a.md"), [
      String.raw`**Message \[queue\]**`,
      "IN REVIEW · Ada Example · 2026-01-05",
      "A queue takes orders to the warehouse.",
    ]);
  });
  it("leaves out what is not there or not filled in", () => {
    const text =
      "Status: DRAFT\nAuthor: YOUR NAME <you@example.com>\nDate: YYYY-MM-DD\n\n## Summary\n\nTBD\n";
    assert.deepEqual(documentPreview(read(text), "docs/a.md"), ["**docs/a.md**", "DRAFT"]);
    assert.deepEqual(documentPreview(read(""), "docs/a.md"), ["**docs/a.md**"]);
  });
});
