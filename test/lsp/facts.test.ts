// What is known only after a question: it is told when the answer comes, and asked again when it may be another.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { startTestClient, type TestClient } from "../kit/protocol.ts";
import { template, templateUri, uri } from "./sample.ts";

const text = (goals: string): string =>
  `# Sync engine\n\nStatus: IN REVIEW\n\n## Goals\n\n${goals}\n\n## Risks\n\nTwo edits may collide.\n`;

const rules = async (client: TestClient): Promise<readonly string[]> =>
  (await client.diagnostics(uri)).map(({ code }) => String(code));

/** Pulls until the diagnostics are of these rules, once for each refresh that the server asks for. */
async function until(client: TestClient, wanted: readonly string[]): Promise<void> {
  for (let round = 0; round < 10; round++) {
    const found = await rules(client);
    if (JSON.stringify(found) === JSON.stringify(wanted)) return;
    await client.refreshes.next();
  }
  assert.deepEqual(await rules(client), wanted);
}

describe("facts", () => {
  it("about linked files come, and follow what happens to the files", async () => {
    const client = await startTestClient({ files: { [templateUri]: template } });
    await client.open(uri, text("See [the notes](notes.md#why)."));
    await until(client, ["broken-link"]);
    await client.changeFile("file:///w/docs/designs/notes.md", "# Notes\n\n## How\n");
    await until(client, ["broken-anchor"]);
    await client.changeFile("file:///w/docs/designs/notes.md", "# Notes\n\n## Why\n");
    await until(client, []);
    await client.changeFile("file:///w/docs/designs/notes.md", undefined);
    await until(client, ["broken-link"]);
  });

  it("about diagrams come from the host's parser", async () => {
    const client = await startTestClient({
      files: { [templateUri]: template },
      diagram: (source) =>
        source.includes("[[")
          ? { kind: "fault", line: 1, message: "did not expect “[[”" }
          : { kind: "sound" },
    });
    await client.open(uri, text("```mermaid\nflowchart LR\n  A[[\n```"));
    await until(client, ["mermaid-syntax"]);
    assert.equal(await client.marked(uri, "mermaid-syntax"), text("```mermaid\nflowchart LR\n  ⟦A[[⟧\n```"));
    await client.change(uri, text("```mermaid\nflowchart LR\n  A\n```"));
    await until(client, []);
  });
});
