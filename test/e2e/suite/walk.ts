// One design from New Design Doc to the one that takes its place, as a team walks it: with Git by a pull request
// whose remote is a bare repository on disk, in a web worker without one.
import * as vscode from "vscode";
import type { Exports } from "../../../client/src/exports.ts";
import { design } from "../kit/documents.ts";
import { file, findings, ruleOf, rulesOf, write } from "../kit/editor.ts";
import { equal, eventually, ok } from "../kit/expect.ts";
import { forgetTold, screenshot, see, told } from "../kit/harness.ts";
import { hasGit, makeShop, tipOf } from "../kit/repository.ts";
import { describe, it } from "../kit/runner.ts";
import { withSettings } from "../kit/with-settings.ts";

const root = "walk";
const folder = `${root}/docs/designs`;
const today = new Date().toISOString().slice(0, 10);
const row = ".pane-body .monaco-list-row";

const run = <T = unknown>(command: string, ...rest: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`designDocs.${command}`, ...rest);

/** The rules whose findings are more than information. */
const loud = (uri: vscode.Uri): readonly string[] =>
  findings(uri)
    .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning)
    .map((finding) => `${ruleOf(finding)}: ${finding.message}`);

const headerOf = (document: vscode.TextDocument): readonly string[] => {
  const text = document.getText();
  return text.slice(0, text.indexOf("\n## ")).split("\n");
};

/** Looks at where the walk has come: the header has these lines, and nothing is found that asks for more. */
async function station(name: string, document: vscode.TextDocument, lines: readonly string[]): Promise<void> {
  await eventually(
    `${name}: the header has ${lines.join(", ")}`,
    () => lines.every((line) => headerOf(document).includes(line)),
    { seen: () => headerOf(document) },
  );
  await eventually(`${name}: nothing is found`, () => loud(document.uri).length === 0, {
    seen: () => loud(document.uri),
  });
  await screenshot(`walk-${name}`);
  // What comes late would be seen by now: a picture takes longer than a judgement.
  equal(loud(document.uri), [], name);
}

/** Makes a design by the command and answers its document, which is saved. */
async function begin(title: string): Promise<vscode.TextDocument> {
  await run("newDesignDoc", file(folder), { title, reviewers: ["@grace"] });
  const document = await eventually("the new design is open", () => {
    const shown = vscode.window.activeTextEditor?.document;
    return shown?.getText().startsWith(`# ${title}\n`) === true && shown;
  });
  await eventually("it is saved", () => !document.isDirty);
  return document;
}

/** Writes below the header what an author would; the header stays as the command has made it, but for the author. */
async function fillIn(document: vscode.TextDocument): Promise<void> {
  const good = design({
    bodies: {
      "Background and Context": "The nightly file was late on 12 of 30 nights in October.",
      "Timeline & Milestones": "The first warehouse a month after the approval.",
      "Decision Log": `- ${today}: a queue instead of a file, agreed with Grace.`,
    },
  });
  const text = document.getText();
  const header = text
    .slice(0, text.indexOf("\n## "))
    .replace("YOUR NAME <you@example.com>", "Ada Example <ada@example.com>");
  const edit = new vscode.WorkspaceEdit();
  const all = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
  edit.replace(document.uri, all, header + good.slice(good.indexOf("\n## ")));
  ok(await vscode.workspace.applyEdit(edit), "the design was not written");
  ok(await document.save(), "the design was not saved");
}

/** The groups of the view and the designs of the walk in them. */
async function listed(): Promise<readonly string[]> {
  const extension = vscode.extensions.getExtension<Exports>("design-docs.design-docs");
  ok(extension, "the extension is not there");
  const { groups } = await (await extension.activate()).documentsShown();
  return groups.flatMap(({ label, items }) => items.map((item) => `${label}: ${item.label}`));
}

/** The design that walks, and the repository that it lies in, where there is Git. */
let walker: { readonly document: vscode.TextDocument; readonly git: Shop | undefined } | undefined;
type Shop = Awaited<ReturnType<typeof makeShop>>;

const walking = (): NonNullable<typeof walker> => {
  ok(walker, "the walk has not begun");
  return walker;
};

/** A test in which nothing is saved but by it: in a browser, the editor saves a second after a step. */
const walk = (name: string, body: () => Promise<void>): void =>
  it(name, () => withSettings({ "files.autoSave": "off" }, body));

describe("the walk of a design", () => {
  walk("begins with its first line and leads to a review", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    const git = hasGit ? await makeShop(root) : undefined;
    await write(`${folder}/.keep`, "");
    const document = await begin("Orders by a Queue");
    const { uri } = document;
    walker = { document, git };
    await station("1-new", document, ["Status: DRAFT", "Reviewers: @grace", `Date: ${today}`]);

    await fillIn(document);
    await run("sections.focus");
    await see(row, "Rollout and Migration Plan");
    await station("2-written", document, ["Status: DRAFT"]);

    await vscode.window.showTextDocument(document);
    await run("checkReadiness");
    await told("Nothing stands against a review");
    await station("3-ready", document, ["Status: DRAFT"]);
    await forgetTold();

    await run("requestReview");
    await station("4-in-review", document, ["Status: IN REVIEW"]);
    ok(document.isDirty, "the step was saved without anybody asking for it");
    ok(await document.save(), "the design was not saved");

    if (git !== undefined) {
      const { repository, bare } = git;
      const branch = "design/orders-by-a-queue";
      const opened = await run<{ readonly pushed: boolean; readonly address?: string } | undefined>(
        "openPullRequest",
        uri,
        { open: false, confirmed: true, branch },
      );
      equal(opened?.pushed, true, "nothing was pushed");
      const title = new URL(opened?.address ?? "").searchParams.get("title");
      equal(title, "Design: Orders by a Queue");
      equal(await tipOf(bare, branch), repository.state.HEAD?.commit, "the remote has another commit");
      await station("5-pull-request", document, ["Status: IN REVIEW"]);
      await forgetTold();
    }
  });

  walk("leads from the approval to what is implemented", async () => {
    const { document, git } = walking();
    const { uri } = document;
    await vscode.window.showTextDocument(document);
    await run("approve", uri);
    await station("6-approved", document, ["Status: APPROVED"]);
    ok(
      document.getText().includes("for the reasons given in this document"),
      "the decision log does not have the approval",
    );
    ok(await document.save(), "the design was not saved");
    if (git !== undefined) {
      await git.repository.add([uri.fsPath]);
      await git.repository.commit("Approve the design");
    }

    const links = ["https://github.com/example/shop/pull/12"];
    // Of an address in the own repository the number says enough.
    const linked = `Implementation: ${git === undefined ? links.join() : `[#12](${links.join()})`}`;
    await run("linkImplementation", uri, { links });
    await station("7-linked", document, ["Status: APPROVED", linked]);
    await run("markImplemented", uri);
    await station("8-implemented", document, ["Status: IMPLEMENTED", linked]);
    ok(await document.save(), "the design was not saved");
  });

  walk("ends with the design that takes its place", async () => {
    const { document } = walking();
    const { uri } = document;
    const next = await begin("Orders by a Stream");
    await fillIn(next);
    await vscode.window.showTextDocument(document);
    await run("supersede", uri, { successor: next.uri.toString() });
    const nameOf = (one: vscode.Uri): string => one.path.split("/").at(-1) ?? "";
    await station("9-superseded", document, [
      "Status: SUPERSEDED",
      `Superseded by: [Orders by a Stream](${nameOf(next.uri)})`,
    ]);
    ok(await document.save(), "the design was not saved");
    ok(await next.save(), "its successor was not saved");
    await vscode.window.showTextDocument(next);
    await station("9-successor", next, ["Status: DRAFT", `Supersedes: [Orders by a Queue](${nameOf(uri)})`]);

    await run("filterDocuments", folder);
    await run("documents.focus");
    const wanted = ["Draft: Orders by a Stream", "Closed: Orders by a Queue"];
    let last: readonly string[] = [];
    await eventually(
      "both are in their groups",
      async () => {
        last = await listed();
        return last.join() === wanted.join();
      },
      { seen: () => last },
    );
    await see(row, "Orders by a Stream");
    await screenshot("walk-documents");
    equal([...loud(uri), ...loud(next.uri)], [], `at the end: ${rulesOf(uri).join()}`);
    await run("clearDocumentFilter");
    await vscode.commands.executeCommand("workbench.view.explorer");
  });
});
