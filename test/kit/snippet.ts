export interface Expanded {
  /** The text that stands when every placeholder is left as it is; variables are `<NAME>`. */
  readonly text: string;
  /** The placeholders, the first choice of each list, by tab stop. */
  readonly stops: readonly string[];
  readonly variables: ReadonlySet<string>;
}

/**
 * An LSP snippet as an editor would insert it. Throws where it is no snippet, or where its tab stops do not
 * count up from 1 and end with `$0`, since then an author would jump about.
 */
export function expandSnippet(snippet: string): Expanded {
  const stops = new Map<number, string>();
  const variables = new Set<string>();
  let text = "";
  let rest = snippet;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const match = pattern.exec(rest) ?? undefined;
    if (match) rest = rest.slice(match[0].length);
    return match;
  };
  while (rest !== "") {
    const plain = take(/^(?:[^\\$}]|\\[\\$}])+/);
    const variable = plain ? undefined : take(/^\$(?<name>[A-Z_]+)/);
    const bare = plain || variable ? undefined : take(/^\$(?<stop>\d+)/);
    const open =
      plain || variable || bare
        ? undefined
        : take(/^\$\{(?<stop>\d+)(?::(?<value>(?:[^\\$}]|\\[\\$}])*)|\|(?<choices>[^|]+)\|)\}/);
    if (plain) text += plain[0].replace(/\\([\\$}])/g, "$1");
    else if (variable?.groups?.["name"]) {
      variables.add(variable.groups["name"]);
      text += `<${variable.groups["name"]}>`;
    } else if (bare?.groups) {
      const stop = Number(bare.groups["stop"]);
      if (!stops.has(stop)) stops.set(stop, "");
      text += stops.get(stop) ?? "";
    } else if (open?.groups) {
      const value =
        open.groups["choices"]?.split(",")[0] ?? (open.groups["value"] ?? "").replace(/\\([\\$}])/g, "$1");
      stops.set(Number(open.groups["stop"]), value);
      text += value;
    } else throw new Error(`No snippet from here on: ${rest.slice(0, 40)}`);
  }
  const numbers = [...stops.keys()].filter((stop) => stop > 0);
  if (!stops.has(0)) throw new Error("The snippet has no end ($0).");
  if (numbers.some((stop, index) => stop !== index + 1))
    throw new Error(`The stops are ${numbers.join(", ")}.`);
  return { text, stops: numbers.map((stop) => stops.get(stop) ?? ""), variables };
}
