// Several workspace folders at once: each has its own configuration, and no other says anything about it.
import * as vscode from "vscode";
import { design } from "../kit/documents.ts";
import { findings, finds, findsNo, rulesOf, show } from "../kit/editor.ts";
import { equal, eventually, ok } from "../kit/expect.ts";
import { leave, pointAtStatus, screenshot, see } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";

/** The name of the group, whose tests need a workspace of several folders and are run in no other. */
export const severalFolders = "several folders";

const within = (name: string, path: string): vscode.Uri => {
  const folder = vscode.workspace.workspaceFolders?.find((one) => one.name === name);
  ok(folder, `there is no folder ${name}`);
  return vscode.Uri.joinPath(folder.uri, path);
};

const open = async (uri: vscode.Uri): Promise<vscode.TextDocument> =>
  (await vscode.window.showTextDocument(uri, { preview: false })).document;

describe(severalFolders, () => {
  it("each folder's configuration governs its own documents", async () => {
    const rfc = await open(within("rfc", "text/0002-note-templates.md"));
    const madr = await open(within("madr", "docs/decisions/0002-index-notes-in-the-background.md"));
    await finds(rfc.uri, "misspelled-section");
    await finds(madr.uri, "invalid-status");
    const { document } = await show(
      "docs/designs/2026-01-05-plain-design.md",
      design({ title: "Plain", without: ["Goals"] }),
      "# Plain",
    );
    await finds(document.uri, "missing-section");
    if (await pointAtStatus()) {
      await see(".hover-language-status", "built-in");
      await leave();
    }
    await open(rfc.uri);
    if (await pointAtStatus()) {
      await see(".hover-language-status", "0000-template.md");
      await screenshot("folders-status");
      await leave();
    }
  });

  it("a change of one folder's configuration leaves the others as they are", async () => {
    const rfc = await open(within("rfc", "text/0002-note-templates.md"));
    const madr = await open(within("madr", "docs/decisions/0002-index-notes-in-the-background.md"));
    await finds(rfc.uri, "misspelled-section");
    await finds(madr.uri, "invalid-status");
    await open(rfc.uri);
    await vscode.commands.executeCommand("designDocs.switchOff", "workspace");
    await eventually("the RFCs are left alone", () => findings(rfc.uri).length === 0, {
      seen: () => rulesOf(rfc.uri),
    });
    await finds(madr.uri, "invalid-status");
    await findsNo(rfc.uri, "misspelled-section");
  });

  it("New Design Doc goes to the folder that was clicked", async () => {
    await vscode.commands.executeCommand("designDocs.newDesignDoc", within("madr", "docs/decisions"), {
      title: "Ship Every Week",
      reviewers: [],
    });
    const { document } = await eventually("the document is open", () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith("-ship-every-week.md") === true && active;
    });
    equal(document.uri.toString(), within("madr", "docs/decisions/0003-ship-every-week.md").toString());
  });
});
