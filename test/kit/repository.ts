import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** A repository of Git in a folder of its own, on the branch `main`. */
export interface Repository {
  readonly folder: string;
  /** Runs Git there and gives what it prints, without the blanks round it. */
  git(...words: readonly string[]): string;
  write(path: string, text: string): void;
  /** Commits all files as they are; the time is `YYYY-MM-DDThh:mm:ss±hhmm`. Gives the hash. */
  commit(time?: string): string;
  uri(path: string): string;
  remove(): void;
}

/** Neither the settings of the person who runs the tests take part, nor a hook that runs them. */
const environment = (time: string): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name))),
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_SYSTEM: devNull,
  GIT_AUTHOR_DATE: time,
  GIT_COMMITTER_DATE: "2026-12-31T12:00:00+0000",
});

const made: Repository[] = [];

/** Removes the repositories that were made since the last time. */
export const removeRepositories = (): void => made.splice(0).forEach((one) => one.remove());

/** A new repository without a commit. Its folder's name has a blank and a letter beyond ASCII. */
export function repository(): Repository {
  const folder = mkdtempSync(join(tmpdir(), "design docs ü-"));
  const run = (words: readonly string[], time: string): string => {
    const person = ["-c", "user.name=Ada (x) Example", "-c", "user.email=ada@example.com"];
    return execFileSync("git", [...person, ...words], {
      cwd: folder,
      encoding: "utf8",
      env: environment(time),
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();
  };
  const git = (...words: readonly string[]): string => run(words, "2026-01-01T12:00:00+0000");
  git("init", "--quiet", "--initial-branch=main");
  git("config", "core.autocrlf", "false");
  const fresh: Repository = {
    folder,
    git,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    commit(time = "2026-01-01T12:00:00+0000") {
      run(["add", "--all"], time);
      run(["commit", "--quiet", "--allow-empty", "--message=x"], time);
      return git("rev-parse", "HEAD");
    },
    uri: (path) => pathToFileURL(join(folder, path)).href,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  made.push(fresh);
  return fresh;
}

/** The path of the document in {@link branched}, with signs that mean something to programs. */
export const doc = "docs/designs/2026-03-01-sync engine ü [1]-design.md";

/** What stands in it. */
export const text = (status: string): string =>
  `# Sync engine\n\nStatus: ${status}\nAuthor: Ada\n\n## Goals\n\nPhones keep a log of what they do.\n`;

/**
 * A repository whose document was begun on `main` as a draft, is in review on the branch `topic`, and approved
 * on the disk. `begun` is the one commit on `main`.
 */
export function branched(): { readonly repo: Repository; readonly begun: string } {
  const repo = repository();
  repo.write(doc, text("Draft"));
  const begun = repo.commit();
  repo.git("checkout", "--quiet", "-b", "topic");
  repo.write(doc, text("In Review"));
  repo.commit("2026-02-01T12:00:00+0000");
  repo.write(doc, text("Approved"));
  return { repo, begun };
}
