import * as vscode from "vscode";
import { design } from "../kit/documents.ts";
import { finds, moveCaret, show } from "../kit/editor.ts";
import { equal, eventually, ok } from "../kit/expect.ts";
import { click, drag, leave, press, screenshot, see } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";

const row = ".pane-body .monaco-list-row";

/** The headings of the second level in a document, in its order. */
const headings = (document: vscode.TextDocument): readonly string[] =>
  document
    .getText()
    .split("\n")
    .filter((line) => line.startsWith("## "))
    .map((line) => line.slice(3));

const openView = async (): Promise<void> => {
  await vscode.commands.executeCommand("designDocs.sections.focus");
};

const backToExplorer = async (): Promise<void> => {
  await vscode.commands.executeCommand("workbench.view.explorer");
};

describe("the sections view", () => {
  it("shows each section with its state, follows the caret, and inserts one that is missing", async () => {
    const editor = await show(
      "docs/designs/2026-01-05-tree-design.md",
      design({ bodies: { Goals: "TBD" }, without: ["Dependencies", "Non-Goals"] }),
      "## Requirements",
    );
    const { document } = editor;
    await finds(document.uri, "missing-section");
    await openView();
    await see(row, "Requirements");
    await see(`${row}.selected`, "Requirements");
    await screenshot("sections-view");
    await vscode.window.showTextDocument(document);
    moveCaret(editor, "## Goals");
    await see(`${row}.selected`, "Goals");
    // What hovers under the mouse would lie over the line.
    await leave();
    if (await click("Non-Goals")) {
      await eventually("the section is inserted", () => headings(document).includes("Non-Goals"));
      equal(headings(document).indexOf("Non-Goals"), headings(document).indexOf("Goals") + 1);
      ok(!headings(document).includes("Dependencies"), "only one was inserted");
      await eventually("the caret is in it", () => {
        const above = document.getText(new vscode.Range(0, 0, editor.selection.active.line, 0));
        return above.trimEnd().endsWith("## Non-Goals");
      });
      await screenshot("sections-inserted");
      await vscode.commands.executeCommand("undo");
      equal(headings(document).includes("Non-Goals"), false, "one undo takes it back");
    }
    await backToExplorer();
  });

  it("moves the section under the caret, with one undo", async () => {
    const text = design();
    const editor = await show("docs/designs/2026-01-05-move-design.md", text, "Shop, queue");
    const { document } = editor;
    await eventually("the document is known", async () => {
      await vscode.commands.executeCommand("designDocs.moveSectionDown");
      return document.getText() !== text;
    });
    ok(
      document.getText().indexOf("### Interfaces") < document.getText().indexOf("### Data Flow"),
      "it moved",
    );
    const line = document.lineAt(editor.selection.active.line).text;
    ok(line.startsWith("Shop, queue"), `the caret went along: ${line}`);
    await vscode.commands.executeCommand("undo");
    equal(document.getText(), text);
  });

  it("moves what is selected in the view by its keys, again and again", async () => {
    const text = design();
    const editor = await show("docs/designs/2026-01-05-keys-design.md", text, "## Requirements");
    const { document } = editor;
    await openView();
    await see(`${row}.selected`, "Requirements");
    // While it had nothing to show, its welcome had the focus, which went with it.
    await openView();
    const at = (): number => headings(document).indexOf("Requirements");
    const before = at();
    if (await press("Alt+ArrowUp", "Alt+ArrowUp")) {
      await eventually("it moved twice", () => at() === before - 2, { seen: () => headings(document) });
      await see(`${row}.selected`, "Requirements");
      await screenshot("sections-moved");
      await press("Alt+ArrowDown", "Alt+ArrowDown");
      await eventually("it moved back", () => at() === before, { seen: () => headings(document) });
      equal(document.getText(), text);
    }
    await backToExplorer();
  });

  it("moves what is dragged before where it is dropped, with one undo", async () => {
    const text = design();
    const { document } = await show("docs/designs/2026-01-05-drag-design.md", text, "## Requirements");
    await openView();
    await see(`${row}.selected`, "Requirements");
    // The first line that has the word is that of the goals themselves.
    if (await drag({ css: row, text: "Requirements" }, { css: row, text: "Goals" })) {
      const order = (): readonly string[] => headings(document).slice(0, 4);
      await eventually("it moved", () => order().indexOf("Requirements") === 1, { seen: order });
      equal(order(), ["Summary / Executive Summary", "Requirements", "Goals", "Non-Goals"]);
      await see(`${row}.selected`, "Requirements");
      await screenshot("sections-dragged");
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand("undo");
      equal(document.getText(), text, "one undo takes it back");
    }
    await backToExplorer();
  });

  it("copies a link to the section under the caret", async () => {
    await show("docs/designs/2026-01-05-link-design.md", design(), "## Goals");
    await vscode.env.clipboard.writeText("");
    await eventually("the link is copied", async () => {
      await vscode.commands.executeCommand("designDocs.copySectionLink");
      return (
        (await vscode.env.clipboard.readText()) === "[Goals](/docs/designs/2026-01-05-link-design.md#goals)"
      );
    });
  });

  it("says what it is for where no design document is shown", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await openView();
    await see(".welcome-view-content", "Open a design document");
    await screenshot("sections-welcome");
    await backToExplorer();
  });
});
