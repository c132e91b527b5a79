import * as vscode from "vscode";
import type { Exports } from "../../../client/src/exports.ts";
import { equal, eventually } from "../kit/expect.ts";
import { activatedIn, screenshot, workspaceFolder } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";

const design = (name: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), "docs/designs", name);

async function open(name: string): Promise<vscode.Uri> {
  const editor = await vscode.window.showTextDocument(design(name));
  return editor.document.uri;
}

const extension = (): vscode.Extension<Exports> | undefined =>
  vscode.extensions.getExtension<Exports>("design-docs.design-docs");

/** Where VS Code writes what its extension hosts do. It is not documented, and older ones have another form. */
interface Marks {
  readonly MonacoPerformanceMarks?: {
    readonly getMarks?: () => readonly { readonly name: string; readonly startTime: number }[];
  };
}

/** Milliseconds between two marks that VS Code makes for each extension that it loads; nothing where it made none. */
function between(from: string, to: string): number | undefined {
  const marks = (globalThis as Marks).MonacoPerformanceMarks?.getMarks?.() ?? [];
  const at = (what: string): number | undefined =>
    marks.find(({ name }) => name === `code/extHost/${what}/design-docs.design-docs`)?.startTime;
  const [start, end] = [at(from), at(to)];
  return start === undefined || end === undefined ? undefined : end - start;
}

describe("smoke", () => {
  it("other Markdown starts the extension and no server", async () => {
    const { document } = await vscode.window.showTextDocument(
      vscode.Uri.joinPath(workspaceFolder(), "notes/plain.md"),
    );
    await eventually("the extension is active", () => extension()?.isActive);
    const activating = between("willActivateExtension", "didActivateExtension");
    if (activating !== undefined) activatedIn(activating);
    // By the answer of others the extension has looked at the document, too.
    await vscode.commands.executeCommand("vscode.executeDocumentSymbolProvider", document.uri);
    equal(extension()?.exports.serverState(), "idle");
  });

  it("a design document starts the server", async () => {
    await open("2026-01-05-message-queue-design.md");
    await eventually("the server runs", () => extension()?.exports.serverState() === "running");
  });

  it("findings appear on a design document", async () => {
    const uri = await open("2026-01-05-message-queue-design.md");
    await eventually("findings", () =>
      vscode.languages.getDiagnostics(uri).some((finding) => finding.source === "design-docs"),
    );
    await screenshot("findings");
  });
});
