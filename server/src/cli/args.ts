import { parseArgs } from "node:util";
import { distance } from "fastest-levenshtein";
import type { Severity } from "../rules/rule.ts";
import { isDay } from "../template/dates.ts";
import { isPresetName, presetNames, type PresetName } from "../template/preset-names.ts";
import type { Stage } from "../template/status.ts";

/** What a command line asks for; `misuse` is one sentence that says what is wrong with it. */
export type Command =
  | { readonly kind: "check"; readonly request: CheckRequest }
  | { readonly kind: "init"; readonly request: InitRequest }
  | { readonly kind: "presets" }
  | { readonly kind: "template-check"; readonly request: TemplateCheckRequest }
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

/** Safe fixes are left out, written into the files, or shown as a patch. */
export type Fixing = "none" | "write" | "show";

export type Format = "pretty" | "json";

const formats: readonly Format[] = ["pretty", "json"];
const severities: readonly Severity[] = ["error", "warning", "information", "hint"];
const stages: readonly Stage[] = ["draft", "review", "approved", "implemented"];

// Options with a value, and the place of the value in messages.
const valued = {
  "--format": formats.join("|"),
  "--severity": severities.join("|"),
  "--template": "FILE",
  "--config": "FILE",
  "--stage": stages.join("|"),
  "--today": "YYYY-MM-DD",
  "--base": "REF",
  "--max-warnings": "N",
  "--preset": "NAME",
  "--folder": "DIR",
} as const;

type Valued = keyof typeof valued;

// Options without a value.
const flags = ["--fix", "--dry-run", "--update-baseline"] as const;

type Flag = (typeof flags)[number];

const simple: Readonly<Record<string, "help" | "version">> = {
  "--help": "help",
  "-h": "help",
  help: "help",
  "--version": "version",
  "-V": "version",
};

/** A fault of the command line, thrown by the small readers below and turned into `misuse`. */
class Misuse extends Error {}

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
  if (name === "explain") return readExplain(options, rest);
  if (name === undefined)
    throw new Misuse("Say what to do: “check PATH…”, “init”, “template check” or “explain RULE”.");
  throw new Misuse(
    `There is no command “${name}”. The commands are “check”, “init”, “template check” and “explain”.`,
  );
}

const beforeDashes = (words: readonly string[]): readonly string[] =>
  words.includes("--") ? words.slice(0, words.indexOf("--")) : words;

/** What options say; of one without a value, the empty text. */
type Options = ReadonlyMap<Valued | Flag, string>;

interface Words {
  readonly options: Options;
  readonly positionals: readonly string[];
}

/** Options apart from the rest. Of an option that is given twice the last one counts; all behind `--` are paths. */
function split(words: readonly string[]): Words {
  const known = Object.fromEntries([
    ...Object.keys(valued).map((name) => [name.slice(2), { type: "string" as const }]),
    ...flags.map((name) => [name.slice(2), { type: "boolean" as const }]),
  ]);
  // Not strict, so that each fault gets our own sentence, which says what to do.
  const { tokens, positionals } = parseArgs({
    args: [...words],
    options: known,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options = new Map<Valued | Flag, string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { rawName, value } = token;
    options.set(...readOption(rawName, value));
  }
  return { options, positionals };
}

function readOption(name: string, value: string | undefined): [Valued | Flag, string] {
  const flag = flags.find((one) => one === name);
  if (flag) {
    if (value !== undefined) throw new Misuse(`The option ${flag} takes no value.`);
    return [flag, ""];
  }
  if (!isValued(name)) throw new Misuse(`There is no option “${name}”.${meant(name)}`);
  if (value === undefined || value === "")
    throw new Misuse(`The option ${name} wants a value: ${name} ${valued[name]}.`);
  return [name, value];
}

const isValued = (name: string): name is Valued => Object.hasOwn(valued, name);

function meant(name: string): string {
  const known = [...Object.keys(valued), ...flags, "--help", "--version"];
  const near = known.find((option) => distance(option, name) <= 2);
  return near ? ` Did you mean “${near}”?` : "";
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

function readCheck(options: Options, paths: readonly string[]): CheckRequest {
  const other = (["--preset", "--folder"] as const).find((name) => options.has(name));
  if (other) throw new Misuse(`The option ${other} belongs to “init”.`);
  if (paths.length === 0)
    throw new Misuse("Name the files or folders to check, such as “check docs/designs”.");
  if (paths.includes("")) throw new Misuse("A path is empty. Name a file or a folder.");
  return {
    paths,
    format: oneOf(options, "--format", formats) ?? "pretty",
    severity: oneOf(options, "--severity", severities) ?? "information",
    template: options.get("--template"),
    config: options.get("--config"),
    stage: oneOf(options, "--stage", stages),
    today: readDay(options.get("--today")),
    base: options.get("--base"),
    maxWarnings: readCount(options.get("--max-warnings")),
    fixing: readFixing(options),
    updatesBaseline: readUpdating(options),
  };
}

function readUpdating(options: Options): boolean {
  if (!options.has("--update-baseline")) return false;
  // Each of these would write down findings that the next plain check does not have.
  const against = (["--dry-run", "--template", "--stage"] as const).find((name) => options.has(name));
  if (against) throw new Misuse(`The options --update-baseline and ${against} do not go together.`);
  return true;
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

function readFixing(options: Options): Fixing {
  if (options.has("--fix")) return options.has("--dry-run") ? "show" : "write";
  if (options.has("--dry-run"))
    throw new Misuse("The option --dry-run shows what --fix would do: write “check --fix --dry-run PATH…”.");
  return "none";
}

function readExplain(options: Options, rest: readonly string[]): Command {
  const [option] = options.keys();
  if (option) throw new Misuse(`The option ${option} belongs to “check”.`);
  const [rule, ...more] = rest;
  if (rule === undefined || more.length > 0)
    throw new Misuse("Name one rule, such as “explain missing-section”.");
  return { kind: "explain", rule };
}

function oneOf<T extends string>(options: Options, name: Valued, known: readonly T[]): T | undefined {
  const value = options.get(name);
  if (value === undefined) return undefined;
  const found = known.find((one) => one === value);
  if (found === undefined)
    throw new Misuse(`“${value}” is no value of ${name}. It is one of ${known.join(", ")}.`);
  return found;
}

function readDay(value: string | undefined): string | undefined {
  if (value === undefined || isDay(value)) return value;
  throw new Misuse(`“${value}” is no day for --today. Write it as YYYY-MM-DD.`);
}

function readCount(value: string | undefined): number {
  if (value === undefined) return Infinity;
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new Misuse(`“${value}” is no number for --max-warnings. Write 0 or more.`);
}
