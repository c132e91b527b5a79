import { rules } from "../rules/index.ts";
import type { CheckRequest, Fixing } from "./args.ts";
import { formats, Misuse, oneOf, readCount, readDay, severities, stages, type Options } from "./options.ts";

/** What `check` is asked, of its options and paths. Throws {@link Misuse}. */
export function readCheck(options: Options, paths: readonly string[]): CheckRequest {
  const other = (["--preset", "--folder"] as const).find((name) => options.has(name));
  if (other) throw new Misuse(`The option ${other} belongs to “init”.`);
  const ofPr = (["--title", "--files", "--event"] as const).find((name) => options.has(name));
  if (ofPr) throw new Misuse(`The option ${ofPr} belongs to “pr”.`);
  if (options.has("--check")) throw new Misuse("The option --check belongs to “index”.");
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
    only: readOnly(options),
    threads: readThreads(options.get("--threads")),
    cache: readCache(options),
  };
}

function readUpdating(options: Options): boolean {
  if (!options.has("--update-baseline")) return false;
  // Each of these would write down findings that the next plain check does not have.
  const against = (["--dry-run", "--template", "--stage"] as const).find((name) => options.has(name));
  if (against) throw new Misuse(`The options --update-baseline and ${against} do not go together.`);
  return true;
}

function readFixing(options: Options): Fixing {
  if (options.has("--fix")) return options.has("--dry-run") ? "show" : "write";
  if (options.has("--dry-run"))
    throw new Misuse("The option --dry-run shows what --fix would do: write “check --fix --dry-run PATH…”.");
  return "none";
}

/** The rules that are named, each once; nothing where all run. */
function readOnly(options: Options): ReadonlySet<string> | undefined {
  const value = options.get("--only");
  if (value === undefined) return undefined;
  const names = value
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const unknown = names.find((name) => !rules.some(({ id }) => id === name));
  const known = rules.map(({ id }) => id).join(", ");
  if (unknown !== undefined)
    throw new Misuse(`There is no rule “${unknown}” for --only. The rules are ${known}.`);
  if (names.length === 0) throw new Misuse(`The option --only wants a rule. The rules are ${known}.`);
  return new Set(names);
}

// More than any machine makes use of here.
const mostThreads = 64;

function readThreads(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const threads = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (threads >= 1 && threads <= mostThreads) return threads;
  throw new Misuse(
    `“${value}” is no number for --threads. Write 1 for none beside the first, or up to ${mostThreads}.`,
  );
}

/** Whether findings are kept for the next run, and where, if somebody said it. */
function readCache(options: Options): CheckRequest["cache"] {
  const location = options.get("--cache-location");
  return options.has("--cache") || location !== undefined ? { location } : undefined;
}
