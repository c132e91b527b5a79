import * as vscode from "vscode";
import { forgetTold, report, screenshot, world } from "../kit/harness.ts";
import { runAll } from "../kit/runner.ts";
import "./smoke.ts";
import "./findings.ts";
import "./writing.ts";
import "./template.ts";
import "./practice.ts";
import "./several.ts";
import "./history.ts";
import "./pull-request.ts";
import "./walk.ts";
import "./changes.ts";
import "./chosen.ts";
import "./new-document.ts";
import "./shapes.ts";
import "./configuration.ts";
import "./lenses.ts";
import "./lifecycle.ts";
import "./suggestion.ts";
import "./documents-view.ts";
import "./sections-view.ts";
import "./reading.ts";
import "./tools.ts";
import "./walkthrough.ts";
import "./overview.ts";
import "./every-command.ts";
import { severalFolders } from "./folders.ts";
import { inGerman } from "./german.ts";
import { inEachTheme } from "./themes.ts";

/** Runs the suite; called by VS Code in its extension host. Throws if a test has failed. */
export async function run(): Promise<void> {
  const { only = "", name: place, severalFolders: areOpen = false, german = false } = await world();
  const say = (line: string): void => console.log(line);
  const failed = async (name: string): Promise<void> => {
    // What the extension told the user belongs into the picture; its log is not always kept by a served VS Code.
    await vscode.commands.executeCommand("notifications.showList");
    await screenshot(`failed-${name.replaceAll(/[^\p{L}\d]+/gu, "-")}`);
    await forgetTold();
    await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
  };
  const results = await runAll({
    only,
    fits: (name) =>
      name.startsWith(`${severalFolders}: `) === areOpen &&
      name.startsWith(`${inGerman}: `) === german &&
      // Pictures of every theme take a while, and look the same wherever the extension runs.
      (place === "current" || !name.startsWith(`${inEachTheme}: `)),
    say,
    failed,
  });
  await report(results);
  if (results.failed > 0) throw new Error(`${results.failed} of the suite's tests failed`);
  if (results.passed === 0 && only === "") throw new Error("no test was run");
}
