import { readBaseline } from "../config/baseline.ts";
import type { CollectionPlaces, ConfigProblem } from "../config/config.ts";
import { message, type Message } from "../messages/message.ts";
import type { Severity } from "../rules/rule.ts";
import { parseDocument } from "../syntax/parse-document.ts";
import type { Span } from "../text/span.ts";
import {
  claimOn,
  configName,
  namedBy,
  packageName,
  templatePath,
  type Claim,
  type ConfigFile,
} from "./config-file.ts";
import type { Configs } from "./configs.ts";
import { plainGlob } from "./design-documents.ts";
import type { Files } from "./files.ts";
import { isTemplateName } from "./template-names.ts";
import { canonical, nameOf } from "./uris.ts";

/** What a configuration is compared with. */
export interface CheckSources {
  readonly configs: Pick<Configs, "governing" | "inFolder" | "reaches">;
  readonly files: Pick<Files, "readFile" | "kindOf">;
  /** The text of a file that is open. */
  openText(uri: string): string | undefined;
  /** Files below a folder that a glob matches, at most so many; nothing where nobody can look there. */
  find(folder: string, glob: string, limit: number): Promise<readonly string[] | undefined>;
}

/**
 * All that is wrong with a configuration file, in the order of its text: what its text says, and what it names that
 * is not there, or not as it says.
 */
export async function checkConfig(
  file: ConfigFile,
  sources: CheckSources,
): Promise<readonly ConfigProblem[]> {
  const { parsed, folder } = file;
  const twin = await twinOf(file, sources);
  // Of a file that nobody reads, that is all there is to say.
  if (twin) return [twin];
  const { claims = [] } = file;
  const found = await Promise.all(
    claims.map(async (claim, index) => {
      const places = parsed.places[index];
      if (!places) return [];
      return [
        ...(await documentProblems(claim, places, sources)),
        ...(await templateProblems(claim, places, sources)),
        ...(await baselineProblems(folder, claim, places, sources)),
      ];
    }),
  );
  return [...parsed.problems, ...found.flat()].toSorted((a, b) => a.span.start - b.span.start);
}

const problem = (span: Span, told: Message, severity: Severity): ConfigProblem => ({
  span,
  message: told,
  severity,
});

async function twinOf(
  { uri, folder, parsed }: ConfigFile,
  { configs }: CheckSources,
): Promise<ConfigProblem | undefined> {
  if (nameOf(uri) !== packageName) return undefined;
  const read = await configs.inFolder(folder);
  if (!read || read.uri === uri) return undefined;
  return problem(parsed.place, message("config.twin", { name: configName }), "hint");
}

// So many files are looked at before it is believed that a glob matches documents.
const enough = 200;

/** Globs that match nothing, and a collection all of whose documents an earlier one takes. */
async function documentProblems(
  claim: Claim,
  places: CollectionPlaces,
  { configs, find }: CheckSources,
): Promise<readonly ConfigProblem[]> {
  const { config, collection } = claim;
  let documents = 0;
  let own = 0;
  const problems: ConfigProblem[] = [];
  for (const [index, glob] of collection.include.entries()) {
    const span = places.include[index] ?? places.whole;
    const files = await find(config.folder, plainGlob(glob), enough);
    if (!files) return [];
    const claims = await Promise.all(
      files.map(async (uri) =>
        (await configs.governing(uri)) === config ? claimOn(config, canonical(uri)) : undefined,
      ),
    );
    // Those that the collection leaves out again were meant by the glob.
    const taken = claims.filter((one) => one !== undefined);
    documents += taken.length;
    own += taken.filter((one) => one === claim).length;
    if (files.length >= enough) own++;
    // Where a template waits for its first document, nothing is wrong with the glob.
    const isBegun = files.some(
      (uri) => config.others.has(canonical(uri).toLowerCase()) || isTemplateName(nameOf(uri)),
    );
    if (taken.length === 0 && files.length < enough && !isBegun)
      problems.push(await nothingFor(glob, span, config, find));
  }
  if (documents > 0 && own === 0) problems.push(problem(places.whole, message("config.shadowed"), "warning"));
  return problems;
}

/** Why a glob matches nothing; where it is a folder with Markdown files, with what was probably meant. */
async function nothingFor(
  glob: string,
  span: Span,
  { folder }: ConfigFile,
  find: CheckSources["find"],
): Promise<ConfigProblem> {
  const path = plainGlob(glob).replace(/(?:\/|\/\*\*?\/?)+$/, "");
  const meant = `${path}/**/*.md`;
  const isFolder = path !== "" && meant !== plainGlob(glob) && !/\.(?:md|markdown)$/i.test(path);
  if (!isFolder || !(await find(folder, meant, 1))?.length)
    return problem(span, message("config.include-nothing", { glob }), "warning");
  const title = message("config.fix-replace", { meant });
  return {
    ...problem(span, message("config.include-folder", { glob, meant }), "warning"),
    fix: { title, edits: [{ span, text: JSON.stringify(meant) }] },
  };
}

async function templateProblems(
  { config, collection }: Claim,
  { template: span }: CollectionPlaces,
  { configs, files, openText }: CheckSources,
): Promise<readonly ConfigProblem[]> {
  const path = templatePath(collection.template);
  if (path === undefined || span === undefined) return [];
  const uri = namedBy(config.folder, path);
  if (!(await configs.reaches(config, uri)))
    return [problem(span, message("config.template-outside", { path }), "error")];
  const text = openText(uri) ?? (await files.readFile(uri));
  if (text === undefined) return [problem(span, message("config.template-absent", { path }), "error")];
  return parseDocument(text).sections.length === 0
    ? [problem(span, message("config.template-empty", { path }), "error")]
    : [];
}

async function baselineProblems(
  folder: string,
  { collection: { baseline } }: Claim,
  { baseline: span }: CollectionPlaces,
  { files, openText }: CheckSources,
): Promise<readonly ConfigProblem[]> {
  if (baseline === undefined || span === undefined) return [];
  const uri = namedBy(folder, baseline);
  const text = openText(uri) ?? (await files.readFile(uri));
  if (text === undefined) {
    const kind = await files.kindOf(uri);
    return kind === "file"
      ? []
      : [problem(span, message("config.baseline-absent", { path: baseline }), "warning")];
  }
  const { problem: wrong } = readBaseline(text, baseline);
  return wrong ? [problem(span, wrong, "error")] : [];
}
