import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Begun, Card, TargetFact } from "../../server/src/facts/facts.ts";
import type { Wants } from "../../server/src/facts/wants.ts";
import { readText } from "../../server/src/service.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";
import { createFactStore, type FactStore, type FactSubject } from "../../server/src/workspace/fact-store.ts";
import type { Base } from "../../server/src/workspace/history.ts";

const uri = "file:///w/docs/designs/2026-01-05-sync-design.md";
const nothing: Wants = { paths: [], withFragment: [], diagrams: [], statusLine: undefined };
const subject: FactSubject = {
  uri,
  wants: nothing,
  template: builtInTemplate(),
  asksSince: false,
  asksBegun: false,
};

/** What the sources answer at the moment. */
interface Answers {
  targets: ReadonlyMap<string, TargetFact>;
  base: Base | undefined;
  day: string | undefined;
  begun: Begun;
  others: readonly Card[] | undefined;
  owners: ReadonlySet<string> | undefined;
}

interface World {
  readonly store: FactStore;
  readonly answers: Answers;
  /** Every question so far. */
  readonly asked: readonly string[];
  /** The documents of which a fact became another. */
  readonly changed: readonly string[];
}

function world(given: Partial<Answers> = {}): World {
  const answers: Answers = {
    targets: new Map(),
    base: undefined,
    day: undefined,
    begun: {},
    others: undefined,
    owners: undefined,
    ...given,
  };
  const asked: string[] = [];
  const changed: string[] = [];
  const store = createFactStore({
    async targets(_document, { paths }) {
      asked.push(`targets ${paths.join(" ")}`.trim());
      return answers.targets;
    },
    async diagram(source) {
      asked.push(`diagram ${source}`);
      return { kind: "sound" };
    },
    async base() {
      asked.push("base");
      return answers.base;
    },
    read(text, template) {
      asked.push("read");
      return readText(text, template);
    },
    side: () => Promise.resolve(undefined),
    async statusSince(_document, line) {
      asked.push(`since ${line}`);
      return answers.day;
    },
    async begun() {
      asked.push("begun");
      return answers.begun;
    },
    others: () => answers.others,
    owners: () => answers.owners,
    changed: (document) => void changed.push(document),
    failed: (error) => void changed.push(String(error)),
  });
  return { store, answers, asked, changed };
}

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** What is asked for a subject, until all of it has been answered. */
async function askedFor({ store, asked }: World, one: Partial<FactSubject>): Promise<readonly string[]> {
  const before = asked.length;
  store.now({ ...subject, ...one });
  await turn();
  store.now({ ...subject, ...one });
  await turn();
  return asked.slice(before);
}

describe("a fact store", () => {
  it("asks only what is another question than before", async () => {
    const all = world({ base: { ref: "c0", text: "# Sync\n" } });
    const wants: Wants = {
      ...nothing,
      paths: ["a.md"],
      diagrams: ["flowchart"],
      statusLine: "Status: DRAFT",
    };
    assert.deepEqual(await askedFor(all, { wants }), ["targets a.md", "diagram flowchart", "base", "read"]);
    assert.deepEqual(await askedFor(all, { wants: { ...wants } }), []);
    assert.deepEqual(await askedFor(all, { wants: { ...wants, paths: ["b.md"] } }), ["targets b.md"]);
    const other = { ...wants, paths: ["b.md"], diagrams: ["pie"] };
    assert.deepEqual(await askedFor(all, { wants: other }), ["diagram pie"]);
    assert.deepEqual(await askedFor(all, { wants: other, asksSince: true }), ["since Status: DRAFT"]);
    assert.deepEqual(await askedFor(all, { wants: other, asksSince: true }), []);
  });

  it("asks for the first commit only where something hangs on it", async () => {
    const all = world({ begun: { day: "2026-01-05" } });
    await askedFor(all, {});
    assert.deepEqual(await askedFor(all, { asksBegun: true }), ["begun"]);
    assert.deepEqual(all.store.now({ ...subject, asksBegun: true }).begun, { day: "2026-01-05" });
    assert.equal(all.store.now(subject).begun, undefined);
  });

  it("gives the same object while nothing is different, and another one where a fact is", async () => {
    const all = world({
      targets: new Map([["a.md", { kind: "folder" }]]),
      base: { ref: "c0", text: "# Sync\n" },
      day: "2026-01-01",
    });
    const one = { ...subject, wants: { ...nothing, statusLine: "Status: IN REVIEW" }, asksSince: true };
    await askedFor(all, one);
    const first = all.store.now(one);
    assert.equal(first.history?.statusSince, "2026-01-01");
    assert.equal(first.history?.base?.analysed?.doc.text, "# Sync\n");
    const told = all.changed.length;

    for (const what of ["files", "history"] as const) all.store.stale(what);
    all.store.renew(uri);
    await turn();
    assert.equal(all.store.now(one), first);
    assert.equal(all.changed.length, told);

    all.answers.base = { ref: "c1", text: "# Sync\n" };
    all.store.stale("history");
    await turn();
    assert.equal(all.changed.length, told + 1);
    const second = all.store.now(one);
    assert.notEqual(second, first);
    assert.equal(second.history?.base?.ref, "c1");
    assert.equal(second.history?.base?.analysed, first.history?.base?.analysed);
    assert.equal(second.targets, first.targets);

    all.answers.others = [];
    assert.notEqual(all.store.now(one), second);
    all.answers.owners = new Set();
    assert.deepEqual(all.store.now(one).owners, new Set());
  });

  it("has no history where Git knows nothing, and no text where the document did not exist", async () => {
    const all = world();
    await askedFor(all, {});
    assert.equal("history" in all.store.now(subject), false);
    all.answers.base = { ref: "c0" };
    all.store.stale("history");
    await turn();
    assert.deepEqual(all.store.now(subject).history, { base: { ref: "c0" } });
    all.answers.base = undefined;
    all.store.stale("history");
    await turn();
    assert.equal("history" in all.store.now(subject), false);
  });

  it("reads the base beside another template without asking Git", async () => {
    const all = world({ base: { ref: "c0", text: "# Sync\n\n## Goals\n" } });
    await askedFor(all, {});
    const template = readTemplate(
      { name: "TEMPLATE.md", uri: "file:///w/TEMPLATE.md", text: "# Design\n\n## Goals\n" },
      builtInTemplate(),
    );
    assert.deepEqual(await askedFor(all, { template }), ["read"]);
    assert.equal(all.store.now({ ...subject, template }).history?.base?.analysed?.template, template);
  });

  it("asks again what hangs on files, on Git, or is of one document", async () => {
    const all = world();
    await askedFor(all, {});
    const askedAfter = async (run: () => void): Promise<readonly string[]> => {
      const before = all.asked.length;
      run();
      await turn();
      return all.asked.slice(before);
    };
    assert.deepEqual(await askedAfter(() => all.store.stale("files")), ["targets"]);
    assert.deepEqual(await askedAfter(() => all.store.stale("history")), ["base"]);
    assert.deepEqual(await askedAfter(() => all.store.renew(uri)), ["targets", "base"]);
    assert.deepEqual(await askedAfter(() => all.store.renew("file:///w/other.md")), []);
    all.store.closed(uri);
    assert.deepEqual(await askedAfter(() => all.store.stale("files")), []);
  });

  it("tells nothing of a document that was closed, also where it was opened again before the answer", async () => {
    const all = world({ targets: new Map([["a.md", { kind: "folder" }]]) });
    all.store.now(subject);
    all.store.closed(uri);
    await turn();
    assert.deepEqual(all.changed, []);

    all.store.now(subject);
    all.store.closed(uri);
    assert.equal(all.store.now(subject).targets, undefined);
    await turn();
    // One for each of its own questions: targets, diagrams, base, the day.
    assert.deepEqual(all.changed, [uri, uri, uri, uri]);
    assert.equal(all.store.now(subject).targets, all.answers.targets);
  });
});
