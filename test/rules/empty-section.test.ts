import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyze } from "../../server/src/service.ts";
import { defaults } from "../../server/src/settings/table.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";

const schema = "# Design\n\n## Goals\n\nWhat it is for.\n";

/** The severities of the finding at review, beside a template that is a team's own or none. */
const told = (filler: string, uri?: string): readonly string[] =>
  analyze({
    text: `# Sync engine\n\n## Goals\n\n${filler}\n`,
    template: readTemplate({ name: "team", text: schema, ...(uri !== undefined && { uri }) }),
    settings: defaults,
    facts: { fileName: "x.md", today: "2026-03-01", author: "" },
    stage: "review",
  }).findings.flatMap(({ rule, severity }) => (rule.id === "empty-section" ? [severity] : []));

describe("empty-section: a bare N/A where the section is asked for", () => {
  const team = "file:///TEMPLATE.md";
  const cases: readonly (readonly [about: string, filler: string, uri: string | undefined, string[]])[] = [
    ["wants a reason under our template", "N/A", undefined, ["warning"]],
    ["is what many teams write under theirs", "N/A", team, ["hint"]],
    ["is an answer with a reason", "N/A: a prototype.", team, []],
    ["is no word for what is still to come", "TBD", team, ["warning"]],
  ];
  for (const [about, filler, uri, levels] of cases)
    it(about, () => assert.deepEqual(told(filler, uri), levels));
});
