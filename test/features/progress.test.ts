import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { progress } from "../../server/src/features/progress.ts";
import { analyse } from "../kit/analyse.ts";
import { smallTemplate } from "./small-template.ts";

const all = ["Summary / Executive Summary", "Goals", "Design", "Decision Log"];

const cases = [
  { name: "an empty document", text: "", written: 0, total: 6, missing: ["Title", ...all] },
  { name: "a title", text: "# Sync\n", written: 0, total: 6, missing: all },
  {
    name: "what is written, empty and left over",
    text: "# Sync\n\n## Summary\n\nWords.\n\n## Goals\n\n## Design\n\nDraw it.\n\n### Storage\n\nDisk.\n",
    written: 2,
    total: 6,
    missing: ["Data Flow", "Decision Log"],
  },
  { name: "an optional section", text: "# Sync\n\n## Appendix\n", written: 0, total: 7, missing: all },
];

describe("progress", () => {
  for (const { name, text, ...expected } of cases) {
    it(name, () => assert.deepEqual(progress(analyse(text, { template: smallTemplate })), expected));
  }
});
