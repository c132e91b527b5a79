// The overview of all designs in VS Code's own preview, and the index of a folder.
import * as vscode from "vscode";
import { design } from "../kit/documents.ts";
import { file, write } from "../kit/editor.ts";
import { equal, eventually, ok } from "../kit/expect.ts";
import { press, screenshot, see } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";
import { withSettings } from "../kit/with-settings.ts";

const folder = "docs/designs/overview";
const readme = "docs/designs/README.md";

const about = (title: string, status: string, date: string, more = "", rest = ""): string =>
  `${design({ title, status }).replace("Date: 2026-01-05", `Date: ${date}${more}`)}${rest}`;

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const milestones = (...days: readonly (readonly [string, number])[]): string =>
  `\n## Timeline & Milestones\n\n${days.map(([name, day]) => `- ${name}: ${inDays(day)}`).join("\n")}\n`;

const designs: readonly (readonly [string, string])[] = [
  [
    "sync-queue",
    about(
      "Offline Queue for Field Notes",
      "IN REVIEW",
      inDays(-40),
      "\nSupersedes: [polling](old-sync.md)\nDepends on: [index](search-index.md)",
      milestones(["Beta with two teams", 20], ["For everybody", 75]),
    ),
  ],
  [
    "guest-links",
    about(
      "Guest Links for Shared Notes",
      "IN REVIEW",
      inDays(-12),
      "\nDepends on: [the audit trail](audit.md)",
      milestones(["Private preview", 5], ["Public preview", 40], ["Old links end", 110]),
    ),
  ],
  [
    "search-index",
    about(
      "Search Index in the Background",
      "APPROVED",
      inDays(-130),
      "",
      milestones(["Index on every phone", -10], ["Old search is gone", 60]),
    ),
  ],
  ["audit", about("Audit Trail | “Exports” & #1 <b>", "IMPLEMENTED", inDays(-260))],
  ["note-templates", about("Templates for Meeting Notes", "DRAFT", inDays(-3))],
  ["old-sync", about("Sync by Polling", "SUPERSEDED by [the queue](sync-queue.md)", inDays(-400))],
];

const pageText = (): string | undefined =>
  vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "design-docs-overview")?.getText();

const settled = (what: string, probe: (text: string) => boolean): Promise<boolean> =>
  eventually(
    what,
    async () => {
      const text = pageText();
      return text !== undefined && probe(text);
    },
    { seen: pageText },
  );

// The oldest VS Code shows the source of diagrams.
const drawn = "svg[aria-roledescription], code.language-mermaid";
const downToCharts = ["PageDown", "PageDown"];

const isShown = (name: string): boolean =>
  vscode.window.tabGroups.all.some(({ activeTab }) => activeTab?.label.includes(name) === true);

describe("the overview of designs", () => {
  it("opens in the preview, and follows the documents", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    for (const [name, text] of designs) await write(`${folder}/${name}.md`, text);
    await vscode.commands.executeCommand("designDocs.showOverview");
    await settled(
      "the designs on the page",
      (text) => text.includes("Offline Queue for Field Notes") && text.includes("Public preview"),
    );
    await eventually("the preview", async () => isShown("Design Overview"));
    await write(`${folder}/fresh.md`, about("A Fresh Idea", "DRAFT", inDays(0)));
    await settled("a new design on the page", (text) => text.includes("A Fresh Idea"));
    await write(`${folder}/fresh.md`, about("Another Idea", "DRAFT", inDays(0)));
    await settled(
      "its new title on the page",
      (text) => text.includes("Another Idea") && !text.includes("A Fresh Idea"),
    );
    await vscode.commands.executeCommand("workbench.action.closeSidebar");
    await see(drawn);
    await screenshot("overview");
    await press(...downToCharts);
    await screenshot("overview-charts");
    // What is drawn already changes its colours a while after the theme, so it is drawn anew.
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await withSettings({ "workbench.colorTheme": "Default Dark Modern" }, async () => {
      await vscode.commands.executeCommand("designDocs.showOverview");
      await see(`body.vscode-dark :is(${drawn})`);
      await screenshot("overview-dark");
      await press(...downToCharts);
      await screenshot("overview-charts-dark");
    });
  });

  it("leads to the documents", async () => {
    // The first link of the page, which the preview opens as a preview.
    if (!(await press("Home", "Tab", "Enter"))) return;
    // Which design the page begins with hangs on what else is in the workspace.
    await eventually("a document", async () => isShown(".md") && !isShown("Design Overview"));
  });
});

describe("the index of designs", () => {
  it("is written into the README of the folder, and is then up to date", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    const before = await vscode.workspace.fs.readFile(file(readme)).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => undefined,
    );
    await withSettings({ "files.autoSave": "off" }, async () => {
      await vscode.commands.executeCommand("designDocs.updateIndex", {});
      const document = await vscode.workspace.openTextDocument(file(readme));
      const text = document.getText();
      ok(text.includes("| [Offline Queue for Field Notes](overview/sync-queue.md) | IN REVIEW |"), text);
      ok(text.includes("<!-- design-docs: end of index -->"), text);
      equal(document.isDirty, before !== undefined);
      await screenshot("design-index");
      const { version } = document;
      await vscode.commands.executeCommand("designDocs.updateIndex", {});
      equal(document.version, version);
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    });
    if (before === undefined) await vscode.workspace.fs.delete(file(readme));
    await vscode.workspace.fs.delete(file(folder), { recursive: true });
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });
});
