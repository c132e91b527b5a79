import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "../vscode/pack.ts";

/** A picture and how the window comes to look that way. */
export interface Scene {
  /** The picture's file name without its ending. */
  readonly name: string;
  /** Of the window, in CSS pixels; a picture has twice as many. */
  readonly size: { readonly width: number; readonly height: number };
  readonly arrange: (page: Page) => Promise<void>;
}

const draft = "2026-11-16-search-in-notes-design.md";
const reviewed = "2026-10-12-api-rate-limits-design.md";
const whole = "2026-11-02-offline-sync-design.md";

/** The pictures of the README, in its order. */
export const scenes: readonly Scene[] = [
  {
    name: "findings",
    size: { width: 1000, height: 680 },
    async arrange(page) {
      await open(page, draft);
      await seen(page, ".squiggly-warning");
      await press(page, "Control+Shift+M");
      await seen(page, ".markers-panel .monaco-list-row", "Reviewers");
      await press(page, "Control+1");
    },
  },
  {
    name: "quick-fix",
    size: { width: 1000, height: 480 },
    async arrange(page) {
      await open(page, draft);
      await seen(page, ".squiggly-warning");
      await goTo(page, draft, "## Testing and Validation");
      await press(page, "Control+.");
      await seen(page, ".action-widget .monaco-list-row", "Insert");
    },
  },
  {
    name: "mermaid",
    size: { width: 1000, height: 420 },
    async arrange(page) {
      await open(page, draft);
      await goTo(page, draft, "  N -> I[(Index)]");
      await seen(page, ".squiggly-warning");
      await press(page, "ArrowRight", "ArrowRight", "ArrowRight", "Control+K", "Control+I");
      await seen(page, ".monaco-hover .hover-contents", "Mermaid");
    },
  },
  {
    name: "approve",
    size: { width: 1000, height: 420 },
    async arrange(page) {
      await open(page, reviewed);
      await goTo(page, reviewed, "Status: IN REVIEW");
      await press(page, "End");
      // It shows that the server runs; until then there is nothing to offer.
      await seen(page, '[class*="lightbulb" i]');
      await press(page, "Control+.");
      await seen(page, ".action-widget .monaco-list-row", "Approve");
    },
  },
  {
    name: "completion",
    size: { width: 1000, height: 520 },
    async arrange(page) {
      await open(page, draft);
      await seen(page, ".squiggly-warning");
      await goTo(page, draft, "## Open Questions");
      await press(page, "Enter", "Enter", "ArrowUp", "ArrowUp");
      // At once, so that the list opens once; Ctrl+Space would ask anew while it opens a second time.
      await page.keyboard.insertText("## ");
      await seen(page, ".suggest-widget .monaco-list-row", "Rollout");
      await press(page, "Control+Space");
      await seen(page, ".suggest-details", "Describe");
      // The pane is made as high as its text when it shows another one.
      await press(page, "ArrowDown");
      await seen(page, ".suggest-details", "operate");
      await press(page, "ArrowUp");
      await seen(page, ".suggest-details", "Describe");
    },
  },
  {
    name: "new-design-doc",
    size: { width: 1000, height: 420 },
    async arrange(page) {
      await open(page, whole);
      await command(page, "Design Docs: New Design Doc");
      await seen(page, ".quick-input-widget .monaco-list-row.focused", "Design document");
      await press(page, "Enter");
      await seen(page, ".quick-input-widget .quick-input-title", "New Design Doc: Design document");
      await page.keyboard.type("Share a Project with Guests", { delay: 20 });
      await seen(page, ".quick-input-widget .quick-input-message", "share-a-project-with-guests");
    },
  },
  {
    name: "outline",
    size: { width: 1000, height: 560 },
    async arrange(page) {
      await open(page, draft);
      await command(page, "Explorer: Focus on Outline View");
      await seen(page, ".outline-pane .monaco-list-row", "Goals");
      // The files make way, and the Outline gets a width at which its lines are not cut off.
      await page.locator(".pane-header", { hasText: "fieldnotes" }).click();
      await widenSideBar(page, 420);
      await seen(page, ".outline-pane .monaco-list-row", "Open Questions");
      await press(page, "Control+1");
    },
  },
  {
    name: "hover",
    size: { width: 1000, height: 420 },
    async arrange(page) {
      await open(page, whole);
      await goTo(page, whole, "## Security & Privacy Considerations");
      await press(page, "Control+K", "Control+I");
      await seen(page, ".monaco-hover .hover-contents", "required");
    },
  },
];

/** Opens a file of the workspace by its name, and closes the side bar. */
async function open(page: Page, name: string): Promise<void> {
  await press(page, "Control+P");
  await seen(page, ".quick-input-widget");
  await page.keyboard.type(name);
  await seen(page, ".quick-input-list .monaco-list-row", name);
  await enter(page);
  await seen(page, ".monaco-editor .view-line", "# ");
  await command(page, "View: Close Primary Side Bar");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  await seen(page, ".editor-instance .monaco-editor.focused");
}

/** Runs a command by its name in the palette. */
async function command(page: Page, name: string): Promise<void> {
  await press(page, "F1");
  await seen(page, ".quick-input-widget");
  await page.keyboard.type(name);
  await seen(page, ".quick-input-list .monaco-list-row.focused", name);
  await press(page, "Enter");
}

/** Puts the caret at the start of the line of a document that is open, and the line where it can be seen. */
async function goTo(page: Page, name: string, line: string): Promise<void> {
  const lines = readFileSync(join(root, "examples/docs/designs", name), "utf8").split("\n");
  if (!lines.includes(line)) throw new Error(`${name} has no line “${line}”.`);
  await press(page, "Control+G");
  await seen(page, ".quick-input-widget");
  await page.keyboard.type(String(lines.indexOf(line) + 1));
  await enter(page);
  await seen(page, ".statusbar-item", `Ln ${lines.indexOf(line) + 1}, Col 1`);
}

/** Accepts what the box at the top holds, and waits until the keyboard is the editor's again. */
async function enter(page: Page): Promise<void> {
  await press(page, "Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  await seen(page, ".editor-instance .monaco-editor.focused");
}

/** Drags the edge of the side bar until it has that width, in CSS pixels. */
async function widenSideBar(page: Page, width: number): Promise<void> {
  const box = await page.locator(".part.sidebar").boundingBox();
  if (box === null) throw new Error("The side bar is closed.");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width, y);
  await page.mouse.down();
  await page.mouse.move(box.x + width, y, { steps: 5 });
  await page.mouse.up();
  // At rest outside of what it would highlight.
  await page.mouse.move(0, 0);
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Waits until something that the CSS selector finds, and that holds the text, is to be seen. */
async function seen(page: Page, css: string, text?: string): Promise<void> {
  const wanted = text === undefined ? {} : { hasText: text };
  await page.locator(css).filter(wanted).filter({ visible: true }).first().waitFor({ timeout: 20_000 });
}
