// Other teams' documents: decision records, proposals that are folders, RFCs, each after a template of the team's.
import * as vscode from "vscode";
import { file, findings, finds, findsNo, moveCaret, read, rulesOf } from "../kit/editor.ts";
import { equal, eventually, ok } from "../kit/expect.ts";
import { leave, pointAtStatus, screenshot, see, seeHover, type, world } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";

interface Shape {
  /** The folder of the workspace. */
  readonly name: string;
  readonly template: string;
  /** A document that follows its template. */
  readonly sound: string;
  /** One with gaps, and the rules that find them, at least. */
  readonly gaps: { readonly path: string; readonly rules: readonly string[] };
  /** A heading of the sound document, and a piece of its guidance. */
  readonly guidance: readonly [heading: string, text: string];
  /** Where a section that is missing can be written in the one with gaps, its marks, and its title. */
  readonly missing: { readonly behind: string; readonly marks: string; readonly title: string };
  /** The folder that is clicked for a new document, and where one named “Fewer Clicks” goes. */
  readonly folder: string;
  readonly created: RegExp;
}

const shapes: readonly Shape[] = [
  {
    name: "madr",
    template: "docs/decisions/adr-template.md",
    sound: "docs/decisions/0001-keep-notes-as-files.md",
    gaps: {
      path: "docs/decisions/0002-index-notes-in-the-background.md",
      rules: ["invalid-status", "unfilled-field", "misspelled-section"],
    },
    guidance: ["## Considered Options", "title of option"],
    missing: { behind: "must stay fast.\n", marks: "## ", title: "More Information" },
    folder: "docs/decisions",
    created: /\/docs\/decisions\/0003-fewer-clicks\.md$/,
  },
  {
    name: "kep",
    template: "keps/NNNN-kep-template/README.md",
    sound: "keps/sync/0012-offline-queue/README.md",
    gaps: { path: "keps/sync/0015-merge-by-field/README.md", rules: ["missing-section", "empty-section"] },
    guidance: ["## Design Details", "flow of control"],
    missing: { behind: "not always the one that people made last.\n", marks: "## ", title: "Alternatives" },
    folder: "keps/sync",
    created: /\/keps\/sync\/0016-fewer-clicks\/README\.md$/,
  },
  {
    name: "rfc",
    template: "0000-template.md",
    sound: "text/0001-guest-links.md",
    gaps: {
      path: "text/0002-note-templates.md",
      rules: ["misspelled-section", "placeholder-text", "empty-section", "missing-section"],
    },
    guidance: ["# Prior art", "in use"],
    missing: { behind: "such texts for twenty years.\n", marks: "# ", title: "Unresolved questions" },
    folder: "text",
    created: /\/text\/0003-fewer-clicks\.md$/,
  },
];

const symbolsOf = async (uri: vscode.Uri): Promise<readonly vscode.DocumentSymbol[]> =>
  (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    "vscode.executeDocumentSymbolProvider",
    uri,
  )) ?? [];

async function open(path: string): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  return vscode.window.showTextDocument(file(path), { preview: false });
}

describe("shapes", () => {
  for (const { name, template, sound, gaps, guidance, missing, folder, created } of shapes) {
    const at = (path: string): string => `shapes/${name}/${path}`;

    it(`${name}: a document that follows the team's template has no finding above a hint`, async () => {
      const { document } = await open(at(gaps.path));
      await finds(document.uri, gaps.rules[0] ?? "");
      const editor = await open(at(sound));
      const { uri } = editor.document;
      await eventually("the outline is the team's", async () =>
        (await symbolsOf(uri)).some(({ detail }) => detail !== ""),
      );
      equal(
        findings(uri)
          .filter(({ severity }) => severity < vscode.DiagnosticSeverity.Hint)
          .map(({ message }) => message),
        [],
      );
    });

    it(`${name}: gaps are found`, async () => {
      const { document } = await open(at(gaps.path));
      for (const rule of gaps.rules) await finds(document.uri, rule);
      await vscode.commands.executeCommand("workbench.actions.view.problems");
      await screenshot(`${name}-findings`);
      await vscode.commands.executeCommand("workbench.action.closePanel");
    });

    it(`${name}: the guidance of the team is shown on hover`, async () => {
      const [heading, text] = guidance;
      const editor = await open(at(sound));
      moveCaret(editor, heading);
      await eventually("a hover with the guidance", async () => {
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
          "vscode.executeHoverProvider",
          editor.document.uri,
          editor.selection.active,
        );
        return hovers
          .flatMap(({ contents }) => contents.map((part) => (typeof part === "string" ? part : part.value)))
          .some((part) => part.includes(text));
      });
      if (await seeHover(".monaco-hover .hover-contents", text)) await screenshot(`${name}-hover`);
    });

    it(`${name}: sections are suggested, at the level of the team`, async () => {
      const editor = await open(at(gaps.path));
      const { document } = editor;
      await finds(document.uri, gaps.rules[0] ?? "");
      const before = document.getText();
      const end = document.positionAt(before.indexOf(missing.behind) + missing.behind.length);
      await editor.edit((edit) => edit.insert(end, "\n\n"));
      editor.selection = new vscode.Selection(end.translate(1), end.translate(1));
      editor.revealRange(editor.selection);
      await type(missing.marks);
      if (await see(".suggest-widget .monaco-list-row", missing.title))
        await screenshot(`${name}-completion`);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        editor.selection.active,
      );
      const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
      ok(
        labels.some((label) => label.includes(missing.title)),
        labels.join(", "),
      );
      await vscode.commands.executeCommand("hideSuggestWidget");
      await vscode.commands.executeCommand("workbench.action.files.revert");
    });

    it(`${name}: the outline shows the sections with their state`, async () => {
      const editor = await open(at(sound));
      await eventually("symbols with a state", async () =>
        (await symbolsOf(editor.document.uri)).some(({ detail }) => detail !== ""),
      );
      await vscode.commands.executeCommand("outline.focus");
      await see(".outline-pane .monaco-list-row", "written");
      await screenshot(`${name}-outline`);
      await vscode.commands.executeCommand("workbench.view.explorer");
      await vscode.window.showTextDocument(editor.document);
    });

    it(`${name}: New Design Doc makes one after the team's template, named as the team does`, async () => {
      await vscode.commands.executeCommand("designDocs.newDesignDoc", file(at(folder)), {
        title: "Fewer Clicks",
        reviewers: [],
      });
      const { document } = await eventually("the document is open", () => {
        const active = vscode.window.activeTextEditor;
        return active?.document.getText().includes("Fewer Clicks") === true && active;
      });
      ok(created.test(document.uri.path), document.uri.path);
      await eventually("it is saved", () => !document.isDirty);
      const wanted = new TextDecoder().decode(await vscode.workspace.fs.readFile(file(at(template))));
      const headings = (text: string): readonly string[] => text.match(/^#+ .*$/gm) ?? [];
      ok(headings(wanted).length > 4, "the template has headings");
      await screenshot(`${name}-new-document`);
      // No section of the template is missing from what was made after it.
      await findsNo(document.uri, "missing-section");
      equal(
        rulesOf(document.uri).filter((rule) => rule === "misspelled-section"),
        [],
      );
    });

    it(`${name}: the status item says which template governs and why`, async () => {
      const editor = await open(at(sound));
      moveCaret(editor, guidance[0]);
      await eventually("the document is known as a design document", async () =>
        (await symbolsOf(editor.document.uri)).some(({ detail }) => detail !== ""),
      );
      if (!(await world()).user) return;
      await pointAtStatus();
      // A template that is a folder is called by that.
      await see(
        ".hover-language-status",
        template.split("/").findLast((part) => part !== "README.md"),
      );
      await see(".hover-language-status", ".design-docs.json");
      await screenshot(`${name}-status`);
      await leave();
    });

    it(`${name}: the configuration itself has no finding`, async () => {
      const { document } = await open(at(".design-docs.json"));
      await finds((await open(at(gaps.path))).document.uri, gaps.rules[0] ?? "");
      equal(
        vscode.languages.getDiagnostics(document.uri).map(({ message }) => message),
        [],
      );
      ok((await read(at(".design-docs.json")))?.includes("collections"), "it is there");
    });
  }
});
