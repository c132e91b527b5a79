// What a chat agent may ask, by the interface that VS Code gives every extension.
import * as vscode from "vscode";
import { design } from "../kit/documents.ts";
import { write } from "../kit/editor.ts";
import { eventually, ok } from "../kit/expect.ts";
import { describe, it } from "../kit/runner.ts";
import { told } from "../kit/tools.ts";

const path = "docs/designs/2026-01-05-tools-design.md";

describe("language model tools", () => {
  it("check a document that is not open, tell what its template asks, and list it", async () => {
    await write(path, design({ title: "Tools for Agents", status: "IN REVIEW", without: ["Non-Goals"] }));
    const checked = await told("design-docs_check", { path });
    ok(checked.includes("missing-section") && checked.includes("Missing: Non-Goals."), checked);
    const asked = await told("design-docs_guidance", { path, section: "Non-Goals" });
    ok(asked.includes("missing in the document") && asked.includes("leaves out on purpose"), asked);
    // The list is that of the index, which hears of a new file a moment later.
    await eventually("it is listed", async () => {
      const listed = await told("design-docs_list", { text: "Tools for Agents", stage: "review" });
      return listed.includes(`${path}: Tools for Agents`);
    });
  });

  it("read nothing outside the workspace", async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    ok(folder, "there is no folder");
    // A URI, and a path of the file system, may climb out of the folder that they begin with.
    const climbing = "/docs/designs/../../../2026-01-05-outside-design.md";
    const outsider = vscode.Uri.joinPath(folder.uri, climbing);
    const text = design({ title: "Outside", without: ["Goals"] });
    await vscode.workspace.fs.writeFile(outsider, new TextEncoder().encode(text));
    const encoded = climbing.replaceAll("..", "%2e%2e");
    for (const outside of [
      "file:///etc/passwd",
      "../outside.md",
      `${folder.uri.toString()}${climbing}`,
      `${folder.uri.toString()}${encoded}`,
      `${folder.uri.path}${climbing}`,
    ]) {
      let problem = "";
      try {
        await told("design-docs_check", { path: outside });
      } catch (error) {
        problem = String(error);
      }
      ok(problem.includes("is not in this workspace"), `${outside}: ${problem || "it was read"}`);
    }
  });
});
