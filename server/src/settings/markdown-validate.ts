/**
 * The ids of our rules whose findings VS Code's own Markdown support tells already, by the value of its section
 * `markdown.validate` (documented at code.visualstudio.com/docs/languages/markdown, “Link validation”). It is off
 * unless `enabled` is true; then each kind is told unless it is set to `ignore`. Total: a value of another shape
 * tells nothing elsewhere.
 */
export function toldByMarkdown(section: unknown): readonly string[] {
  const validate = asRecord(section);
  if (validate["enabled"] !== true) return [];
  const files = asRecord(validate["fileLinks"]);
  const tellsFiles = isTold(files["enabled"]);
  const fragments = asRecord(validate["fragmentLinks"])["enabled"];
  const inFiles = files["markdownFragmentLinks"];
  // One rule of ours is about both kinds of fragments; who chose either there does not want it twice.
  const tellsFragments =
    isTold(fragments) || (tellsFiles && inFiles !== undefined && inFiles !== "inherit" && isTold(inFiles));
  return [
    ...(tellsFiles ? ["broken-link", "missing-image"] : []),
    ...(tellsFragments ? ["broken-anchor"] : []),
    ...(isTold(asRecord(validate["referenceLinks"])["enabled"]) ? ["reference-undefined"] : []),
  ];
}

// What is not set is a warning there.
const isTold = (level: unknown): boolean =>
  level === undefined || level === null || level === "error" || level === "warning" || level === "hint";

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
