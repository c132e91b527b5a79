import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { emptyConfig, parseConfig, parsePackage } from "../../server/src/config/parse-config.ts";
import { inEnglish } from "../../server/src/messages/message.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { mark, unmark } from "../kit/markers.ts";

const known = {
  ruleIds: ["missing-section", "file-name", "summary-length"],
  presetNames: ["design-doc", "adr"],
};
const parse = (text: string) => parseConfig(text, known);

describe("a configuration file", () => {
  it("is read with every key", () => {
    const { config, problems } = parse(`{
      // for editors
      "$schema": "x",
      "collections": [
        {
          "include": ["rfcs/*.md"], "exclude": "rfcs/README.md",
          "template": "rfcs/0000-template.md", "fileName": "{number:4}-{title}.md",
          "statuses": { "Proposed": "review", "Accepted": "approved" },
          "fields": {
            "Owner": { "required": true, "shape": "person" }, "Area": { "values": ["api", "ui"] },
            "Tracking": "optional", "Team": "required",
          },
          "rules": { "summary-length": "off" }, "since": "2026-01-01",
          "baseline": ".design-docs-baseline.json",
        },
        { "include": "adr/*.md", "template": "preset:adr", "statuses": ["proposed", "accepted"] },
      ],
      "rules": { "file-name": "off", "missing-section": { "draft": "hint" } },
      "people": { "Ada Lovelace": "@ada" }, "review": { "days": 7 },
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(config, {
      collections: [
        {
          include: ["rfcs/*.md"],
          exclude: ["rfcs/README.md"],
          template: "rfcs/0000-template.md",
          fileName: "{number:4}-{title}.md",
          statuses: [
            { name: "Proposed", stage: "review" },
            { name: "Accepted", stage: "approved" },
          ],
          fields: {
            Owner: { required: true, shape: "person" },
            Area: { values: ["api", "ui"] },
            Tracking: { required: false },
            Team: { required: true },
          },
          rules: { "summary-length": "off" },
          since: "2026-01-01",
          baseline: ".design-docs-baseline.json",
        },
        {
          include: ["adr/*.md"],
          exclude: [],
          template: "preset:adr",
          fileName: undefined,
          statuses: [
            { name: "proposed", stage: "review" },
            { name: "accepted", stage: "approved" },
          ],
          fields: {},
          rules: {},
          since: undefined,
          baseline: undefined,
        },
      ],
      rules: { "file-name": "off", "missing-section": { draft: "hint" } },
      people: { "ada lovelace": "@ada" },
      reviewDays: 7,
    });
  });

  it("says where the parts stand that other files can contradict", () => {
    const { text, spans } = unmark(
      '{ ⟦"collections"⟧: [{ ⟦"include"⟧: [⟦"a/*.md"⟧, ⟦"b/*.md"⟧], "template": ⟦"t.md"⟧, "baseline": ⟦"b.json"⟧ }] }',
    );
    const { place, places } = parse(text);
    const [one] = places;
    assert.ok(one);
    assert.deepEqual([place, one.whole, ...one.include, one.template, one.baseline], spans);
  });

  // The text with marks round each finding, what the findings say, and the text after the fix.
  const collection = (rest: string): string => `{ "collections": [{ "include": "a/*.md", ${rest} }] }`;
  const wrong: readonly (readonly [marked: string, told: readonly RegExp[], fixed?: string])[] = [
    ["⟦⟧", [/no JSON object/]],
    ["⟦[1]⟧", [/no JSON object/]],
    ['⟦"x"⟧', [/no JSON object/]],
    ["⟦nonsense⟧", [/not written as JSON.*double quotes/]],
    ['{ "review": ⟦}⟧', [/A value is missing/]],
    ['{ "rules": {} ⟦"people"⟧: {} }', [/A comma is missing/]],
    ['{ "rules": {⟦}⟧', [/closing brace/]],
    ['{ ⟦"rulez"⟧: {} }', [/Did you mean “rules”/], '{ "rules": {} }'],
    ['{ ⟦"zzz"⟧: {} }', [/The keys are \$schema, collections, rules/]],
    ['{ ⟦"rules"⟧: { "file-name": "off" }, "rules": {} }', [/given again/]],
    ['{ "collections": ⟦{}⟧ }', [/“collections” is an object here.*list of collections/]],
    ['{ "collections": [⟦"rfcs/*.md"⟧] }', [/“collections\[0\]” is a text/]],
    ['{ "collections": [⟦{⟧}] }', [/has no “include”/]],
    [
      '{ "collections": [{ ⟦"includ"⟧: "a.md" }] }',
      [/Did you mean “include”/],
      '{ "collections": [{ "include": "a.md" }] }',
    ],
    ['{ "collections": [{ "include": ⟦[]⟧ }] }', [/“include” is empty/]],
    ['{ "collections": [{ "include": [⟦""⟧, ⟦2⟧, "a.md"] }] }', [/is empty/, /is a number/]],
    ['{ "collections": [{ "include": ⟦"a\\\\b.md"⟧ }] }', [/backslash/]],
    ['{ "collections": [{ "include": "docs/\\\\(a\\\\)/*.md" }] }', []],
    ['{ "collections": [{ "include": ⟦"!a.md"⟧ }] }', [/“exclude”/]],
    ['{ "collections": [{ "include": ⟦"../a.md"⟧ }] }', [/out of the folder/]],
    ['{ "collections": [{ "include": ⟦"a/{b,c.md"⟧ }] }', [/other half/]],
    ['{ "collections": [{ "include": "a/{b,[{]}.md" }] }', []],
    [
      '{ "collections": [{ "include": "a/*.md", ⟦"templat"⟧: "t.md" }] }',
      [/Did you mean “template”/],
      collection('"template": "t.md"'),
    ],
    [collection('"template": ⟦3⟧'), [/“template” is a number/]],
    [
      collection('"template": ⟦"preset:ard"⟧'),
      [/no preset “ard”.*mean “adr”/],
      collection('"template": "preset:adr"'),
    ],
    [collection('"template": ⟦"preset:nothing-like-it"⟧'), [/The presets are design-doc, adr/]],
    [collection('"fileName": ⟦"{numbr}.md"⟧'), [/“\{numbr\}”/]],
    [collection('"fileName": ⟦"{title.md"⟧'), [/“\{title.md”/]],
    [collection('"fileName": ⟦"{title}"⟧'), [/“\{title\}” is no name of a Markdown file/]],
    [collection('"fileName": ⟦"../{title}.md"⟧'), [/no name of a Markdown file/]],
    [collection('"fileName": ⟦"a//{title}.md"⟧'), [/no name of a Markdown file/]],
    [collection('"fileName": "{number}-{title}/README.md"'), []],
    [collection('"fileName": "{date:YYYYMMDD}-{title}.md"'), []],
    [collection('"statuses": ⟦{}⟧'), [/“statuses” is empty/]],
    [collection('"statuses": ⟦[]⟧'), [/“statuses” is empty/]],
    [collection('"statuses": ⟦"DRAFT"⟧'), [/“statuses” is a text/]],
    [
      collection('"statuses": { "New": ⟦"aproved"⟧ }'),
      [/no value of “New”.*mean “approved”/],
      collection('"statuses": { "New": "approved" }'),
    ],
    [collection('"fields": { "Owner": ⟦"must"⟧ }'), [/The values are required, optional/]],
    [collection('"fields": { "Owner": { "required": ⟦"yes"⟧ } }'), [/true or false/]],
    [collection('"fields": { "Owner": { "shape": ⟦"mail"⟧ } }'), [/no value of “shape”/]],
    [collection('"fields": { "Owner": { "values": ⟦[]⟧ } }'), [/“values” is empty/]],
    [
      collection('"rules": { ⟦"file-nam"⟧: "off" }'),
      [/Did you mean “file-name”/],
      collection('"rules": { "file-name": "off" }'),
    ],
    [collection('"rules": { "file-name": ⟦"fatal"⟧ }'), [/The values are error, warning/]],
    [collection('"rules": { "file-name": { ⟦"done"⟧: "off" } }'), [/“done” is no key/]],
    [collection('"since": ⟦"2026-02-30"⟧'), [/“2026-02-30” is no day/]],
    [collection('"baseline": ⟦""⟧'), [/“baseline” is empty/]],
    ['{ "people": { "Ada": ⟦"ada"⟧ } }', [/“@name”/]],
    ['{ "review": { "days": ⟦0⟧ } }', [/from 1 to 3650/]],
    ['{ "review": ⟦5⟧ }', [/“review” is a number/]],
    ['{ "__proto__": {}, "constructor": 1 }'.replace(/"(\w+)":/g, '⟦"$1"⟧:'), [/no key/, /no key/]],
  ];
  for (const [marked, told, fixed] of wrong)
    it(`tells ${told.length === 0 ? "nothing" : "what is wrong"} in ${marked.slice(0, 90)}`, () => {
      const { text } = unmark(marked);
      const { problems } = parse(text);
      assert.equal(
        mark(
          text,
          problems.map(({ span }) => span),
        ),
        marked,
        problems.map((one) => inEnglish(one.message)).join("\n"),
      );
      for (const [index, pattern] of told.entries()) {
        const problem = problems[index];
        assert.ok(problem);
        assert.match(inEnglish(problem.message), pattern);
      }
      const fixes = problems.flatMap(({ fix }) => fix?.edits ?? []);
      assert.equal(fixes.length === 0 ? undefined : applyEdits(text, fixes), fixed);
      if (fixed !== undefined) assert.deepEqual(parse(fixed).problems, []);
    });

  it("goes on working beside what is wrong", () => {
    const { config } = parse(
      '{ "collections": [{ "include": ["a.md", 1], "since": "soon", "template": "t.md" }, 7, { "include": "b.md" }], "x": 1, "rules": { "file-name": "off" } ',
    );
    assert.deepEqual(
      config.collections?.map(({ include }) => include),
      [["a.md"], [], ["b.md"]],
    );
    assert.equal(config.collections?.[0]?.template, "t.md");
    assert.deepEqual(config.rules, { "file-name": "off" });
  });

  it("keeps names of objects as ordinary names", () => {
    const { config } = parse(
      '{ "people": { "__proto__": "@ada" }, "collections": [{ "include": "a.md", "fields": { "__proto__": "required" } }] }',
    );
    assert.deepEqual(Object.entries(config.people ?? {}), [["__proto__", "@ada"]]);
    assert.deepEqual(Object.keys(config.collections?.[0]?.fields ?? {}), ["__proto__"]);
  });

  it("may begin with a byte order mark", () => {
    assert.deepEqual(parse('\uFEFF{ "review": { "days": 3 } }').config, { ...emptyConfig, reviewDays: 3 });
  });

  const hostile: readonly (readonly [name: string, text: string])[] = [
    ["deep", "[".repeat(200_000)],
    ["deep in a collection", `{ "collections": ${'{"a":'.repeat(10_000)}`],
    ["long", `{ "x": "${"y".repeat(600_000)}" }`],
    ["binary", "\u0000\u0001\uFFFD\u0000{".repeat(100)],
    ["half a pair", '{ "\uD800": "\uDC00" }'],
  ];
  for (const [name, text] of hostile)
    it(`gives a finding for a text that is ${name}`, () => {
      const { config, problems } = parse(text);
      assert.deepEqual(config, emptyConfig);
      assert.ok(problems.length > 0);
      for (const { span } of problems) assert.ok(span.start <= span.end && span.end <= text.length);
    });

  it("is total at every cut of a text", () => {
    const text =
      '{ // c\n "collections": [{ "include": ["a/*.md"], "template": "preset:adr", "fields": { "O": { "values": ["x"] } }, "statuses": { "P": "review" } }], "rules": { "file-name": { "draft": "off" } }, "review": { "days": 3 } }';
    for (let end = 0; end <= text.length; end++) {
      const cut = text.slice(0, end);
      const { problems } = parse(cut);
      assert.ok(end === text.length ? problems.length === 0 : problems.length > 0, cut);
      for (const { span } of problems) assert.ok(span.start <= span.end && span.end <= cut.length, cut);
    }
  });
});

describe("a package.json", () => {
  it("holds a configuration only where it has the key", () => {
    for (const text of ["", "{}", '{ "name": "design-docs" }', '{ "x": { "design-docs": {} } }', "[]"])
      assert.equal(parsePackage(text, known), undefined, text);
    assert.equal(parsePackage('{ "design-docs": { "review": { "days": 3 } } }', known)?.config.reviewDays, 3);
  });

  it("is told only of its own part", () => {
    const { text, spans } = unmark(
      '{ "name": , "design-docs": { ⟦"colections"⟧: [] }, "other": { "rulez": 1 } }',
    );
    assert.deepEqual(
      parsePackage(text, known)?.problems.map(({ span }) => span),
      spans,
    );
    const none = unmark('{ "design-docs": ⟦3⟧ }');
    assert.deepEqual(
      parsePackage(none.text, known)?.problems.map(({ span }) => span),
      none.spans,
    );
  });
});
