import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  type ClientCapabilities,
  type CodeLens,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import * as protocol from "../../server/src/protocol/lifecycle.ts";
import { Status, type StatusResult } from "../../server/src/protocol/protocol.ts";
import { run } from "../cli/memory-host.ts";
import { fullClient } from "../kit/clients.ts";
import { mark } from "../kit/markers.ts";
import { createMailbox } from "../kit/mailbox.ts";
import { startTestClient, type TestClient } from "../kit/protocol.ts";
import { complete, template, templateUri, uri } from "./sample.ts";

const files = { [templateUri]: template };
const other = "file:///w/docs/designs/2026-02-01-mesh-design.md";
const draft = complete.replace("IN REVIEW", "DRAFT");
const begun = draft.replace("Phones work offline.", "What it is for.");

const take = (client: TestClient, params: protocol.TakeStepParams): Promise<protocol.TakeStepResult> =>
  client.connection.sendRequest(protocol.TakeStep, params);

const check = (client: TestClient, stage?: "approved"): Promise<protocol.CheckReadinessResult> =>
  client.connection.sendRequest(protocol.CheckReadiness, { uri, ...(stage && { stage }) });

type Edits = Extract<protocol.TakeStepResult, { readonly kind: "edits" }>;

function edited(
  result: protocol.TakeStepResult,
  texts: Readonly<Record<string, string>>,
): Record<string, string> {
  assert.equal(result.kind, "edits");
  return Object.fromEntries(
    (result as Edits).edits.map(({ uri: of, edits }) => {
      const document = TextDocument.create(of, "markdown", 0, texts[of] ?? "");
      return [of, TextDocument.applyEdits(document, [...edits])];
    }),
  );
}

/** The text of the document with the place where the author writes next. */
function withCursor(text: string, { cursor }: Edits): string {
  const document = TextDocument.create(cursor.uri, "markdown", 0, text);
  return mark(text, [
    { start: document.offsetAt(cursor.range.start), end: document.offsetAt(cursor.range.end) },
  ]);
}

describe("designDocs/lifecycleSteps", () => {
  it("says which steps are offered, and which leads on", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, draft);
    const result: protocol.LifecycleStepsResult = await client.connection.sendRequest(
      protocol.LifecycleSteps,
      { uri },
    );
    assert.equal(result?.stage, "draft");
    assert.deepEqual(
      result.steps.map(({ title, status, recommended }) => [title, status, recommended]),
      [
        ["Request Review", "IN REVIEW", true],
        ["Approve", "APPROVED", false],
        ["Reject", "REJECTED", false],
        ["Withdraw", "WITHDRAWN", false],
        ["Supersede…", "SUPERSEDED", false],
      ],
    );
    assert.equal(await client.connection.sendRequest(protocol.LifecycleSteps, { uri: templateUri }), null);
  });
});

describe("designDocs/takeStep", () => {
  it("gives the edits with their version, and where the author writes next", async () => {
    const logged = `${template}\n## Decision Log\n\n<!-- design-docs: expect: decisions -->\n\nWhat was decided.\n`;
    const client = await startTestClient({ files: { [templateUri]: logged } });
    const text = `${complete}\n## Decision Log\n\n- 2026-01-02: no server, by @grace, since it costs too much.\n`;
    await client.open(uri, text);
    const result = await take(client, { uri, step: "approve", author: "Jun Park <jun@park.dev>" });
    const after = edited(result, { [uri]: text })[uri] ?? "";
    assert.equal((result as Edits).edits[0]?.version, 1);
    assert.equal(
      withCursor(after, result as Edits),
      `${text.replace("IN REVIEW", "APPROVED\nImplementation:")}- 2026-01-05: Approved by Jun Park as proposed, ⟦for the reasons given in this document⟧.\n`,
    );
    assert.deepEqual((result as Edits).against, { stage: "approved", errors: 0, warnings: 0, first: null });
  });

  it("tells what stands against it, without what the step mends", async () => {
    const logged = `${template}\n## Decision Log\n\n<!-- design-docs: due: approved; expect: decisions -->\n\nWhat was decided.\n`;
    const client = await startTestClient({ files: { [templateUri]: logged } });
    await client.open(uri, `${begun}\n## Decision Log\n\nWhat was decided.\n`);
    const result = await take(client, { uri, step: "approve" });
    const { against } = result as Edits;
    assert.deepEqual([against.stage, against.errors, against.warnings], ["approved", 1, 0]);
    assert.equal(against.first?.start.line, 6);
    const closing = await take(client, { uri, step: "reject" });
    assert.equal((closing as Edits).against.errors, 0);
  });

  for (const isOpen of [true, false])
    it(`links both documents where the successor is ${isOpen ? "open" : "not open"}`, async () => {
      const next = draft.replace("# Sync engine", "# Sync [mesh]");
      const client = await startTestClient({ files: { ...files, [other]: `\uFEFF${next}` } });
      await client.open(uri, complete);
      if (isOpen) await client.open(other, next);
      const result = await take(client, { uri, step: "supersede", successor: other });
      const texts = edited(result, { [uri]: complete, [other]: next });
      assert.equal(
        texts[uri],
        complete.replace(
          "IN REVIEW",
          "SUPERSEDED\nSuperseded by: [Sync \\[mesh\\]](2026-02-01-mesh-design.md)",
        ),
      );
      assert.equal(
        texts[other],
        next.replace("DRAFT", "DRAFT\nSupersedes: [Sync engine](2026-01-05-sync-design.md)"),
      );
      assert.deepEqual(
        (result as Edits).edits.map(({ version }) => version),
        [1, isOpen ? 1 : null],
      );
    });

  const refusals: readonly (readonly [string, string, protocol.LifecycleStep, RegExp])[] = [
    ["a step that does not follow", complete, "requestReview", /“IN REVIEW”, and “Request Review” does not/],
    [
      "a document without a status",
      complete.replace("Status: IN REVIEW\n\n", ""),
      "approve",
      /has no status/,
    ],
    ["a log that a fence swallows", `${complete}\n\`\`\`\n`, "approve", /not closed/],
    [
      "a status that other lines hang on",
      `---\nstatus: &s Draft\nother: *s\n---\n\n${complete.replace("Status: IN REVIEW\n\n", "")}`,
      "requestReview",
      /^The status is written in a form.*“IN REVIEW”/,
    ],
  ];
  for (const [name, text, step, reason] of refusals)
    it(`refuses ${name}`, async () => {
      const logged = `${template}\n## Decision Log\n\n<!-- design-docs: expect: decisions -->\n\nx.\n`;
      const client = await startTestClient({ files: { [templateUri]: logged } });
      await client.open(uri, text);
      const result = await take(client, { uri, step });
      assert.equal(result.kind, "refused");
      assert.match(result.kind === "refused" ? result.reason : "", reason);
    });

  it("refuses a step for which the template has no word, and other files", async () => {
    const client = await startTestClient({
      files: { [templateUri]: template.replace("DRAFT", "Draft | Accepted") },
    });
    await client.open(uri, draft);
    const result = await take(client, { uri, step: "withdraw" });
    assert.match(result.kind === "refused" ? result.reason : "", /no status for “Withdraw”.*Draft, Accepted/);
    const none = await take(client, { uri: "file:///w/notes.md", step: "approve" });
    assert.match(none.kind === "refused" ? none.reason : "", /no design document/);
  });

  it("edits the file beside the document that has its status", async () => {
    const own = "file:///w/docs/designs/0001-sync/readme.md";
    const yaml = "file:///w/docs/designs/0001-sync/kep.yaml";
    const words = "title: Sync\nstatus: implementable\nlast-updated: 2026-01-01\n";
    const client = await startTestClient({
      files: { [templateUri]: template.replace("DRAFT", "Implementable | Implemented"), [yaml]: words },
      settings: () => ({ exclude: ["**/TEMPLATE.md"] }),
    });
    await client.open(own, complete.replace("Status: IN REVIEW\n\n", ""));
    const result = await take(client, { uri: own, step: "markImplemented" });
    assert.equal(
      edited(result, { [yaml]: words })[yaml],
      "title: Sync\nstatus: implemented\nlast-updated: 2026-01-05\n",
    );
    assert.equal((result as Edits).cursor.uri, yaml);
  });
});

describe("designDocs/checkReadiness", () => {
  it("judges a document as in review until its next edit, as the command line does", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, begun);
    const before = await client.diagnostics(uri);
    const result = await check(client);
    assert.deepEqual(
      { ...result, first: result?.first?.start.line },
      {
        stage: "review",
        errors: 0,
        warnings: 1,
        first: 6,
        next: { step: "requestReview", title: "Request Review" },
      },
    );
    await client.refreshes.next();
    const shown = (await client.diagnostics(uri)).map(({ code, severity }) => `${String(code)} ${severity}`);
    const machine = {
      files: Object.fromEntries(
        [["file:///w/.git/HEAD", ""], ...Object.entries(files), [uri, begun]].map(([at = "", text = ""]) => [
          at.slice("file://".length),
          text,
        ]),
      ),
    };
    const words = [
      "check",
      "--stage",
      "review",
      "--severity",
      "hint",
      "--format",
      "json",
      "--today",
      "2026-01-05",
    ];
    const { out } = await run([...words, uri.slice("file://".length)], machine);
    const { findings } = JSON.parse(out) as {
      readonly findings: readonly { readonly rule: string; readonly severity: string }[];
    };
    const levels = ["error", "warning", "information", "hint"];
    assert.deepEqual(
      shown,
      findings.map(({ rule, severity }) => `${rule} ${levels.indexOf(severity) + 1}`),
    );
    const status = await client.connection.sendRequest<StatusResult>(Status, { uri });
    assert.equal(status?.stage, "draft");
    await client.change(uri, `${begun}\n`);
    assert.deepEqual(await client.diagnostics(uri), before);
  });

  it("waits for what links lead to", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, draft.replace("Phones work", "[Phones](phones.md) work"));
    const result = await check(client);
    assert.deepEqual([result?.errors, result?.warnings], [0, 1]);
    const taken = await take(client, { uri, step: "requestReview" });
    assert.equal((taken as Edits).against.warnings, 1);
  });

  it("looks at the next stage of a document in review, or at the one that is asked for", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, complete);
    assert.equal((await check(client))?.stage, "approved");
    await client.change(uri, draft);
    assert.equal((await check(client, "approved"))?.next?.step, "approve");
  });

  it("is shown where findings wait for saving, too", async () => {
    const client = await startTestClient({ files, settings: () => ({ run: "onSave" }) });
    await client.open(uri, draft);
    await client.diagnostics(uri);
    await client.change(uri, begun);
    assert.deepEqual(await client.diagnostics(uri), []);
    await check(client);
    assert.equal((await client.diagnostics(uri)).length, 1);
    await client.change(uri, `${begun}\n`);
    assert.deepEqual(await client.diagnostics(uri), []);
  });
});

it("designDocs/successorChoices lists the other design documents", async () => {
  const client = await startTestClient({
    files: {
      ...files,
      [uri]: complete,
      [other]: draft.replace("Sync engine", "Mesh"),
      "file:///w/notes.md": "# N\n",
    },
  });
  await client.open(uri, complete);
  assert.deepEqual(await client.connection.sendRequest(protocol.SuccessorChoices, { uri }), [
    { uri: other, title: "Mesh", status: "DRAFT", path: "docs/designs/2026-02-01-mesh-design.md" },
  ]);
});

describe("code lenses", () => {
  const refreshing: ClientCapabilities = {
    ...fullClient,
    workspace: { ...fullClient.workspace, codeLens: { refreshSupport: true } },
  };
  const lensesOf = async (client: TestClient): Promise<readonly string[]> => {
    const found: CodeLens[] | null = await client.connection.sendRequest(CodeLensRequest.type, {
      textDocument: { uri },
    });
    return (found ?? []).map(({ range, command }) => `${range.start.line} ${command?.title}`);
  };

  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["a draft", draft, ["2 Request Review", "2 Ready for Review?"]],
    [
      "a draft with something to write",
      begun,
      ["2 Request Review", "2 Ready for Review?", "2 1 of 2 sections written"],
    ],
    ["a review", complete, ["2 Approve", "2 Reject"]],
    ["an approved design", complete.replace("IN REVIEW", "APPROVED"), ["2 Mark Implemented", "2 Supersede…"]],
    ["an implemented design", complete.replace("IN REVIEW", "IMPLEMENTED"), ["2 Supersede…"]],
    ["a closed design", complete.replace("IN REVIEW", "REJECTED"), []],
    ["no status", complete.replace("Status: IN REVIEW\n\n", ""), []],
  ];
  for (const [name, text, expected] of cases)
    it(`stand above the status of ${name}`, async () => {
      const client = await startTestClient({ files });
      await client.open(uri, text);
      assert.deepEqual(await lensesOf(client), expected);
    });

  it("name commands with the document", async () => {
    const client = await startTestClient({ files });
    await client.open(uri, draft);
    const [first] =
      (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
    assert.deepEqual(first?.command, {
      title: "Request Review",
      command: "designDocs.requestReview",
      arguments: [uri],
    });
  });

  it("can be switched off, and are offered to our own client alone", async () => {
    const off = await startTestClient({ files, settings: () => ({ codeLens: false }) });
    await off.open(uri, draft);
    assert.deepEqual(await lensesOf(off), []);
    assert.ok(off.initialized.capabilities.codeLensProvider);
    const plain = await startTestClient({ files, options: {} });
    assert.equal(plain.initialized.capabilities.codeLensProvider, undefined);
  });

  it("are asked for again where they are others although the text is the same, and only then", async () => {
    const client = await startTestClient({ files, capabilities: refreshing });
    const asked = createMailbox<null>();
    client.connection.onRequest(CodeLensRefreshRequest.type, () => asked.put(null));
    await client.open(uri, draft);
    await client.statuses.next();
    assert.deepEqual(await lensesOf(client), ["2 Request Review", "2 Ready for Review?"]);
    await client.change(uri, `${draft}More.\n`);
    assert.deepEqual(await lensesOf(client), ["2 Request Review", "2 Ready for Review?"]);
    assert.deepEqual(asked.waiting, []);
    await client.changeFile(templateUri, template.replace("DRAFT", "Draft | Accepted"));
    await asked.next();
    assert.deepEqual(await lensesOf(client), ["2 Approve"]);
    assert.deepEqual(asked.waiting, []);
  });

  it("are asked for where a client leaves those of another text alone, and only then", async () => {
    const client = await startTestClient({ files, capabilities: refreshing });
    const asked = createMailbox<null>();
    client.connection.onRequest(CodeLensRefreshRequest.type, () => asked.put(null));
    await client.open(uri, draft);
    await client.statuses.next();
    const complete = ["2 Request Review", "2 Ready for Review?"];
    assert.deepEqual(await lensesOf(client), complete);

    await client.change(uri, begun);
    await client.statuses.next();
    client.pass(900);
    assert.deepEqual(asked.waiting, [], "VS Code is given the time to ask by itself");
    client.pass(100);
    await asked.next();
    client.pass(3000);
    await asked.next();
    client.pass(60_000);
    assert.deepEqual(await lensesOf(client), [...complete, "2 1 of 2 sections written"]);
    assert.deepEqual(asked.waiting, [], "nobody is told for ever");

    await client.change(uri, draft);
    await client.statuses.next();
    assert.deepEqual(await lensesOf(client), complete);
    client.pass(60_000);
    await client.connection.sendRequest(Status, { uri });
    assert.deepEqual(asked.waiting, [], "who has asked is not told");
  });
});

describe("steps that nobody can take", () => {
  const steps = (client: TestClient, of: string): Promise<protocol.LifecycleStepsResult> =>
    client.connection.sendRequest(protocol.LifecycleSteps, { uri: of });

  for (const [name, of] of [
    ["a document that is closed", uri],
    ["a file that is not there", "file:///w/docs/designs/2026-01-06-gone-design.md"],
    ["a file that is no design document", "file:///w/README.md"],
    ["the template", templateUri],
    ["an address of another kind", "untitled:Untitled-1"],
    ["no address", "x"],
  ] as const)
    it(`are refused for ${name}, in a sentence`, async () => {
      const client = await startTestClient({ files: { ...files, "file:///w/README.md": "# T\n" } });
      if (of === "file:///w/README.md") await client.open(of, draft);
      assert.equal(await steps(client, of), null);
      assert.equal(await client.connection.sendRequest(protocol.CheckReadiness, { uri: of }), null);
      const result = await take(client, { uri: of, step: "approve" });
      assert.equal(result.kind, "refused");
      assert.match((result as { readonly reason: string }).reason, /\.$/);
    });

  it("are none where the template has no status, and a successor that is not there is left out", async () => {
    const bare = template.replace("Status: DRAFT\n\n", "");
    const client = await startTestClient({ files: { [templateUri]: bare } });
    await client.open(uri, draft.replace("Status: DRAFT\n\n", ""));
    assert.deepEqual((await steps(client, uri))?.steps, []);
    const second = await startTestClient({ files });
    await second.open(uri, draft);
    const result = await take(second, {
      uri,
      step: "supersede",
      successor: "file:///w/docs/designs/none.md",
    });
    assert.deepEqual(
      (result as Edits).edits.map((edit) => edit.uri),
      [uri],
    );
  });
});
