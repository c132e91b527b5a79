import { inEnglish } from "../messages/message.ts";
import type { Stage } from "../template/status.ts";
import { judge, readOwnTemplate, readText } from "../service.ts";
import { builtInTemplate } from "../template/built-in.ts";
import { canonical, nameOf } from "../workspace/uris.ts";
import { createAcceptance } from "./acceptance.ts";
import type { CheckRequest } from "./args.ts";
import { checkConfigs } from "./check-configs.ts";
import { createFactsOf } from "./facts.ts";
import { collect, reasonOf, type Document } from "./collect.ts";
import { foundTemplates, givenTemplate, type Templates } from "./governing.ts";
import { fixDocument, withoutMark } from "./fix.ts";
import type { Host } from "./host.ts";
import { jsonReport } from "./report-json.ts";
import { printablePatch } from "./patch.ts";
import { createSurroundings, type Surroundings } from "./surroundings.ts";
import { dryRunLine, prettyReport, printable, type Hidden } from "./report-pretty.ts";
import { atLeast, reported, severities, summarise, type Fixed, type ReportedFinding } from "./report.ts";

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
  const documents = await checkAll(collected.documents, templates, surroundings, request, host);
  // Behind the documents, since a baseline that a configuration names may have been written meanwhile.
  const configs = await checkConfigs(collected.configs, only, surroundings, host);
  const checked: Checked = {
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

interface Checked {
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

/**
 * Checks one document after the other, and fixes each as soon as it is checked. One that cannot be checked or
 * written does not keep the others from it.
 */
async function checkAll(
  documents: readonly Document[],
  templates: Templates,
  surroundings: Surroundings,
  request: CheckRequest,
  host: Host,
): Promise<Checked> {
  const { stage, fixing } = request;
  const factsOf = createFactsOf(request, templates, surroundings, host);
  const acceptance = createAcceptance(request, host);
  const findings: ReportedFinding[] = [];
  const failures: string[] = [];
  const notes: string[] = [];
  const patches: string[] = [];
  let fixed: Fixed = { fixes: 0, files: 0 };
  let files = 0;
  for (const document of inOrder(documents)) {
    try {
      const told = await checkOne(document);
      findings.push(...told);
      // A template that lies beside the documents and has nothing wrong is no news.
      if (!document.isTemplate || document.named || told.length > 0) files++;
    } catch (error) {
      // Documents have told already that their template cannot be read.
      if (document.isTemplate && !document.named && failures.length > 0) continue;
      failures.push(`${document.path}: the file cannot be checked: ${reasonOf(error)}.`);
    }
  }
  const { accepted, ...more } = await acceptance.finish();
  return {
    files,
    findings: [...more.findings, ...findings].toSorted((a, b) =>
      a.file < b.file ? -1 : a.file > b.file ? 1 : 0,
    ),
    fixed,
    accepted,
    patches,
    failures: [...failures, ...more.failures],
    notes: [...notes, ...more.notes],
  };

  async function checkOne(document: Document): Promise<readonly ReportedFinding[]> {
    const file = await host.readText(document.uri);
    const { text } = file;
    // In Markdown a NUL is an odd character, elsewhere the mark of a file that is no text.
    if (text.includes("\0") && !/\.(?:md|markdown|txt)$/i.test(document.path))
      throw new Error("it is not a text file");
    // Editors do not count a byte order mark as a column, so it is none here.
    const body = withoutMark(text);
    if (document.isTemplate) return checkTemplate(document, body, request, host);
    const { template, failure, note } = await templates(document);
    if (failure !== undefined) failures.push(failure);
    if (note !== undefined) notes.push(note);
    const at: { readonly stage?: Stage } = stage === undefined ? {} : { stage };
    const known = await acceptance.of(document);
    const since = document.claim?.collection.since;
    const terms = { settings: document.settings, since, accepted: known?.accepted, ...at };
    const analysed = readText(body, template);
    const facts = await factsOf(document.uri, analysed, since);
    if (facts.begun?.beyond === true) notes.push(shallow);
    const found = judge(analysed, { facts, ...terms });
    // Beside another template than its own, a document is told what is wrong, and not changed.
    const asked = failure === undefined ? fixing : "none";
    const outcome = await fixDocument(document, file, found, terms, asked, host);
    if (outcome.fixes > 0) fixed = { fixes: fixed.fixes + outcome.fixes, files: fixed.files + 1 };
    if (outcome.patch !== undefined) patches.push(outcome.patch);
    if (outcome.note !== undefined) notes.push(outcome.note);
    if (outcome.failure !== undefined) failures.push(outcome.failure);
    return reported(document.path, acceptance.told(document, known, outcome.analysis));
  }
}

/** Documents before templates. */
const inOrder = (documents: readonly Document[]): readonly Document[] => [
  ...documents.filter(({ isTemplate }) => !isTemplate),
  ...documents.filter(({ isTemplate }) => isTemplate),
];

const shallow =
  "The clone is shallow, so documents that say no day count as older than “since”. Fetch the whole history to judge them by their first commit.";

/** What is wrong with a template itself. Nothing in it is fixed. */
function checkTemplate(
  { uri, path, settings }: Document,
  text: string,
  { today }: CheckRequest,
  host: Host,
): readonly ReportedFinding[] {
  const analysed = readOwnTemplate({ name: path, uri, text }, builtInTemplate());
  const facts = { today: today ?? host.today, fileName: nameOf(uri), uri };
  return reported(path, judge(analysed, { settings, facts, subject: "template" }));
}

/**
 * Writes the report. Where no input could be read there is none, so that nobody takes it for a clean one; and
 * people are told on standard error that there was nothing to check. A dry run gives the patch instead, for
 * people and for programs that take one.
 */
function report(request: CheckRequest, checked: Checked, failed: boolean, host: Host): void {
  const { files, findings, patches } = checked;
  if (files === 0 && (failed || request.format === "pretty")) return;
  const shown = atLeast(request.severity, findings);
  const counts = summarise(shown, files);
  const summary = checked.accepted === undefined ? counts : { ...counts, accepted: checked.accepted };
  const fixed = request.fixing === "none" ? undefined : checked.fixed;
  if (request.format === "json") host.out(jsonReport(shown, summary, fixed));
  else if (request.fixing === "show")
    host.out(patches.map((patch) => (host.terminal ? printablePatch(patch) : patch)).join(""));
  else host.out(prettyReport(shown, summary, hiddenOf(findings, shown), fixed, host.colours));
}

function hiddenOf(all: readonly ReportedFinding[], shown: readonly ReportedFinding[]): Hidden | undefined {
  const lowest = severities.find((severity) => all.some((finding) => finding.severity === severity));
  return lowest && all.length > shown.length ? { count: all.length - shown.length, lowest } : undefined;
}
