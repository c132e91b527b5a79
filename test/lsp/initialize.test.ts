import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainClient } from "../kit/clients.ts";
import { startTestClient } from "../kit/protocol.ts";

describe("initialize", () => {
  it("offers a client what it can use", async () => {
    const client = await startTestClient();
    const { capabilities } = client.initialized;
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: "design-docs",
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
    assert.deepEqual(capabilities.completionProvider?.triggerCharacters, ["#", " ", ":", "@", ","]);
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: [
        "quickfix",
        "refactor.rewrite",
        "source.fixAll.designDocs",
        "source.designDocs.upgrade",
      ],
      resolveProvider: true,
    });
    assert.equal(capabilities.documentSymbolProvider, undefined);
  });

  it("offers a plain client no more than it knows", async () => {
    const client = await startTestClient({ capabilities: plainClient, options: {} });
    const { capabilities } = client.initialized;
    assert.equal(capabilities.diagnosticProvider, undefined);
    assert.equal(capabilities.documentSymbolProvider, true);
    assert.equal(capabilities.codeActionProvider, false);
    assert.equal(capabilities.workspace, undefined);
    assert.deepEqual(client.registrations, []);
  });

  it("registers for files, settings and symbols where the client lets it", async () => {
    const client = await startTestClient();
    const registered = async (): Promise<readonly string[]> => {
      while (client.registrations.length < 3) await new Promise((resolve) => setImmediate(resolve));
      return client.registrations.map(({ method }) => method).toSorted();
    };
    assert.deepEqual(await registered(), [
      "textDocument/documentSymbol",
      "workspace/didChangeConfiguration",
      "workspace/didChangeWatchedFiles",
    ]);
    const settings = client.registrations.find(({ method }) => method === "workspace/didChangeConfiguration");
    assert.deepEqual(settings?.registerOptions, { section: ["designDocs", "markdown.validate"] });
    const symbols = client.registrations.find(({ method }) => method === "textDocument/documentSymbol");
    assert.deepEqual(symbols?.registerOptions, {
      documentSelector: [{ language: "markdown" }],
      label: "Design Docs",
    });
  });

  it("takes initialization options of any shape", async () => {
    for (const options of [null, "x", { servesFiles: 1, rulePage: 2, l10n: "x", settings: 3 }]) {
      const client = await startTestClient({ options: options as never });
      assert.ok(client.initialized.capabilities.hoverProvider);
    }
  });
});
