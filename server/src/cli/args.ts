import type { Severity } from "../rules/rule.ts";
import { isPresetName, presetNames, type PresetName } from "../template/preset-names.ts";
import type { Stage } from "../template/status.ts";
import {
  beforeDashes,
  formats,
  Misuse,
  oneOf,
  readDay,
  severities,
  split,
  stages,
  type Format,
  type Options,
} from "./options.ts";
import { readChanges, type ChangesRequest } from "./read-changes.ts";
import { readCheck } from "./read-check.ts";
import { readPr, type PrRequest } from "./read-pr.ts";

export type { PrRequest } from "./read-pr.ts";

/** What a command line asks for; `misuse` is one sentence that says what is wrong with it. */
export type Command =
  | { readonly kind: "check"; readonly request: CheckRequest }
  | { readonly kind: "init"; readonly request: InitRequest }
  | { readonly kind: "presets" }
  | { readonly kind: "template-check"; readonly request: TemplateCheckRequest }
  | { readonly kind: "pr"; readonly request: PrRequest }
  | { readonly kind: "index"; readonly request: IndexRequest }
  | { readonly kind: "changes"; readonly request: ChangesRequest }
  | { readonly kind: "explain"; readonly rule: string }
  | { readonly kind: "help" | "version" }
  | { readonly kind: "misuse"; readonly reason: string };

export interface CheckRequest {
  readonly paths: readonly string[];
  readonly format: Format;
  /** The lowest severity that is shown. */
  readonly severity: Severity;
  readonly template: string | undefined;
  /** The only configuration file that counts. */
  readonly config: string | undefined;
  readonly stage: Stage | undefined;
  /** `YYYY-MM-DD`; the host's day where it is absent. */
  readonly today: string | undefined;
  /** The commit that documents are compared with. */
  readonly base: string | undefined;
  readonly maxWarnings: number;
  readonly fixing: Fixing;
  /** Accepts what is found, instead of telling it. */
  readonly updatesBaseline: boolean;
  /** The ids of the rules that run; all of them where it is absent. */
  readonly only: ReadonlySet<string> | undefined;
  /** How many threads check; as many as are of use where it is absent. */
  readonly threads: number | undefined;
  /** Findings are kept from run to run, in this folder, or in one that the host chooses. */
  readonly cache: { readonly location: string | undefined } | undefined;
}

/** What `init` is to set up. */
export interface InitRequest {
  /** Where it is absent, what is in the working folder says it. */
  readonly preset: PresetName | undefined;
  /** The folder for documents, as it was typed. */
  readonly folder: string | undefined;
  /** Writes nothing. */
  readonly dryRun: boolean;
}

/** Which documents a changed template is tried on, and how. Fields are those of {@link CheckRequest}. */
export interface TemplateCheckRequest extends Pick<
  CheckRequest,
  "paths" | "format" | "severity" | "stage" | "today"
> {
  /** The commit that has the old text; HEAD where it is absent. */
  readonly base: string | undefined;
}

/** Which indexes are written, or only looked at. */
export interface IndexRequest extends Pick<CheckRequest, "paths" | "format"> {
  /** Writes nothing, and tells which ones are stale. */
  readonly checks: boolean;
}

/** Safe fixes are left out, written into the files, or shown as a patch. */
export type Fixing = "none" | "write" | "show";

const simple: Readonly<Record<string, "help" | "version">> = {
  "--help": "help",
  "-h": "help",
  help: "help",
  "--version": "version",
  "-V": "version",
};

/**
 * Reads the words behind the command's name. Each fault is answered by one sentence that says what to do.
 * Total: what cannot be read is `misuse`.
 */
export function readArgs(words: readonly string[]): Command {
  try {
    return readCommand(words);
  } catch (error) {
    if (error instanceof Misuse) return { kind: "misuse", reason: error.message };
    throw error;
  }
}

function readCommand(words: readonly string[]): Command {
  const asked = beforeDashes(words).flatMap((word) => simple[word] ?? [])[0];
  if (asked) return { kind: asked };
  const { options, positionals } = split(words);
  const [name, ...rest] = positionals;
  if (name === "check") return { kind: "check", request: readCheck(options, rest) };
  if (name === "init") return readInit(options, rest);
  if (name === "template") return readTemplate(options, rest);
  if (name === "pr") return { kind: "pr", request: readPr(options, rest) };
  if (name === "index") return readIndex(options, rest);
  if (name === "changes") return { kind: "changes", request: readChanges(options, rest) };
  if (name === "explain") return readExplain(options, rest);
  if (name === undefined)
    throw new Misuse(
      "Say what to do: “check PATH…”, “init”, “index”, “template check”, “pr”, “changes” or “explain RULE”.",
    );
  throw new Misuse(
    `There is no command “${name}”. The commands are “check”, “init”, “index”, “template check”, “pr”, “changes” and “explain”.`,
  );
}

const ofInit: ReadonlySet<string> = new Set(["--preset", "--folder", "--dry-run"]);

function readInit(options: Options, [word]: readonly string[]): Command {
  for (const option of options.keys())
    if (!ofInit.has(option)) throw new Misuse(`The option ${option} belongs to “check”.`);
  if (word !== undefined)
    throw new Misuse(`“init” takes options only, so “${word}” is too much. A folder is named with --folder.`);
  const preset = options.get("--preset");
  if (preset === "list") return { kind: "presets" };
  if (preset !== undefined && !isPresetName(preset))
    throw new Misuse(
      `“${preset}” is no preset. The presets are ${presetNames.join(", ")}; “init --preset list” tells what they are for.`,
    );
  return {
    kind: "init",
    request: { preset, folder: options.get("--folder"), dryRun: options.has("--dry-run") },
  };
}

const ofTemplateCheck: ReadonlySet<string> = new Set([
  "--format",
  "--severity",
  "--stage",
  "--today",
  "--base",
]);

function readTemplate(options: Options, [name, ...paths]: readonly string[]): Command {
  if (name !== "check")
    throw new Misuse("Say what to do with the template: “template check [TEMPLATE] [PATH…]”.");
  for (const option of options.keys())
    if (!ofTemplateCheck.has(option)) throw new Misuse(`The option ${option} belongs to “check”.`);
  if (paths.includes("")) throw new Misuse("A path is empty. Name a file or a folder.");
  const request: TemplateCheckRequest = {
    paths,
    format: oneOf(options, "--format", formats) ?? "pretty",
    severity: oneOf(options, "--severity", severities) ?? "information",
    stage: oneOf(options, "--stage", stages),
    today: readDay(options.get("--today")),
    base: options.get("--base"),
  };
  return { kind: "template-check", request };
}

const ofIndex: ReadonlySet<string> = new Set(["--check", "--format"]);

function readIndex(options: Options, paths: readonly string[]): Command {
  for (const option of options.keys())
    if (!ofIndex.has(option)) throw new Misuse(`The option ${option} belongs to “check”.`);
  if (paths.includes("")) throw new Misuse("A path is empty. Name a file or a folder.");
  const format = oneOf(options, "--format", formats) ?? "pretty";
  return { kind: "index", request: { paths, format, checks: options.has("--check") } };
}

function readExplain(options: Options, rest: readonly string[]): Command {
  const [option] = options.keys();
  if (option) throw new Misuse(`The option ${option} belongs to “check”.`);
  const [rule, ...more] = rest;
  if (rule === undefined || more.length > 0)
    throw new Misuse("Name one rule, such as “explain missing-section”.");
  return { kind: "explain", rule };
}
