import { Misuse, oneOf, type Options } from "./options.ts";

export const changesFormats = ["pretty", "json", "markdown"] as const;

/** What `changes` is to tell. */
export interface ChangesRequest {
  readonly paths: readonly string[];
  /** Documents are compared with where the branch left this commit; absent: the default branch. */
  readonly since: string | undefined;
  readonly config: string | undefined;
  readonly format: (typeof changesFormats)[number];
}

const own: ReadonlySet<string> = new Set(["--since", "--config", "--format"]);

/** What `changes` is asked, of its options and of the paths behind them. Throws {@link Misuse}. */
export function readChanges(options: Options, paths: readonly string[]): ChangesRequest {
  for (const option of options.keys())
    if (!own.has(option)) throw new Misuse(`The option ${option} belongs to another command than “changes”.`);
  if (paths.includes("")) throw new Misuse("A path is empty. Name a file or a folder.");
  return {
    paths: paths.length === 0 ? ["."] : paths,
    since: options.get("--since"),
    config: options.get("--config"),
    format: oneOf(options, "--format", changesFormats) ?? "pretty",
  };
}
