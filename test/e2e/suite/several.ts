// Designs that hang together: what is done to one of them shows in the others.
import * as vscode from "vscode";
import { apply, offered } from "../kit/actions.ts";
import { design } from "../kit/documents.ts";
import { file, finds, findsNo, moveCaret, read, show, write } from "../kit/editor.ts";
import { equal, eventually, ok } from "../kit/expect.ts";
import { openActions, press, screenshot } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";
import { withSettings } from "../kit/with-settings.ts";

describe("several designs", () => {
  it("a file that is renamed by its fix takes the links in other designs along", async () => {
    const named = "2026-01-05-stock-levels-design.md";
    const linking = (title: string): string =>
      design({ title, bodies: { Dependencies: "Builds on [the stock](stock.md#goals)." } });
    const closed = "docs/designs/2026-01-06-parcel-tracking-design.md";
    const opened = "docs/designs/2026-01-07-invoice-archive-design.md";
    await write(closed, linking("Parcel Tracking"));
    await write(opened, linking("Invoice Archive"));
    await withSettings({ "files.autoSave": "off" }, async () => {
      const { document } = await show("docs/designs/stock.md", design({ title: "Stock Levels" }));
      const other = await vscode.workspace.openTextDocument(file(opened));
      const beside = await vscode.window.showTextDocument(other, vscode.ViewColumn.Beside);
      await beside.edit((edit) =>
        edit.insert(new vscode.Position(6, 0), "\nSee [stock][s].\n\n[s]: ./stock.md 'Stock'\n"),
      );
      const texts = [document, other].map((one) => one.getText());
      const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
      const { range } = await finds(document.uri, "file-name");
      await offered(document, range, named);
      moveCaret(editor, "# Stock");
      if (await openActions(named)) {
        await screenshot("rename-menu");
        await press("Enter");
      } else {
        await apply(document, range, named);
      }
      const follows = (text: string, target: string): boolean =>
        text.includes(`(${target}#goals)`) && !text.includes(target === named ? "stock.md" : named);
      await eventually(
        "the links follow the file",
        async () =>
          (await read(`docs/designs/${named}`)) === texts[0] &&
          (await read("docs/designs/stock.md")) === undefined &&
          other.getText().includes(`\n[s]: ./${named} 'Stock'\n`) &&
          follows(other.getText(), named) &&
          follows((await read(closed)) ?? "", named),
        { seen: () => other.getText() },
      );
      await screenshot("renamed");

      // One step back, in the document that was renamed, takes all of it back.
      await eventually("the document has its new name in the editor", () => activePath().endsWith(named));
      await vscode.commands.executeCommand("undo");
      await eventually("the file has its old name", () => activePath().endsWith("/stock.md"));
      await eventually(
        "the links are as they were",
        async () => {
          // The text that was closed is open for this, and is not saved by itself.
          await vscode.commands.executeCommand("workbench.action.files.saveAll");
          return (
            other.getText() === texts[1] &&
            (await read("docs/designs/stock.md")) === texts[0] &&
            follows((await read(closed)) ?? "", "stock.md")
          );
        },
        {
          seen: () =>
            vscode.workspace.textDocuments.map((one) => [
              one.uri.path,
              one.isDirty,
              /stock\S*/.exec(one.getText()),
            ]),
        },
      );
      await screenshot("rename-undone");
    });
  });

  it("a design and the one that supersedes it have to agree", async () => {
    const old = "docs/designs/2026-01-05-nightly-file-design.md";
    const link = "[Nightly File](2026-01-05-nightly-file-design.md)";
    const superseded = "SUPERSEDED by [Hourly File](2026-01-06-hourly-file-design.md)";
    await write(old, design({ title: "Nightly File", status: superseded }));
    const editor = await show(
      "docs/designs/2026-01-06-hourly-file-design.md",
      design({ title: "Hourly File", status: "APPROVED" }).replace("Date: 2026-01-05", "Date: 2026-01-06"),
      "# Hourly",
    );
    const { document } = editor;
    const { range } = await finds(document.uri, "successor-not-reciprocal");
    await offered(document, range, "Say that this design supersedes");
    if (await openActions("Nightly File")) {
      await screenshot("successor-menu");
      await press("Enter");
    } else {
      await apply(document, range, "Say that this design supersedes");
    }
    await eventually("the header says it", () => document.getText().includes(`\nSupersedes: ${link}\n`), {
      seen: () => document.getText().slice(0, 300),
    });
    await findsNo(document.uri, "successor-not-reciprocal");
    await screenshot("successor-said");

    const other = await vscode.workspace.openTextDocument(file(old));
    const beside = await vscode.window.showTextDocument(other, vscode.ViewColumn.Beside);
    const say = async (status: string): Promise<void> => {
      await beside.edit((edit) => edit.replace(other.lineAt(2).range, `Status: ${status}`));
      ok(await other.save(), "the other design was not saved");
    };
    await say("APPROVED");
    const told = await finds(document.uri, "successor-not-reciprocal");
    equal(document.getText(told.range), link);
    await screenshot("successor-in-force");
    await say(superseded);
    await findsNo(document.uri, "successor-not-reciprocal");
  });
});

const activePath = (): string => vscode.window.activeTextEditor?.document.uri.path ?? "";
