// Single rules, and the facts that nobody asks for then.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { diagrams, many } from "./many.ts";
import { run, type Machine } from "./memory-host.ts";
import { template } from "./texts.ts";

const document = "/repo/docs/designs/2026-03-01-sync-engine-design.md";
const files = (text: string): Machine["files"] => ({
  "/repo/docs/designs/TEMPLATE.md": template,
  [document]: text,
});
const text = "# Sync engine\n\nStatus: SOON\n\n## Goals\n\n[Gone](gone.md)\n";

const rulesOf = async (words: readonly string[], machine: Machine): Promise<readonly string[]> => {
  const { out } = await run(["check", "--severity", "hint", "--format", "json", ...words], machine);
  const { findings } = JSON.parse(out) as { readonly findings: readonly { readonly rule: string }[] };
  return findings.map(({ rule }) => rule);
};

describe("check --only", () => {
  const cases: readonly (readonly [words: readonly string[], rules: readonly string[]])[] = [
    [[], ["invalid-status", "missing-section", "broken-link"]],
    [["--only", "missing-section"], ["missing-section"]],
    [["--only=broken-link"], ["broken-link"]],
    [
      ["--only", "missing-section, broken-link,"],
      ["missing-section", "broken-link"],
    ],
    [
      ["--only", "missing-section", "--only", "invalid-status"],
      ["invalid-status", "missing-section"],
    ],
    [["--only", "section-order"], []],
  ];
  for (const [words, rules] of cases)
    it(`${words.join(" ") || "without it"}: ${rules.join(", ") || "nothing"}`, async () => {
      assert.deepEqual(await rulesOf([...words, "docs"], { files: files(text) }), rules);
    });

  const misuses: readonly (readonly [words: readonly string[], line: RegExp])[] = [
    [
      ["--only", "mising-section"],
      /There is no rule “mising-section” for --only\. The rules are .*missing-section, /,
    ],
    [["--only", " ,"], /The option --only wants a rule\. The rules are /],
    [["--only"], /--only wants a value: --only RULE\./],
    [["--threads", "0"], /“0” is no number for --threads/],
    [["--threads", "two"], /“two” is no number for --threads/],
    [["--threads", "65"], /“65” is no number for --threads/],
    [["--cache-location", ""], /--cache-location wants a value: --cache-location DIR\./],
    [["--cache=x"], /The option --cache takes no value/],
  ];
  for (const [words, line] of misuses)
    it(`${words.join(" ")} is misuse`, async () => {
      const { code, out, err } = await run(["check", "docs", ...words], { files: files(text) });
      assert.deepEqual([code, out], [2, ""]);
      assert.match(err, line);
    });

  it("fixes only what these rules find", async () => {
    const written = new Map<string, string>();
    const crooked = text.replace("SOON", "draft").replace("\n\n## Goals", "\nDate: 2026/1/5\n\n## Goals");
    const dated = template.replace("APPROVED\n", "APPROVED\nDate: YYYY-MM-DD\n");
    const machine = { files: { ...files(crooked), "/repo/docs/designs/TEMPLATE.md": dated }, written };
    await run(["check", "--fix", "--only", "invalid-status", "docs"], machine);
    assert.doesNotMatch(written.get(document) ?? "", /2026-01-05/);
    await run(["check", "--fix", "--only", "invalid-date", "docs"], machine);
    assert.match(written.get(document) ?? "", /2026-01-05/);
  });

  it("takes no comment for one that suppresses nothing, since other rules might have told", async () => {
    for (const named of ["broken-link", "*"]) {
      const comment = `<!-- design-docs-disable-line${named === "*" ? "" : ` ${named}`} -->`;
      const commented = text.replace("[Gone](gone.md)", `Nothing is gone. ${comment}`);
      assert.deepEqual(
        await rulesOf(["--only", "unused-suppression", "docs"], { files: files(commented) }),
        [],
      );
    }
  });

  it("leaves accepted findings of other rules alone", async () => {
    const baseline = JSON.stringify({
      version: 1,
      documents: {
        "docs/designs/2026-03-01-sync-engine-design.md": [
          { rule: "broken-link", section: "goal", text: "[Gone](other.md)" },
          { rule: "missing-section", section: "", text: "Elsewhere" },
        ],
      },
    });
    const config = JSON.stringify({
      collections: [
        { include: ["docs/designs/*.md"], template: "docs/designs/TEMPLATE.md", baseline: "b.json" },
      ],
    });
    const more = { "/repo/.design-docs.json": config, "/repo/b.json": baseline };
    const machine = { files: { ...files(text), ...more } };
    const { out } = await run(["check", "--only", "missing-section", "docs"], machine);
    assert.match(out, /1 accepted finding is gone/);
    const all = await run(["check", "docs"], machine);
    assert.match(all.out, /2 accepted findings are gone/);
  });
});

describe("check: facts that no rule needs", () => {
  /** The questions that a run asks of the machine besides files. */
  const asked = async (words: readonly string[], rules: object): Promise<readonly string[]> => {
    const questions = new Set<string>();
    const looked: string[] = [];
    await run(["check", ...words, "docs"], {
      looked,
      files: { ...many(6), "/repo/.design-docs.json": JSON.stringify({ rules }) },
      diagrams: {
        check(source) {
          questions.add("diagrams");
          return diagrams.check(source);
        },
      },
      days: () => void questions.add("history"),
    });
    if (looked.length > 0) questions.add("files");
    return [...questions].toSorted();
  };
  const others = [
    "duplicate-document",
    "links-to-superseded",
    "successor-missing",
    "successor-not-reciprocal",
  ];
  const off = (...names: readonly string[]): object => Object.fromEntries(names.map((name) => [name, "off"]));
  const cases: readonly (readonly [
    title: string,
    words: readonly string[],
    rules: object,
    asked: readonly string[],
  ])[] = [
    ["all of them with all rules", [], {}, ["diagrams", "files", "history"]],
    ["none for missing sections", ["--only", "missing-section"], {}, []],
    ["diagrams for diagrams", ["--only", "mermaid-syntax"], {}, ["diagrams"]],
    ["no diagrams where the rule is off", [], off("mermaid-syntax"), ["files", "history"]],
    [
      "no day where no rule reads it",
      [],
      off("stale-review", "changed-after-approval", "illegal-transition"),
      ["diagrams", "files"],
    ],
    [
      "no files where no rule wants others or owners",
      [],
      off(...others, "unknown-reviewer"),
      ["diagrams", "history"],
    ],
  ];
  for (const [title, words, rules, questions] of cases)
    it(`are not asked: ${title}`, async () => assert.deepEqual(await asked(words, rules), questions));
});
