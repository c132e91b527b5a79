import assert from "node:assert/strict";
import { it } from "node:test";
import { statusText } from "../../client/src/status-text.ts";
import type { DocumentStatus } from "../../server/src/protocol/protocol.ts";

const translate = (message: string, ...args: readonly (string | number)[]): string =>
  message.replaceAll(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

const status = (error: number): DocumentStatus => ({
  template: { name: "docs/designs/TEMPLATE.md", reason: "The nearest one.", why: "near" },
  status: "DRAFT",
  stage: "draft",
  written: 12,
  total: 17,
  missing: [],
  findings: { error, warning: 3, information: 0, hint: 0 },
});

const cases: readonly (readonly [errors: number, detail: string, attention: boolean])[] = [
  [0, "", false],
  [1, "1 error", true],
  [2, "2 errors", true],
];
for (const [errors, detail, attention] of cases) {
  it(`the status of a document with ${errors} errors`, () => {
    assert.deepEqual(statusText(status(errors), translate), {
      text: "Design Docs: 12 of 17 sections",
      detail,
      template: "Template: TEMPLATE.md",
      reason: "The nearest one.",
      why: "near",
      attention,
      spoken: {
        status: `Design Docs: 12 of 17 sections${detail && `, ${detail}`}`,
        template: "Template: TEMPLATE.md. The nearest one.",
      },
    });
  });
}

it("a template that is a folder is called by that", () => {
  const template = { name: "keps/NNNN-kep-template/README.md", reason: "", why: "" };
  assert.equal(statusText({ ...status(0), template }, translate).template, "Template: NNNN-kep-template");
});
