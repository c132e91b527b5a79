// The team's configuration: what is told in the file itself, and what a change of it does.
import * as vscode from "vscode";
import { file, finds, findsNo, moveCaret, read, rulesOf, show, write } from "../kit/editor.ts";
import { equal, eventually, ok } from "../kit/expect.ts";
import {
  forgetTold,
  leave,
  pointAtStatus,
  press,
  screenshot,
  see,
  told,
  type,
  world,
} from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";

const folder = "shapes/chosen";
const config = `${folder}/.design-docs.json`;
const at = (path: string): string => `${folder}/${path}`;

const one = (more: string): string =>
  `{\n  "collections": [\n    {\n      "include": ["notes/*.md"]${more}\n    }\n  ]\n}\n`;

const template = (heading: string): string =>
  `# Note\n\n## Problem\n\nSay what hurts, and whom.\n\n## ${heading}\n\nSay what is to be done.\n`;

const note = "# Late Orders\n\n## Problem\n\nOrders are late.\n\n## Solution\n\nA queue.\n";

const clean = async (): Promise<void> => {
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  await forgetTold();
};

/**
 * Whether the editor's JSON support can read our schema. It runs beside the server, and the page that stands for a
 * web site hands a web extension out to the browser alone.
 */
const schemaIsRead = (): boolean =>
  vscode.extensions.getExtension("design-docs.design-docs")?.extensionUri.scheme !== "http";

describe("configuration", () => {
  it("is JSON with comments, and completion offers its keys", async () => {
    const { document } = await show(config, one(",\n      "), '"notes/*.md"],\n      ');
    equal(document.languageId, "jsonc");
    if (schemaIsRead()) {
      await eventually(
        "the keys are offered",
        async () => (await labelsAt(document, "],\n      ")).includes("template"),
        { seen: () => document.getText() },
      );
      await type('"');
      if (await see(".suggest-widget .monaco-list-row", "template")) await screenshot("config-completion");
    }
    await vscode.commands.executeCommand("hideSuggestWidget");
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await clean();
  });

  it("an unknown key and a template that is not there are findings in the file", async () => {
    const { document } = await show(
      config,
      one(',\n      "tempalte": "a.md",\n      "template": "absent.md"'),
    );
    // What the schema says is told by the editor's own JSON support, and not a second time by us.
    const marked = (): readonly string[] =>
      vscode.languages.getDiagnostics(document.uri).map(({ range }) => document.getText(range));
    for (const text of [...(schemaIsRead() ? ["tempalte"] : []), "absent.md"])
      await eventually(
        `${text} is told once`,
        () => marked().filter((one) => one.includes(text)).length === 1,
        {
          seen: marked,
        },
      );
    await vscode.commands.executeCommand("workbench.actions.view.problems");
    await screenshot("config-findings");
    await vscode.commands.executeCommand("workbench.action.closePanel");
    await clean();
  });

  it("a change applies at once, typed or saved, to the documents that are open", async () => {
    await write(at("a.md"), template("Solution"));
    await write(at("b.md"), template("Costs"));
    await write(config, one(',\n      "template": "a.md"'));
    const { document } = await show(at("notes/late-orders.md"), note);
    await eventually("it is a design document", async () =>
      (await symbolDetails(document.uri)).some((detail) => detail !== ""),
    );
    await findsNo(document.uri, "missing-section");
    const file_ = await vscode.workspace.openTextDocument(file(config));
    const beside = await vscode.window.showTextDocument(file_, vscode.ViewColumn.Beside);
    const name = file_.getText().indexOf("a.md");
    await beside.edit((edit) =>
      edit.replace(new vscode.Range(file_.positionAt(name), file_.positionAt(name + 1)), "b"),
    );
    const finding = await finds(document.uri, "missing-section");
    ok(finding.message.includes("Costs"), finding.message);
    await screenshot("config-applied");
    await vscode.commands.executeCommand("undo");
    await findsNo(document.uri, "missing-section");
    await file_.save();
    await clean();
  });

  it("another template is chosen from the status item, and can be undone", async () => {
    await write(config, one(',\n      "template": "a.md"'));
    await write(at("cost-template.md"), template("Costs"));
    await write(at("a.md"), template("Solution"));
    const { document } = await show(at("notes/late-orders.md"), note, "# Late Orders");
    await eventually("it is a design document", async () =>
      (await symbolDetails(document.uri)).some((detail) => detail !== ""),
    );
    if ((await world()).user) {
      await pointAtStatus();
      await see(".hover-language-status", "a.md");
      await screenshot("status-reason");
      await leave();
      const done = vscode.commands.executeCommand("designDocs.chooseTemplate");
      await see(".quick-input-widget .monaco-list-row", "cost-template.md");
      await see(".quick-input-titlebar [aria-label^='Switch Off']");
      await screenshot("choose-template");
      await type("cost-template");
      await press("Enter");
      await done;
    } else {
      await vscode.commands.executeCommand("designDocs.chooseTemplate", {
        template: file(at("cost-template.md")).toString(),
      });
    }
    await finds(document.uri, "missing-section");
    equal(await read(config), one(',\n      "template": "cost-template.md"'));
    await screenshot("chosen-template");
    const shown = vscode.window.visibleTextEditors.find(({ document: { uri } }) => uri.path.endsWith(config));
    ok(shown, "the configuration is not shown");
    await vscode.window.showTextDocument(shown.document, shown.viewColumn);
    await vscode.commands.executeCommand("undo");
    await findsNo(document.uri, "missing-section");
    await shown.document.save();
    await clean();
  });

  it("a ready template can be chosen, too", async () => {
    await write(config, one(',\n      "template": "a.md"'));
    const { document } = await show(at("notes/late-orders.md"), note, "# Late Orders");
    await eventually("it is a design document", async () =>
      (await symbolDetails(document.uri)).some((detail) => detail !== ""),
    );
    await vscode.commands.executeCommand("designDocs.chooseTemplate", { template: "preset:adr" });
    const missing = await finds(document.uri, "missing-section");
    ok(missing.message.length > 0, "it says what is missing");
    equal(await read(config), one(',\n      "template": "preset:adr"'));
    await clean();
  });

  it("a document is left alone, and it is said how to take that back", async () => {
    await write(config, one(',\n      "template": "b.md"'));
    await write(at("b.md"), template("Costs"));
    const { document } = await show(at("notes/late-orders.md"), note, "# Late Orders");
    await finds(document.uri, "missing-section");
    await vscode.commands.executeCommand("designDocs.switchOff", "document");
    await findsNo(document.uri, "missing-section");
    ok((await read(config))?.includes('"exclude": ["notes/late-orders.md"]'), (await read(config)) ?? "");
    if ((await world()).user) {
      await told("To switch it on again");
      await screenshot("switched-off");
      await vscode.commands.executeCommand("notification.acceptPrimaryAction");
      await finds(document.uri, "missing-section");
      await eventually(
        "the file is as it was",
        async () => (await read(config))?.includes("exclude") === false,
      );
    }
    await clean();
  });

  it("without a configuration it is the setting that leaves a folder alone", async () => {
    const { document } = await show(
      "docs/designs/off/2026-01-05-off-design.md",
      "# Off\n\nStatus: DRAFT\n",
      "# Off",
    );
    await eventually("it is judged", () => rulesOf(document.uri).length > 0);
    await vscode.commands.executeCommand("designDocs.switchOff", "folder");
    await eventually("nothing is found any more", () => rulesOf(document.uri).length === 0, {
      seen: () => rulesOf(document.uri),
    });
    const excluded: unknown = vscode.workspace.getConfiguration("designDocs").get("exclude");
    ok(Array.isArray(excluded) && excluded.includes("docs/designs/off/**"), JSON.stringify(excluded));
    if ((await world()).user) {
      await told("To switch it on again");
      await vscode.commands.executeCommand("notification.acceptPrimaryAction");
    } else {
      await vscode.workspace
        .getConfiguration("designDocs")
        .update("exclude", undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually("it is judged again", () => rulesOf(document.uri).length > 0);
    await clean();
  });

  it("a fault in the file is told, and nothing is written into it", async () => {
    const broken = '{ "collections": [ { "include": ["notes/*.md"], ] }\n';
    await write(config, broken);
    const { document } = await show(at("notes/late-orders.md"), note, "# Late Orders");
    await vscode.commands.executeCommand("designDocs.chooseTemplate", { template: "preset:adr" });
    equal(await read(config), broken);
    ok(!document.isDirty, "the document was changed");
    if (await told("has a fault")) await screenshot("config-broken");
    await clean();
  });

  it("the configuration is opened where it speaks of the document", async () => {
    const two = `{\n  "collections": [\n    { "include": ["other/*.md"] },\n    { "include": ["notes/*.md"] }\n  ]\n}\n`;
    await write(config, two);
    const editor = await show(at("notes/late-orders.md"), note, "# Late Orders");
    moveCaret(editor, "Orders are");
    await vscode.commands.executeCommand("designDocs.openConfiguration");
    const shown = await eventually("the configuration is shown", () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith(config) === true && active;
    });
    equal(shown.selection.active.line, 3);
    await clean();
    await vscode.workspace.fs.delete(file(folder), { recursive: true });
  });
});

async function labelsAt(document: vscode.TextDocument, behind: string): Promise<readonly string[]> {
  const offset = document.getText().indexOf(behind) + behind.length;
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    document.positionAt(offset),
  );
  return list.items.map(({ label }) => (typeof label === "string" ? label : label.label).replaceAll('"', ""));
}

async function symbolDetails(uri: vscode.Uri): Promise<readonly string[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    "vscode.executeDocumentSymbolProvider",
    uri,
  );
  return (symbols ?? []).map(({ detail }) => detail);
}
