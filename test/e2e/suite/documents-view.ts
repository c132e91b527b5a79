// The view of all design documents.
import * as vscode from "vscode";
import type { Exports, ShownDocuments } from "../../../client/src/exports.ts";
import { design } from "../kit/documents.ts";
import { file, write } from "../kit/editor.ts";
import { equal, eventually, ok } from "../kit/expect.ts";
import { click, leave, miss, point, press, screenshot, see, type, world } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";
import { withSettings } from "../kit/with-settings.ts";

const folder = "docs/designs/listed";
const today = new Date().toISOString().slice(0, 10);

/** A design about `title` with a header of its own. */
const about = (title: string, status: string, date: string, reviewers = "@grace"): string =>
  design({ title, status, without: status === "DRAFT" ? ["Dependencies", "Decision Log"] : [] })
    .replace("Date: 2026-01-05", `Date: ${date}`)
    .replace("Reviewers: @grace", `Reviewers: ${reviewers}`);

const designs: readonly (readonly [string, string])[] = [
  ["guest-links", about("Guest Links for Shared Notes", "IN REVIEW", "2025-11-03", "@hopper, @linus")],
  ["offline-queue", about("Offline Queue for Field Notes", "IN REVIEW", "2025-12-20", "@Hopper")],
  ["note-templates", about("Templates for Meeting Notes", "DRAFT", today)],
  ["search-index", about("Search Index in the Background", "APPROVED", "2025-06-14")],
  ["audit-trail", about("Audit Trail of Exports", "IMPLEMENTED", "2024-03-09")],
  ["old-sync", about("Sync by Polling", "SUPERSEDED by [the queue](offline-queue.md)", "2023-02-01")],
];

const shown = async (): Promise<ShownDocuments> => {
  const extension = vscode.extensions.getExtension<Exports>("design-docs.design-docs");
  ok(extension, "the extension is not there");
  return (await extension.activate()).documentsShown();
};

type Item = ShownDocuments["groups"][number]["items"][number];

const items = ({ groups }: ShownDocuments): readonly Item[] => groups.flatMap((group) => group.items);

/** Waits until the view shows what is looked for. */
async function shows<T>(what: string, probe: (shown: ShownDocuments) => T | undefined | false): Promise<T> {
  let last: ShownDocuments | undefined;
  return eventually(
    what,
    async () => {
      last = await shown();
      return probe(last);
    },
    { seen: () => last },
  );
}

const showsItem = (label: string): Promise<Item> =>
  shows(`“${label}” in the list`, (now) => items(now).find((item) => item.label === label));

const nothingWaits = async (): Promise<void> => {
  await shows("nothing waits", ({ waiting }) => waiting === 0);
};

const labels = async (): Promise<readonly string[]> => items(await shown()).map(({ label }) => label);

const openView = async (): Promise<void> => {
  await vscode.commands.executeCommand("designDocs.documents.focus");
};

describe("the view of design documents", () => {
  it("lists them by status, with what their headers say", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    for (const [name, text] of designs) await write(`${folder}/${name}.md`, text);
    await openView();
    await showsItem("Guest Links for Shared Notes");
    await vscode.commands.executeCommand("designDocs.filterDocuments", folder);
    const { groups } = await shows("all of them", (now) => items(now).length === designs.length && now);
    equal(
      groups.map(({ label, items: found }) => `${label}: ${found.length}`),
      ["Draft: 1", "In Review: 2", "Approved: 1", "Implemented: 1", "Closed: 1"],
    );
    const old = await showsItem("Sync by Polling");
    ok(
      old.description.startsWith("Superseded · ") && old.description.includes("Ada Example"),
      old.description,
    );
    equal(old.context, "designDocument.closed");
    await see(".pane-body .monaco-list-row", "Guest Links for Shared Notes");
  });

  it("tells how far they have come, and what is found in them", async () => {
    const draft = await shows("progress", (now) =>
      items(now).find(
        ({ label, description }) => label === "Templates for Meeting Notes" && / of /.test(description),
      ),
    );
    ok(/^\d+ of \d+ · .*today · Ada Example$/.test(draft.description), draft.description);
    await shows("progress of all", (now) => items(now).every(({ description }) => / of /.test(description)));
    await screenshot("documents-view");
  });

  it("has its titles among the symbols of the workspace", async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      "vscode.executeWorkspaceSymbolProvider",
      "guestlinks",
    );
    const own = found.find(({ containerName }) => containerName.startsWith("IN REVIEW · "));
    equal(own?.name, "Guest Links for Shared Notes");
  });

  it("follows what happens to files", async () => {
    const path = `${folder}/fresh.md`;
    const uri = await write(path, about("A Fresh Idea", "DRAFT", today));
    await showsItem("A Fresh Idea");
    await write(path, about("A Fresh Idea", "IN REVIEW", today));
    await shows("its new status", (now) =>
      items(now).some(
        ({ label, context }) => label === "A Fresh Idea" && context === "designDocument.review",
      ),
    );
    const gone = new vscode.WorkspaceEdit();
    gone.deleteFile(uri);
    ok(await vscode.workspace.applyEdit(gone), "it was not deleted");
    await shows("it is gone", (now) => items(now).every(({ label }) => label !== "A Fresh Idea"));
  });

  it("follows what is typed", async () => {
    const uri = file(`${folder}/note-templates.md`);
    // How far it has come is read behind the list, again after each change of a file.
    const { description: before } = await shows("its progress", (now) =>
      items(now).find(
        ({ label, description }) =>
          label === "Templates for Meeting Notes" && / of \d+ · \d+ finding/.test(description),
      ),
    );
    await withSettings({ "files.autoSave": "off" }, async () => {
      const editor = await vscode.window.showTextDocument(uri, { preview: false });
      const end = editor.document.positionAt(editor.document.getText().length);
      await editor.edit((edit) =>
        edit.insert(end, "\n## Dependencies\n\nThe notes team keeps the templates.\n"),
      );
      await shows("another section", (now) =>
        items(now).some(
          ({ label, description }) => label === "Templates for Meeting Notes" && description !== before,
        ),
      );
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    });
    await shows("what is saved", (now) =>
      items(now).some(
        ({ label, description }) => label === "Templates for Meeting Notes" && description === before,
      ),
    );
  });

  it("is sorted, grouped and filtered as one likes", async () => {
    await vscode.commands.executeCommand("designDocs.sortDocuments", "title");
    await vscode.commands.executeCommand("designDocs.groupDocumentsByFolder");
    const { groups } = await shown();
    equal(
      groups.map(({ label }) => label),
      [folder],
    );
    equal((await labels())[0], "Audit Trail of Exports");
    await see(".pane-body .monaco-list-row", folder);
    await screenshot("documents-by-folder");
    await vscode.commands.executeCommand("designDocs.groupDocumentsByStatus");
    await vscode.commands.executeCommand("designDocs.sortDocuments", "date");
    await vscode.commands.executeCommand("designDocs.filterDocuments", `${folder} hopper`);
    equal(await labels(), ["Offline Queue for Field Notes", "Guest Links for Shared Notes"]);
    await vscode.commands.executeCommand("designDocs.filterDocuments", "no such words");
    equal(await labels(), []);
    await see(".welcome-view", "No design document fits the filter.");
    await screenshot("documents-filtered-out");
    await vscode.commands.executeCommand("designDocs.clearDocumentFilter");
    ok((await labels()).length >= designs.length, "the filter is not cleared");
  });

  it("is filtered while one types, and Escape takes that back", async () => {
    await vscode.commands.executeCommand("designDocs.clearDocumentFilter");
    const before = (await labels()).length;
    const done = vscode.commands.executeCommand("designDocs.filterDocuments");
    if (!(await see(".quick-input-widget .quick-input-title", "Filter Design Documents"))) {
      await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
      await done;
      return;
    }
    await type("offline field");
    await shows("one document", (now) => items(now).length === 1);
    await see(".pane-body .monaco-list-row", "Offline Queue for Field Notes");
    await screenshot("documents-filter");
    await press("Escape");
    await done;
    equal((await labels()).length, before);
  });

  it("counts on its badge what waits for my review", async () => {
    await withSettings({ "designDocs.handle": "@hopper" }, async () => {
      await vscode.commands.executeCommand("designDocs.clearDocumentFilter");
      await shows("two that wait", ({ waiting }) => waiting === 2);
      await see(".composite-bar .badge", "2");
      await screenshot("documents-badge");
      await vscode.commands.executeCommand("designDocs.showWaitingDocuments");
      equal(await labels(), ["Offline Queue for Field Notes", "Guest Links for Shared Notes"]);
      await vscode.commands.executeCommand("designDocs.clearDocumentFilter");
    });
    await nothingWaits();
  });

  it("counts for the GitHub account that was granted before, where no handle is set", async () => {
    const before: unknown = Reflect.get(vscode.authentication, "getSession");
    const asked: unknown[] = [];
    const granted = (...given: readonly unknown[]): Promise<object> => {
      asked.push(given);
      return Promise.resolve({ account: { label: "hopper" } });
    };
    ok(Reflect.set(vscode.authentication, "getSession", granted), "nobody can sign in here");
    try {
      // When a handle goes, the account is looked for again.
      await withSettings({ "designDocs.handle": "@nobody" }, nothingWaits);
      await shows("two wait for the account", ({ waiting }) => waiting === 2);
      ok(
        asked.every((given) => JSON.stringify(given) === '["github",[],{"silent":true}]'),
        JSON.stringify(asked),
      );
    } finally {
      Reflect.set(vscode.authentication, "getSession", before);
    }
    await withSettings({ "designDocs.handle": "@nobody" }, nothingWaits);
    await nothingWaits();
  });

  it("opens documents, and does more by its menu", async () => {
    await vscode.commands.executeCommand("designDocs.filterDocuments", folder);
    const uri = file(`${folder}/guest-links.md`);
    const node = { kind: "document", uri: uri.toString() };
    await vscode.commands.executeCommand("designDocs.copyDocumentPath", node);
    await vscode.commands.executeCommand("designDocs.openDocumentToSide", node);
    await eventually(
      "it is open",
      () => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString(),
    );
    await openView();
    // What is clicked must not be on its way to another place.
    await miss(".pane-body .monaco-list-row", "KEP-0012: Offline Queue");
    await see(".pane-body .monaco-list-row", "Offline Queue for Field Notes");
    if (await click("Offline Queue for Field Notes")) {
      await eventually("the one that was clicked is open", () =>
        vscode.window.activeTextEditor?.document.uri.path.endsWith("/offline-queue.md"),
      );
      await click("Guest Links for Shared Notes", "right");
      await see(".monaco-menu .action-label", "Open to the Side");
      await screenshot("documents-menu");
      await press("Escape");
    }
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("tells the rest where one rests on a line", async () => {
    await vscode.commands.executeCommand("designDocs.filterDocuments", folder);
    await openView();
    // A line that is drawn anew closes what is shown of it.
    await shows("progress of all", (now) => items(now).every(({ description }) => / of /.test(description)));
    // What is read out of a line is its label.
    if (
      !(await see('.pane-body .monaco-list-row[aria-label^="Sync by Polling, SUPERSEDED, begun 2023-02-01"]'))
    )
      return;
    await leave();
    await point('.pane-body .monaco-list-row[aria-label^="Sync by Polling"] .monaco-icon-label');
    await see(".monaco-hover", "Reviewers: @grace");
    await screenshot("documents-hover");
    await press("Escape");
  });

  it("says what to do where there is none", async () => {
    await vscode.commands.executeCommand("designDocs.clearDocumentFilter");
    await withSettings({ "files.exclude": { "**/*.md": true } }, async () => {
      const isEmpty = async (): Promise<boolean> => {
        const { groups, complete } = await shown();
        return complete === true && groups.length === 0;
      };
      // What was written just now may be told by its name behind the list, so that list may have to be asked for again.
      await eventually("no document", async () => {
        await vscode.commands.executeCommand("designDocs.refreshDocuments");
        try {
          return await eventually("an empty list", isEmpty, { limit: 5000 });
        } catch {
          return false;
        }
      });
      await see(".welcome-view", "This workspace has no design documents yet.");
      await screenshot("documents-none");
    });
    await vscode.commands.executeCommand("designDocs.refreshDocuments");
    await showsItem("Guest Links for Shared Notes");
  });

  it("follows what another program takes away", async () => {
    await showsItem("Sync by Polling");
    // As another program does it, of which nobody tells but the folder.
    await vscode.workspace.fs.delete(file(folder), { recursive: true });
    // The oldest editor, as it is served, watches no files.
    if ((await world()).name === "oldest")
      await vscode.commands.executeCommand("designDocs.refreshDocuments");
    await shows("the list is as it was", (now) =>
      items(now).every(({ label }) => label !== "Sync by Polling"),
    );
    await vscode.commands.executeCommand("workbench.view.explorer");
  });
});
