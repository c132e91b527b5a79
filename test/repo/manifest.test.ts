import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { rules } from "../../server/src/rules/index.ts";
import { parseSettings } from "../../server/src/settings/parse.ts";
import { table } from "../../server/src/settings/table.ts";

type Json = Readonly<Record<string, unknown>>;

interface Property {
  readonly default: unknown;
  readonly scope: string;
  readonly markdownDescription: string;
  readonly properties?: Readonly<Record<string, Property>>;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly configuration: readonly {
      readonly title: string;
      readonly properties: Readonly<Record<string, Property>>;
    }[];
  };
}

const root = join(import.meta.dirname, "../..");
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), "utf8"));
const manifest = read("package.json") as Manifest;
const texts = read("package.nls.json") as Readonly<Record<string, string>>;
const { commands, configuration } = manifest.contributes;
const properties: Readonly<Record<string, Property>> = Object.assign(
  {},
  ...configuration.map((group) => group.properties),
);

/** What a `%key%` of the manifest stands for. */
const textOf = (reference: string): string | undefined => texts[/^%(.+)%$/.exec(reference)?.[1] ?? ""];

describe("manifest: commands", () => {
  it("are activated by Markdown, by a configuration or by themselves", () => {
    assert.deepEqual(manifest.activationEvents, [
      "onLanguage:markdown",
      "workspaceContains:**/.design-docs.json",
    ]);
  });

  for (const { command, title, category } of commands) {
    it(`${command} has a title and stands under Design Docs`, () => {
      assert.match(command, /^designDocs\.[a-z]\w+$/);
      assert.equal(category, "Design Docs");
      assert.match(textOf(title) ?? "", /^[A-Z]/);
    });
  }
});

describe("manifest: settings", () => {
  it("are those of the table, each in a group that has a title", () => {
    assert.deepEqual(
      configuration.flatMap((group) => Object.keys(group.properties)).toSorted(),
      Object.keys(table)
        .map((key) => `designDocs.${key}`)
        .toSorted(),
    );
    for (const { title } of configuration) assert.match(textOf(title) ?? "", /^[A-Z]/);
  });

  for (const [key, setting] of Object.entries(table)) {
    it(`designDocs.${key} has the default, scope and text of the table`, () => {
      const property = properties[`designDocs.${key}`];
      assert.deepEqual([property?.default, property?.scope], [setting.default, setting.scope]);
      assert.equal(textOf(property?.markdownDescription ?? ""), setting.description);
    });
  }

  it("know every rule", () => {
    assert.deepEqual(
      Object.keys(properties["designDocs.rules"]?.properties ?? {}),
      rules.map(({ id }) => id),
    );
  });

  for (const rule of rules) {
    it(`offer for ${rule.id} what holds without a setting`, () => {
      const property = properties["designDocs.rules"]?.properties?.[rule.id];
      const given: Json = { rules: { [rule.id]: property?.default } };
      const { settings, problems } = parseSettings(given, [rule.id]);
      assert.deepEqual(problems, []);
      const chosen = settings.rules[rule.id];
      const byStage = Object.fromEntries(Object.keys(rule.severity).map((stage) => [stage, chosen]));
      assert.deepEqual(typeof chosen === "object" ? chosen : byStage, rule.severity);
      assert.match(textOf(property?.markdownDescription ?? "") ?? "", /\. Default: .+\.$/);
    });
  }
});
