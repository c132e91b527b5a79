import assert from "node:assert/strict";
import { it } from "node:test";
import { analyze } from "../../server/src/service.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";
import { facts } from "../kit/check.ts";

const body = "# T\n\n## Goals\n\nWhat it is for.\n";

const levelOf = (template: string, uri?: string): readonly string[] =>
  analyze({
    text: "# Sync engine\n\n## Goals\n\nPhones work offline.\n",
    template: readTemplate({ name: "team", text: template, ...(uri !== undefined && { uri }) }),
    facts: { ...facts, fileName: "0007-sync-engine.md" },
    settings: { rules: {} },
  }).findings.flatMap(({ rule, severity }) => (rule.id === "file-name" ? [severity] : []));

it("leaves names to a team whose template does not speak of ours", () => {
  const named = `${body}\nSave it as \`YYYY-MM-DD-<short-title>-design.md\`.\n`;
  assert.deepEqual(levelOf(body), ["warning"]);
  assert.deepEqual(levelOf(body, "file:///w/docs/designs/TEMPLATE.md"), ["hint"]);
  assert.deepEqual(levelOf(named, "file:///w/docs/designs/TEMPLATE.md"), ["warning"]);
});
