// In a VS Code whose display language is German.
import * as vscode from "vscode";
import { offered } from "../kit/actions.ts";
import { design } from "../kit/documents.ts";
import { finds, show } from "../kit/editor.ts";
import { equal } from "../kit/expect.ts";
import { press, screenshot, see, type } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";

/** Begins the names of the tests that are run where German is shown, and nowhere else. */
export const inGerman = "in German";

describe(inGerman, () => {
  it("findings, fixes and commands are in German", async () => {
    equal(vscode.env.language, "de");
    const { document } = await show(
      "docs/designs/2026-01-05-german-design.md",
      design({ status: "APPROVED", without: ["Dependencies"] }),
    );
    const { message, range } = await finds(document.uri, "missing-section");
    equal(message.split(".", 1)[0], "Abschnitt „Dependencies“ fehlt");
    await offered(document, range, "Abschnitt „Dependencies“ einfügen");
    await vscode.commands.executeCommand("workbench.actions.view.problems");
    await see(".markers-panel .monaco-list-row", "Abschnitt „Dependencies“ fehlt");
    await screenshot("german-finding");
    await vscode.commands.executeCommand("workbench.action.closePanel");
    if (await press("F1")) {
      await type("Design Docs: Neues");
      await see(".quick-input-list .monaco-list-row", "Neues Designdokument");
      await screenshot("german-palette");
      await press("Escape");
    }
  });
});
