// Pull requests for designs: the text everywhere, and with Git the way from a document to the host's page.
import * as vscode from "vscode";
import { actionsOn } from "../kit/actions.ts";
import { design } from "../kit/documents.ts";
import { file, finds, read, show, write } from "../kit/editor.ts";
import { equal, eventually, ok } from "../kit/expect.ts";
import { click, forgetTold, press, screenshot, see, told, type, world } from "../kit/harness.ts";
import { hasGit, makeShop, tipOf, type Repository } from "../kit/repository.ts";
import { describe, it } from "../kit/runner.ts";

interface Opened {
  readonly branch: string;
  readonly committed: readonly string[];
  readonly pushed: boolean;
  readonly address?: string;
}

const open = (uri: vscode.Uri, given: object = {}): Thenable<Opened | undefined> =>
  vscode.commands.executeCommand("designDocs.openPullRequest", uri, given);

describe("pull request", () => {
  it("has a title and a text to copy, also without Git", async () => {
    const path = "docs/designs/2026-01-05-copied-design.md";
    const { document } = await show(path, design({ title: "Copied orders" }));
    const text = await vscode.commands.executeCommand<string>("designDocs.copyPullRequest", document.uri);
    ok(text.startsWith("Design: Copied orders\n\n"), text);
    ok(text.includes("docs/designs/2026-01-05-copied-design.md"), text);
    ok(text.includes("## Goals\n\n- An order reaches the warehouse within a minute."), text);
    ok(text.includes("\nReviewers: @grace\n"), text);
    if (await told("Title and text of the pull request are copied")) await forgetTold();
  });

  it("that implements a design is linked where the design has the place for it", async () => {
    const path = "docs/designs/2026-01-05-linked-design.md";
    const { document } = await show(path, design({ title: "Linked orders", status: "IMPLEMENTED" }));
    const finding = await finds(document.uri, "implementation-link-missing");
    const offered = await eventually("the command is offered on the finding", async () => {
      const actions = await actionsOn(document, finding.range);
      return actions.find(({ command }) => command?.command === "designDocs.linkImplementation");
    });
    equal(offered.command?.arguments?.[0]?.toString(), document.uri.toString());
    const address = "https://git.example.org/shop/queue/pull/12";
    if ((await world()).user) {
      const done = vscode.commands.executeCommand("designDocs.linkImplementation", document.uri);
      await see(".quick-input-widget .quick-input-title", "Link Implementation Pull Requests");
      await type(`${address} #13`);
      await see(".quick-input-widget .monaco-list-row", "#13");
      await screenshot("link-implementation");
      await press("Enter");
      await done;
    } else {
      const given = { links: [address, "#13"] };
      await vscode.commands.executeCommand("designDocs.linkImplementation", document.uri, given);
    }
    const text = document.getText();
    ok(text.includes(`\nImplementation: ${address}, #13\n`), text.slice(0, 400));
    ok(document.isDirty, "the edit was saved without anybody asking for it");
    const again = { links: [address] };
    const linked: unknown = await vscode.commands.executeCommand(
      "designDocs.linkImplementation",
      document.uri,
      again,
    );
    equal([linked, document.getText()], [[], text], "a link came twice");
    await vscode.commands.executeCommand("undo");
    ok(!document.getText().includes(address), "one step does not take the links back");
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await forgetTold();
  });
});

if (hasGit)
  describe("pull request with Git", () => {
    const folder = "shop/docs/designs";
    const path = `${folder}/2026-01-05-orders-design.md`;
    const text = design({
      title: "Orders: a queue",
      bodies: { "Proposed Design": "The shop writes to a queue.\n\n![flow](img/flow.svg)" },
    });

    it("is made of branch, commit and push, and leads to the page of the host", async () => {
      const { repository, bare } = await makeShop("shop");
      await write(`${folder}/img/flow.svg`, "<svg xmlns='http://www.w3.org/2000/svg'/>\n");
      await write(`${folder}/img/other.svg`, "<svg xmlns='http://www.w3.org/2000/svg'/>\n");
      const { document } = await show(path, text);
      const first = await open(document.uri, {
        open: false,
        confirmed: true,
        branch: "design/orders-a-queue",
      });
      ok(first, "nothing was done");
      equal(
        [first.branch, first.committed.toSorted(), first.pushed],
        [
          "design/orders-a-queue",
          ["docs/designs/2026-01-05-orders-design.md", "docs/designs/img/flow.svg"],
          true,
        ],
      );
      equal(repository.state.HEAD?.name, "design/orders-a-queue");
      equal((await repository.log({ maxEntries: 1 }))[0]?.message, "Design: Orders: a queue");
      equal(
        await tipOf(bare, "design/orders-a-queue"),
        repository.state.HEAD?.commit,
        "the remote has another commit",
      );
      const { address = "" } = first;
      ok(
        address.startsWith(
          "https://github.com/example/shop/compare/main...design/orders-a-queue?quick_pull=1&title=Design%3A%20Orders%3A%20a%20queue&body=",
        ),
        address,
      );
      ok(!address.includes("s3cret"), "the address has what is secret");
      const body = new URL(address).searchParams.get("body") ?? "";
      ok(
        body.startsWith(
          "[`docs/designs/2026-01-05-orders-design.md`](https://github.com/example/shop/blob/design/orders-a-queue/docs/designs/2026-01-05-orders-design.md)\n\n## Summary",
        ),
        body,
      );

      // All of it is done, so what is left is the page.
      const again = await open(document.uri, { open: false });
      equal([again?.committed, again?.pushed, again?.address], [[], false, address]);
    });

    it("is left to the GitHub Pull Requests extension where that is there", async () => {
      const { document } = await show(path, text);
      // It cannot be installed here, so what stands for it is what VS Code tells of it and its command.
      const before = Reflect.get(vscode.extensions, "getExtension");
      const asked: unknown[] = [];
      const command = vscode.commands.registerCommand(
        "pr.create",
        (given: unknown) => void asked.push(given),
      );
      const has = (id: string): unknown => (id === "GitHub.vscode-pull-request-github" ? { id } : before(id));
      ok(Reflect.set(vscode.extensions, "getExtension", has), "the list of extensions cannot be changed");
      try {
        await open(document.uri);
      } finally {
        Reflect.set(vscode.extensions, "getExtension", before);
        command.dispose();
      }
      equal(asked, [{ repoPath: file("shop").fsPath, compareBranch: "design/orders-a-queue" }]);
      const copied = await vscode.env.clipboard.readText();
      ok(copied.startsWith("Design: Orders: a queue\n\n[`docs/designs/"), copied.slice(0, 100));
      await told("Title and text are copied, to be pasted into the view.");
      await screenshot("pull-request-extension");
      await forgetTold();
    });

    it("has its page opened, and its address copied where that cannot be", async () => {
      const { document } = await show(path, text);
      if (!(await world()).user) return;
      // VS Code asks whether the site is to be trusted, and refuses to ask in a test.
      await open(document.uri);
      await told("The page for the pull request could not be opened, and its address is copied:");
      await screenshot("pull-request-page");
      const address = await vscode.env.clipboard.readText();
      ok(
        address.startsWith(
          "https://github.com/example/shop/compare/main...design/orders-a-queue?quick_pull=1&title=",
        ),
        address,
      );
      await forgetTold();
    });

    it("that names a design in its commit is offered where implementations are linked", async () => {
      const repository = await repositoryAt("shop");
      const code = await write("shop/queue.txt", "orders\n");
      await repository.add([code.fsPath]);
      await repository.commit("Write to the queue, as in Orders: a queue (#7)");
      const { document } = await show(path, text);
      if (!(await world()).user) return;
      const done = vscode.commands.executeCommand("designDocs.linkImplementation", document.uri);
      await see(".quick-input-widget .monaco-list-row", "Write to the queue");
      await click("#7");
      await see(".quick-input-widget .quick-input-count", "1");
      await screenshot("link-implementation-commits");
      await press("Enter");
      await done;
      const linked = "\nImplementation: [#7](https://github.com/example/shop/pull/7)\n";
      ok(document.getText().includes(linked), document.getText().slice(0, 300));
      await vscode.commands.executeCommand("workbench.action.files.revert");
    });

    it("asks before each step, and stops where somebody wants to", async () => {
      const repository = await repositoryAt("shop");
      await repository.checkout("main");
      const { document } = await show(path, text.replace("a week", "a month"));
      if (!(await world()).user) return;
      const stopped = open(document.uri, { open: false });
      await see(".quick-input-widget .quick-input-title", "Branch");
      await press("Control+A");
      await type("design/orders-a-queue");
      await see(".quick-input-widget .quick-input-message", "Free is: design/orders-a-queue-2");
      await screenshot("pull-request-branch");
      await press("Escape");
      equal(await stopped, undefined);
      equal(repository.state.HEAD?.name, "main");
      const going = open(document.uri, { open: false });
      await see(".quick-input-widget .quick-input-title", "Branch");
      await press("Enter");
      await see(".quick-input-widget .monaco-list-row", "Create the Branch and Commit");
      await screenshot("pull-request-commit");
      await press("Enter");
      await see(".quick-input-widget .monaco-list-row", "Push");
      await screenshot("pull-request-push");
      await press("Escape");
      const outcome = await going;
      equal([outcome?.branch, outcome?.pushed], ["design/orders-a-queue-2", false]);
      await told("Nothing was pushed");
      await screenshot("pull-request-not-pushed");
      await forgetTold();
    });

    it("does nothing while something else is staged", async () => {
      const repository = await repositoryAt("shop");
      const other = await write("shop/other.txt", "staged by somebody\n");
      await repository.add([other.fsPath]);
      const before = repository.state.HEAD;
      const { document } = await show(path, text.replace("a week", "a year"));
      equal(await open(document.uri, { open: false, confirmed: true }), undefined);
      await told("Other changes are staged");
      await screenshot("pull-request-staged");
      await forgetTold();
      await repository.status();
      equal([repository.state.HEAD?.commit, repository.state.indexChanges.length], [before?.commit, 1]);
      await repository.revert([other.fsPath]);
      await vscode.workspace.fs.delete(other);
    });

    it("says what was done before a push failed", async () => {
      const repository = await repositoryAt("shop");
      await repository.setConfig("remote.origin.pushurl", file("nowhere.git").fsPath);
      const { document } = await show(path, text.replace("a week", "two weeks"));
      await repository.status();
      equal(await open(document.uri, { open: false, confirmed: true }), undefined);
      await told("The commit was written. The push failed:");
      await screenshot("pull-request-push-failed");
      await forgetTold();
      ok((await read(path))?.includes("two weeks"), "the document was changed");
      equal((await repository.log({ maxEntries: 1 }))[0]?.message, "Design: Orders: a queue");
    });
  });

/** The repository that was made in a folder of the workspace. */
async function repositoryAt(folder: string): Promise<Repository> {
  const git = vscode.extensions.getExtension<{
    getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null };
  }>("vscode.git");
  const repository = git?.exports.getAPI(1).getRepository(file(folder));
  ok(repository, "the repository is gone");
  return repository;
}
