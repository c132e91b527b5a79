// Several workspace folders at once: each has its own configuration, and no other says anything about it.
import * as vscode from "vscode";
import { design } from "../kit/documents.ts";
import { findings, finds, findsNo, rulesOf, show } from "../kit/editor.ts";
import { equal, eventually, ok } from "../kit/expect.ts";
import { leave, pointAtStatus, screenshot, see } from "../kit/harness.ts";
import { memoryFileSystem } from "../kit/memory-file-system.ts";
import { describe, it } from "../kit/runner.ts";
import { told } from "../kit/tools.ts";

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

  it("a chat agent finds the documents of each folder, by the paths that it was told", async () => {
    const name = "docs/decisions/0002-index-notes-in-the-background.md";
    const listed = await told("design-docs_list", {});
    ok(listed.includes(`- madr/${name}: `), listed);
    for (const path of [`madr/${name}`, name]) {
      const checked = await told("design-docs_check", { path });
      ok(checked.startsWith(`# madr/${name}\n`) && checked.includes("invalid-status"), checked);
    }
  });

  it("a folder of a virtual file system is served as one on a disk is", async () => {
    const root = vscode.Uri.parse("memory-docs:/garden");
    const files = memoryFileSystem();
    const registered = vscode.workspace.registerFileSystemProvider(root.scheme, files, {
      isCaseSensitive: true,
    });
    const place = vscode.Uri.joinPath(root, "docs/designs/2026-01-05-virtual-design.md");
    const text = design({ title: "Virtual", without: ["Goals"] });
    await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(text));
    const count = vscode.workspace.workspaceFolders?.length ?? 0;
    ok(
      vscode.workspace.updateWorkspaceFolders(count, 0, { uri: root, name: "garden" }),
      "no folder was added",
    );
    try {
      await eventually("the folder is there", () => vscode.workspace.getWorkspaceFolder(place) !== undefined);
      const document = await open(place);
      await finds(document.uri, "missing-section");
      const checked = await told("design-docs_check", { path: place.toString() });
      ok(checked.includes("missing-section"), checked);
      await vscode.commands.executeCommand("designDocs.insertMissingSections");
      await eventually("the section is there", () => document.getText().includes("## Goals"));
      await findsNo(document.uri, "missing-section");
      await vscode.commands.executeCommand("designDocs.requestReview", document.uri, { goOn: true });
      await eventually("its status is another", () => document.getText().includes("Status: IN REVIEW"));
      await vscode.commands.executeCommand(
        "designDocs.newDesignDoc",
        vscode.Uri.joinPath(root, "docs/designs"),
        {
          title: "Watering at Night",
          reviewers: [],
        },
      );
      await eventually("the new document is open", () => {
        const { scheme, path } = vscode.window.activeTextEditor?.document.uri ?? {};
        return scheme === root.scheme && path?.endsWith("-watering-at-night-design.md") === true;
      });
      await vscode.commands.executeCommand("workbench.action.files.saveFiles");
    } finally {
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      vscode.workspace.updateWorkspaceFolders(count, 1);
      await eventually("the folder is gone", () => vscode.workspace.getWorkspaceFolder(place) === undefined);
      registered.dispose();
    }
  });
});
