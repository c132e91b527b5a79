import assert from "node:assert/strict";
import { it } from "node:test";
import { wantsOf } from "../../server/src/facts/wants.ts";
import { analyse } from "../kit/analyse.ts";

it("wants the paths of links, pictures and definitions, the diagrams, and the line of the status", () => {
  const text = [
    "# Sync engine",
    "",
    "- **Status:** DRAFT | **Date:** 2026-03-01",
    "",
    "[a](a.md#x) [again](a.md) ![p](p%20q.png) [r][ref] <https://example.org> [here](#goals) `[no](no.md)`",
    "",
    "[ref]: ../b.md",
    "",
    '<p><img src="c.svg"></p>',
    "",
    "> - ```Mermaid",
    ">   flowchart LR",
    ">   ```",
    "",
    "```text",
    "[no](no.md)",
    "```",
    "",
  ].join("\r\n");
  assert.deepEqual(wantsOf(analyse(text)), {
    paths: ["a.md", "p q.png", "../b.md", "c.svg"],
    withFragment: ["a.md"],
    diagrams: ["flowchart LR"],
    statusLine: "- **Status:** DRAFT | **Date:** 2026-03-01",
  });
});

it("wants nothing of a text without any of it", () => {
  assert.deepEqual(wantsOf(analyse("")), {
    paths: [],
    withFragment: [],
    diagrams: [],
    statusLine: undefined,
  });
});
