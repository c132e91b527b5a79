// The first steps, as the editor shows them.
import * as vscode from "vscode";
import { screenshot, see } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";

describe("Get Started", () => {
  it("opens the walkthrough with its pictures", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.commands.executeCommand("designDocs.openWalkthrough");
    await see(".gettingStartedContainer", "Get started with design docs");
    await see(".gettingStartedContainer", "Say where your designs are");
    await screenshot("walkthrough");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });
});
