import { inEnglish } from "../messages/message.ts";
import { judge, readText, type Analysis } from "../service.ts";
import { builtInTemplate } from "../template/built-in.ts";
import { overridden } from "../template/overrides.ts";
import { readTemplate } from "../template/read-template.ts";
import type { Template } from "../template/template.ts";
import { canonical } from "../workspace/uris.ts";
import { savedBaselines } from "./acceptance.ts";
import type { TemplateCheckRequest } from "./args.ts";
import { misused } from "./check.ts";
import { collect, reasonOf, type Document } from "./collect.ts";
import { compare } from "./compare.ts";
import { createFactFinder } from "./facts.ts";
import { withoutMark } from "./fix.ts";
import { foundTemplates } from "./governing.ts";
import type { Host } from "./host.ts";
import { shownPath } from "./paths.ts";
import { changeReport, type TemplateChange } from "./report-change.ts";
import { printable } from "./report-pretty.ts";
import { reported, type ReportedFinding } from "./report.ts";
import { createSurroundings } from "./surroundings.ts";
import { createAround, createHeadsOf, createRoots } from "./workspaces.ts";

/**
 * Tells what the text of a template that is on the disk changes for the documents that it governs, against its text
 * at a commit. Where the first path is a file, it is the template; else each template is tried that differs from
 * the commit. The exit code is 1 where there are new errors, and 2 where something cannot be read.
 */
export async function templateCheck(request: TemplateCheckRequest, host: Host): Promise<number> {
  const said = new Set<string>();
  const say = (line: string): void => {
    if (!said.has(line)) host.err(`design-docs: ${printable(line)}\n`);
    said.add(line);
  };
  const { base = "HEAD", stage, today, format, severity } = request;
  const reason = await host.history.check(base, host.folder);
  if (reason) {
    say(inEnglish(reason));
    return misused;
  }
  const { named, paths } = await pathsOf(request.paths, host);
  const surroundings = createSurroundings(host, undefined);
  const templates = foundTemplates(surroundings, host);
  const around = createAround(createHeadsOf(templates, surroundings, host.files), surroundings, host);
  const roots = createRoots(surroundings, host);
  const finder = createFactFinder({ today, stage, base: undefined }, roots, around, host);
  const collected = await collect(paths, surroundings, host);
  const baselines = savedBaselines(host);
  let failed = collected.failures.length > 0;
  for (const line of collected.failures) say(line);
  const fail = (line: string): void => {
    failed = true;
    say(line);
  };

  const governed = new Map<string, Governed[]>();
  for (const document of collected.documents) {
    const { template, failure } = await templates(document);
    const { uri } = template;
    if (failure !== undefined) fail(failure);
    if (
      document.isTemplate ||
      uri === undefined ||
      uri === document.uri ||
      (named !== undefined && uri !== named)
    )
      continue;
    const others = governed.get(uri);
    if (others) others.push({ document, template });
    else governed.set(uri, [{ document, template }]);
  }
  if (named !== undefined && !governed.has(named))
    say(`${shownPath(host.folder, named)}: this template governs none of the documents.`);

  const changes: TemplateChange[] = [];
  for (const [uri, documents] of governed) {
    const path = shownPath(host.folder, uri);
    const then = await host.history.base(uri, base);
    const isSame = ({ template }: Governed): boolean =>
      then?.text !== undefined && plain(then.text) === plain(template.doc.text);
    if (!then) {
      const line = `${path}: Git keeps no text of this template at “${base}” to compare with.`;
      if (named === undefined) say(line);
      else fail(line);
    } else if (documents.some(isSame)) {
      if (named !== undefined) say(`${path}: this template has the text that it has at “${base}”.`);
    } else {
      if (then.text === undefined)
        say(`${path}: there was no such template at “${base}”, so all it tells is new.`);
      const found = await changeOf(documents, then.text);
      changes.push({ template: path, ref: base, base: then.ref, documents: documents.length, ...found });
    }
  }
  if (changes.length > 0 || format === "json")
    host.out(changeReport(changes, format, severity, host.colours));
  else if (named === undefined && !failed) say(`No template of these documents differs from “${base}”.`);
  if (failed) return misused;
  return changes.some(({ added }) => added.some((finding) => finding.severity === "error")) ? 1 : 0;

  async function changeOf(
    documents: readonly Governed[],
    then: string | undefined,
  ): Promise<Pick<TemplateChange, "added" | "gone">> {
    const added: ReportedFinding[] = [];
    const gone: ReportedFinding[] = [];
    const read = then === undefined ? undefined : rereading(then);
    for (const { document, template } of documents) {
      const { uri, path } = document;
      try {
        const text = withoutMark((await host.readText(uri)).text);
        const after = await judged(document, text, template);
        const before = read
          ? await judged(document, text, read(document, template))
          : { ...after, findings: [] };
        const difference = compare(before, after);
        added.push(...reported(path, { ...after, findings: difference.added }));
        gone.push(...reported(path, { ...before, findings: difference.gone }));
      } catch (error) {
        fail(`${path}: the file cannot be checked: ${reasonOf(error)}.`);
      }
    }
    return { added, gone };
  }

  async function judged(document: Document, text: string, template: Template): Promise<Analysis> {
    const { uri, settings, claim } = document;
    const analysed = readText(text, template);
    const since = claim?.collection.since;
    const questions = await finder.questionsOf(document, analysed);
    const facts = await finder.answers(document, questions, analysed);
    const accepted = (await baselines.of(uri, claim))?.accepted;
    return judge(analysed, { settings, facts, since, accepted, ...(stage !== undefined && { stage }) });
  }
}

interface Governed {
  readonly document: Document;
  readonly template: Template;
}

/** Reads another text of a template once, and gives it with what the collection of each document says beside it. */
function rereading(text: string): (document: Document, template: Template) => Template {
  let read: Template | undefined;
  return ({ claim }, { name, uri }) => {
    read ??= readTemplate({ name, text, ...(uri !== undefined && { uri }) }, builtInTemplate());
    return claim ? overridden(read, claim.collection) : read;
  };
}

/** The template among the paths, and the others; the working folder where there are none. */
async function pathsOf(
  words: readonly string[],
  host: Host,
): Promise<{ readonly named: string | undefined; readonly paths: readonly string[] }> {
  const [first, ...rest] = words;
  const uri = first === undefined ? undefined : canonical(host.toUri(first));
  const named = uri !== undefined && (await host.kindOf(uri)) === "file" ? uri : undefined;
  const paths = named === undefined ? words : rest;
  return { named, paths: paths.length > 0 ? paths : ["."] };
}

// Git may keep other line endings than those on the disk, and no byte order mark is part of a text.
const plain = (text: string): string => withoutMark(text).replaceAll("\r\n", "\n");
