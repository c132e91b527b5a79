// What people choose in their settings, ours and the editor's.
import * as vscode from "vscode";
import { design } from "../kit/documents.ts";
import { finds, findings, findsNo, moveCaret, read, ruleOf, rulesOf, show } from "../kit/editor.ts";
import { equal, eventually, ok } from "../kit/expect.ts";
import { press, screenshot, type } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";
import { withSettings } from "../kit/with-settings.ts";

/** Saves as a user does; what is chosen for saving is done then. */
async function save(document: vscode.TextDocument): Promise<void> {
  if (!(await press("Control+s"))) await vscode.commands.executeCommand("workbench.action.files.save");
  await eventually("the document is saved", () => !document.isDirty);
}

describe("what is chosen", () => {
  it("with onSave, typing brings nothing and saving does", async () => {
    await withSettings({ "files.autoSave": "off", "designDocs.run": "onSave" }, async () => {
      const editor = await show(
        "docs/designs/2026-01-05-on-save-design.md",
        design({ title: "On Save" }),
        "Status: DRAFT",
      );
      const { document } = editor;
      const before = await eventually("the text that was opened is judged", () => {
        const rules = rulesOf(document.uri);
        return rules.length > 0 && rules;
      });
      await type("Y");
      moveCaret(editor, "# On Save");
      await type(" Only");
      // The outline hangs on the same text, so once it shows what was typed the findings could have come.
      await eventually("the typed text has been read", async () =>
        JSON.stringify(
          await vscode.commands.executeCommand("vscode.executeDocumentSymbolProvider", document.uri),
        ).includes("On Save Only"),
      );
      equal(rulesOf(document.uri), before, "typing brought findings");
      await screenshot("on-save-typed");
      await save(document);
      await finds(document.uri, "invalid-status");
      await screenshot("on-save-saved");
      moveCaret(editor, "Status: DRAFTY");
      await vscode.commands.executeCommand("deleteLeft");
      ok(rulesOf(document.uri).includes("invalid-status"), "it went before it was saved");
      await save(document);
      await findsNo(document.uri, "invalid-status");
    });
  });

  it("Fix All on saving changes only what is safe", async () => {
    const chosen = {
      "files.autoSave": "off",
      "editor.codeActionsOnSave": { "source.fixAll.designDocs": "explicit" },
    };
    await withSettings(chosen, async () => {
      const before = design({ title: "Fixed on Saving", bodies: { Dependencies: "See [them](#goal)." } })
        .replace("Date: 2026-01-05", "Date: 2026/01/05")
        .replace("## Non-Goals", "## Non-Gaols");
      const path = "docs/designs/fixed-on-saving.md";
      const editor = await show(path, before, "no order is lost");
      const { document } = editor;
      const told = ["invalid-date", "misspelled-section", "broken-anchor", "file-name"];
      for (const rule of told) await finds(document.uri, rule);
      await type(" ever");
      moveCaret(editor, "# Fixed");
      await save(document);
      const after = before
        .replace("no order is lost", "no order is lost ever")
        .replace("Date: 2026/01/05", "Date: 2026-01-05");
      equal(await read(path), after);
      await findsNo(document.uri, "invalid-date");
      for (const rule of told.slice(1)) await finds(document.uri, rule);
      await screenshot("fixed-on-saving");
    });
  });

  it("a link that the editor itself validates is not told twice", async () => {
    const { document } = await show(
      "docs/designs/2026-01-05-validated-design.md",
      design({
        title: "Validated",
        status: "IN REVIEW",
        bodies: { Dependencies: "See [a](absent.md) and [b](#absent)." },
      }),
      "(absent",
    );
    await finds(document.uri, "broken-link");
    await finds(document.uri, "broken-anchor");
    const theirs = (): readonly string[] =>
      vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ source }) => source !== "design-docs")
        .map(ruleOf);
    equal(theirs(), [], "the editor validates without being asked");
    await withSettings({ "markdown.validate.enabled": true }, async () => {
      await eventually("the editor tells both", () => theirs().length === 2, { seen: theirs });
      await findsNo(document.uri, "broken-link");
      await findsNo(document.uri, "broken-anchor");
      ok(findings(document.uri).length > 0, "our other findings are gone");
      await screenshot("validated-by-the-editor");
    });
    await finds(document.uri, "broken-link");
    await finds(document.uri, "broken-anchor");
  });
});
