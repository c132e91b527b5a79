import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diagnostic } from "vscode-languageserver";
import { plainClient } from "../kit/clients.ts";
import { startTestClient, type TestClient } from "../kit/protocol.ts";
import { complete, incomplete, template, templateUri, uri } from "./sample.ts";

const files = { [templateUri]: template };
const told = (items: readonly Diagnostic[]): readonly string[] => items.map(({ code }) => String(code));

/** The report that a client gets that remembers nothing. */
async function full(
  client: TestClient,
): Promise<{ readonly resultId: string; readonly items: readonly Diagnostic[] }> {
  const report = await client.pull(uri);
  assert.equal(report.kind, "full");
  return { resultId: report.resultId ?? "", items: report.items };
}

describe("pulled diagnostics", () => {
  it("say what, where, how severe, and where it is explained", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, incomplete);
    const [first, ...rest] = await client.diagnostics(uri);
    assert.deepEqual(rest, []);
    assert.deepEqual(first, {
      range: { start: { line: 4, character: 0 }, end: { line: 4, character: 8 } },
      severity: 2,
      code: "missing-section",
      codeDescription: { href: "file:///pages/missing-section.md" },
      source: "design-docs",
      message:
        "Section “Risks” is missing. The template asks for it here; insert it, or say “N/A” with a reason.",
    });
  });

  it("open the page that the client names", async () => {
    const client = await startTestClient({
      files,
      options: { servesFiles: true, rulePage: "command:x?{rule}" },
    });
    await client.open(uri, incomplete);
    const [first] = await client.diagnostics(uri);
    assert.deepEqual(first?.codeDescription, { href: "command:x?missing-section" });
  });

  it("count characters as the protocol does", async () => {
    const client = await startTestClient({ files });
    const text =
      "# 👩‍🚀 Sync\r\n\r\nStatus: DRAFTY\r\n\r\n## Goals\r\n\r\nGo.\r\n\r\n## Risks\r\n\r\nNone known.\r\n";
    await client.open(uri, text);
    assert.equal(await client.marked(uri, "invalid-status"), text.replace("DRAFTY", "⟦DRAFTY⟧"));
  });

  it("follow incremental changes", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, complete);
    assert.deepEqual(await client.diagnostics(uri), []);
    const start = complete.indexOf("## Risks");
    await client.change(uri, "", { start, end: complete.length });
    assert.deepEqual(told(await client.diagnostics(uri)), ["missing-section"]);
    await client.change(uri, "## Risks\n\nNone.\n", { start, end: start });
    assert.deepEqual(await client.diagnostics(uri), []);
  });

  it("are unchanged while they are, whatever is written between", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, incomplete);
    const { resultId } = await full(client);
    assert.deepEqual(await client.pull(uri, resultId), { kind: "unchanged", resultId });
    await client.change(uri, `${incomplete}More.\n`);
    assert.deepEqual(await client.pull(uri, resultId), { kind: "unchanged", resultId });
    await client.change(uri, complete);
    const after = await client.pull(uri, resultId);
    assert.equal(after.kind, "full");
    assert.notEqual(after.resultId, resultId);
  });

  it("are unchanged while somebody types in another line, above them or below", async () => {
    const client = await startTestClient({ files });
    const text = incomplete.replace("offline.", "offline.\n\n## Costs\n\nTBD\n\n## Plan\n\nSoon.");
    await client.open(uri, text);
    const { resultId, items } = await full(client);
    assert.deepEqual(told(items), ["missing-section", "open-marker"]);
    for (const word of ["Sync", "Soon"]) {
      const start = text.indexOf(word) + 2;
      await client.change(uri, "x", { start, end: start });
      assert.deepEqual(await client.pull(uri, resultId), { kind: "unchanged", resultId }, word);
      await client.change(uri, "", { start, end: start + 1 });
    }
    const above = text.indexOf("Phones");
    await client.change(uri, "\n", { start: above, end: above });
    assert.equal((await client.pull(uri, resultId)).kind, "full");
    await client.change(uri, "", { start: above, end: above + 1 });
    assert.deepEqual(await client.pull(uri), { kind: "full", resultId, items });
  });

  for (const [name, other, text] of [
    ["no design document", "file:///w/docs/notes.md", incomplete],
    ["a template", templateUri, template],
    ["a document that asks to be left alone", uri, `<!-- design-docs: ignore -->\n\n${incomplete}`],
    ["the left side of a diff", "git:/w/docs/designs/2026-01-05-sync-design.md", incomplete],
  ] as const) {
    it(`are none in ${name}`, async () => {
      const client = await startTestClient({ files });
      await client.open(other, text);
      assert.deepEqual(await client.diagnostics(other), []);
    });
  }

  it("are none for a document that is not open", async () => {
    const client = await startTestClient({ files });
    assert.deepEqual(await client.diagnostics(uri), []);
  });
});

describe("a handler that fails", () => {
  it("leaves the last good report and the server", async () => {
    let broken = false;
    const today = (): string => {
      if (broken) throw new Error("no clock");
      return "2026-01-05";
    };
    const client = await startTestClient({ files, today });
    await client.open(uri, incomplete);
    const { resultId, items } = await full(client);
    broken = true;
    assert.deepEqual(await client.pull(uri), { kind: "full", resultId, items });
    assert.deepEqual(await client.pull(uri, resultId), { kind: "unchanged", resultId });
    assert.match(client.logged.join("\n"), /diagnostics failed: Error: no clock/);
    broken = false;
    await client.change(uri, complete);
    assert.deepEqual(await client.diagnostics(uri), []);
  });

  it("answers an empty report where there was none before", async () => {
    const today = (): string => {
      throw new Error("no clock");
    };
    const client = await startTestClient({ files, today });
    await client.open(uri, incomplete);
    assert.deepEqual(await client.pull(uri), { kind: "full", items: [] });
  });
});

describe("pushed diagnostics", () => {
  it("reach clients that do not pull, with each change, and are cleared at the end", async () => {
    const client = await startTestClient({ capabilities: plainClient, options: {}, files });
    await client.open(uri, incomplete);
    const first = await client.pushed.next();
    assert.deepEqual([first.uri, told(first.diagnostics)], [uri, ["missing-section"]]);
    assert.equal(first.diagnostics[0]?.codeDescription, undefined);
    await client.change(uri, complete);
    const second = await client.pushed.next();
    assert.deepEqual(second.diagnostics, []);
    await client.close(uri);
    assert.deepEqual((await client.pushed.next()).diagnostics, []);
  });

  it("are told once for as long as they are the same, for no version in particular", async () => {
    const client = await startTestClient({ capabilities: plainClient, options: {}, files });
    await client.open(uri, incomplete);
    const first = await client.pushed.next();
    assert.deepEqual([told(first.diagnostics), "version" in first], [["missing-section"], false]);
    const end = incomplete.length;
    await client.change(uri, "More.\n", { start: end, end });
    await client.change(uri, "And more.\n", { start: end, end });
    await client.change(uri, complete);
    assert.deepEqual((await client.pushed.next()).diagnostics, []);
    assert.deepEqual(client.pushed.waiting, []);
  });

  it("follow an edited template", async () => {
    const client = await startTestClient({ capabilities: plainClient, options: {}, files });
    await client.open(uri, complete);
    assert.deepEqual((await client.pushed.next()).diagnostics, []);
    await client.open(templateUri, `${template}\n## Costs\n\nWhat it takes.\n`);
    const pushed = [await client.pushed.next(), await client.pushed.next()];
    assert.deepEqual(told(pushed.find((one) => one.uri === uri)?.diagnostics ?? []), ["missing-section"]);
  });

  it("stay when analysing fails", async () => {
    let broken = false;
    const today = (): string => {
      if (broken) throw new Error("no clock");
      return "2026-01-05";
    };
    const client = await startTestClient({ capabilities: plainClient, options: {}, files, today });
    await client.open(uri, incomplete);
    await client.pushed.next();
    broken = true;
    await client.change(uri, complete);
    while (client.logged.length === 0) await new Promise((resolve) => setImmediate(resolve));
    assert.match(client.logged.join("\n"), /pushing diagnostics failed: Error: no clock/);
    assert.deepEqual(client.pushed.waiting, []);
  });
});
