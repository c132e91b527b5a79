import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { presetTemplate } from "../../server/src/template/presets.ts";
import { createHeads } from "../../server/src/workspace/heads.ts";
import { createKept, type KeptStore } from "../../server/src/workspace/kept.ts";
import { isHead, readHead, type Head } from "../../server/src/workspace/read-head.ts";
import { memoryFiles } from "../kit/memory-files.ts";

const own = builtInTemplate();
const record = presetTemplate("adr") ?? own;

const kep = `title: Sync
kep-number: 12
authors:
  - "@jun"
status: implementable
creation-date: 2026-01-05
last-updated: 2026-02-06
reviewers:
  - "@ada"
approvers:
  - "@Grace"
see-also:
  - "/keps/7-cache/README.md"
replaces:
  - "/keps/3-old"
`;

describe("the head of a document with its header in a file beside it", () => {
  const about = {
    author: "@jun",
    date: "2026-01-05",
    updated: "2026-02-06",
    reviewers: ["@ada", "@Grace"],
    number: 12,
  };

  for (const [name, text] of Object.entries({
    "as it is": kep,
    "with marks of a document": `---\n${kep}---\n`,
    "with a byte order mark and line ends of Windows": `\uFEFF${kep.replaceAll("\n", "\r\n")}`,
  }))
    it(`is read from both, ${name}`, () => {
      const head = readHead("# Sync\n", own, text);
      assert.deepEqual(head, {
        title: "Sync",
        status: "implementable",
        stage: "approved",
        handles: ["@jun", "@ada", "@Grace"],
        related: [],
        depends: [{ words: "/keps/7-cache/README.md", url: "/keps/7-cache/README.md" }],
        about,
      });
      assert.ok(isHead(head));
    });

  it("has what its own header says rather", () => {
    const text = "# Sync\n\nStatus: DRAFT\nAuthor: Ada <a@x.org>\nReviewers: @bob\nDate: 2025-01-01\n";
    const head = readHead(text, own, kep);
    assert.deepEqual([head.status, head.stage], ["DRAFT", "draft"]);
    assert.deepEqual(head.about, { ...about, author: "Ada", reviewers: ["@bob"], date: "2025-01-01" });
  });

  it("is that of the document alone where the file is none of the kind", () => {
    for (const text of ["", "just words\n", "a: [b\n  c: {\n", "- x\n- y\n", "---\n---\n", "\0"])
      assert.deepEqual(
        readHead("# Sync\n", record, text),
        readHead("# Sync\n", record),
        JSON.stringify(text),
      );
  });
});

describe("heads with a file beside them", () => {
  const folder = "file:///w";
  const document = `${folder}/keps/1-sync/README.md`;
  const side = `${folder}/keps/1-sync/kep.yaml`;

  /** One start of a program: the status that is known, and how many heads were read from texts. */
  function start(files: ReturnType<typeof memoryFiles>, store: KeptStore) {
    const kept = createKept<Head>(store, { kind: "heads", version: "1", isValue: isHead });
    let parsed = 0;
    const heads = createHeads({
      files,
      openText: () => undefined,
      documents: () => Promise.resolve([document]),
      template: (uri) => Promise.resolve(uri.endsWith(".md") ? own : undefined),
      pause: () => Promise.resolve(),
      kept: {
        ...kept,
        set(key, head) {
          parsed++;
          kept.set(key, head);
        },
      },
    });
    let status: string | undefined;
    heads.follow((_, uri, head) => {
      assert.equal(uri, document);
      status = head?.status;
    });
    const read = async (): Promise<readonly [string | undefined, number]> => {
      await heads.read(folder);
      await kept.save();
      return [status, parsed];
    };
    return { heads, read };
  }

  const memory = (): KeptStore => {
    let text: string | undefined;
    return {
      read: () => Promise.resolve(text),
      write: (next) => {
        text = next;
        return Promise.resolve();
      },
    };
  };

  it("follow it when it comes, changes and goes", async () => {
    const files = memoryFiles({ [document]: "# Sync\n" });
    const { heads, read } = start(files, memory());
    assert.deepEqual(await read(), ["", 1]);
    for (const [text, status] of [
      ["status: provisional\n", "provisional"],
      ["status: implemented\n", "implemented"],
      [undefined, ""],
    ] as const) {
      if (text === undefined) files.delete(side);
      else files.set(side, text);
      heads.stale(side);
      assert.equal((await read())[0], status);
    }
  });

  it("are kept for one text of it alone", async () => {
    const files = memoryFiles({ [document]: "# Sync\n", [side]: "status: provisional\n" });
    const store = memory();
    assert.deepEqual(await start(files, store).read(), ["provisional", 1]);
    assert.deepEqual(await start(files, store).read(), ["provisional", 0]);
    files.set(side, "status: implemented\n");
    assert.deepEqual(await start(files, store).read(), ["implemented", 1]);
  });
});
