// Every view in dark, light and both high contrast themes, for somebody to look at.
import * as vscode from "vscode";
import type { Exports, ShownDocuments } from "../../../client/src/exports.ts";
import { design } from "../kit/documents.ts";
import { file, finds, findsNo, moveCaret, show, write } from "../kit/editor.ts";
import { eventually, ok } from "../kit/expect.ts";
import { click, forgetTold, point, press, screenshot, see, told } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";
import { inThemes } from "../kit/themes.ts";
import { withSettings } from "../kit/with-settings.ts";

/** How the names of these tests begin. They are run in one editor only. */
export const inEachTheme = "themes";

const folder = "docs/designs/themes";
const row = ".pane-body .monaco-list-row";

const run = (command: string, ...rest: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`designDocs.${command}`, ...rest);

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const about = (title: string, status: string, days: number, more = "", bodies = {}): string =>
  design({ title, status, bodies }).replace("Date: 2026-01-05", `Date: ${inDays(days)}${more}`);

const milestones = (...days: readonly (readonly [string, number])[]): object => ({
  "Timeline & Milestones": days.map(([name, day]) => `- ${name}: ${inDays(day)}`).join("\n"),
});

/** Some of each stage, of which some have findings, and two wait for a review. */
const designs: readonly (readonly [string, string])[] = [
  ["note-templates", about("Templates for Meeting Notes", "DRAFT", -3, "", { Goals: "TBD" })],
  [
    "guest-links",
    about("Guest Links for Shared Notes", "IN REVIEW", -12, "\nDepends on: [the trail](audit.md)", {
      Goals: "TBD",
      "Non-Goals": "",
      ...milestones(["Private preview", 5], ["Public preview", 40]),
    }),
  ],
  [
    "offline-queue",
    about(
      "Offline Queue for Field Notes",
      "IN REVIEW",
      -40,
      "\nSupersedes: [polling](old-sync.md)\nDepends on: [index](search-index.md)",
      milestones(["Beta with two teams", 20], ["For everybody", 75]),
    ),
  ],
  [
    "search-index",
    about("Search Index", "APPROVED", -130, "", milestones(["Index on every phone", -10], ["Old one", 60])),
  ],
  ["audit", about("Audit Trail of Exports", "IMPLEMENTED", -260)],
  ["old-sync", about("Sync by Polling", "SUPERSEDED by [the queue](offline-queue.md)", -400)],
];

const writeDesigns = async (): Promise<void> => {
  for (const [name, text] of designs) await write(`${folder}/${name}.md`, text);
};

/** Waits until the view says of each document how far it has come. */
async function listed(count: number): Promise<void> {
  const extension = vscode.extensions.getExtension<Exports>("design-docs.design-docs");
  ok(extension, "the extension is not there");
  const { documentsShown } = await extension.activate();
  let last: ShownDocuments | undefined;
  await eventually(
    "how far each has come",
    async () => {
      last = await documentsShown();
      const items = last.groups.flatMap((group) => group.items);
      return items.length === count && items.every(({ description }) => / of /.test(description));
    },
    { seen: () => last },
  );
}

describe(inEachTheme, () => {
  it("the documents, with findings and what waits", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await writeDesigns();
    await run("documents.focus");
    await run("filterDocuments", folder);
    await withSettings({ "designDocs.handle": "@grace" }, async () => {
      await listed(designs.length);
      await point(".part.editor");
      await inThemes("theme-documents", async () => {
        await see(row, "Guest Links for Shared Notes");
        await see(".composite-bar .badge");
      });
    });
  });

  it("the sections, each in its state", async () => {
    const { document } = await show(
      `${folder}/2026-01-05-tree-design.md`,
      design({ bodies: { Goals: "TBD", "Non-Goals": "" }, without: ["Dependencies"] }),
      "## Requirements",
    );
    await finds(document.uri, "missing-section");
    await run("sections.focus");
    await inThemes("theme-sections", () => see(`${row}.selected`, "Requirements"));
    await vscode.commands.executeCommand("workbench.view.explorer");
  });

  it("an editor with steps above the status, dimmed guidance, a hint and findings", async () => {
    const editor = await show(
      `${folder}/2026-01-05-editor-design.md`,
      design({
        without: ["Goals", "Non-Goals"],
        bodies: {
          "Summary / Executive Summary":
            "Orders reach the warehouse through a queue. The nightly file goes away. Nothing else is changed.",
          "Background and Context":
            "We will handle a large number of orders, see [the list](no-such-file.md).",
        },
      }),
    );
    const { document } = editor;
    await finds(document.uri, "missing-section");
    await run("insertMissingSections");
    await withSettings({ "designDocs.rules": { "placeholder-text": "off" } }, async () => {
      await findsNo(document.uri, "placeholder-text");
      moveCaret(editor, "# Message");
      await inThemes("theme-editor", async () => {
        await see(".codelens-decoration a", "Request Review");
        await see('.view-line [class*="ced-"]');
        await see(".squiggly-warning, .squiggly-info, .squiggly-error, .squiggly-hint");
        await see(".view-line", "3 of 3 sentences");
      });
    });
    await vscode.commands.executeCommand("workbench.action.files.save");
  });

  it("what stands against a review, and the question before a step", async () => {
    const { document } = await show(
      `${folder}/2026-01-05-ready-design.md`,
      design({ bodies: { Goals: "TBD" }, without: ["Dependencies"] }),
    );
    await finds(document.uri, "missing-section");
    await run("checkReadiness");
    await told("Against a review: 2 warnings.");
    await inThemes("theme-readiness", () => see(".notification-list-item", "Against a review"));
    await forgetTold();
    const done = run("requestReview");
    await inThemes("theme-question", () => see(".quick-input-widget .monaco-list-row", "Go On Anyway"));
    await press("Escape");
    await done;
  });

  it("what changed", async () => {
    await withSettings({ "files.autoSave": "off" }, async () => {
      const editor = await show(`${folder}/2026-01-05-changed-design.md`, design(), "Returns keep their");
      await editor.edit((edit) => {
        edit.insert(editor.selection.active, " old and");
        const at = editor.document.getText().indexOf("## Dependencies");
        edit.insert(editor.document.positionAt(at), "## Costs\n\nOne more machine in each warehouse.\n\n");
      });
      await run("whatChanged", editor.document.uri, { base: "saved" });
      await told("Sections: 1 changed, 1 added, 18 as before.");
      await inThemes("theme-changed", () => see(".multiDiffEntry", "Costs"));
      await click("Show Summary");
      await forgetTold();
      await inThemes("theme-summary", () => see(".view-line", "What changed in"));
      await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
      await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
      await vscode.window.showTextDocument(editor.document);
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    });
  });

  it("a design that is approved, and one whose place another takes", async () => {
    await writeDesigns();
    const path = `${folder}/search-index.md`;
    const editor = await show(path, about("Search Index", "IN REVIEW", -130));
    const { document } = editor;
    await eventually("it is judged", async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
        10,
      );
      return lenses.some(({ command }) => command?.title === "Approve");
    });
    await run("approve", document.uri, { goOn: true });
    moveCaret(editor, "# Search");
    await inThemes("theme-approved", () => see(".codelens-decoration a", "Mark Implemented"));
    await run("supersede", document.uri, {
      goOn: true,
      successor: file(`${folder}/offline-queue.md`).toString(),
    });
    moveCaret(editor, "# Search");
    await inThemes("theme-superseded", () => see(".view-line", "Superseded by"));
    await vscode.commands.executeCommand("workbench.action.files.saveAll");
  });

  it("the first steps", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await run("openWalkthrough");
    await vscode.commands.executeCommand("workbench.action.closeSidebar");
    await see(".gettingStartedContainer", "Say where your designs are");
    // Another step in each theme, so that each picture is seen.
    const steps = [
      ["Begin a design", "New Design Doc"],
      ["Write, and be told what matters", "Show Sections"],
      ["See how all designs stand", "Show Design Overview"],
      ["Bring it to its reviewers", "Ready for Review?"],
    ];
    await inThemes("theme-walkthrough", async () => {
      const [step = "", button = ""] = steps.shift() ?? [];
      await click(step);
      await see(".getting-started-step.expanded .monaco-button", button);
    });
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("the overview of all designs", async () => {
    await writeDesigns();
    await vscode.commands.executeCommand("workbench.action.closeSidebar");
    await inThemes("theme-charts", async ({ name, page }) => {
      // What is drawn already changes its colours a while after the theme, so it is drawn anew.
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      await run("showOverview");
      await see(`body${page} svg[aria-roledescription]`);
      await see(`body${page} a`, "Guest Links for Shared Notes");
      await screenshot(`theme-overview-${name}`);
      await press("PageDown");
      await screenshot(`theme-counts-${name}`);
      await press("PageDown");
    });
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(file(folder), { recursive: true });
    await run("clearDocumentFilter");
    await vscode.commands.executeCommand("workbench.view.explorer");
  });
});
