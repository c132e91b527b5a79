import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { unfilledIn } from "../../server/src/template/fields.ts";
import { contextOf, templateOf } from "../kit/check.ts";

const sections = "\n\n## Goals\n\nWhat it is for.\n";

/** The fields of a template's header, each with what is known of it. */
const read = (header: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    templateOf(`${header}${sections}`).fields.map(({ key, required, mayStay, mayBeNone }) => [
      key,
      [required ? "asked" : "optional", ...(mayStay ? ["stays"] : []), ...(mayBeNone ? ["none"] : [])].join(
        " ",
      ),
    ]),
  );

describe("what a template says of its fields in words", () => {
  const headers: Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>> = {
    "a value that is to be left": [
      "# T\n\n- Name: (a few words)\n- Pull Request: (leave blank)\n- Issue: _leave this empty_",
      {
        Name: "asked",
        "Pull Request": "optional stays",
        Issue: "optional stays",
        Implementation: "optional",
      },
    ],
    "a remark behind the value": [
      "---\nkind: <Change or Note> # Only required for changes. Otherwise, remove this field.\ntitle: <words>\n---\n\n# T",
      { kind: "optional", title: "asked", Implementation: "optional" },
    ],
    "a comment behind the value": [
      "# T\n\n* Story: [what led to it] <!-- optional -->\n* Day: [when] <!-- of the decision -->",
      { Story: "optional", Day: "asked", Implementation: "optional" },
    ],
    "a comment with a line for each key": [
      "---\nticket:\nshipped:\n---\n\n<!--\nticket: Fill in the number\nshipped: Leave as is\n-->\n\n# T",
      { ticket: "asked", shipped: "optional stays", Implementation: "optional" },
    ],
    "what comes later": [
      "---\nnumber: to be assigned\nhelper: (find a second author later)\nlinks: (will contain the changes)\n---\n\n# T",
      { number: "asked stays", helper: "asked stays", links: "optional stays", Implementation: "optional" },
    ],
    "other documents": [
      "---\nsee-also:\n  - other.md\nreplaces:\n  - old.md\nsuperseded-by:\n  - new.md\narea: <words>\n---\n\n# T",
      {
        "see-also": "optional",
        replaces: "optional",
        "superseded-by": "optional",
        area: "asked",
        Implementation: "optional",
      },
    ],
    "a box to tick": [
      "# T\n\n- [x] Proposal: [here](a.md)\n- [ ] Trial: [here](b.md)",
      { Proposal: "optional", Trial: "optional", Implementation: "optional" },
    ],
    "a key with keys below it": [
      "# T\n\n```\nTitle: <words>\nPeople:\n    Owner: <name>\nStatus: Draft\n```",
      {
        Title: "asked",
        People: "optional stays",
        Owner: "asked",
        Status: "asked",
        Implementation: "optional",
      },
    ],
    "none as an answer": [
      '---\napprovers: # One each. If nothing changes, use "None".\n  - "@one"\n---\n\n# T',
      { approvers: "asked none", Implementation: "optional" },
    ],
    "a sentence that only speaks of later": [
      '---\napprovers: # Ask in the channel to be assigned one.\n  - "@one"\n---\n\n# T',
      { approvers: "asked", Implementation: "optional" },
    ],
  };
  for (const [name, [header, fields]] of Object.entries(headers))
    it(name, () => assert.deepEqual(read(header), fields));
});

it("a value out of a list in brackets is filled in, and the whole list is not", () => {
  const [wanted] = templateOf(`---\nkind: <Core, Network, or Tool>\n---\n\n# T${sections}`).fields;
  assert.ok(wanted);
  assert.deepEqual(unfilledIn("Network", wanted), []);
  assert.deepEqual(unfilledIn("<Core, Network, or Tool>", wanted), ["<Core, Network, or Tool>"]);
});

describe("headers of documents", () => {
  const told = (template: string, text: string): readonly string[] =>
    contextOf(text, templateOf(`${template}${sections}`), "review").findings.map(({ message }) => message.id);
  const body = "\n\n# X\n\n## Goals\n\nPhones work offline.\n";

  it("a template's own word for the status is known, and so are slips of it", () => {
    const template = "# T\n\n**Status:** `proposed`";
    const text = (status: string): string =>
      `# X\n\n**Status:** ${status}\n\n## Goals\n\nPhones work offline.\n`;
    assert.deepEqual(told(template, text("proposed")), []);
    assert.deepEqual(told(template, text("porposed")), ["invalid-status.meant"]);
    assert.deepEqual(told(template, text("stable")), []);
  });

  it("a template with several forms of authors asks for none of them", () => {
    const template = "---\nauthor: <a list of names (@handle), or names <one@example.org>>\n---\n\n# T";
    assert.deepEqual(told(template, `---\nauthor: Ada (@ada)\n---${body}`), []);
  });

  it("words behind a handle in an item are a remark", () => {
    const template = '---\nreviewers:\n  - "@one"\n---\n\n# T';
    assert.deepEqual(told(template, `---\nreviewers:\n  - "@ada, storage"\n  - "@bob"\n---${body}`), []);
    assert.deepEqual(told(template, `---\nreviewers:\n  - "@ada"\n  - storage\n---${body}`), [
      "invalid-reviewers.found",
    ]);
  });

  it("“None” is told as nobody unless the template offers it", () => {
    const template = (remark: string): string => `---\napprovers: ${remark}\n  - "@one"\n---\n\n# T`;
    const text = `---\napprovers:\n  - None\n---${body}`;
    assert.deepEqual(told(template("# Else write “None”"), text), []);
    assert.notDeepEqual(told(template("# One of the owners"), text), []);
  });

  it("lines of a how-to that is folded away are no fields", () => {
    const template =
      "<details>\n<summary>How to</summary>\n\n- Fork the project: https://example.org\n- Open a pull request: it is read soon\n\n</details>\n\n# T\n\nDate: YYYY-MM-DD";
    assert.deepEqual(told(template, "# X\n\nDate: 2026-03-01\n\n## Goals\n\nPhones work offline.\n"), []);
  });

  it("a section that has the name of a field does not stand for it where the template has both", () => {
    const template = "# T\n\nRelease: <number>\n\n## Release";
    assert.deepEqual(
      told(template, "# X\n\n## Release\n\nIn spring.\n\n## Goals\n\nPhones work offline.\n"),
      ["missing-field.found"],
    );
  });
});

describe("questions that an author has answered one by one", () => {
  const template = templateOf(
    "# T\n\n## Meta\n\n- Status: DRAFT\n- Issue: (leave blank)\n\n## Choices\n\n- Why is this the best of all designs?\n- What else was looked at?\n",
  );
  const told = (choices: string): readonly string[] =>
    contextOf(
      `# Sync engine\n\n## Meta\n\n- Status: DRAFT\n- Issue: (leave blank)\n\n## Choices\n\n${choices}\n`,
      template,
      "review",
    ).findings.map(({ message }) => message.id);

  it("below each are kept on purpose", () =>
    assert.deepEqual(
      told(
        "- Why is this the best of all designs?\n\nIt needs no server.\n\n- What else was looked at?\n\nA queue.",
      ),
      [],
    ));
  it("on the line of each are kept on purpose", () =>
    assert.deepEqual(
      told("- Why is this the best of all designs? It needs no server.\n- What else was looked at? A queue."),
      [],
    ));
  it("in the item of each are kept on purpose", () =>
    assert.deepEqual(
      told(
        "- Why is this the best of all designs?\n  It needs no server.\n- What else was looked at?\n  A queue.",
      ),
      [],
    ));
  it("are left over where they stand as in the template", () =>
    assert.deepEqual(
      told("- Why is this the best of all designs?\n- What else was looked at?\n\nIt needs no server."),
      ["placeholder-text.guidance"],
    ));
});
