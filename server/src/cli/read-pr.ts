import { formats, Misuse, oneOf, type Format, type Options } from "./options.ts";

/** What `pr` is to check. */
export interface PrRequest {
  /** Where it is absent, the event has it. */
  readonly title: string | undefined;
  /** The files that the pull request adds; where it is absent, Git says it. */
  readonly files: readonly string[] | undefined;
  /** The path of a file with the event that GitHub runs a workflow for. */
  readonly event: string | undefined;
  /** The commit that the branch was made from, or a branch that has it. */
  readonly base: string | undefined;
  readonly config: string | undefined;
  readonly format: Format;
}

const own: ReadonlySet<string> = new Set(["--title", "--files", "--event", "--base", "--config", "--format"]);

/** What `pr` is asked, of its options and of the paths behind them, which are files. Throws {@link Misuse}. */
export function readPr(options: Options, paths: readonly string[]): PrRequest {
  for (const option of options.keys())
    if (!own.has(option)) throw new Misuse(`The option ${option} belongs to another command than “pr”.`);
  const named = options.get("--files");
  const files = [...(named ?? "").split("\n"), ...paths].filter((path) => path !== "");
  return {
    title: options.get("--title"),
    files: named === undefined && paths.length === 0 ? undefined : files,
    event: options.get("--event"),
    base: options.get("--base"),
    config: options.get("--config"),
    format: oneOf(options, "--format", formats) ?? "pretty",
  };
}
