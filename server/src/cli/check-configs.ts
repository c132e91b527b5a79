import type { ConfigProblem } from "../config/config.ts";
import type { Span } from "../text/span.ts";
import { checkConfig } from "../workspace/check-config.ts";
import type { ConfigFile } from "../workspace/config-file.ts";
import { matcher } from "../workspace/design-documents.ts";
import { pathWithin } from "../workspace/uris.ts";
import type { Host } from "./host.ts";
import { byteOrderMark } from "./fix.ts";
import { shownPath } from "./paths.ts";
import { placed, type ReportedFinding } from "./report.ts";
import type { Surroundings } from "./surroundings.ts";

/** What findings of configuration files are called where those of documents have the ids of their rules. */
export const configRule = "configuration";

/** The findings in configuration files: those that were collected, and the one that the command line names. */
export async function checkConfigs(
  collected: readonly ConfigFile[],
  only: string | undefined,
  { configs }: Surroundings,
  host: Host,
): Promise<{ readonly files: number; readonly findings: readonly ReportedFinding[] }> {
  const named = only === undefined ? undefined : await configs.governing(only);
  const files = only === undefined ? collected : named ? [named] : [];
  const find = finder(host);
  const findings: ReportedFinding[] = [];
  for (const file of files.toSorted((a, b) => (a.uri < b.uri ? -1 : 1))) {
    const problems = await checkConfig(file, {
      configs,
      files: host.files,
      openText: () => undefined,
      find,
    });
    findings.push(...reportedProblems(shownPath(host.folder, file.uri), file.text, problems));
  }
  return { files: files.length, findings };
}

/** A search that lists each folder once, however many globs are asked for. */
function finder(host: Host): (folder: string, glob: string, limit: number) => Promise<readonly string[]> {
  const listed = new Map<string, Promise<readonly string[]>>();
  return async (folder, glob, limit) => {
    const everything = { include: ["**"], exclude: ["**/node_modules/**"], limit: Infinity };
    const all = listed.get(folder) ?? host.files.findFiles(everything, [folder]);
    listed.set(folder, all);
    const matches = matcher([glob]);
    return (await all).filter((uri) => matches(pathWithin(folder, uri) ?? "")).slice(0, limit);
  };
}

function reportedProblems(
  file: string,
  text: string,
  problems: readonly ConfigProblem[],
): readonly ReportedFinding[] {
  // Editors do not count a byte order mark as a column, so it is none here.
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark.length : 0;
  const behind = ({ start, end }: Span): Span => ({
    start: Math.max(0, start - mark),
    end: Math.max(0, end - mark),
  });
  return placed(
    file,
    text.slice(mark),
    problems.map(({ span, message, severity }) => ({
      span: behind(span),
      severity,
      rule: configRule,
      message,
    })),
  );
}
