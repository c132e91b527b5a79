import * as vscode from "vscode";
import { file, findings, read, write } from "../kit/editor.ts";
import { equal, eventually, ok } from "../kit/expect.ts";
import { click, press, screenshot, see, type, world } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";

const activeName = (): string => vscode.window.activeTextEditor?.document.uri.path.split("/").at(-1) ?? "";

/** Takes the kind that is offered first, and waits for the question after it. */
async function chooseFirstKind(): Promise<void> {
  await see(".quick-input-widget .quick-input-title", "New Design Doc: Kind");
  await see(".quick-input-widget .monaco-list-row.focused", "Design document");
  await screenshot("new-design-doc-kind");
  await press("Enter");
  await see(".quick-input-widget .quick-input-title", "New Design Doc: Design document");
}

describe("New Design Doc", () => {
  it("asks for title and reviewers and opens the document with tab stops", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await write("CODEOWNERS", "* @example/platform @linus\n");
    if ((await world()).user) {
      const done = vscode.commands.executeCommand("designDocs.newDesignDoc");
      await chooseFirstKind();
      await type("Größere Warenkörbe & Mehr");
      await see(".quick-input-widget .quick-input-message", "grossere-warenkorbe");
      await screenshot("new-design-doc-title");
      await press("Enter");
      await see(".quick-input-widget .monaco-list-row", "@linus");
      await type("@grace");
      await press("Enter");
      await see(".quick-input-widget .monaco-list-row", "@grace");
      await type("lin");
      await press("Enter");
      await screenshot("new-design-doc-reviewers");
      await press("Enter");
      await done;
    } else {
      await vscode.commands.executeCommand("designDocs.newDesignDoc", undefined, {
        title: "Größere Warenkörbe & Mehr",
        reviewers: ["@grace", "@linus"],
      });
    }
    const editor = await eventually("the document is open", () => {
      const active = vscode.window.activeTextEditor;
      return /^\d{4}-\d\d-\d\d-.+-design\.md$/.test(activeName()) && active;
    });
    const { document } = editor;
    const text = document.getText();
    ok(text.startsWith("# Größere Warenkörbe & Mehr\n"), text);
    ok(text.includes("\nReviewers: @grace, @linus\n"), text);
    ok(!text.includes("How to use this template"), "the instructions are still there");
    await eventually("the document is saved", () => !document.isDirty);
    equal(await read(vscode.workspace.asRelativePath(document.uri, false)), text);
    await screenshot("new-design-doc-created");
    const worst = await eventually(
      "it is judged",
      () => findings(document.uri).length > 0 && findings(document.uri),
    );
    equal(
      worst
        .filter(({ severity }) => severity < vscode.DiagnosticSeverity.Information)
        .map(({ message }) => message),
      [],
      "a new document has no finding above information",
    );
    const before = editor.selection.active;
    await vscode.commands.executeCommand("jumpToNextSnippetPlaceholder");
    await eventually("the next tab stop is selected", () => !editor.selection.active.isEqual(before));
  });

  it("never overwrites: it offers to open what exists, or the next free name", async () => {
    const today = activeName().slice(0, 10);
    const taken = `docs/designs/${today}-taken-design.md`;
    await write(taken, "# Taken\n");
    if ((await world()).user) {
      const done = vscode.commands.executeCommand("designDocs.newDesignDoc");
      await chooseFirstKind();
      await type("Taken");
      await see(".quick-input-widget .quick-input-message", "exists already");
      await press("Enter");
      await see(".quick-input-widget .monaco-list-row", "Create Another");
      await screenshot("new-design-doc-exists");
      await press("Enter");
      await done;
      await eventually("what exists is opened", () => activeName() === `${today}-taken-design.md`);
    }
    equal(await read(taken), "# Taken\n");
  });

  it("Escape leaves everything as it was", async () => {
    const before = await vscode.workspace.fs.readDirectory(file("docs/designs"));
    if ((await world()).user) {
      const done = vscode.commands.executeCommand("designDocs.newDesignDoc");
      await chooseFirstKind();
      await type("Never Mind");
      await press("Escape");
      await done;
    }
    equal(await vscode.workspace.fs.readDirectory(file("docs/designs")), before);
  });

  it("creates in the folder that was clicked, if design documents may lie there", async () => {
    await write("docs/designs/area/.keep", "");
    for (const [clicked, expected] of [
      ["docs/designs/area", "/docs/designs/area/"],
      ["docs", "/docs/designs/"],
    ] as const) {
      const title = `From ${clicked.split("/").at(-1)}`;
      await vscode.commands.executeCommand("designDocs.newDesignDoc", file(clicked), {
        title,
        reviewers: [],
      });
      const { path } = await eventually("the document is open", () => {
        const active = vscode.window.activeTextEditor?.document;
        return active?.getText().startsWith(`# ${title}\n`) && active.uri;
      });
      ok(
        path.includes(expected) && !path.slice(path.indexOf(expected) + expected.length).includes("/"),
        path,
      );
    }
  });

  it("takes the author from Git, where there is one", async () => {
    const git = vscode.extensions.getExtension<GitExtension>("vscode.git");
    await write("repository/.git/HEAD", "ref: refs/heads/main\n");
    await write("repository/.git/objects/.keep", "");
    await write("repository/.git/refs/.keep", "");
    await write(
      "repository/.git/config",
      "[core]\n\trepositoryformatversion = 0\n[user]\n\tname = Ada Example\n\temail = ada@example.com\n",
    );
    const repository = await (await git?.activate())?.getAPI(1).openRepository(file("repository"));
    await write("repository/docs/designs/.keep", "");
    const title = "Written by Ada";
    const given = { title, reviewers: [] };
    await vscode.commands.executeCommand("designDocs.newDesignDoc", file("repository/docs/designs"), given);
    const text = await eventually("the document is open", () => {
      const shown = vscode.window.activeTextEditor?.document.getText();
      return shown?.startsWith(`# ${title}\n`) && shown;
    });
    // In a web page there is no Git, and the template's placeholder stays.
    if (git !== undefined) ok(repository, "Git did not open the repository");
    const author = repository ? "Ada Example <ada@example.com>" : "YOUR NAME <you@example.com>";
    ok(text.includes(`\nAuthor: ${author}\n`), text.slice(0, 200));
  });

  it("is offered for a folder of the Explorer and in the palette", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.commands.executeCommand("workbench.view.explorer");
    await vscode.commands.executeCommand("workbench.files.action.collapseExplorerFolders");
    const commands = await vscode.commands.getCommands(true);
    ok(commands.includes("designDocs.newDesignDoc"), "the command is not registered");
    if (!(await click("repository", "right"))) return;
    await see(".monaco-menu .action-label", "New Design Doc");
    await screenshot("explorer-menu");
    await press("Escape", "F1");
    await type("Design Docs");
    await see(".quick-input-widget .monaco-list-row", "New Design Doc");
    await screenshot("palette");
    await press("Escape");
  });
});

/** What is used here of the interface of VS Code's own Git extension. */
interface GitExtension {
  getAPI(version: 1): { openRepository(uri: vscode.Uri): Promise<unknown> };
}
