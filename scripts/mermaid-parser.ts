import { readFile } from "node:fs/promises";
import type { OnLoadResult, PartialMessage, Plugin } from "esbuild";

/*
 * Mermaid as a parser. Published, it is one thing with what draws, and has 3.5 MB; drawing wants a page, and fails
 * in a worker before anything is parsed. This plugin leaves out what parsing does not reach:
 *
 *   1. Packages that draw, lay out or colour have a stand-in.
 *   2. Of Mermaid's own files, those that only draw have a stand-in, and the themes are empty.
 *   3. Of a diagram's definition only its parser and its database stay, of the facade only `parse`. What nothing
 *      refers to any more is then dropped by esbuild.
 *   4. Langium, below the newer parsers, brings the protocol of language servers, of which it uses an event and
 *      a token.
 *
 * The files are bundles themselves, in which a comment names the source of each section; so names of Mermaid's
 * sources stand here, and none with a hash. Where something here matches nothing any more, the build fails: then
 * read what has become of it, and run `test/mermaid/`.
 */

/** A call of a stand-in fails, and a diagram whose parsing needs it is answered as unknown, except for these. */
const needed: Readonly<Record<string, string>> = {
  // Labels and links are cleaned while they are read. Nothing is shown here, so they may stay as they are.
  sanitize: "(text) => text",
  sanitizeUrl: "(text) => text",
  addHook: "() => {}",
  // A flowchart asks whether it could draw a shape.
  isValidShape: "() => true",
  // Called as the files are loaded.
  registerLayoutLoaders: "() => {}",
  registerIconPacks: "() => {}",
  use: "() => {}",
};

const packages: readonly string[] = [
  "@braintree/sanitize-url",
  "@upsetjs/venn.js",
  "cytoscape",
  "cytoscape-fcose",
  "d3",
  "d3-sankey",
  "dompurify",
  "katex",
  "khroma",
  "roughjs",
  "stylis",
];

/** A file all of whose sections are such only draws. */
const drawing: readonly string[] = [
  "src/rendering-util/",
  "src/diagrams/class/shapeUtil.ts",
  "src/diagrams/common/svgDrawCommon.ts",
  "src/diagrams/globalStyles.ts",
  "src/internals.ts",
  "src/profiler.ts",
  "src/utils/lineWithOffset.ts",
  "src/utils/subGraphTitleMargins.ts",
];

/** Object literals of which only some members stay. */
const literals: readonly { readonly start: RegExp; readonly stay: readonly string[] }[] = [
  { start: /^var diagram = \{\n/m, stay: ["parser", "db", "get db"] },
  { start: /^var createFlowDiagram = [^;]*?=> \(\{\n/m, stay: ["parser", "get db"] },
  { start: /^var mermaidAPI = Object\.freeze\(\{\n/m, stay: ["parse"] },
  { start: /^var mermaid = \{\n/m, stay: ["parse"] },
];

/** Sections of Langium's bundle whose CommonJS modules have one stand-in. */
const protocol: readonly string[] = ["/vscode-jsonrpc/", "/vscode-languageserver-protocol/"];

const protocolStandIn = `__commonJS({ "stand-in"(exports) {
  const nothing = { dispose() {} };
  const None = { isCancellationRequested: false, onCancellationRequested: () => nothing };
  exports.CancellationToken = { None, is: () => true };
  exports.CancellationTokenSource = class { token = None; cancel() {} dispose() {} };
  exports.Event = { None: () => nothing };
  exports.Emitter = class { event = () => nothing; fire() {} dispose() {} };
} });`;

/** Bundles Mermaid with nothing but what parsing needs. */
export function mermaidParser(): Plugin {
  return {
    name: "mermaid-parser",
    setup(run) {
      const unused = new Set<string>();
      const used = (what: string): void => void unused.delete(what);
      run.onStart(() => {
        for (const what of [...packages, ...drawing, ...protocol, "src/themes/"]) unused.add(what);
        for (const { start } of literals) unused.add(start.source);
      });
      run.onEnd((): { readonly errors: PartialMessage[] } => ({
        errors: [...unused].map((what) => ({
          text: `Mermaid has no ${what} that could be left out any more.`,
        })),
      }));

      run.onResolve({ filter: new RegExp(`^(?:${packages.join("|")})(?:/|$)`) }, ({ path }) => {
        for (const name of packages) if (path === name || path.startsWith(`${name}/`)) used(name);
        return { path, namespace: "stand-in", sideEffects: false };
      });
      run.onLoad({ filter: /^/, namespace: "stand-in" }, () => ({
        contents: `module.exports = { ${Object.entries(needed)
          .map(([name, value]) => `${name}: ${value}`)
          .join(", ")} };`,
      }));

      // Mermaid does not say that its files only declare, so esbuild would keep those that nothing is taken from.
      run.onResolve({ filter: /^\.\.?\//, namespace: "file" }, async (asked) => {
        if (asked.pluginData === run || !ours.test(asked.importer)) return undefined;
        const { path, kind, importer, resolveDir, with: attributes } = asked;
        const found = await run.resolve(path, {
          kind,
          importer,
          resolveDir,
          with: attributes,
          pluginData: run,
        });
        return { ...found, sideEffects: false };
      });
      run.onLoad({ filter: ours }, async ({ path }): Promise<OnLoadResult> => {
        const text = await readFile(path, "utf8");
        return { contents: parsingOnly(text, used), loader: "js" };
      });
    },
  };
}

/** The files of Mermaid, and of the package of its newer parsers. */
const ours = /[\\/](?:mermaid|@mermaid-js[\\/]parser)[\\/]dist[\\/].*\.mjs$/;

/** What parsing needs of a file; `used` is told what has been left out. */
function parsingOnly(text: string, used: (what: string) => void): string {
  const parts = sectionsOf(text);
  const sources = parts.map(({ source }) => source).filter((source) => source !== "");
  const roles = sources.map((source) => drawing.find((name) => source.startsWith(name)));
  if (roles.length > 0 && !roles.includes(undefined)) {
    for (const role of roles) used(role ?? "");
    return standInFor(text);
  }
  const left = parts.map(({ source, body }) => {
    if (source.startsWith("src/themes/")) {
      used("src/themes/");
      return source === "src/themes/index.js" ? noThemes(text) : "";
    }
    const package_ = protocol.find((name) => source.includes(name));
    if (package_ === undefined) return body;
    used(package_);
    return body.replace(/(?<=^var \w+ = )__commonJS\(\{[^]*?^\}\);/m, protocolStandIn);
  });
  return literals.reduce(
    (shorter, { start, stay }) => onlyMembers(shorter, start, stay, used),
    left.join(""),
  );
}

/** The parts of a bundle by the sources that they were made of; the first is what stands before, and has none. */
function sectionsOf(text: string): readonly { readonly source: string; readonly body: string }[] {
  return text.split(/^(?=\/\/ (?:src|\.\.)\/)/m).map((body) => ({
    source: /^\/\/ ((?:src|\.\.)\/.*)/.exec(body)?.[1] ?? "",
    body,
  }));
}

/** A module with the exports of another. Those that are not needed are nothing. */
function standInFor(text: string): string {
  return exportsOf(text)
    .map(([, name]) => `export const ${name} = ${needed[name] ?? "undefined"};`)
    .join("\n");
}

/** The one theme that is read while a diagram is parsed, for colours that nobody will see. */
function noThemes(text: string): string {
  const [inner] = exportsOf(text).find(([, name]) => name === "getThemeVariables") ?? ["getThemeVariables"];
  // A chart splits its palette as its file is loaded.
  const values = `{ xyChart: { plotColorPalette: "" } }`;
  return `var ${inner} = () => (${values});\nvar themes_default = { default: { getThemeVariables: ${inner} } };\n`;
}

/** Pairs of an inner and an outer name. */
function exportsOf(text: string): readonly (readonly [string, string])[] {
  const list = /^export \{\n([^}]*)\n\};/m.exec(text)?.[1] ?? "";
  return list.split(",").map((one) => {
    const [inner = "", outer = inner] = one.trim().split(" as ");
    return [inner, outer];
  });
}

/** The text with an object literal at the top of it without its members but those that stay. */
function onlyMembers(
  text: string,
  start: RegExp,
  stay: readonly string[],
  used: (what: string) => void,
): string {
  const found = start.exec(text);
  if (!found) return text;
  const begin = found.index + found[0].length;
  const end = text.indexOf("\n}", begin);
  // Members begin with two spaces and a word; what is within them stands deeper, or begins with a bracket.
  const members = text.slice(begin, end).split(/\n(?= {2}\w)/);
  const kept = members.filter((member) => stay.some((name) => new RegExp(`^ {2}${name}\\b`).test(member)));
  if (kept.length < members.length) used(start.source);
  return `${text.slice(0, begin)}${kept.join("\n").replace(/,?$/, ",")}${text.slice(end)}`;
}
