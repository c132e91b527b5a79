// What is offered where nobody has set anything up: in the status item, and nowhere else.
import * as vscode from "vscode";
import { file, findings, finds, read, rulesOf } from "../kit/editor.ts";
import { eventually, ok } from "../kit/expect.ts";
import { forgetTold, leave, miss, pointAtStatus, screenshot, see, told, world } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";

const config = ".design-docs.json";

async function open(path: string): Promise<vscode.Uri> {
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  return (await vscode.window.showTextDocument(file(path), { preview: false })).document.uri;
}

/** Runs the suggestion of the active file as soon as there is one, by what the status item runs. */
const use = (): Promise<string> =>
  eventually("the configuration is written", async () => {
    await vscode.commands.executeCommand("designDocs.useSuggestion");
    await forgetTold();
    return read(config);
  });

const remove = async (): Promise<void> => {
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  await vscode.workspace.fs.delete(file(config));
};

describe("suggestion", () => {
  it("documents beside a template can be set up by one click, and are not before", async () => {
    const uri = await open("shapes/suggested/rfcs/0001-guest-links.md");
    if ((await world()).user) {
      await pointAtStatus();
      await see(".hover-language-status", "0000-template.md");
      await screenshot("suggestion");
      await leave();
      // No message asks for anything, and nothing was found unasked.
      await vscode.commands.executeCommand("notifications.showList");
      await miss(".notification-list-item");
      await forgetTold();
    }
    ok(findings(uri).length === 0, rulesOf(uri).join(", "));
    const written = await use();
    ok(written.includes('"include": ["shapes/suggested/rfcs/*.md"]'), written);
    ok(written.includes('"template": "shapes/suggested/rfcs/0000-template.md"'), written);
    // The designs that the settings had included go on being designs.
    ok(written.includes('"**/docs/designs/**/*.md"'), written);
    await eventually("it is a design document", async () =>
      ((await symbols(uri)) ?? []).some(({ detail }) => detail !== ""),
    );
    await screenshot("suggestion-used");
    const design = await open("docs/designs/2026-01-05-message-queue-design.md");
    await eventually("the designs are found", () => findings(design).length > 0);
    await remove();
  });

  it("a document in a usual place is compared with the ready templates", async () => {
    await open("shapes/suggested/docs/adr/0001-ship-every-week.md");
    if ((await world()).user) {
      await pointAtStatus();
      await see(".hover-language-status", "Architecture decision record");
      await screenshot("suggestion-preset");
      await leave();
    }
    const written = await use();
    ok(written.includes('"template": "preset:adr"'), written);
    await remove();
  });

  it("nothing is suggested for other Markdown", async () => {
    await open("shapes/madr/docs/decisions/README.md");
    await eventually("the server has answered", async () => {
      await vscode.commands.executeCommand("designDocs.useSuggestion");
      return true;
    });
    await forgetTold();
    ok((await read(config)) === undefined, "a configuration was written");
  });
});

describe("Set Up Design Docs", () => {
  it("writes the configuration and a template, which is opened", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    if ((await world()).user) {
      const done = vscode.commands.executeCommand("designDocs.setUp");
      await see(".quick-input-widget .monaco-list-row", "Architecture decision record");
      await screenshot("set-up-preset");
      await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
      await done;
    }
    await vscode.commands.executeCommand("designDocs.setUp", undefined, {
      preset: "adr",
      designFolder: "set-up/decisions",
    });
    const written = await eventually("the configuration is there", () => read(config));
    ok(written.includes("set-up/decisions"), written);
    const template = await eventually("the template is open", () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.includes("/set-up/decisions/") === true && active;
    });
    ok(template.document.getText().includes("## Decision"), template.document.getText());
    await told("are set up");
    await screenshot("set-up-done");
    await forgetTold();
    await vscode.commands.executeCommand("designDocs.newDesignDoc", file("set-up/decisions"), {
      title: "Ship Every Week",
      reviewers: [],
    });
    const { document } = await eventually("the document is open", () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith("/0001-ship-every-week.md") === true && active;
    });
    await finds(document.uri, "placeholder-text");
    await vscode.commands.executeCommand("workbench.action.files.saveAll");
    await remove();
    await vscode.workspace.fs.delete(file("set-up"), { recursive: true });
  });
});

const symbols = (uri: vscode.Uri): Thenable<vscode.DocumentSymbol[] | undefined> =>
  vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    "vscode.executeDocumentSymbolProvider",
    uri,
  );
