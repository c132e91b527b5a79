import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Changes, ReviewLine, type ChangesResult } from "../../server/src/protocol/changes.ts";
import { startTestClient } from "../kit/protocol.ts";
import { complete, template, templateUri, uri } from "./sample.ts";

const files = { [templateUri]: template };
const before = complete.replace("IN REVIEW", "DRAFT").replace("Phones", "Phones all");

describe("changes", () => {
  it("have each section as it was and as it is, and a summary that leads to it", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, complete);
    const answer: unknown = await client.connection.sendRequest(Changes, { uri, base: before, since: "x" });
    assert.deepEqual(answer, {
      version: 1,
      sections: [
        {
          kind: "changed",
          title: "Header",
          detail: "words +2 −1",
          before: "# Sync engine\n\nStatus: DRAFT\n\n",
          now: "# Sync engine\n\nStatus: IN REVIEW\n\n",
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 13 } },
        },
        {
          kind: "changed",
          title: "Goals",
          detail: "words +0 −1",
          before: "## Goals\n\nPhones all work offline.\n\n",
          now: "## Goals\n\nPhones work offline.\n\n",
          range: { start: { line: 4, character: 0 }, end: { line: 4, character: 8 } },
        },
      ],
      unchanged: 1,
      summary:
        "# What changed in “Sync engine”\n\nSince: x\n\n- Sections: 2 changed, 1 as before\n\n## Header\n\n- Status: “DRAFT” is now “IN REVIEW”\n\n## Sections\n\n- Header: words +2 −1\n- Goals: words +0 −1\n",
      links: [
        { line: 8, range: { start: { line: 2, character: 0 }, end: { line: 2, character: 17 } } },
        { line: 12, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 13 } } },
        { line: 13, range: { start: { line: 4, character: 0 }, end: { line: 4, character: 8 } } },
      ],
    } satisfies ChangesResult);
  });

  it("have all as new where there was nothing, and nothing where nothing changed", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, complete);
    const ask = (base?: string): Promise<NonNullable<ChangesResult>> =>
      client.connection.sendRequest(Changes, { uri, since: "x", ...(base === undefined ? {} : { base }) });
    const fresh = await ask();
    assert.deepEqual(
      fresh.sections.map(({ kind }) => kind),
      ["added", "added", "added"],
    );
    assert.match(fresh.summary, /^Since: x\n\nThe document was not there yet, so all of it is new\.\n$/m);
    const same = await ask(complete.replaceAll("\n", "\r\n"));
    assert.deepEqual([same.sections, same.unchanged], [[], 3]);
    assert.match(same.summary, /\n\nNothing that a reader sees has changed\.\n$/);
  });

  it("are none of what is no design document", async () => {
    const client = await startTestClient({ files });
    const other = "file:///w/README.md";
    await client.open(other, "# Readme\n");
    assert.equal(await client.connection.sendRequest(Changes, { uri: other, since: "x", base: "" }), null);
    assert.equal(await client.connection.sendRequest(ReviewLine, { uri: other }), null);
  });

  it("know the line that says the status of what is no draft", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, complete);
    const answer: unknown = await client.connection.sendRequest(ReviewLine, { uri });
    assert.deepEqual(answer, { line: "Status: IN REVIEW", status: "IN REVIEW" });
    await client.change(uri, before);
    assert.equal(await client.connection.sendRequest(ReviewLine, { uri }), null);
  });
});
