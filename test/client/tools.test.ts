import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  ageInDays,
  checkInWords,
  guidanceInWords,
  listInWords,
  mostTold,
  type ListFilter,
} from "../../client/src/tools/words.ts";
import type { DocumentSummary } from "../../server/src/protocol/documents.ts";
import type { DescribeDocumentResult } from "../../server/src/protocol/tools.ts";

type Described = NonNullable<DescribeDocumentResult>;

const described: Described = {
  exists: true,
  template: "Design Document",
  status: "DRAFT",
  stage: "review",
  written: 1,
  total: 2,
  missing: ["Goals"],
  findings: [
    {
      line: 3,
      severity: "warning",
      rule: "missing-section",
      message: "“Goals” is\nmissing.",
      why: "It is read.",
    },
    {
      line: 9,
      severity: "warning",
      rule: "missing-section",
      message: "“Risks” is missing.",
      why: "It is read.",
    },
  ],
  sections: [
    {
      title: "Goals",
      depth: 2,
      required: true,
      due: "draft",
      guidance: "List them.",
      expects: ["list"],
      state: "missing",
    },
    {
      title: "Appendix",
      depth: 2,
      required: false,
      due: "draft",
      guidance: "",
      expects: [],
      state: "written",
    },
  ],
};

describe("what a model is told of a document", () => {
  it("is a line a finding, and why once a rule", () => {
    const told = checkInWords("docs/a.md", described);
    assert.match(told, /^- line 3, warning, missing-section: “Goals” is missing\.$/m);
    assert.equal(told.split("It is read.").length, 2);
    assert.match(told, /Sections written: 1 of 2\. Missing: Goals\./);
  });

  it("says so where there is no finding, and where there is no file", () => {
    assert.match(checkInWords("a.md", { ...described, findings: [] }), /No findings\./);
    assert.match(checkInWords("a.md", { ...described, exists: false }), /There is no file a\.md/);
  });

  it("is cut at the end of a line, and says so", () => {
    const [one] = described.findings;
    assert.ok(one);
    const told = checkInWords("a.md", { ...described, findings: Array.from({ length: 2000 }, () => one) });
    assert.ok(told.length < mostTold + 200);
    assert.match(told, /is missing\.\n\nThis is cut: /);
  });
});

describe("what a model is told of sections", () => {
  it("is the guidance of those that are meant", () => {
    const told = guidanceInWords("a.md", described, "goal");
    assert.match(
      told,
      /## Goals\n\nHeading of depth 2; required from the stage “draft” on; missing in the document\.\nExpected of its text: list\.\n\nList them\./,
    );
    assert.doesNotMatch(told, /Appendix/);
    assert.match(guidanceInWords("a.md", described, undefined), /## Appendix/);
  });

  it("names the sections where none is meant", () => {
    assert.match(guidanceInWords("a.md", described, "Cost"), /no section “Cost”\. It has: Goals, Appendix\./);
  });
});

describe("the list that a model is told", () => {
  const documents: readonly DocumentSummary[] = [
    {
      uri: "file:///a.md",
      path: "a.md",
      title: "Orders",
      status: "DRAFT",
      stage: "draft",
      date: "2026-01-05",
    },
    {
      uri: "file:///b.md",
      path: "b.md",
      title: "Order Queue",
      status: "IN REVIEW",
      stage: "review",
      date: "2026-02-05",
      author: "Ada",
      reviewers: ["@Grace"],
    },
    { uri: "file:///c.md", path: "c.md", title: "Carts", status: "Idea", stage: "draft" },
  ];
  const today = "2026-02-20";
  const cases: readonly (readonly [string, ListFilter, readonly string[]])[] = [
    ["all, the newest first", {}, ["b.md", "a.md", "c.md"]],
    ["a stage", { stage: "draft" }, ["a.md", "c.md"]],
    ["words", { text: "ada QUEUE" }, ["b.md"]],
    ["a reviewer", { reviewer: "grace" }, ["b.md"]],
    ["an author", { author: "ada" }, ["b.md"]],
    ["an author by handle", { author: "@Ada" }, ["b.md"]],
    ["nobody's", { author: "Bob" }, []],
    ["a status, however it is spelt", { status: "in_review" }, ["b.md"]],
    ["a status that is another one's middle", { status: "review" }, []],
    ["those in review for two weeks", { stage: "review", olderThanDays: 14 }, ["b.md"]],
    ["the oldest first, where those are asked for", { olderThanDays: 0 }, ["a.md", "b.md"]],
    ["no younger ones", { olderThanDays: 16 }, ["a.md"]],
    ["what is new", { newerThanDays: 15 }, ["b.md"]],
    ["no document without a day among the old ones", { status: "Idea", olderThanDays: 0 }, []],
    ["those without a day else", { status: "Idea" }, ["c.md"]],

    ["so many", { limit: 1 }, ["b.md"]],
    ["at least one", { limit: -3 }, ["b.md"]],
    ["none", { text: "cache" }, []],
  ];
  for (const [name, filter, paths] of cases)
    it(`has ${name}`, () => {
      const told = listInWords(documents, filter, today);
      assert.deepEqual(
        Array.from(told.matchAll(/^- (\S+):/gm), ([, path]) => path),
        paths,
      );
    });

  it("reckons from the last day that a header has", () => {
    const updated = "2026-02-10";
    assert.equal(ageInDays({ date: "2026-01-05", updated }, today), 10);
    assert.equal(ageInDays({ updated }, today), 10);
    assert.equal(ageInDays({ date: "2026-03-05" }, today), 0);
    assert.equal(ageInDays({}, today), undefined);
  });

  it("has what headers say", () => {
    assert.match(
      listInWords(documents, { stage: "review" }, today),
      /^- b\.md: Order Queue; status IN REVIEW \(review\); date 2026-02-05; author Ada; reviewers @Grace$/m,
    );
  });
});
