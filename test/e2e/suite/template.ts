import * as vscode from "vscode";
import { file, finds, findsNo, rulesOf, show, write } from "../kit/editor.ts";
import { equal, eventually } from "../kit/expect.ts";
import { pointAtStatus, screenshot, see } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";
import { withSettings } from "../kit/with-settings.ts";

const template = `# Design

Status: DRAFT
Date: YYYY-MM-DD

## Problem

What hurts, and whom.

## Solution

What is to be done about it.
`;

const document = `# Fewer Late Orders

Status: DRAFT
Date: 2026-01-05

## Problem

Orders are late.
`;

describe("template", () => {
  it("a change of the template refreshes the document", async () => {
    await write("docs/designs/team/TEMPLATE.md", template);
    const editor = await show("docs/designs/team/2026-01-05-late-orders-design.md", document);
    const { uri } = editor.document;
    const missing = await finds(uri, "missing-section");
    equal(missing.message.includes("Solution"), true, missing.message);
    await screenshot("team-template");

    await write("docs/designs/team/TEMPLATE.md", template.replace(/## Solution[^]*/, ""));
    await findsNo(uri, "missing-section");

    // What is typed into the template counts before it is saved; the editor must not save it meanwhile.
    await withSettings({ "files.autoSave": "off" }, async () => {
      const opened = await vscode.workspace.openTextDocument(file("docs/designs/team/TEMPLATE.md"));
      const beside = await vscode.window.showTextDocument(opened, vscode.ViewColumn.Beside);
      await beside.edit((edit) =>
        edit.insert(opened.positionAt(opened.getText().length), "\n## Costs\n\nWhat it costs.\n"),
      );
      await eventually("the unsaved section is missing", () => rulesOf(uri).includes("missing-section"), {
        seen: () => rulesOf(uri),
      });
      await screenshot("template-unsaved");
      await vscode.commands.executeCommand("workbench.action.files.revert");
      await findsNo(uri, "missing-section");
    });
  });

  it("the status item says how far the document is, and opens its template", async () => {
    const { document: shown } = await show("docs/designs/team/2026-01-05-late-orders-design.md", document);
    await write("docs/designs/team/TEMPLATE.md", template);
    await finds(shown.uri, "missing-section");
    if (await pointAtStatus()) {
      await see(".hover-language-status", "1 of 2 sections");
      await screenshot("status-item");
    }
    await eventually("the template is shown", async () => {
      await vscode.commands.executeCommand("designDocs.openTemplate");
      return vscode.window.activeTextEditor?.document.uri.path.endsWith("/docs/designs/team/TEMPLATE.md");
    });
  });
});
