import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  DescribeDocument,
  type DescribeDocumentParams,
  type DescribeDocumentResult,
} from "../../server/src/protocol/tools.ts";
import { startTestClient, type TestClient } from "../kit/protocol.ts";
import { incomplete, template, templateUri, uri } from "./sample.ts";

const files = { [templateUri]: template, [uri]: incomplete };

const described = (client: TestClient, params: DescribeDocumentParams): Promise<DescribeDocumentResult> =>
  client.connection.sendRequest(DescribeDocument, params);

const rulesIn = (found: DescribeDocumentResult): readonly string[] =>
  (found?.findings ?? []).map(({ line, severity, rule }) => `${line} ${severity} ${rule}`);

describe("designDocs/describeDocument", () => {
  it("reads a file that is not open, as it would be judged in an editor", async () => {
    const client = await startTestClient({ files });
    const closed = await described(client, { uri });
    assert.equal(closed?.exists, true);
    assert.equal(closed.status, "IN REVIEW");
    assert.deepEqual([closed.written, closed.total, closed.missing], [1, 2, ["Risks"]]);
    assert.ok(rulesIn(closed).some((one) => one.endsWith("warning missing-section")));
    await client.open(uri, incomplete);
    assert.deepEqual(rulesIn(await described(client, { uri })), rulesIn(closed));
  });

  it("takes the text of the editor for an open document", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, `${incomplete}\n## Risks\n\nOne may forget it.\n`);
    assert.deepEqual((await described(client, { uri }))?.missing, []);
  });

  it("judges as at another stage", async () => {
    const client = await startTestClient({ files });
    const found = await described(client, { uri, stage: "approved" });
    assert.equal(found?.stage, "approved");
    assert.ok(rulesIn(found).some((one) => one.endsWith("error missing-section")));
  });

  it("says what the template asks, also for a file that is not there yet", async () => {
    const client = await startTestClient({ files });
    const found = await described(client, { uri: uri.replace(/[^/]+$/, "2027-01-01-new-design.md") });
    assert.equal(found?.exists, false);
    assert.deepEqual(found.findings, []);
    assert.deepEqual(
      found.sections.filter(({ required, depth }) => required && depth === 2).map(({ state }) => state),
      ["missing", "missing"],
    );
  });

  it("is null for what is no design document", async () => {
    const client = await startTestClient({ files });
    assert.equal(await described(client, { uri: "file:///w/notes.md" }), null);
    assert.equal(await described(client, { uri: "untitled:x" }), null);
  });
});
