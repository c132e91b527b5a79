// The first steps, as the editor shows them.
import * as vscode from "vscode";
import { click, screenshot, see } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";

describe("Get Started", () => {
  it("opens the walkthrough with its pictures", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.commands.executeCommand("designDocs.openWalkthrough");
    await see(".gettingStartedContainer", "Get started with design docs");
    await see(".gettingStartedContainer", "Say where your designs are");
    await see(".gettingStartedContainer", "Check each pull request");
    await screenshot("walkthrough");
    if (await click("Check each pull request")) await see(".gettingStartedContainer", "Show How");
    await screenshot("walkthrough-ci");
    await vscode.commands.executeCommand("designDocs.openCiGuide");
    await see(".markdown-body, body", "Add a workflow");
    await screenshot("walkthrough-ci-guide");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });
});
