import * as vscode from "vscode";
import { design } from "../kit/documents.ts";
import { finds, findsNo, moveCaret, show, write } from "../kit/editor.ts";
import { equal, eventually, ok } from "../kit/expect.ts";
import { press, screenshot, see, seeHover, type } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";

/** The list of suggestions, as soon as it holds the text. Where nobody looks, there is nothing to wait for. */
const suggested = (text: string): Promise<boolean> => see(".suggest-widget .monaco-list-row", text);

/** Accepts what is suggested until the document holds `text`; without a list that is open it has no effect. */
const accept = async (document: vscode.TextDocument, text: string): Promise<void> => {
  await eventually(
    `the suggestion “${text}” is accepted`,
    async () => {
      if (document.getText().includes(text)) return true;
      await vscode.commands.executeCommand("acceptSelectedSuggestion");
      return document.getText().includes(text);
    },
    { seen: () => document.getText() },
  );
};

describe("writing", () => {
  it("the missing sections are suggested after ##", async () => {
    const text = design({ without: ["Non-Goals", "Dependencies"] });
    const anchor = "- An order reaches the warehouse within a minute.\n\n";
    const { document } = await show(
      "docs/designs/2026-01-05-sections-design.md",
      text.replace(anchor, `${anchor}\n\n`),
      anchor,
    );
    await finds(document.uri, "missing-section");
    await type("## ");
    await suggested("Dependencies");
    await screenshot("completion-sections");
    await accept(document, "## Non-Goals");
    await screenshot("completion-accepted");
    ok(!document.getText().includes("## ##"), document.getText());
  });

  it("the words for the status are suggested, and replace the one that stands there", async () => {
    const { document } = await show(
      "docs/designs/2026-01-05-status-design.md",
      design().replace("Status: DRAFT", "Status:"),
      "Status:",
    );
    await finds(document.uri, "unfilled-field");
    await type(" ");
    await suggested("IN REVIEW");
    await screenshot("completion-status");
    await accept(document, "Status: DRAFT\n");
    await findsNo(document.uri, "unfilled-field");
  });

  it("handles are suggested from CODEOWNERS", async () => {
    await write("CODEOWNERS", "* @example/platform @linus\n");
    const { document } = await show(
      "docs/designs/2026-01-05-handles-design.md",
      design(),
      "Reviewers: @grace",
    );
    await eventually("the handles have been read", async () => {
      const items = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        new vscode.Position(5, "Reviewers: @grace".length),
      );
      return items.items.some(({ label }) =>
        (typeof label === "string" ? label : label.label).includes("linus"),
      );
    });
    await type(", @");
    await suggested("@linus");
    await screenshot("completion-handles");
    await vscode.commands.executeCommand("hideSuggestWidget");
  });

  it("the outline shows each section with its state", async () => {
    const { document } = await show(
      "docs/designs/2026-01-05-outline-design.md",
      design({ bodies: { Goals: "TBD" }, without: ["Dependencies"] }),
    );
    const all = await eventually("symbols with a state", async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        "vscode.executeDocumentSymbolProvider",
        document.uri,
      );
      const flat = (list: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
        list.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
      const found = flat(symbols).filter(({ detail }) => detail !== "");
      return found.length > 0 && found;
    });
    const detailOf = (name: string): string | undefined =>
      all.find((symbol) => symbol.name.includes(name))?.detail;
    ok(
      detailOf("Message Queue for Orders")?.includes("DRAFT"),
      `the title: ${detailOf("Message Queue for Orders")}`,
    );
    equal(detailOf("Goals")?.toLowerCase().includes("empty"), true, `Goals: ${detailOf("Goals")}`);
    equal(detailOf("Dependencies"), undefined);
    await vscode.commands.executeCommand("outline.focus");
    await see(".outline-pane .monaco-list-row", "Goals");
    await screenshot("outline");
    await vscode.commands.executeCommand("workbench.view.explorer");
    await vscode.window.showTextDocument(document);
  });

  it("hovering over a heading says what belongs there", async () => {
    const editor = await show("docs/designs/2026-01-05-hover-design.md", design(), "## Alternatives");
    const hovers = await eventually("a hover", async () => {
      const all = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        editor.document.uri,
        editor.selection.active,
      );
      return all.length > 0 && all;
    });
    const text = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === "string" ? part : part.value)),
    );
    ok(text.join("\n").includes("alternative"), text.join("\n"));
    await seeHover(".monaco-hover .hover-contents", "alternative");
    await screenshot("hover");
  });

  it("Insert Missing Sections completes the document", async () => {
    const without = ["Non-Goals", "Dependencies", "Decision Log"];
    const editor = await show("docs/designs/2026-01-05-missing-design.md", design({ without }));
    const { document } = editor;
    await finds(document.uri, "missing-section");
    await vscode.commands.executeCommand("designDocs.insertMissingSections");
    await findsNo(document.uri, "missing-section");
    for (const name of without) ok(document.getText().includes(`\n## ${name}\n`), `${name} was not inserted`);
    await screenshot("insert-missing");
    await vscode.commands.executeCommand("undo");
    equal(document.getText(), design({ without }), "one undo takes all back");
  });

  it("Go to Next Incomplete Section selects what is to be written", async () => {
    const editor = await show(
      "docs/designs/2026-01-05-next-design.md",
      design({ bodies: { Requirements: "TBD", Dependencies: "TODO" } }),
    );
    await finds(editor.document.uri, "empty-section");
    const lineOf = (text: string): number => editor.document.getText().split("\n").indexOf(text);
    await vscode.commands.executeCommand("designDocs.goToNextIncompleteSection");
    equal(editor.selection.active.line, lineOf("TBD"));
    await screenshot("next-incomplete");
    await vscode.commands.executeCommand("designDocs.goToNextIncompleteSection");
    equal(editor.selection.active.line, lineOf("TODO"));
    await vscode.commands.executeCommand("designDocs.goToNextIncompleteSection");
    equal(editor.selection.active.line, lineOf("TBD"), "after the last it begins again");
    moveCaret(editor, "# Message Queue");
  });

  it("a snippet expands", async () => {
    const { document } = await show("docs/designs/2026-01-05-snippet-design.md", "");
    await type("design-doc");
    if (await press("Control+Space")) {
      await suggested("design-doc");
      await screenshot("snippets");
    } else {
      await vscode.commands.executeCommand("editor.action.triggerSuggest");
    }
    await accept(document, "Status: DRAFT");
    await screenshot("snippet-expanded");
  });
});
