import type { Facts } from "../facts/facts.ts";
import { judge, readOwnTemplate, readText } from "../service.ts";
import { builtInTemplate } from "../template/built-in.ts";
import { nameOf } from "../workspace/uris.ts";
import { acceptedOf, savedBaselines, type Found } from "./acceptance.ts";
import type { CheckRequest } from "./args.ts";
import { reasonOf, type Document } from "./collect.ts";
import type { FactPrints } from "./fact-prints.ts";
import type { FactFinder, Questions } from "./facts.ts";
import { fixDocument, withoutMark } from "./fix.ts";
import type { Templates } from "./governing.ts";
import type { Host } from "./host.ts";
import { reported, type ReportedFinding } from "./report.ts";

/** So many documents may wait for the answers of others at the same time. */
export const atOnce = 8;

/** What became of a document: plain data, so that it can be handed over and kept. */
export interface Checked extends Found {
  readonly fixes: number;
  /** The change that fixes would make, in a dry run. */
  readonly patch?: string;
  readonly notes: readonly string[];
  readonly failures: readonly string[];
  /** Why it could not be checked. Then nothing was found. */
  readonly broken?: string;
  /** By what it may be kept. */
  readonly trace?: Trace;
}

/** What a result hangs on besides what governs the document. */
export interface Trace {
  /** Of the text that was read. */
  readonly hash: string;
  readonly questions: Questions;
  /** See {@link FactPrints}. */
  readonly present: string;
  readonly past: string;
  readonly pastState?: string;
  /** Some rule looked at the day. */
  readonly sawToday: boolean;
}

/** Checks one document, and fixes it where that is asked for. Never rejects. */
export type Checker = (document: Document) => Promise<Checked>;

/** A checker for all documents of one run. With `prints`, results have a trace, unless they cannot be kept. */
export function createChecker(
  request: CheckRequest,
  templates: Templates,
  finder: FactFinder,
  host: Host,
  prints?: FactPrints,
): Checker {
  const { stage, fixing, only, updatesBaseline } = request;
  const baselines = savedBaselines(host);
  return async (document) => {
    try {
      return await checkOne(document);
    } catch (error) {
      return { ...nothing, broken: reasonOf(error) };
    }
  };

  async function checkOne(document: Document): Promise<Checked> {
    const file = await host.readText(document.uri);
    const { text } = file;
    // In Markdown a NUL is an odd character, elsewhere the mark of a file that is no text.
    if (text.includes("\0") && !/\.(?:md|markdown|txt)$/i.test(document.path))
      throw new Error("it is not a text file");
    // Editors do not count a byte order mark as a column, so it is none here.
    const body = withoutMark(text);
    if (document.isTemplate) return { ...nothing, findings: checkTemplate(document, body, request, host) };
    const failures: string[] = [];
    const notes: string[] = [];
    const { template, failure, note } = await templates(document);
    if (failure !== undefined) failures.push(failure);
    if (note !== undefined) notes.push(note);
    const accepted = (await baselines.of(document.uri, document.claim))?.accepted;
    const since = document.claim?.collection.since;
    const terms = {
      settings: document.settings,
      since,
      accepted,
      only,
      ...(stage !== undefined && { stage }),
    };
    const analysed = readText(body, template);
    const questions = await finder.questionsOf(document, analysed);
    const facts = await finder.answers(document, questions, analysed);
    if (facts.begun?.beyond === true) notes.push(shallow);
    const watched = prints && watching(facts);
    const found = judge(analysed, { facts: watched?.facts ?? facts, ...terms });
    // What Mermaid could not say in time it may say the next time.
    const isSure = ![...(facts.diagrams?.values() ?? [])].some(({ kind }) => kind === "unknown");
    const trace =
      watched && isSure && file.exact && fixing === "none"
        ? await traceOf(document, text, questions, watched.sawToday(), prints)
        : undefined;
    // Beside another template than its own, a document is told what is wrong, and not changed.
    const asked = failure === undefined ? fixing : "none";
    const outcome = await fixDocument(document, file, found, terms, asked, host);
    if (outcome.note !== undefined) notes.push(outcome.note);
    if (outcome.failure !== undefined) failures.push(outcome.failure);
    return {
      ...acceptedOf(outcome.analysis, updatesBaseline),
      findings: reported(document.path, outcome.analysis),
      fixes: outcome.fixes,
      ...(outcome.patch !== undefined && { patch: outcome.patch }),
      notes,
      failures,
      ...(trace && { trace }),
    };
  }

  async function traceOf(
    document: Document,
    text: string,
    questions: Questions,
    sawToday: boolean,
    by: FactPrints,
  ): Promise<Trace> {
    const pastState = await by.pastState(document, questions);
    return {
      hash: host.hash(text),
      questions,
      present: await by.present(document, questions),
      past: await by.past(document, questions),
      ...(pastState !== undefined && { pastState }),
      sawToday,
    };
  }
}

/** Facts that tell whether somebody looked at the day, on which most findings do not hang. */
function watching(facts: Facts): { readonly facts: Facts; sawToday(): boolean } {
  const day = { today: facts.today, isSeen: false };
  const watched: Facts = Object.defineProperty({ ...facts, [watchedDay]: day }, "today", seenDay);
  return { facts: watched, sawToday: () => day.isSeen };
}

const watchedDay = Symbol("day");

// One function for all documents: each that is made for a single object V8 keeps until it collects all garbage.
const seenDay: PropertyDescriptor & ThisType<{ [watchedDay]: { today: string; isSeen: boolean } }> = {
  get() {
    this[watchedDay].isSeen = true;
    return this[watchedDay].today;
  },
  enumerable: true,
};

const nothing: Checked = { findings: [], held: 0, gone: [], fixes: 0, notes: [], failures: [] };

const shallow =
  "The clone is shallow, so documents that say no day count as older than “since”. Fetch the whole history to judge them by their first commit.";

/** What is wrong with a template itself. Nothing in it is fixed. */
function checkTemplate(
  { uri, path, settings }: Document,
  text: string,
  { today, only }: CheckRequest,
  host: Host,
): readonly ReportedFinding[] {
  const analysed = readOwnTemplate({ name: path, uri, text }, builtInTemplate());
  const facts = { today: today ?? host.today, fileName: nameOf(uri), uri };
  return reported(path, judge(analysed, { settings, facts, subject: "template", only }));
}
