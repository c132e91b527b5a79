import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { LinkImplementation, PullRequest } from "../../server/src/protocol/pull-request.ts";
import { startTestClient } from "../kit/protocol.ts";
import { complete, template, templateUri, uri } from "./sample.ts";

const folder = "file:///w/docs/designs";
const files = {
  [templateUri]: template,
  [`${folder}/img/flow.png`]: "",
  [`${folder}/b.md`]: "",
  "file:///w/docs/up.md": "",
};
const links =
  "![f](img/flow.png) [b](./b.md) [gone](gone.md) [up](../up.md) [self](2026-01-05-sync-design.md)";

describe("pull requests", () => {
  it("have a text, a branch, and the files that are beside the document", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, complete.replace("offline.", `offline. ${links}`));
    const path = "docs/designs/2026-01-05-sync-design.md";
    assert.deepEqual(await client.connection.sendRequest(PullRequest, { uri, path }), {
      title: "Design: Sync engine",
      body: `\`${path}\`\n\n## Goals\n\nPhones work offline. f b gone up self`,
      branch: "design/sync-engine",
      files: [`${folder}/img/flow.png`, `${folder}/b.md`],
      names: [
        "Sync engine",
        "Sync",
        "2026-01-05-sync-design.md",
        "2026-01-05-sync-design",
        "sync-engine",
        "sync",
      ],
    });
  });

  it("bring the file that holds the header", async () => {
    const own = `${folder}/12-sync/README.md`;
    const client = await startTestClient({
      files: {
        "file:///w/.design-docs.json": '{"collections":[{"include":["docs/designs/*/README.md"]}]}',
        [`${folder}/12-sync/kep.yaml`]: "title: Sync\n",
      },
    });
    await client.open(own, "# Sync engine\n");
    const answer: unknown = await client.connection.sendRequest(PullRequest, {
      uri: own,
      path: "docs/designs/12-sync/README.md",
    });
    assert.deepEqual(Reflect.get(Object(answer), "files"), [`${folder}/12-sync/kep.yaml`]);
  });

  it("link the implementation by one edit of this version", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, complete);
    const [known, added] = [{ text: "#3" }, { text: "#12", url: "https://git.example/o/r/pull/12" }];
    const first: unknown = await client.connection.sendRequest(LinkImplementation, {
      uri,
      links: [known, added],
    });
    const at = { line: 2, character: 17 };
    assert.deepEqual(first, {
      version: 1,
      edits: [
        {
          range: { start: at, end: at },
          newText: "\nImplementation: #3, [#12](https://git.example/o/r/pull/12)",
        },
      ],
      added: ["#3", "#12"],
      known: [],
    });
  });

  it("have nothing to say of other files", async () => {
    const client = await startTestClient({ files });
    const other = "file:///w/README.md";
    await client.open(other, complete);
    assert.equal(await client.connection.sendRequest(PullRequest, { uri: other, path: "README.md" }), null);
    assert.equal(await client.connection.sendRequest(LinkImplementation, { uri: other, links: [] }), null);
  });
});
