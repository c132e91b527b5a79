import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { run } from "./memory-host.ts";
import { good, template, wrong } from "./texts.ts";

const document = "/repo/docs/designs/2026-03-01-sync-engine-design.md";
const machine = {
  files: {
    [document]: good,
    "/repo/docs/designs/2026-03-02-sync-open-design.md": wrong,
    "/repo/empty.md": "No heading.\n",
  },
  locked: ["/repo/docs/designs/locked.md", "/repo/closed/secret", "/repo/closed"],
};

describe("what cannot be done is said in one line on standard error, with exit code 2", () => {
  const cases: readonly (readonly [words: readonly string[], line: RegExp])[] = [
    [[], /Say what to do/],
    [["chekc", "docs"], /There is no command “chekc”/],
    [["check"], /Name the files or folders to check/],
    [["check", ""], /A path is empty/],
    [["check", "--sevrity", "hint", "docs"], /There is no option “--sevrity”\. Did you mean “--severity”\?/],
    [["check", "-x", "docs"], /There is no option “-x”/],
    [["check", "docs", "--severity"], /--severity wants a value: --severity error\|warning/],
    [["check", "--severity=", "docs"], /--severity wants a value/],
    [
      ["check", "--severity", "fatal", "docs"],
      /“fatal” is no value of --severity\. It is one of error, warning, information, hint\./,
    ],
    [["check", "--format", "xml", "docs"], /“xml” is no value of --format/],
    [["check", "--stage", "closed", "docs"], /“closed” is no value of --stage/],
    [["check", "--today", "2026-02-30", "docs"], /“2026-02-30” is no day/],
    [["check", "--today", "tomorrow", "docs"], /“tomorrow” is no day/],
    [["check", "--max-warnings", "-1", "docs"], /“-1” is no number/],
    [["check", "--max-warnings", "1.5", "docs"], /“1\.5” is no number/],
    [
      ["check", "--dry-run", "docs"],
      /--dry-run shows what --fix would do: write “check --fix --dry-run PATH…”/,
    ],
    [["check", "--fix=all", "docs"], /The option --fix takes no value/],
    [["check", "--fxi", "docs"], /There is no option “--fxi”\. Did you mean “--fix”\?/],
    [["check", "--no-fix", "docs"], /There is no option “--no-fix”/],
    [["check", "--fix"], /Name the files or folders to check/],
    [["explain", "--fix", "missing-section"], /--fix belongs to “check”/],
    [["template"], /Say what to do with the template/],
    [["template", "chekc"], /Say what to do with the template/],
    [["template", "check", "--fix"], /The option --fix belongs to “check”/],
    [["template", "check", ""], /A path is empty/],
    [["template", "check", "nowhere.md"], /nowhere\.md: there is no such file or folder/],
    [["check", "--template", "nowhere.md", "docs"], /nowhere\.md: there is no such template/],
    [["check", "--template", "docs", "docs"], /docs: the template is a folder/],
    [["check", "--template", "empty.md", "docs"], /empty\.md: the template has no section/],
    [
      ["check", "--template", "docs/designs/locked.md", "docs"],
      /the template cannot be read: permission is denied/,
    ],
    [["check", "nowhere.md"], /nowhere\.md: there is no such file or folder/],
    [["check", "docs/*.md"], /the shell has not replaced it/],
    [["check", "line\nbreak"], /there is no such file or folder/],
    [["explain"], /Name one rule/],
    [["explain", "a", "b"], /Name one rule/],
    [["explain", "missing"], /There is no rule “missing”. The rules are .*missing-section/],
    [["explain", "--stage", "draft", "missing-section"], /--stage belongs to “check”/],
  ];
  for (const [words, line] of cases) {
    it(JSON.stringify(words), async () => {
      const { code, out, err } = await run(words, machine);
      assert.deepEqual({ code, out }, { code: 2, out: "" });
      assert.match(err, line);
      assert.match(err, /^design-docs: [^\n]+\n$/);
    });
  }

  it("the other files are still checked", async () => {
    const { code, out, err } = await run(["check", "docs", "nowhere.md"], machine);
    assert.equal(code, 2);
    assert.match(out, /invalid-status[^]* in 2 files\./);
    assert.deepEqual(err.trimEnd().split("\n"), [
      "design-docs: nowhere.md: there is no such file or folder.",
      "design-docs: docs/designs/locked.md: the file cannot be checked: permission is denied.",
    ]);
  });

  it("a template beside the documents that cannot be read is told once, and does not pass for absent", async () => {
    const path = "/repo/docs/designs/TEMPLATE.md";
    const { code, err } = await run(["check", "docs"], {
      files: { ...machine.files, [path]: template },
      locked: [path],
    });
    assert.equal(code, 2);
    assert.match(err, /^design-docs: The built-in template: “.*TEMPLATE\.md” could not be read\.\n$/);
  });

  it("a folder that cannot be read is told", async () => {
    const { code, err } = await run(["check", "closed"], machine);
    assert.equal(code, 2);
    assert.match(err, /closed: the folder cannot be read: permission is denied\./);
  });
});

describe("help, version and explain", () => {
  for (const words of [["--help"], ["-h"], ["help"], ["check", "--help"], ["explain", "-h"]]) {
    it(words.join(" "), async () => {
      const { code, out, err } = await run(words, machine);
      assert.deepEqual({ code, err }, { code: 0, err: "" });
      const options = "--format --severity --template --stage --today --max-warnings --fix --dry-run".split(
        " ",
      );
      for (const option of options) assert.ok(out.includes(`\n  ${option} `), option);
      assert.ok(out.split("\n").every((line) => line.length <= 96));
    });
  }

  for (const words of [["--version"], ["-V"]]) {
    it(words.join(" "), async () =>
      assert.deepEqual(await run(words, machine), { code: 0, out: "1.2.3\n", err: "" }),
    );
  }

  it("explain prints the page of a rule", async () => {
    const { code, out } = await run(["explain", "missing-section"], machine);
    assert.equal(code, 0);
    assert.match(out, /^# missing-section\n\nA section that the template requires is absent\.\n/);
  });
});
