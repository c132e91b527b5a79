// How the suite, which runs inside the editor, asks the harness outside for what only a user can do: press a
// key, or look at the screen. Both sides see the folder `control` beside the workspace, whichever editor runs
// the suite: the suite writes `request-N.json` and waits for `answer-N.json`.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "playwright-core";
import type { Place, Request, World } from "../../test/e2e/kit/protocol.ts";

/** Tells the suite about the world that it is going to run in; adds to what it was told before. */
export function writeWorld(control: string, world: Partial<World>): void {
  mkdirSync(control, { recursive: true });
  const file = join(control, "world.json");
  const told = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<World>) : {};
  writeFileSync(file, JSON.stringify({ ...told, ...world }));
}

/**
 * Answers the requests that appear in `control`, one after another, by acting on `page`; pictures go into
 * `screenshots`. Comes back with the function that ends it.
 */
export function answerRequests(control: string, page: Page, screenshots: string): () => void {
  const answered = new Set<string>();
  let busy = false;
  const look = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      for (const file of readdirSync(control).filter((name) => name.startsWith("request-"))) {
        const request = answered.has(file) ? undefined : readRequest(join(control, file));
        if (request === undefined) continue;
        answered.add(file);
        const problem = await perform(request, page, screenshots).then(
          () => undefined,
          (error: unknown) => String(error),
        );
        const answer = join(control, file.replace("request-", "answer-"));
        // Renamed into place, so that the suite never reads half an answer.
        writeFileSync(`${answer}.new`, JSON.stringify(problem === undefined ? {} : { problem }));
        renameSync(`${answer}.new`, answer);
      }
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void look(), 25);
  return () => clearInterval(timer);
}

/** Nothing while the file is still being written; it is looked at again. */
function readRequest(file: string): Request | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Request;
  } catch {
    return undefined;
  }
}

async function perform(request: Request, page: Page, screenshots: string): Promise<void> {
  switch (request.do) {
    case "press":
      for (const keys of request.keys) await page.keyboard.press(keys);
      return;
    case "type":
      await page.keyboard.type(request.text, { delay: request.delay ?? 20 });
      return;
    case "click":
      await page
        .getByText(request.text, { exact: true })
        .first()
        .click({ timeout: 5000, ...(request.button === undefined ? {} : { button: request.button }) });
      return;
    case "point":
      await page.locator(request.css).first().hover({ timeout: 10_000 });
      return;
    case "drag":
      await dragged(page, request.from, request.to);
      return;
    case "see":
      await seen(page, request.css, request.text);
      return;
    case "miss":
      await missed(page, request.css, request.text);
      return;
    case "screenshot":
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
      await page.screenshot({ path: join(screenshots, `${request.name}.png`) });
      return;
  }
}

/** Drags by steps, as a hand does: the editor looks at what is under the mouse on its way. */
async function dragged(page: Page, from: Place, to: Place): Promise<void> {
  const start = await middleOf(page, from);
  const end = await middleOf(page, to);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 4, start.y, { steps: 2 });
  await page.mouse.move(end.x, end.y, { steps: 10 });
  await page.mouse.move(end.x + 1, end.y);
  await page.mouse.up();
}

async function middleOf(
  page: Page,
  { css, text }: Place,
): Promise<{ readonly x: number; readonly y: number }> {
  const found = page
    .locator(css)
    .filter(text === undefined ? {} : { hasText: text })
    .filter({ visible: true });
  const box = await found.first().boundingBox({ timeout: 5000 });
  if (box === null) throw new Error(`“${text ?? css}” has no place in the window`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Waits until it is to be seen; the preview of a page lies in a frame of a frame. */
async function seen(page: Page, css: string, text: string | undefined): Promise<void> {
  for (const deadline = Date.now() + 10_000; !(await isShown(page, css, text)); await delay(50))
    if (Date.now() > deadline) throw new Error(`“${text ?? css}” is not to be seen, ${css} within 10 s`);
}

/** Waits until it is not to be seen any more. */
async function missed(page: Page, css: string, text: string | undefined): Promise<void> {
  for (const deadline = Date.now() + 10_000; await isShown(page, css, text); await delay(50))
    if (Date.now() > deadline) throw new Error(`“${text ?? css}” is still to be seen, ${css} after 10 s`);
}

async function isShown(page: Page, css: string, text: string | undefined): Promise<boolean> {
  const wanted = text === undefined ? {} : { hasText: text };
  for (const frame of page.frames()) {
    const found = frame.locator(css).filter(wanted).filter({ visible: true });
    // A frame may go while it is looked at.
    if ((await found.count().catch(() => 0)) > 0) return true;
  }
  return false;
}
