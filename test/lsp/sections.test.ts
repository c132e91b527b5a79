import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { InlayHintRequest } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { InsertMissing, type InsertMissingResult } from "../../server/src/protocol/protocol.ts";
import {
  Guidance,
  MoveSection,
  Sections,
  type GuidanceResult,
  type MoveSectionParams,
  type MoveSectionResult,
  type SectionsResult,
} from "../../server/src/protocol/sections.ts";
import { startTestClient, type TestClient } from "../kit/protocol.ts";
import { complete, incomplete, template, templateUri, uri } from "./sample.ts";

const files = { [templateUri]: template };

async function opened(text: string): Promise<TestClient> {
  const client = await startTestClient({ files });
  await client.open(uri, text);
  return client;
}

const other = { uri: "file:///w/notes.md" };

describe("designDocs/sections", () => {
  it("has the sections that are there and those that are missing", async () => {
    const client = await opened(incomplete);
    const result = await client.connection.sendRequest<SectionsResult>(Sections, { uri });
    assert.deepEqual(result, {
      version: 1,
      written: 1,
      total: 2,
      sections: [
        {
          name: "Goals",
          state: "written",
          own: false,
          required: true,
          place: {
            heading: { start: { line: 4, character: 0 }, end: { line: 4, character: 8 } },
            extent: { start: { line: 4, character: 0 }, end: { line: 7, character: 0 } },
            movable: true,
            anchor: "goals",
          },
          wanted: { index: 0, title: "Goals" },
          children: [],
        },
        {
          name: "Risks",
          state: "missing",
          own: false,
          required: true,
          wanted: { index: 1, title: "Risks" },
          children: [],
        },
      ],
    });
  });

  it("leads to a section that is inserted alone", async () => {
    const client = await opened("# Sync engine\n\nStatus: DRAFT\n");
    const only = { index: 1, title: "Risks" };
    const result = await client.connection.sendRequest<InsertMissingResult>(InsertMissing, { uri, only });
    assert.deepEqual(result.titles, ["Risks"]);
    assert.equal(result.edits.length, 1);
  });
});

describe("designDocs/moveSection", () => {
  const move = (client: TestClient, params: Omit<MoveSectionParams, "uri">): Promise<MoveSectionResult> =>
    client.connection.sendRequest<MoveSectionResult>(MoveSection, { uri, ...params });

  it("moves the section around a place, and tells where its heading goes", async () => {
    const client = await opened(complete);
    const result = await move(client, { position: { line: 10, character: 4 }, to: "up" });
    assert.ok(result?.kind === "moved");
    const text = TextDocument.applyEdits(TextDocument.create(uri, "markdown", 1, complete), [
      ...result.edits,
    ]);
    const [head, goals, risks] = complete.split(/^(?=## )/m);
    assert.equal(text, `${head}${risks?.trimEnd()}\n\n${goals?.trimEnd()}\n`);
    assert.deepEqual(
      [result.version, result.from.start.line, result.from.end.line, result.at.line, result.note],
      [1, 8, 11, 4, ""],
    );
  });

  it("says why it does not", async () => {
    const client = await opened(complete);
    const result = await move(client, { position: { line: 4, character: 0 }, to: "up" });
    assert.deepEqual(result, { kind: "refused", reason: "“Goals” is the first section here." });
  });

  it("tells that numbers stay", async () => {
    const client = await opened(complete.replace("## Risks", "## 2. Risks"));
    const result = await move(client, {
      position: { line: 8, character: 0 },
      to: { before: { line: 4, character: 0 } },
    });
    assert.match(result?.kind === "moved" ? result.note : "", /numbers/);
  });
});

describe("designDocs/guidance", () => {
  it("has the ranges of what is left of the template", async () => {
    const client = await opened(complete.replace("Phones work offline.", "What it is for."));
    const result = await client.connection.sendRequest<GuidanceResult>(Guidance, { uri });
    const range = { start: { line: 6, character: 0 }, end: { line: 6, character: 15 } };
    assert.deepEqual(result, { version: 1, ranges: [range] });
  });
});

it("files that are no design documents have no sections, no guidance and nothing to move", async () => {
  const client = await startTestClient();
  await client.open(other.uri, complete);
  for (const method of [Sections, Guidance])
    assert.equal(await client.connection.sendRequest(method, other), null);
  const params = { ...other, position: { line: 4, character: 0 }, to: "up" };
  assert.equal(await client.connection.sendRequest(MoveSection, params), null);
});

describe("inlay hints", () => {
  it("say how much of a limit is used, in the range that is asked for", async () => {
    const limited = template.replace(
      "What it is for.",
      "<!-- design-docs: expect: sentences 1 -->\n\nWhat it is for.",
    );
    const client = await startTestClient({ files: { [templateUri]: limited } });
    await client.open(uri, complete);
    const ask = (start: number, end: number) =>
      client.connection.sendRequest(InlayHintRequest.type, {
        textDocument: { uri },
        range: { start: { line: start, character: 0 }, end: { line: end, character: 0 } },
      });
    const hint = {
      position: { line: 4, character: 8 },
      label: "1 of one sentence",
      tooltip: "The template allows 1 at most.",
      paddingLeft: true,
    };
    assert.deepEqual(await ask(0, 11), [hint]);
    assert.deepEqual(await ask(9, 10), []);
  });
});
