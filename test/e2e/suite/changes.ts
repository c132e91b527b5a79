// What changed in a design since a commit, the last review, the base branch or the saved file.
import * as vscode from "vscode";
import { design } from "../kit/documents.ts";
import { file, moveCaret, show, write } from "../kit/editor.ts";
import { equal, eventually, ok } from "../kit/expect.ts";
import { click, forgetTold, press, screenshot, see, told, world } from "../kit/harness.ts";
import { hasGit, makeRepository, type Repository } from "../kit/repository.ts";
import { describe, it } from "../kit/runner.ts";
import { withSettings } from "../kit/with-settings.ts";

interface Found {
  readonly sections: readonly { readonly kind: string; readonly title: string; readonly detail: string }[];
  readonly unchanged: number;
  readonly summary: string;
}

const changes = (uri: vscode.Uri, given: object = {}): Thenable<Found | undefined> =>
  vscode.commands.executeCommand("designDocs.whatChanged", uri, given);

const kindsOf = (found: Found | undefined): readonly string[] | undefined =>
  found?.sections.map(({ kind, title, detail }) => `${kind} ${title}: ${detail}`);

const scheme = "design-docs-section";

/** The texts that are open beside a document. */
const opened = (): readonly vscode.TextDocument[] =>
  vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === scheme);

describe("what changed", () => {
  it("since the file was saved is shown for each section, and leads from one to the next", async () => {
    await withSettings({ "files.autoSave": "off" }, async () => {
      const path = "docs/designs/2026-01-05-unsaved-design.md";
      const editor = await show(path, design({ title: "Unsaved orders" }), "Returns keep their present way");
      const { document } = editor;
      equal((await changes(document.uri, { base: "saved", show: false }))?.sections, []);
      await editor.edit((edit) => {
        edit.insert(editor.selection.active, " for a year");
        const { start } = find(document, "## Dependencies");
        edit.insert(start, "## Costs\n\nOne more machine in each warehouse.\n\n");
      });
      const found = await changes(document.uri, { base: "saved", show: false });
      equal(kindsOf(found), ["changed Non-Goals: words +3 −0", "added Costs: new, words +6 −0"]);
      ok(found?.summary.includes("- Sections: 1 changed, 1 added, 18 as before"), found?.summary ?? "");

      await movedBy(() => moveCaret(editor, "# Unsaved orders"));
      const places: string[] = [];
      for (const direction of ["nextChange", "nextChange", "nextChange", "previousChange"]) {
        await movedBy(() => vscode.commands.executeCommand(`designDocs.${direction}`));
        places.push(document.lineAt(editor.selection.active.line).text);
      }
      equal(places, ["## Non-Goals", "## Costs", "## Non-Goals", "## Costs"]);

      await changes(document.uri, { base: "saved" });
      await see(".multiDiffEntry", "Costs");
      await screenshot("what-changed-saved");
      if (await told("Sections: 1 changed, 1 added, 18 as before.")) {
        await click("Show Summary");
        const summary = await eventually("the summary is open", () =>
          opened().find(({ uri }) => uri.path.endsWith("/Summary.md")),
        );
        ok(summary.getText().includes("- Costs: new"), summary.getText());
        const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
          "vscode.executeLinkProvider",
          summary.uri,
        );
        const target = links.find(({ range }) => summary.getText(range).startsWith("Costs"))?.target;
        equal(
          target?.toString(),
          document.uri.with({ fragment: `L${find(document, "## Costs").start.line + 1},1` }).toString(),
        );
        await screenshot("what-changed-summary");
        await forgetTold();
        await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
      }
      await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand("workbench.action.files.revert");
    });
  });

  it("says so where there is nothing", async () => {
    const { document } = await show("docs/designs/2026-01-05-same-design.md", design({ title: "Same" }));
    await changes(document.uri, { base: "saved" });
    if (await told("Nothing that a reader sees has changed since the saved file")) await forgetTold();
  });
});

/** Does something that moves the caret, and waits until the window has moved it: before, it tells of the last move. */
async function movedBy(act: () => unknown): Promise<void> {
  let isMoved = false;
  const listening = vscode.window.onDidChangeTextEditorSelection(() => (isMoved = true));
  try {
    await act();
    await eventually("the caret moved", () => isMoved);
  } finally {
    listening.dispose();
  }
}

function find(document: vscode.TextDocument, text: string): vscode.Range {
  const offset = document.getText().indexOf(text);
  ok(offset >= 0, `“${text}” is not there`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

if (hasGit)
  describe("what changed with Git", () => {
    const path = "reviewed/docs/designs/2026-01-05-reviewed-design.md";

    /** A design that was begun on `main`, put into review on a branch, and changed once more since. */
    async function makeReviewed(): Promise<Repository> {
      const repository = await makeRepository("reviewed");
      const steps = [
        ["Begin a design", design({ title: "Reviewed orders", without: ["Decision Log"] })],
        [
          "Ask for a review",
          design({ title: "Reviewed orders", status: "IN REVIEW", without: ["Decision Log"] }),
        ],
        [
          "Answer the reviewers",
          design({
            title: "Reviewed orders",
            status: "IN REVIEW",
            without: ["Dependencies"],
            bodies: {
              Requirements: "- Functional: no order is lost.\n- Non-functional: ten seconds at most.",
              "Proposed Design":
                "The shop writes to a queue, and each warehouse reads from its own part of it.",
            },
          }),
        ],
      ] as const;
      for (const [index, [message, text]] of steps.entries()) {
        const uri = await write(path, text);
        await repository.add([uri.fsPath]);
        await repository.commit(message);
        if (index === 0) {
          await repository.createBranch("main", true).catch(() => repository.checkout("main"));
          await repository.createBranch("design/reviewed", true);
        }
      }
      await repository.status();
      return repository;
    }

    it("is shown since the last review, the base branch, and any commit", async () => {
      await makeReviewed();
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      const document = await vscode.workspace.openTextDocument(file(path));
      await vscode.window.showTextDocument(document, { preview: false });
      const since = await changes(document.uri, { ref: "HEAD~1", show: false });
      equal(kindsOf(since), [
        "changed Requirements: words +2 −2",
        "changed Proposed Design: words +5 −1",
        "removed Dependencies: removed, words +0 −6",
        "added Decision Log: new, words +12 −0",
      ]);
      ok(since?.summary.includes("- Requirements: 1 changed, 1 as before"), since?.summary ?? "");
      ok(since?.summary.includes("- Decisions: 1 added"), since?.summary ?? "");
      const branch = await changes(document.uri, { base: "branch", show: false });
      ok(branch?.summary.includes("- Status: “DRAFT” is now “IN REVIEW”"), branch?.summary ?? "nothing");
      equal((await changes(document.uri, { ref: "HEAD", show: false }))?.sections, []);

      if (!(await world()).user) return;
      const done = changes(document.uri);
      await see(".quick-input-widget .monaco-list-row", "Ask for a review");
      await see(".quick-input-widget .monaco-list-row", "the status became IN REVIEW");
      await screenshot("what-changed-choices");
      await click("Last Review");
      const review = await done;
      equal(kindsOf(review), kindsOf(since), "the last review is another commit");
      ok(review?.summary.includes("Since: the status became IN REVIEW ("), review?.summary ?? "");
      await see(".multiDiffEntry", "Requirements");
      await screenshot("what-changed");
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    });

    it("says why where Git knows no such commit", async () => {
      const document = await vscode.workspace.openTextDocument(file(path));
      await vscode.window.showTextDocument(document, { preview: false });
      equal(await changes(document.uri, { ref: "no-such-branch" }), undefined);
      await told("Git does not say what the document was at no-such-branch");
      await forgetTold();
      await press("Escape");
    });
  });
