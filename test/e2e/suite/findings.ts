import * as vscode from "vscode";
import { design } from "../kit/documents.ts";
import { finds, findings, findsNo, show, write } from "../kit/editor.ts";
import { equal, eventually, ok } from "../kit/expect.ts";
import { click, openActions, press, screenshot, see, seeHover, type } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";

describe("findings", () => {
  it("a finding appears and goes while one types", async () => {
    const editor = await show("docs/designs/2026-01-05-typing-design.md", design(), "Status: DRAFT");
    await findsNo(editor.document.uri, "invalid-status");
    await type("Y");
    const finding = await finds(editor.document.uri, "invalid-status");
    equal(finding.severity, vscode.DiagnosticSeverity.Error);
    await see(".squiggly-error");
    await screenshot("finding-while-typing");
    await vscode.commands.executeCommand("deleteLeft");
    await findsNo(editor.document.uri, "invalid-status");
  });

  it("the severity follows the stage of the document", async () => {
    const without = ["Goals", "Dependencies"];
    const editor = await show("docs/designs/2026-01-05-stages-design.md", design({ without }));
    const draft = await finds(editor.document.uri, "missing-section");
    equal(draft.severity, vscode.DiagnosticSeverity.Information);
    const status = new vscode.Range(2, "Status: ".length, 2, "Status: DRAFT".length);
    await editor.edit((edit) => edit.replace(status, "APPROVED"));
    await eventually("errors for both sections", () => {
      const missing = findings(editor.document.uri).filter(({ message }) => message.includes("missing"));
      return (
        missing.length === 2 && missing.every(({ severity }) => severity === vscode.DiagnosticSeverity.Error)
      );
    });
    await vscode.commands.executeCommand("workbench.actions.view.problems");
    await see(".markers-panel .monaco-list-row", "Goals");
    await screenshot("findings-approved");
    await vscode.commands.executeCommand("workbench.action.closePanel");
  });

  it("a quick fix makes the text right", async () => {
    const editor = await show(
      "docs/designs/2026-01-05-fix-design.md",
      design().replace("## Non-Goals", "## Non-Gaols"),
      "## Non-Gaols",
    );
    const { document } = editor;
    const { range } = await finds(document.uri, "misspelled-section");
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    ok(
      fixes.some(({ title }) => title.includes("Non-Goals")),
      `no fix that names the section: ${fixes.map(({ title }) => title).join(", ")}`,
    );
    if (await openActions("Non-Goals")) {
      await screenshot("quick-fix");
      await press("Enter");
    } else {
      await vscode.commands.executeCommand("editor.action.autoFix");
    }
    await eventually("the heading is right", () => document.getText().includes("\n## Non-Goals\n"), {
      seen: () => document.getText(),
    });
    await findsNo(document.uri, "misspelled-section");
  });

  it("all safe fixes can be applied at once", async () => {
    const { document } = await show(
      "docs/designs/2026-01-05-fix-all-design.md",
      design()
        .replace("Date: 2026-01-05", "Date: 2026/01/05")
        .replace("Reviewers: @grace", "Reviewers: grace, @tove"),
    );
    await finds(document.uri, "invalid-date");
    await finds(document.uri, "invalid-reviewers");
    await eventually(
      "both fields are right",
      async () => {
        // Without effect while the editor is still asking which fixes there are.
        await vscode.commands.executeCommand("editor.action.fixAll");
        return document.getText().includes("Date: 2026-01-05\nReviewers: @grace, @tove\n");
      },
      {
        seen: () => document.getText().slice(0, 200),
      },
    );
  });

  it("the name of the rule opens its page", async () => {
    const editor = await show(
      "docs/designs/2026-01-05-explain-design.md",
      design().replace("## Non-Goals", "## Non-Gaols"),
      "## Non-G",
    );
    const { code } = await finds(editor.document.uri, "misspelled-section");
    ok(typeof code === "object", "the finding has no link");
    if (await seeHover(".monaco-hover .marker a.code-link", "misspelled-section")) {
      await screenshot("finding-hover");
      await click("misspelled-section");
    } else {
      await vscode.commands.executeCommand("designDocs.explainRule", "misspelled-section");
    }
    await eventually(
      "the page of the rule",
      () => pageTitles().some((title) => title.includes("misspelled-section")),
      {
        seen: pageTitles,
      },
    );
    await see("body h1", "misspelled-section");
    await screenshot("rule-page");
  });

  it("a Markdown file that is no design document has none", async () => {
    await write("docs/designs/README.md", "# Designs\n\n## Goals\n\nTBD\n");
    for (const path of ["README.md", "docs/designs/README.md"]) {
      const other = await show(path, "# Notes\n\nStatus: WHATEVER\n\n## Goals\n\nTBD\n");
      // The design document is judged after the other one, and in the same server.
      const { document } = await show(
        "docs/designs/2026-01-05-judged-design.md",
        design({ bodies: { Goals: "TBD" } }),
      );
      await finds(document.uri, "empty-section");
      equal(findings(other.document.uri), [], path);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(other.document.uri));
      equal(findings(other.document.uri), [], path);
    }
    await screenshot("no-design-document");
  });

  it("a change of the settings refreshes the findings", async () => {
    const editor = await show(
      "docs/designs/2026-01-05-settings-design.md",
      design({ bodies: { Goals: "TBD" } }),
    );
    await finds(editor.document.uri, "empty-section");
    const settings = vscode.workspace.getConfiguration("designDocs", editor.document.uri);
    try {
      await settings.update("rules", { "empty-section": "off" }, vscode.ConfigurationTarget.Workspace);
      await findsNo(editor.document.uri, "empty-section");
    } finally {
      await settings.update("rules", undefined, vscode.ConfigurationTarget.Workspace);
    }
    await finds(editor.document.uri, "empty-section");
  });

  it("the server can be started again", async () => {
    const editor = await show("docs/designs/2026-01-05-restart-design.md", design(), "Status: DRAFT");
    await vscode.commands.executeCommand("designDocs.restartServer");
    await type("Y");
    await finds(editor.document.uri, "invalid-status");
  });
});

const pageTitles = (): readonly string[] =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
