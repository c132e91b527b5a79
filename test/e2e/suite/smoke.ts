import * as vscode from "vscode";
import { eventually } from "../kit/expect.ts";
import { screenshot, workspaceFolder } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";

const design = (name: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), "docs/designs", name);

async function open(name: string): Promise<vscode.Uri> {
  const editor = await vscode.window.showTextDocument(design(name));
  return editor.document.uri;
}

describe("smoke", () => {
  it("the extension starts when a Markdown document is opened", async () => {
    await open("2026-01-05-message-queue-design.md");
    await eventually(
      "the extension is active",
      () => vscode.extensions.getExtension("design-docs.design-docs")?.isActive,
    );
  });

  it("findings appear on a design document", async () => {
    const uri = await open("2026-01-05-message-queue-design.md");
    await eventually("findings", () =>
      vscode.languages.getDiagnostics(uri).some((finding) => finding.source === "design-docs"),
    );
    await screenshot("findings");
  });
});
