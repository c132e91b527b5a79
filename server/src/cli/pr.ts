import { designTitle, titleFault, type DesignTitle } from "../features/design-title.ts";
import { inEnglish, message, type Message } from "../messages/message.ts";
import { readText } from "../service.ts";
import { firstLine } from "../syntax/document.ts";
import { partHeading } from "../template/parts.ts";
import type { Analysed } from "../template/analysed.ts";
import type { Span } from "../text/span.ts";
import { canonical } from "../workspace/uris.ts";
import type { PrRequest } from "./args.ts";
import { misused } from "./check.ts";
import { collect, reasonOf, type Document } from "./collect.ts";
import { withoutMark } from "./fix.ts";
import { foundTemplates } from "./governing.ts";
import type { Host } from "./host.ts";
import { readEvent } from "./pr-event.ts";
import { jsonReport } from "./report-json.ts";
import { prettyReport, printable } from "./report-pretty.ts";
import { placed, summarise, type ReportedFinding } from "./report.ts";
import { createSurroundings } from "./surroundings.ts";

/** What stands for a rule in the report: nobody can switch it off but by leaving the command out. */
const rule = "pull-request-title";

/** A document that the pull request adds, and how it should be titled after it. */
interface Added {
  readonly path: string;
  readonly analysed: Analysed;
  readonly title: DesignTitle;
}

/**
 * Tells whether a pull request that adds design documents is titled after one of them. Documents are those among the
 * files that the request names, else those that Git does not have where the branch left its base. The exit code is 1
 * where the title is wrong, 2 where that cannot be found out, and 0 where it is right or no document is added.
 */
export async function pr(request: PrRequest, host: Host): Promise<number> {
  const say = (line: string): void => host.err(`design-docs: ${printable(line)}\n`);
  const event = await readEvent(request.event, host);
  if (typeof event === "string") {
    say(event);
    return misused;
  }
  const title = request.title ?? event?.title;
  if (title === undefined) {
    if (event) say("The event is about no pull request, so there is no title to check.");
    else
      say(
        "Say what the pull request is titled: “pr --title TITLE”, or name GitHub’s file of the event with --event.",
      );
    return event ? 0 : misused;
  }
  const only = request.config === undefined ? undefined : canonical(host.toUri(request.config));
  if (only !== undefined && (await host.files.readFile(only)) === undefined) {
    say(`${request.config ?? ""}: there is no such configuration, or it cannot be read. Name a JSON file.`);
    return misused;
  }
  const surroundings = createSurroundings(host, only);
  const { documents, failures } = await collect(request.files ?? ["."], surroundings, host);
  const candidates = documents.filter(({ isDocument, isTemplate }) => isDocument && !isTemplate);
  const added =
    request.files === undefined
      ? await newIn(candidates, request.base, event?.bases ?? [], host)
      : candidates;
  if (typeof added === "string") {
    say(added);
    return misused;
  }
  const broken = [...failures];
  const templates = foundTemplates(surroundings, host);
  const read: Added[] = [];
  for (const document of added) {
    const { template, failure } = await templates(document);
    if (failure !== undefined) broken.push(failure);
    try {
      const analysed = readText(withoutMark((await host.readText(document.uri)).text), template);
      read.push({ path: document.path, analysed, title: designTitle(analysed, document.path) });
    } catch (error) {
      broken.push(`${document.path}: the file cannot be read: ${reasonOf(error)}.`);
    }
  }
  const findings = judged(title, read);
  const summary = summarise(findings, read.length);
  if (request.format === "json") host.out([...jsonReport(findings, summary, undefined)].join(""));
  else if (read.length > 0)
    host.out([...prettyReport(findings, summary, undefined, undefined, host.colours)].join(""));
  else if (broken.length === 0) say("The pull request adds no design document, so its title is free.");
  for (const line of new Set(broken)) say(line);
  if (broken.length > 0) return misused;
  return findings.length > 0 ? 1 : 0;
}

/** One finding on the first document where the title names none of them; of one alone it says what is wrong. */
function judged(title: string, added: readonly Added[]): readonly ReportedFinding[] {
  const faults = added.map((one) => titleFault(title, one.title));
  const [first] = added;
  if (!first || faults.includes(undefined)) return [];
  const { prefix, whole } = first.title;
  const wanted = added.map((one) => `“${one.title.whole}”`).join(", ");
  const told: Message =
    added.length > 1
      ? message("pull-request.many", { title, count: added.length, wanted })
      : message(faults[0] === "prefix" ? "pull-request.prefix" : "pull-request.name", {
          title,
          prefix,
          wanted: whole,
        });
  const { analysed, path } = first;
  const span: Span = analysed.alignment.title
    ? partHeading(analysed.doc, analysed.alignment.title)
    : firstLine(analysed.doc);
  return placed(path, analysed.doc.text, [{ span, severity: "error", rule, message: told }]);
}

/** The documents that were not there where the branch began; a sentence where Git cannot say. */
async function newIn(
  documents: readonly Document[],
  named: string | undefined,
  others: readonly string[],
  host: Host,
): Promise<readonly Document[] | string> {
  let base = named;
  let reason: Message | undefined;
  // What the event says of the base need not be in a clone, so the next name is tried.
  for (const ref of named === undefined ? others : [named]) {
    reason = await host.history.check(ref, host.folder);
    base = reason === undefined ? ref : undefined;
    if (base !== undefined) break;
  }
  if (reason) return `${inEnglish(reason)} Or name the files that are added with --files.`;
  const found: Document[] = [];
  let known = 0;
  for (const document of documents) {
    const then = await host.history.base(document.uri, base);
    if (then) known++;
    if (then && then.text === undefined) found.push(document);
  }
  // That nothing is added must not be what is said where nobody could look.
  return known > 0 || documents.length === 0
    ? found
    : "Git does not say which of the documents are new. Name the branch that the pull request goes to with --base, or the files that are added with --files.";
}
