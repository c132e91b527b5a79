import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { run, type Machine, type Run } from "./memory-host.ts";
import { good, template } from "./texts.ts";

const designs = "/repo/docs/designs";
const one = `${designs}/2026-03-01-sync-engine-design.md`;
const two = `${designs}/2026-03-02-sync-of-notes-design.md`;
const path = "docs/designs/2026-03-01-sync-engine-design.md";
const before = good.replace("IN REVIEW", "DRAFT").replace("Phones work", "Phones and tablets work");
const files = { [`${designs}/TEMPLATE.md`]: template, [one]: good, [two]: good };

const changes = (words: readonly string[], more: Partial<Machine> = {}): Promise<Run> =>
  run(["changes", "--since", "main", ...words], {
    files,
    committed: { [one]: before, [two]: good },
    ...more,
  });

describe("changes", () => {
  it("are told to people, for the documents that have some", async () =>
    assert.deepEqual(await changes([]), {
      code: 0,
      out: `${path}

What changed in “Sync engine”

Since: main (01234567)
  Sections: 2 changed, 1 as before

Header
  Status: “DRAFT” is now “IN REVIEW”

Sections
  Header: words +2 −1
  Goals: words +0 −2
`,
      err: "",
    }));

  it("are told in a comment on a pull request", async () => {
    const { out } = await changes(["--format", "markdown", path]);
    assert.equal(
      out,
      `# What changed in “Sync engine”

\`${path}\`

Since: main (01234567)

- Sections: 2 changed, 1 as before

## Header

- Status: “DRAFT” is now “IN REVIEW”

## Sections

- Header: words +2 −1
- Goals: words +0 −2
`,
    );
  });

  it("name nobody in a comment so that a host sends word to them", async () => {
    const text = good.replace("REVIEW\n", "REVIEW\nReviewers: @ada, a@b.example\n");
    const { out } = await changes(["--format", "markdown", path], { files: { ...files, [one]: text } });
    assert.match(out, /^- Reviewers: new, “`@ada`, a@b\.example”$/m);
  });

  it("are told to programs", async () => {
    const { code, out } = await changes(["--format", "json"]);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      documents: [
        {
          file: path,
          since: "0123456789abcdef",
          new: false,
          sections: [
            { kind: "changed", header: true, words: { added: 2, removed: 1 }, line: 1 },
            { kind: "changed", title: "Goals", words: { added: 0, removed: 2 }, line: 5 },
          ],
          unchanged: 1,
          fields: [{ key: "Status", before: "DRAFT", now: "IN REVIEW" }],
          decisions: [],
          requirements: [],
        },
      ],
    });
  });

  it("tell a document that is new, and that nothing changed", async () => {
    const fresh = await changes([path], { committed: { [one]: null } });
    assert.match(
      fresh.out,
      /\nThe document was not there yet, so all of it is new\.\n {2}Sections: 3 added\n/,
    );
    const same = await changes([path], { committed: { [one]: good.replaceAll("\n", "\r\n") } });
    assert.deepEqual(same, { code: 0, out: "Nothing that a reader sees has changed.\n", err: "" });
  });

  it("end with 2 where Git cannot say", async () => {
    const { code, err } = await changes([path], { committed: {} });
    assert.equal(code, 2);
    assert.match(err, /Git does not say what it was at “main”/);
    assert.deepEqual(
      await changes(["--config", "none.json"]).then((ran) => [
        ran.code,
        /no such configuration/.test(ran.err),
      ]),
      [2, true],
    );
  });

  it("have options of their own", async () => {
    const asked = await changes(["--fix"]);
    assert.deepEqual([asked.code, /--fix belongs to another command/.test(asked.err)], [2, true]);
  });
});
