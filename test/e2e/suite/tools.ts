// What a chat agent may ask, by the interface that VS Code gives every extension.
import * as vscode from "vscode";
import { design } from "../kit/documents.ts";
import { write } from "../kit/editor.ts";
import { ok } from "../kit/expect.ts";
import { describe, it } from "../kit/runner.ts";

const path = "docs/designs/2026-01-05-tools-design.md";

async function told(name: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : "")).join("\n");
}

describe("language model tools", () => {
  it("check a document that is not open, tell what its template asks, and list it", async () => {
    await write(path, design({ title: "Tools for Agents", status: "IN REVIEW", without: ["Non-Goals"] }));
    const checked = await told("design-docs_check", { path });
    ok(checked.includes("missing-section") && checked.includes("Missing: Non-Goals."), checked);
    const asked = await told("design-docs_guidance", { path, section: "Non-Goals" });
    ok(asked.includes("missing in the document") && asked.includes("leaves out on purpose"), asked);
    const listed = await told("design-docs_list", { text: "Tools for Agents", stage: "review" });
    ok(listed.includes(`${path}: Tools for Agents`), listed);
  });

  it("read nothing outside the workspace", async () => {
    for (const outside of ["file:///etc/passwd", "../outside.md"]) {
      let problem = "";
      try {
        await told("design-docs_check", { path: outside });
      } catch (error) {
        problem = String(error);
      }
      ok(problem.includes("is not in this workspace"), problem);
    }
  });
});
