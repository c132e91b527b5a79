// The craft of a design document: diagrams, links, approval, suppression.
import * as vscode from "vscode";
import { actionsOn, apply, offered } from "../kit/actions.ts";
import { design } from "../kit/documents.ts";
import { finds, findsNo, moveCaret, show } from "../kit/editor.ts";
import { equal, eventually, ok } from "../kit/expect.ts";
import { miss, openActions, press, screenshot, see, seeHover, type } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";

const broken = "The parts.\n\n```mermaid\nflowchart LR\n  Shop --> Queue\n  Queue --> [Warehouse\n```";

describe("practice", () => {
  it("a diagram that Mermaid cannot read is told where it is wrong", async () => {
    const editor = await show(
      "docs/designs/2026-01-05-diagram-design.md",
      design({ status: "IN REVIEW", bodies: { "Proposed Design": broken } }),
      "Queue --> [",
    );
    const { range, message } = await finds(editor.document.uri, "mermaid-syntax");
    equal(editor.document.lineAt(range.start.line).text.includes("Queue --> [Warehouse"), true, message);
    await see(".squiggly-warning");
    await seeHover(".monaco-hover .marker", "mermaid-syntax");
    await screenshot("mermaid-finding");
    await editor.edit((edit) =>
      edit.replace(
        range.with(
          new vscode.Position(range.start.line, 0),
          editor.document.lineAt(range.start.line).range.end,
        ),
        "  Queue --> Warehouse",
      ),
    );
    await findsNo(editor.document.uri, "mermaid-syntax");
  });

  it("a link to a file that is not there is told, and not once the file is", async () => {
    const { document } = await show(
      "docs/designs/2026-01-05-links-design.md",
      design({
        status: "IN REVIEW",
        bodies: {
          "Background and Context": "The nightly file is late, see [the report](late-orders.md#when).",
        },
      }),
      "late-orders",
    );
    const { range } = await finds(document.uri, "broken-link");
    await screenshot("broken-link");
    const file = vscode.Uri.joinPath(document.uri, "..", "late-orders.md");
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(file, {
      overwrite: true,
      contents: new TextEncoder().encode("# Late orders\n\n## Where\n"),
    });
    ok(await vscode.workspace.applyEdit(edit), "the file was not written");
    await findsNo(document.uri, "broken-link");
    await finds(document.uri, "broken-anchor");
    ok(range, "");
  });

  it("Approve is one edit: status, decision and place for the pull requests", async () => {
    const before = design({ status: "IN REVIEW", bodies: { "Decision Log": "TBD" } });
    const editor = await show("docs/designs/2026-01-05-approve-design.md", before, "Status: IN");
    const { document } = editor;
    const line = document.lineAt(2).range;
    await eventually("the action", async () =>
      (await actionsOn(document, line)).some(({ title }) => title.includes("Approve")),
    );
    if (await openActions("Approve")) {
      await screenshot("approve-menu");
      await press("Escape");
    }
    await apply(document, line, "Approve");
    await eventually("the status", () => document.getText().includes("Status: APPROVED\n"), {
      seen: () => document.getText().slice(0, 300),
    });
    ok(document.getText().includes("\nImplementation:"), "no place for the pull requests");
    ok(
      !document.getText().includes("TBD\n\n") &&
        /## Decision Log\n\n- \d{4}-\d\d-\d\d/.test(document.getText()),
      document.getText().slice(-300),
    );
    await screenshot("approved");
    await findsNo(document.uri, "approval-without-decision");
    moveCaret(editor, "## Decision Log");
    await screenshot("approved-decision");
    // One step back, and all of it is as it was.
    await vscode.commands.executeCommand("undo");
    await eventually("the text before", () => document.getText() === before, {
      seen: () => document.getText(),
    });
  });

  it("a finding can be suppressed, and a suppression of nothing is told", async () => {
    const editor = await show(
      "docs/designs/2026-01-05-suppress-design.md",
      design({ bodies: { Goals: "TBD" } }),
      "TBD",
    );
    const { document } = editor;
    const { range } = await finds(document.uri, "empty-section");
    if (await openActions("Suppress")) {
      await screenshot("suppress-menu");
      await press("Escape");
    }
    await apply(document, range, "Suppress “empty-section” here");
    await findsNo(document.uri, "empty-section");
    ok(
      document.getText().includes("<!-- design-docs-disable-next-line empty-section -->\n\nTBD"),
      document.getText(),
    );
    moveCaret(editor, "TBD");
    for (let back = 0; back < 3; back++) await vscode.commands.executeCommand("deleteLeft");
    await type("- Orders are quick.");
    const { range: unused } = await finds(document.uri, "unused-suppression");
    await apply(document, unused, "Remove the comment");
    await findsNo(document.uri, "unused-suppression");
    ok(document.getText().includes("## Goals\n\n- Orders are quick."), document.getText());
  });

  it("a link to a heading that has another name now is mended by its fix", async () => {
    const editor = await show(
      "docs/designs/2026-01-05-anchors-design.md",
      design({
        title: "Anchors",
        status: "IN REVIEW",
        bodies: { Dependencies: "None, see [what is left out](#non-goal)." },
      }),
      "(#non-goal",
    );
    const { document } = editor;
    const { range } = await finds(document.uri, "broken-anchor");
    equal(document.getText(range), "#non-goal");
    await offered(document, range, "#non-goals");
    if (await openActions("#non-goals")) {
      await screenshot("broken-anchor-menu");
      await press("Enter");
    } else {
      await apply(document, range, "#non-goals");
    }
    await eventually("the link is right", () => document.getText().includes("](#non-goals)."), {
      seen: () => document.getText().slice(-500),
    });
    await findsNo(document.uri, "broken-anchor");
  });

  it("what is suppressed goes from the Problems panel", async () => {
    const { document } = await show(
      "docs/designs/2026-01-05-problems-design.md",
      design({ title: "Problems", status: "IN REVIEW", bodies: { Goals: "TBD" } }),
    );
    const { range, message } = await finds(document.uri, "empty-section");
    await vscode.commands.executeCommand("workbench.actions.view.problems");
    await see(".markers-panel .monaco-list-row", "empty-section");
    await screenshot("problems");
    await apply(document, range, "Suppress “empty-section” in this file");
    await findsNo(document.uri, "empty-section");
    await miss(".markers-panel .monaco-list-row", "empty-section");
    await screenshot("problems-suppressed");
    await vscode.commands.executeCommand("undo");
    equal((await finds(document.uri, "empty-section")).message, message);
    await see(".markers-panel .monaco-list-row", "empty-section");
    await vscode.commands.executeCommand("workbench.action.closePanel");
  });
});
