import { inEnglish } from "../messages/message.ts";
import { canonical } from "../workspace/uris.ts";
import { createAcceptance } from "./acceptance.ts";
import type { CheckRequest } from "./args.ts";
import { checkConfigs } from "./check-configs.ts";
import { checkDocuments, inOrder, type Run } from "./check-documents.ts";
import { collect, type Document } from "./collect.ts";
import { foundTemplates, givenTemplate } from "./governing.ts";
import type { Host } from "./host.ts";
import { jsonReport } from "./report-json.ts";
import { printablePatch } from "./patch.ts";
import { createSurroundings } from "./surroundings.ts";
import { dryRunLine, prettyReport, printable, type Hidden } from "./report-pretty.ts";
import { atLeast, severities, summarise, type Fixed, type ReportedFinding } from "./report.ts";

/** The exit code where the command line is wrong, or a file cannot be read or written. */
export const misused = 2;

/**
 * Checks what the request names, fixes it where that is asked for, and writes the report. Comes back with the
 * exit code, which hangs on what was found, or is left, and not on what `--severity` shows. In a dry run it
 * also hangs on whether there is something to fix. A file that cannot be read or written outweighs all else.
 */
export async function check(request: CheckRequest, host: Host): Promise<number> {
  const say = (line: string): void => host.err(`design-docs: ${printable(line)}\n`);
  const only = request.config === undefined ? undefined : canonical(host.toUri(request.config));
  if (request.config !== undefined && (await host.files.readFile(only ?? "")) === undefined) {
    say(`${request.config}: there is no such configuration, or it cannot be read. Name a JSON file.`);
    return misused;
  }
  const surroundings = createSurroundings(host, only);
  const templates =
    request.template === undefined
      ? foundTemplates(surroundings, host)
      : await givenTemplate(request.template, host);
  if (typeof templates === "string") {
    say(templates);
    return misused;
  }

  const reason = request.base === undefined ? undefined : await host.history.check(request.base, host.folder);
  if (reason) {
    say(inEnglish(reason));
    return misused;
  }

  const collected = await collect(request.paths, surroundings, host);
  const run = await checkDocuments(collected.documents, { request, templates, surroundings, host });
  if (typeof run === "string") {
    say(`${run}.`);
    return misused;
  }
  const documents = await gather(collected.documents, run, request, host);
  // Behind the documents, since a baseline that a configuration names may have been written meanwhile.
  const configs = await checkConfigs(collected.configs, only, surroundings, host);
  const checked: Gathered = {
    ...documents,
    files: documents.files + configs.files,
    findings: [...configs.findings, ...documents.findings],
  };
  const failures = [...collected.failures, ...checked.failures];
  report(request, checked, failures.length > 0, host);
  for (const line of new Set([...collected.notes, ...checked.notes, ...failures])) say(line);

  const left = summarise(checked.findings, checked.files);
  const { errors, warnings } = left;
  // The line is apart from the patch, so that the patch can be applied as it comes.
  if (request.fixing === "show" && request.format === "pretty" && checked.files > 0)
    say(dryRunLine(left, checked.fixed));
  const tooMany = warnings > request.maxWarnings;
  if (tooMany) say(`${warnings} warnings are more than --max-warnings ${request.maxWarnings}.`);
  if (failures.length > 0) return misused;
  const unfixed = request.fixing === "show" && checked.fixed.fixes > 0;
  return errors > 0 || tooMany || unfixed ? 1 : 0;
}

interface Gathered {
  readonly files: number;
  /** What is left where something was fixed. */
  readonly findings: readonly ReportedFinding[];
  readonly fixed: Fixed;
  /** How many findings were accepted and are not among these; nothing where no document has a baseline. */
  readonly accepted: number | undefined;
  /** One for each file that would be changed; only in a dry run. */
  readonly patches: readonly string[];
  readonly failures: readonly string[];
  readonly notes: readonly string[];
}

/** What became of all documents together. Documents count before templates, as they were checked. */
async function gather(
  documents: readonly Document[],
  run: Run,
  request: CheckRequest,
  host: Host,
): Promise<Gathered> {
  const acceptance = createAcceptance(request, host);
  const findings: (readonly ReportedFinding[])[] = [];
  const failures: string[] = [];
  const notes = [...run.notes];
  const patches: string[] = [];
  let fixed: Fixed = { fixes: 0, files: 0 };
  let files = 0;
  for (const document of inOrder(documents)) {
    const one = run.checked.get(document);
    if (!one) continue;
    // Documents have told already that their template cannot be read.
    const isTold = document.isTemplate && !document.named && failures.length > 0;
    if (one.broken !== undefined) {
      if (!isTold) failures.push(`${document.path}: the file cannot be checked: ${one.broken}.`);
      continue;
    }
    failures.push(...one.failures);
    notes.push(...one.notes);
    if (one.fixes > 0) fixed = { fixes: fixed.fixes + one.fixes, files: fixed.files + 1 };
    if (one.patch !== undefined) patches.push(one.patch);
    const told = document.isTemplate
      ? one.findings
      : acceptance.told(document, await acceptance.of(document), one);
    findings.push(told);
    // A template that lies beside the documents and has nothing wrong is no news.
    if (!document.isTemplate || document.named || told.length > 0) files++;
  }
  const { accepted, ...more } = await acceptance.finish();
  return {
    files,
    findings: [...more.findings, ...findings.flat()].toSorted((a, b) =>
      a.file < b.file ? -1 : a.file > b.file ? 1 : 0,
    ),
    fixed,
    accepted,
    patches,
    failures: [...failures, ...more.failures],
    notes: [...notes, ...more.notes],
  };
}

/**
 * Writes the report. Where no input could be read there is none, so that nobody takes it for a clean one; and
 * people are told on standard error that there was nothing to check. A dry run gives the patch instead, for
 * people and for programs that take one.
 */
function report(request: CheckRequest, checked: Gathered, failed: boolean, host: Host): void {
  const { files, findings, patches } = checked;
  if (files === 0 && (failed || request.format === "pretty")) return;
  const shown = atLeast(request.severity, findings);
  const counts = summarise(shown, files);
  const summary = checked.accepted === undefined ? counts : { ...counts, accepted: checked.accepted };
  const fixed = request.fixing === "none" ? undefined : checked.fixed;
  if (request.format === "json") writeAll(jsonReport(shown, summary, fixed), host);
  else if (request.fixing === "show")
    writeAll(
      patches.map((patch) => (host.terminal ? printablePatch(patch) : patch)),
      host,
    );
  else writeAll(prettyReport(shown, summary, hiddenOf(findings, shown), fixed, host.colours), host);
}

// Code units; enough that a pipe is written in few pieces, and little enough that no report has to be one text.
const piece = 64 * 1024;

/** Writes texts one behind the other. */
function writeAll(texts: Iterable<string>, host: Host): void {
  let waiting: string[] = [];
  let length = 0;
  const write = (): void => {
    if (length > 0) host.out(waiting.join(""));
    waiting = [];
    length = 0;
  };
  for (const text of texts) {
    waiting.push(text);
    length += text.length;
    if (length >= piece) write();
  }
  write();
}

function hiddenOf(all: readonly ReportedFinding[], shown: readonly ReportedFinding[]): Hidden | undefined {
  const lowest = severities.find((severity) => all.some((finding) => finding.severity === severity));
  return lowest && all.length > shown.length ? { count: all.length - shown.length, lowest } : undefined;
}
