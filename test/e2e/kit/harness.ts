// The suite's side of the folder `control` beside the workspace; the other side is scripts/vscode/control.ts.
import * as vscode from "vscode";
import { eventually } from "./expect.ts";
import type { Answer, Place, Request, Results, World } from "./protocol.ts";

/** The folder that the suite works in: a copy, so tests may write. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error("The suite was started without a folder.");
  return folder.uri;
}

/** Where the suite runs. A suite that was started by hand, without the harness, has no user. */
export async function world(): Promise<World> {
  // A web extension is started before the files of the served folder can be reached.
  await eventually("the workspace can be read", async () => {
    try {
      return (await vscode.workspace.fs.stat(workspaceFolder())) !== undefined;
    } catch {
      return false;
    }
  });
  const told = await read<World>("world.json");
  return told ?? { name: `VS Code ${vscode.version}`, user: false };
}

let activation: number | undefined;

/** Keeps how many milliseconds activation took, for the results. */
export const activatedIn = (milliseconds: number): void => void (activation = milliseconds);

/** Leaves the counts where the harness adds them up. */
export async function report(results: Results): Promise<void> {
  await write("results.json", { ...results, ...(activation === undefined ? {} : { activation }) });
}

/**
 * Presses keys as a user does, one chord after another: `Control+Space`, `ArrowDown`. False, and nothing
 * done, where nobody sits at the keyboard: the test then calls the command that the keys stand for.
 */
export const press = (...keys: readonly string[]): Promise<boolean> => ask({ do: "press", keys });

/**
 * Types text as a user does, so that completions open by themselves. Where nobody sits at the keyboard the
 * editor's own `type` command does it, a character at a time.
 */
export async function type(text: string): Promise<void> {
  if (await ask({ do: "type", text })) return;
  for (const character of text) await vscode.commands.executeCommand("type", { text: character });
}

/** Clicks on the first place that shows exactly this text. False where nobody sits at the screen. */
export const click = (text: string, button?: "right"): Promise<boolean> =>
  ask({ do: "click", text, ...(button === undefined ? {} : { button }) });

/** Moves the mouse onto the first place that the CSS selector finds. False where nobody sits at the screen. */
export const point = (css: string): Promise<boolean> => ask({ do: "point", css });

/** Drags what is at one place to another one, with the left button held down. False where nobody has a mouse. */
export const drag = (from: Place, to: Place): Promise<boolean> => ask({ do: "drag", from, to });

/** Rests the mouse on the `{}` item of the status bar, which shows the language status. False where nobody has a mouse. */
export async function pointAtStatus(): Promise<boolean> {
  await leave();
  return point('[id="status.languageStatus"]');
}

/**
 * Waits until a message to the user holds the text, and leaves the list of messages open: while a suite runs, VS Code
 * shows none by itself. False where nobody looks at the screen.
 */
export async function told(text: string): Promise<boolean> {
  await vscode.commands.executeCommand("notifications.showList");
  return see(".notification-list-item", text);
}

/** Closes the messages, so that those of the next test are its own. */
export async function forgetTold(): Promise<void> {
  await vscode.commands.executeCommand("notifications.clearAll");
  await vscode.commands.executeCommand("notifications.hideList");
}

/** Takes the mouse to where it shows nothing. */
export const leave = (): Promise<boolean> => point(".part.sidebar .composite.title");

/**
 * Waits until something that the CSS selector finds, and that holds the text, is to be seen, also within a frame. False where nobody
 * looks at the screen; throws where it does not come.
 */
export const see = (css: string, text?: string): Promise<boolean> =>
  ask({ do: "see", css, ...(text === undefined ? {} : { text }) });

/**
 * Asks for what hovers at the caret, and waits until it is to be seen with the text. The mouse goes elsewhere first,
 * since what hovers under it would take its place. It is asked for again where the editor took it away, as it does when
 * something comes in meanwhile. False where nobody looks at the screen.
 */
export async function seeHover(css: string, text: string): Promise<boolean> {
  await leave();
  for (let tries = 2; ; tries--) {
    await vscode.commands.executeCommand("editor.action.showHover");
    try {
      return await see(css, text);
    } catch (error) {
      if (tries === 0) throw error;
    }
  }
}

/**
 * Opens what the light bulb offers at the caret, and waits until it has the text; again where the editor closed it, as it
 * does when a line comes in above. False where nobody sits at the keyboard.
 */
export async function openActions(text: string): Promise<boolean> {
  for (let tries = 2; ; tries--) {
    if (!(await press("Control+."))) return false;
    try {
      return await see(".action-widget", text);
    } catch (error) {
      if (tries === 0) throw error;
      await press("Escape");
    }
  }
}

/**
 * Waits until nothing that the CSS selector finds, and that holds the text, is to be seen any more. False where
 * nobody looks at the screen; throws where it stays.
 */
export const miss = (css: string, text?: string): Promise<boolean> =>
  ask({ do: "miss", css, ...(text === undefined ? {} : { text }) });

/** Takes a picture of the whole window, if somebody looks at it. The name has no ending. */
export async function screenshot(name: string): Promise<void> {
  await ask({ do: "screenshot", name });
}

let count = 0;

async function ask(request: Request): Promise<boolean> {
  const { user } = await world();
  if (!user) return false;
  const number = ++count;
  await write(`request-${number}.json`, request);
  const { problem } = await eventually(`an answer to ${JSON.stringify(request)}`, () =>
    read<Answer>(`answer-${number}.json`),
  );
  if (problem !== undefined) throw new Error(`${JSON.stringify(request)}: ${problem}`);
  return true;
}

const controlFile = (name: string): vscode.Uri =>
  vscode.Uri.joinPath(workspaceFolder(), "..", "control", name);

async function read<T>(name: string): Promise<T | undefined> {
  try {
    return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(controlFile(name)))) as T;
  } catch {
    return undefined;
  }
}

async function write(name: string, value: unknown): Promise<void> {
  await vscode.workspace.fs.writeFile(controlFile(name), new TextEncoder().encode(JSON.stringify(value)));
}
