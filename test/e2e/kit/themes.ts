// What the window looks like in each kind of theme.
import * as vscode from "vscode";
import { screenshot, see } from "./harness.ts";

interface Theme {
  /** In the name of a picture. */
  readonly name: string;
  readonly id: string;
  /** What the window has while the theme is on. */
  readonly css: string;
  /** What a page of the editor’s own preview has while the theme is on. */
  readonly page: string;
}

const themes: readonly Theme[] = [
  { name: "dark", id: "Default Dark Modern", css: ".vs-dark", page: ".vscode-dark" },
  { name: "light", id: "Default Light Modern", css: ".vs", page: ".vscode-light" },
  { name: "contrast", id: "Default High Contrast", css: ".hc-black", page: ".vscode-high-contrast" },
  {
    name: "light-contrast",
    id: "Default High Contrast Light",
    css: ".hc-light",
    page: ".vscode-high-contrast-light",
  },
];

/**
 * Takes a picture in each kind of theme; its name is that of the theme behind `name`. What has to be seen in it is
 * waited for by `check`, in the theme.
 */
export async function inThemes(name: string, check: (theme: Theme) => Promise<unknown>): Promise<void> {
  const change = async (id: string | undefined): Promise<void> => {
    const all = vscode.workspace.getConfiguration("workbench");
    await all.update("colorTheme", id, vscode.ConfigurationTarget.Workspace);
  };
  try {
    // From one to the next, since the way back takes as long each time.
    for (const theme of themes) {
      await change(theme.id);
      await see(`.monaco-workbench${theme.css}`);
      await check(theme);
      await screenshot(`${name}-${theme.name}`);
    }
  } finally {
    await change(undefined);
  }
}
