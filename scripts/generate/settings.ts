import { readFileSync } from "node:fs";
import { severityInWords } from "../../server/src/cli/rule-page.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { Rule } from "../../server/src/rules/rule.ts";
import { ruleSchema, table, type Setting } from "../../server/src/settings/table.ts";
import { jsonValidation } from "./configuration.ts";
import type { GeneratedFile } from "./files.ts";

type Json = Readonly<Record<string, unknown>>;

/** The settings as people look for them, in the order in which the editor shows them. */
const groups: readonly {
  readonly id: string;
  readonly title: string;
  readonly keys: readonly (keyof typeof table)[];
}[] = [
  { id: "documents", title: "Documents", keys: ["include", "exclude", "author"] },
  { id: "findings", title: "Findings", keys: ["rules", "run", "people", "review.days"] },
  { id: "editor", title: "Editor", keys: ["outline.enabled", "codeLens", "dimGuidance"] },
  { id: "review", title: "Review and Pull Requests", keys: ["handle", "pullRequestHost"] },
];

function configurationOf(): readonly Json[] {
  const grouped = groups.flatMap(({ keys }) => keys);
  const left = Object.keys(table).filter((key) => !grouped.some((one) => one === key));
  if (left.length > 0) throw new Error(`no group has the settings ${left.join(", ")}`);
  return groups.map(({ id, keys }, order) => ({
    id: `designDocs.${id}`,
    title: `%${titleKey(id)}%`,
    order,
    properties: Object.fromEntries(keys.map((key, at) => propertyOf([key, table[key]], at))),
  }));
}

const titleKey = (id: string): string => `setting.title.${id}`;

/**
 * The manifest with its settings and the schemas of configuration files, and the texts of settings in
 * `package.nls.json` where translators find them. All else in the two files stays as it is.
 */
export function settingsInManifest(): readonly GeneratedFile[] {
  const manifest = readJson("package.json");
  const contributes = manifest["contributes"] as Json;
  const configuration = configurationOf();
  const texts = Object.entries(readJson("package.nls.json")).filter(([key]) => !key.startsWith("setting."));
  return [
    {
      path: "package.json",
      content: print({ ...manifest, contributes: { ...contributes, configuration, jsonValidation } }),
    },
    { path: "package.nls.json", content: print({ ...Object.fromEntries(texts), ...descriptions() }) },
  ];
}

const entries: readonly (readonly [key: string, setting: Setting])[] = Object.entries(table);

function propertyOf(
  [key, { schema, default: value, scope }]: readonly [string, Setting],
  order: number,
): readonly [string, Json] {
  const properties = key === "rules" ? { properties: Object.fromEntries(rules.map(ruleProperty)) } : {};
  const text = { markdownDescription: `%${textKey(key)}%` };
  const choices = choicesOf(key, schema).map(([name]) => `%${name}%`);
  const texts = choices.length > 0 ? { ...text, enumDescriptions: choices } : text;
  return [`designDocs.${key}`, { scope, order, ...schema, ...properties, default: value, ...texts }];
}

/** What each value of a setting means, where the table says so, with the key of the text. */
function choicesOf(
  key: string,
  { enum: values, enumDescriptions: meanings }: Setting["schema"],
): readonly (readonly [key: string, text: string])[] {
  if (!Array.isArray(values) || !Array.isArray(meanings)) return [];
  return values.map((value, at) => [textKey(`${key}.${String(value)}`), String(meanings[at])]);
}

const ruleProperty = (rule: Rule): readonly [string, Json] => [
  rule.id,
  { ...ruleSchema, default: defaultOf(rule), markdownDescription: `%${textKey(`rules.${rule.id}`)}%` },
];

/** What the editor offers as the rule's value: one level where all stages have the same, else one for each. */
function defaultOf({ severity }: Rule): unknown {
  const [first, ...others] = new Set(Object.values(severity));
  return others.length === 0 ? first : severity;
}

/** Keys of the texts have no hyphens, as those of the other texts. */
const textKey = (key: string): string =>
  `setting.${key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

function descriptions(): Readonly<Record<string, string>> {
  const settings = entries.flatMap(([key, { description, schema }]) => [
    [textKey(key), description] as const,
    ...choicesOf(key, schema),
  ]);
  const titles = groups.map(({ id, title }) => [titleKey(id), title] as const);
  const byRule = rules.map((rule) => [textKey(`rules.${rule.id}`), describe(rule)] as const);
  return Object.fromEntries([...titles, ...settings, ...byRule]);
}

const describe = (rule: Rule): string =>
  `${rule.summary.replace(/[<>]/g, String.raw`\$&`)} Default: ${severityInWords(rule)}.`;

const readJson = (path: string): Json => JSON.parse(readFileSync(path, "utf8")) as Json;

const print = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
