import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { outline, type OutlineItem } from "../../server/src/features/outline.ts";
import { inEnglish } from "../../server/src/messages/message.ts";
import { contains, slice } from "../../server/src/text/span.ts";
import { analyse } from "../kit/analyse.ts";
import { smallTemplate } from "./small-template.ts";

/** The outline as lines: depth by indentation, kind, name and what is said of it. */
function drawn(items: readonly OutlineItem[], indent = ""): readonly string[] {
  return items.flatMap((item) => {
    const detail = item.detail.map(inEnglish).join(" · ");
    const line = `${indent}${item.kind} ${item.name}${detail === "" ? "" : ` (${detail})`}`;
    return [line, ...drawn(item.children, `${indent}  `)];
  });
}

function checkSpans(text: string, items: readonly OutlineItem[]): void {
  for (const item of items) {
    assert.ok(contains(item.span, item.selection), `${item.name}: the heading lies in the item`);
    for (const child of item.children)
      assert.ok(contains(item.span, child.span), `${item.name} holds ${child.name}`);
    assert.notEqual(slice(text, item.selection).trim(), "");
    checkSpans(text, item.children);
  }
}

const cases: readonly { readonly name: string; readonly text: string; readonly lines: readonly string[] }[] =
  [
    {
      name: "the title has the status and the count, sections have their state",
      text: "# Sync\n\nStatus: in review\n\n## Summary\n\nWords.\n\n## Goals\n\nTBD\n\n## Story\n\nOnce.\n\n## Design\n\nBoxes.\n\n### Storage\n\nName the ${disk}.\n",
      lines: [
        "title Sync (IN REVIEW · 2 of 6 sections)",
        "  section Summary (written)",
        "  section Goals (empty)",
        "  extra Story",
        "  section Design (written · missing: Data Flow)",
        "    section Storage (placeholder)",
      ],
    },
    {
      name: "an unknown status is shown as written",
      text: "# Sync\n\nStatus: Maybe\n",
      lines: ["title Sync (Maybe · 0 of 6 sections)"],
    },
    { name: "no status", text: "# Sync\n", lines: ["title Sync (0 of 6 sections)"] },
    {
      name: "optional sections count where they are there",
      text: "# Sync\n\n## Appendix\n\nNumbers.\n",
      lines: ["title Sync (1 of 7 sections)", "  section Appendix (written)"],
    },
    {
      name: "no title",
      text: "## Goals\n\nSync.\n\n#### Deep\n\n### Less deep\n",
      lines: ["section Goals (written)", "  extra Deep", "  extra Less deep"],
    },
    {
      name: "bold text that stands for a heading",
      text: "# Sync\n\n**Goals**\n\nSync.\n",
      lines: ["title Sync (1 of 6 sections)", "  section Goals (written)"],
    },
    {
      name: "a heading without words",
      text: "# Sync\n\n##\n",
      lines: ["title Sync (0 of 6 sections)", "  extra ##"],
    },
    { name: "nothing", text: "", lines: [] },
  ];

describe("outline", () => {
  for (const { name, text, lines } of cases) {
    it(name, () => {
      const items = outline(analyse(text, { template: smallTemplate }));
      assert.deepEqual(drawn(items), lines);
      checkSpans(text, items);
    });
  }

  it("a template without sections leaves the title without a count", () => {
    const text = "# Sync\n\nStatus: DRAFT\n";
    assert.deepEqual(drawn(outline(analyse(text, { template: "Status: DRAFT\n" }))), ["title Sync (DRAFT)"]);
  });
});
