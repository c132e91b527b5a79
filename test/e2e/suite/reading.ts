import * as vscode from "vscode";
import { design } from "../kit/documents.ts";
import { finds, findsNo, show, write } from "../kit/editor.ts";
import { eventually, ok } from "../kit/expect.ts";
import { miss, screenshot, see, seeHover } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";
import { withSettings } from "../kit/with-settings.ts";

/** What the editor draws for the decorations of an extension. */
const dimmed = '.view-line [class*="ced-"]';

describe("reading", () => {
  it("guidance of the template is dimmed", async () => {
    const { document } = await show(
      "docs/designs/2026-01-05-dim-design.md",
      design({ without: ["Goals", "Non-Goals", "Requirements"] }),
    );
    await finds(document.uri, "missing-section");
    await vscode.commands.executeCommand("designDocs.insertMissingSections");
    await finds(document.uri, "placeholder-text");
    // What a finding fades is not dimmed a second time.
    await miss(dimmed, "purpose");
    await screenshot("reading-found");
    await withSettings({ "designDocs.rules": { "placeholder-text": "off" } }, async () => {
      await findsNo(document.uri, "placeholder-text");
      await see(dimmed, "purpose");
      await screenshot("reading-dim");
    });
  });

  it("a hint says how much of a limit is used", async () => {
    const { document } = await show(
      "docs/designs/2026-01-05-limit-design.md",
      design({
        bodies: {
          "Summary / Executive Summary":
            "Orders reach the warehouse through a queue. The nightly file goes away. Nothing else is changed.",
        },
      }),
    );
    const hints = await eventually("an inlay hint", async () => {
      const all = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        "vscode.executeInlayHintProvider",
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
      );
      return all.length > 0 && all;
    });
    const labels = hints.map(({ label }) =>
      typeof label === "string" ? label : label.map(({ value }) => value).join(""),
    );
    ok(labels.includes("3 of 3 sentences"), labels.join("; "));
    await screenshot("reading-inlay");
  });

  it("Fold Written Sections folds what is done", async () => {
    const editor = await show("docs/designs/2026-01-05-fold-design.md", design({ bodies: { Goals: "TBD" } }));
    await finds(editor.document.uri, "empty-section");
    await eventually("sections are folded", async () => {
      await vscode.commands.executeCommand("designDocs.foldWritten");
      return editor.visibleRanges.length > 1;
    });
    await screenshot("reading-folded");
  });

  it("hovering over a link shows the design that it leads to", async () => {
    await write(
      "docs/designs/2026-01-04-carrier-design.md",
      design({ title: "Carrier Switch", status: "IN REVIEW" }),
    );
    const link = "[the switch](2026-01-04-carrier-design.md)";
    const editor = await show(
      "docs/designs/2026-01-05-preview-design.md",
      design({ bodies: { Dependencies: `It needs ${link} first.` } }),
      "[the swi",
    );
    const text = await eventually("a preview", async () => {
      const all = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        editor.document.uri,
        editor.selection.active,
      );
      const found = all
        .flatMap(({ contents }) => contents.map((part) => (typeof part === "string" ? part : part.value)))
        .join("\n");
      return found.includes("Carrier Switch") && found;
    });
    ok(text.includes("IN REVIEW") && text.includes("Ada Example"), text);
    await seeHover(".monaco-hover .hover-contents", "Carrier Switch");
    await screenshot("reading-preview");
  });
});
