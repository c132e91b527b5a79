// The steps of a design, from a draft to the one that takes its place.
import * as vscode from "vscode";
import { design } from "../kit/documents.ts";
import { file, moveCaret, read, rulesOf, show, write } from "../kit/editor.ts";
import { equal, eventually, ok } from "../kit/expect.ts";
import { forgetTold, press, screenshot, see, told, type, world } from "../kit/harness.ts";
import { describe, it } from "../kit/runner.ts";

const path = "docs/designs/2026-01-05-returns-design.md";
const next = "docs/designs/2026-01-05-returns-by-post-design.md";

const lineOf = (document: vscode.TextDocument, key: string): string =>
  document
    .getText()
    .split("\n")
    .find((line) => line.startsWith(`${key}:`)) ?? "";

const statusIs = async (document: vscode.TextDocument, status: string): Promise<void> => {
  await eventually(`the status is ${status}`, () => lineOf(document, "Status") === `Status: ${status}`, {
    seen: () => lineOf(document, "Status"),
  });
};

const run = (step: string, ...rest: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`designDocs.${step}`, ...rest);

const selected = (): string => {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.getText(editor.selection) ?? "";
};

const lensesOn = async (uri: vscode.Uri): Promise<readonly string[]> => {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    "vscode.executeCodeLensProvider",
    uri,
    10,
  );
  return found.flatMap(({ command }) => command?.title ?? []);
};

const lensesAre = async (uri: vscode.Uri, expected: readonly string[]): Promise<void> => {
  let seen: readonly string[] = [];
  await eventually(
    `the code lenses ${expected.join(", ")}`,
    async () => {
      seen = await lensesOn(uri);
      return seen.join() === expected.join();
    },
    { seen: () => seen },
  );
};

describe("lifecycle", () => {
  it("says what stands against a review, until the next edit", async () => {
    const editor = await show(
      path,
      design({ title: "Returns by Parcel Shop", bodies: { Goals: "TBD" }, without: ["Dependencies"] }),
    );
    const { document } = editor;
    await eventually("the design is judged", () => rulesOf(document.uri).includes("missing-section"));
    await lensesAre(document.uri, ["Request Review", "Ready for Review?", "16 of 18 sections written"]);
    await see(".codelens-decoration a", "Request Review");
    await screenshot("lifecycle-code-lens");
    const warnings = (): number =>
      vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning).length;
    equal(warnings(), 0, "a draft is left alone");
    await run("checkReadiness");
    await eventually("the findings take the severities of a review", () => warnings() === 2, {
      seen: () => rulesOf(document.uri),
    });
    await told("Against a review: 2 warnings.");
    await screenshot("lifecycle-readiness");
    await forgetTold();
    moveCaret(editor, "Returns by Parcel Shop");
    ok(await editor.edit((edit) => edit.insert(editor.selection.active, "s")), "nothing was typed");
    await eventually("it is a draft again", () => warnings() === 0, { seen: () => rulesOf(document.uri) });
  });

  it("asks before a step that something stands against", async () => {
    const editor = await show(path, design({ title: "Returns by Parcel Shop", bodies: { Goals: "TBD" } }));
    const { document } = editor;
    await eventually("the design is judged", () => rulesOf(document.uri).includes("empty-section"));
    if (!(await world()).user) return;
    const done = run("requestReview");
    await see(".quick-input-widget .monaco-list-row", "Go On Anyway");
    await screenshot("lifecycle-findings");
    await press("Escape");
    await done;
    equal(lineOf(document, "Status"), "Status: DRAFT");
    const again = run("requestReview");
    await see(".quick-input-widget .monaco-list-row", "Open Findings");
    await press("Enter");
    await again;
    equal(lineOf(document, "Status"), "Status: DRAFT");
    const line = (): string => {
      const { active } = vscode.window.activeTextEditor?.selection ?? editor.selection;
      return document.lineAt(active.line).text;
    };
    await eventually("the caret is at the first finding", () => line() === "TBD", { seen: line });
    await screenshot("lifecycle-open-findings");
    await vscode.commands.executeCommand("workbench.action.closePanel");
  });

  it("walks from a draft to the design that takes its place, one undo a step", async () => {
    await write(next, design({ title: "Returns by Post" }));
    const editor = await show(path, design({ title: "Returns by Parcel Shop" }));
    const { document } = editor;
    const { uri } = document;
    const before = document.getText();
    await run("requestReview");
    await statusIs(document, "IN REVIEW");
    await vscode.commands.executeCommand("undo");
    equal(document.getText(), before, "one undo takes the step back");
    await run("requestReview");
    await statusIs(document, "IN REVIEW");
    await lensesAre(uri, ["Approve", "Reject"]);

    await run("approve", uri, { goOn: true });
    await statusIs(document, "APPROVED");
    equal(lineOf(document, "Implementation"), "Implementation:");
    equal(selected(), "for the reasons given in this document");
    await lensesAre(uri, ["Mark Implemented", "Supersede…"]);
    await screenshot("lifecycle-approved");

    await run("markImplemented", uri, { goOn: true });
    await statusIs(document, "IMPLEMENTED");
    const { active } = editor.selection;
    equal(document.lineAt(active.line).text.slice(0, active.character), "Implementation:");
    ok(await editor.edit((edit) => edit.insert(active, " #12")), "nothing was typed");

    // From elsewhere, as a view does.
    ok(await document.save(), "the design was not saved");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await run("supersede", uri, { successor: file(next).toString() });
    const shown = vscode.window.activeTextEditor?.document;
    equal(shown?.uri.toString(), uri.toString());
    ok(shown, "the design is not shown");
    await statusIs(shown, "SUPERSEDED");
    equal(
      lineOf(shown, "Superseded by"),
      "Superseded by: [Returns by Post](2026-01-05-returns-by-post-design.md)",
    );
    ok(shown.isDirty, "nothing is saved by the step");
    const successor = await vscode.workspace.openTextDocument(file(next));
    equal(
      lineOf(successor, "Supersedes"),
      "Supersedes: [Returns by Parcel Shop](2026-01-05-returns-design.md)",
    );
    await screenshot("lifecycle-superseded");
    await lensesAre(uri, []);
    ok(await shown.save(), "the design was not saved");
    ok(await successor.save(), "its successor was not saved");
    await eventually("nothing is left to say of the links", () =>
      [uri, file(next)].every((one) => !rulesOf(one).some((rule) => rule.startsWith("successor"))),
    );
    ok((await read(path))?.includes("Status: SUPERSEDED"), "the file has the step");
  });

  it("takes Supersede back in both documents", async () => {
    await write(next, design({ title: "Returns by Post" }));
    const { document } = await show(path, design({ title: "Returns by Parcel Shop", status: "APPROVED" }));
    const successor = await vscode.workspace.openTextDocument(file(next));
    const before = [document.getText(), successor.getText()];
    await run("supersede", document.uri, { successor: successor.uri.toString(), goOn: true });
    await statusIs(document, "SUPERSEDED");
    // Where VS Code has to ask about other files, it rejects in a test, and neither document is as it was.
    await vscode.commands.executeCommand("undo");
    await screenshot("lifecycle-undo-supersede");
    equal([document.getText(), successor.getText()], before, "one undo takes both back");
    await vscode.commands.executeCommand("redo");
    await statusIs(document, "SUPERSEDED");
    ok(lineOf(successor, "Supersedes") !== "", "redo leaves the successor out");
    // The other document takes both back as well.
    await vscode.window.showTextDocument(successor);
    await vscode.commands.executeCommand("undo");
    equal([document.getText(), successor.getText()], before, "and so does one in the successor");
    ok(await document.save(), "the design was not saved");
    ok(await successor.save(), "its successor was not saved");
  });

  it("offers the designs of the workspace as successors", async () => {
    const { document } = await show(path, design({ title: "Returns by Parcel Shop", status: "APPROVED" }));
    if (!(await world()).user) return;
    const done = run("supersede", document.uri);
    await see(".quick-input-widget .monaco-list-row");
    // The list of a workspace with more designs is longer than what is seen of it.
    await type("by Post");
    await see(".quick-input-widget .monaco-list-row", "Returns by Post");
    await screenshot("lifecycle-successors");
    await press("Escape");
    await done;
    equal(lineOf(document, "Status"), "Status: APPROVED");
  });
});
