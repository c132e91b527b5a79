import type { Stage } from "../template/status.ts";
import { analyze } from "../service.ts";
import { defaults } from "../settings/table.ts";
import { pathRule } from "../workspace/design-documents.ts";
import { nameOf } from "../workspace/uris.ts";
import type { CheckRequest } from "./args.ts";
import { collect, reasonOf, type Document } from "./collect.ts";
import { foundTemplates, givenTemplate, type Templates } from "./governing.ts";
import type { Host } from "./host.ts";
import { jsonReport } from "./report-json.ts";
import { prettyReport, printable, type Hidden } from "./report-pretty.ts";
import { atLeast, reported, severities, summarise, type ReportedFinding } from "./report.ts";

/** The exit code where the command line is wrong or an input cannot be read. */
export const misused = 2;

/**
 * Checks what the request names and writes the report. Comes back with the exit code, which hangs on what
 * was found and not on what `--severity` shows; an input that cannot be read outweighs all findings.
 */
export async function check(request: CheckRequest, host: Host): Promise<number> {
  const say = (line: string): void => host.err(`design-docs: ${printable(line)}\n`);
  const rule = pathRule(defaults);
  const templates =
    request.template === undefined ? foundTemplates(rule, host) : await givenTemplate(request.template, host);
  if (typeof templates === "string") {
    say(templates);
    return misused;
  }

  const collected = await collect(request.paths, rule, host);
  const checked = await checkAll(collected.documents, templates, request, host);
  const failures = [...collected.failures, ...checked.failures];
  report(request, checked, failures.length > 0, host);
  for (const line of new Set([...collected.notes, ...checked.notes, ...failures])) say(line);

  const { errors, warnings } = summarise(checked.findings, checked.files);
  const tooMany = warnings > request.maxWarnings;
  if (tooMany) say(`${warnings} warnings are more than --max-warnings ${request.maxWarnings}.`);
  if (failures.length > 0) return misused;
  return errors > 0 || tooMany ? 1 : 0;
}

interface Checked {
  readonly files: number;
  readonly findings: readonly ReportedFinding[];
  readonly failures: readonly string[];
  readonly notes: readonly string[];
}

/** Checks one document after the other. One that cannot be checked does not keep the others from it. */
async function checkAll(
  documents: readonly Document[],
  templates: Templates,
  { today, stage }: CheckRequest,
  host: Host,
): Promise<Checked> {
  const findings: ReportedFinding[] = [];
  const failures: string[] = [];
  const notes: string[] = [];
  let files = 0;
  for (const document of documents) {
    try {
      findings.push(...(await checkOne(document)));
      files++;
    } catch (error) {
      failures.push(`${document.path}: the file cannot be checked: ${reasonOf(error)}.`);
    }
  }
  return { files, findings, failures, notes };

  async function checkOne(document: Document): Promise<readonly ReportedFinding[]> {
    const text = await host.readText(document.uri);
    // In Markdown a NUL is an odd character, elsewhere the mark of a file that is no text.
    if (text.includes("\0") && !/\.(?:md|markdown|txt)$/i.test(document.path))
      throw new Error("it is not a text file");
    const { template, failure, note } = await templates(document);
    if (failure !== undefined) failures.push(failure);
    if (note !== undefined) notes.push(note);
    const facts = { today: today ?? host.today, fileName: nameOf(document.uri) };
    const at: { readonly stage?: Stage } = stage === undefined ? {} : { stage };
    // Editors do not count a byte order mark as a column, so it is none here.
    const subject = { text: text.replace(/^\ufeff/, ""), template, settings: defaults, facts, ...at };
    return reported(document.path, analyze(subject));
  }
}

/**
 * Writes the report. Where no input could be read there is none, so that nobody takes it for a clean one; and
 * people are told on standard error that there was nothing to check.
 */
function report(request: CheckRequest, { files, findings }: Checked, failed: boolean, host: Host): void {
  if (files === 0 && (failed || request.format === "pretty")) return;
  const shown = atLeast(request.severity, findings);
  const summary = summarise(shown, files);
  if (request.format === "json") host.out(jsonReport(shown, summary));
  else host.out(prettyReport(shown, summary, hiddenOf(findings, shown), host.colours));
}

function hiddenOf(all: readonly ReportedFinding[], shown: readonly ReportedFinding[]): Hidden | undefined {
  const lowest = severities.find((severity) => all.some((finding) => finding.severity === severity));
  return lowest && all.length > shown.length ? { count: all.length - shown.length, lowest } : undefined;
}
