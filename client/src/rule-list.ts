/** A rule as the manifest tells of it. */
export interface RuleEntry {
  readonly id: string;
  /** One sentence in plain text. */
  readonly description: string;
}

/**
 * The rules that the setting `designDocs.rules` of a manifest names, in its order. The manifest is where the
 * list is at hand in every host: a web host cannot list the folder of the rules' pages.
 */
export function rulesOf(manifest: unknown): readonly RuleEntry[] {
  const sections = [at(manifest, "contributes", "configuration")].flat();
  return sections.flatMap((section) => {
    const rules = at(section, "properties", "designDocs.rules", "properties");
    if (typeof rules !== "object" || rules === null) return [];
    return Object.entries(rules).map(([id, schema]) => ({ id, description: describe(schema) }));
  });
}

function describe(schema: unknown): string {
  const text = at(schema, "markdownDescription") ?? at(schema, "description");
  if (typeof text !== "string") return "";
  const plain = text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/(?<!\\)[`*]/g, "")
    .replaceAll(/\\([^\w\s])/g, "$1");
  // The default levels are on the rule's page; on one line of a list they would be cut off.
  // Its last sentence begins with a word and a colon in every language.
  return (plain.split("\n", 1)[0] ?? "").replace(/(?<=\.) [^\s.:]+: [^.]*\.$/, "");
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}
