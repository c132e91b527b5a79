import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inEnglish } from "../../server/src/messages/message.ts";
import { parseSettings } from "../../server/src/settings/parse.ts";
import { defaults, table } from "../../server/src/settings/table.ts";

const rules = ["missing-section", "file-name"];
const parse = (given: unknown) => parseSettings(given, rules);

describe("parseSettings", () => {
  for (const nothing of [undefined, null, {}]) {
    it(`gives the defaults for ${JSON.stringify(nothing)}`, () => {
      assert.deepEqual(parse(nothing), { settings: defaults, problems: [] });
    });
  }

  it("takes every value of the right shape", () => {
    const given = {
      include: ["rfcs/*.md"],
      exclude: [],
      rules: { "file-name": "off", "missing-section": { draft: "hint", review: "error" } },
      outline: { enabled: false },
      author: " Ada <ada@example.com> ",
      codeLens: false,
      run: "onSave",
      people: { "Ada Lovelace": "@ada" },
      review: { days: 5 },
    };
    const { settings, problems } = parse(given);
    const { review, ...same } = given;
    assert.deepEqual(settings, {
      ...same,
      author: "Ada <ada@example.com>",
      people: { "ada lovelace": "@ada" },
      reviewDays: review.days,
      toldElsewhere: [],
    });
    assert.deepEqual(problems, []);
  });

  const wrong: readonly (readonly [name: string, given: unknown, told: RegExp])[] = [
    ["no object at all", ["x"], /“designDocs” is not an object/],
    ["a text for globs", { include: "**/*.md" }, /“designDocs.include” is not a list of globs/],
    ["an empty glob", { exclude: [""] }, /“designDocs.exclude” is not a list of globs/],
    ["a number among globs", { include: ["a", 1] }, /“designDocs.include”/],
    ["a list of rules", { rules: ["file-name"] }, /“designDocs.rules” is not an object/],
    ["an unknown rule", { rules: { "line-length": "off" } }, /“line-length”, which is no rule/],
    ["an unknown level", { rules: { "file-name": "fatal" } }, /no level for “file-name”/],
    ["an unknown stage", { rules: { "file-name": { done: "off" } } }, /“done” for “file-name”/],
    ["an unknown level of a stage", { rules: { "file-name": { draft: 2 } } }, /“file-name.draft”/],
    ["an outline that is no object", { outline: true }, /“designDocs.outline” is not an object/],
    ["a switch that is a text", { outline: { enabled: "no" } }, /“designDocs.outline.enabled” is neither/],
    ["lenses that are a text", { codeLens: "no" }, /“designDocs.codeLens” is neither/],
    ["a word that is no way to run", { run: "always" }, /“designDocs.run” is neither “onType” nor “onSave”/],
    ["a person without a handle", { people: { Ada: "ada" } }, /“designDocs.people” gives “Ada” no handle/],
    ["no days at all", { review: { days: 0 } }, /“designDocs.review.days” is no whole number/],
    ["an author that is a list", { author: ["Ada"] }, /“designDocs.author” is not a text/],
  ];
  for (const [name, given, told] of wrong) {
    it(`falls back for ${name} and says so once`, () => {
      const { settings, problems } = parse(given);
      const { rules: chosen, ...others } = settings;
      const { rules: _, ...expected } = defaults;
      assert.deepEqual(others, expected);
      assert.deepEqual(
        Object.values(chosen).filter((value) => JSON.stringify(value) !== "{}"),
        [],
      );
      assert.equal(problems.length, 1);
      assert.match(problems.map(inEnglish).join(), told);
    });
  }

  it("keeps what is right beside what is wrong", () => {
    const { settings } = parse({ rules: { "file-name": "off", other: "off" }, author: 1, include: ["x.md"] });
    assert.deepEqual(settings, { ...defaults, rules: { "file-name": "off" }, include: ["x.md"] });
  });
});

describe("the settings table", () => {
  it("holds the defaults that are parsed", () => {
    const nested: Record<string, unknown> = {};
    for (const [key, { default: value }] of Object.entries(table)) {
      const [outer = key, inner] = key.split(".");
      nested[outer] = inner === undefined ? value : { [inner]: value };
    }
    assert.deepEqual(parse(nested), { settings: defaults, problems: [] });
  });

  for (const [key, { description, scope }] of Object.entries(table)) {
    it(`describes ${key} in sentences`, () => {
      assert.match(description, /^[A-Z].*\.$/);
      assert.match(scope, /^(?:resource|window)$/);
    });
  }
});
