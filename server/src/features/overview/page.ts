import { message, type Message } from "../../messages/message.ts";
import { byStage, countsOf } from "./counts.ts";
import { byDate, titleOf, type Designed } from "./designed.ts";
import { graphOf } from "./graph.ts";
import { heads, rows } from "./index-text.ts";
import { mermaidText } from "./mermaid-text.ts";
import { milestoneLines, type Milestone } from "./milestones.ts";
import { pie } from "./pie.ts";
import { cell, link, table } from "./table.ts";
import { timelineOf } from "./timeline.ts";
import { waitingOf, type Waiting } from "./waiting.ts";

export interface OverviewSources {
  readonly documents: readonly Designed[];
  /** All documents have been read. */
  readonly complete: boolean;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Of documents in review and approved ones, by URI. */
  readonly milestones: ReadonlyMap<string, readonly Milestone[]>;
  /** The URIs of the documents to which texts link, by the URI of the one that links, as far as texts were read. */
  readonly links: ReadonlyMap<string, readonly string[]>;
  /** A draft is stale in which nothing has happened for more days. */
  readonly staleDays: number;
  /** The destination of a link to a document. */
  linkTo(one: Designed): string;
  /** A sentence in the language of the person. */
  say(sentence: Message): string;
}

// More lines are read by nobody, and a preview takes long to draw them.
const mostRows = 200;
const mostPeople = 50;
const mostInCell = 8;

/** A page in Markdown, with Mermaid, that says how the designs stand. Nothing that a document says is markup in it. */
export function overviewPage(sources: OverviewSources): string {
  const { documents, complete, today, say } = sources;
  const words = (...said: Parameters<typeof message>): string => say(message(...said));
  const intro =
    documents.length === 1
      ? words("overview.one", { today })
      : words("overview.many", { today, count: documents.length });
  const head = [`# ${words("overview.title")}`, ""];
  if (documents.length === 0)
    return [...head, words(complete ? "overview.none" : "overview.reading"), ""].join("\n");
  return [
    ...head,
    complete ? intro : `${intro} ${words("overview.reading")}`,
    "",
    ...waitingPart(sources, words),
    ...statusPart(sources, words),
    ...drawn(words("overview.milestones"), milestoneLines(documents, sources.milestones, today)),
    ...timelinePart(sources, words),
    ...graphPart(sources, words),
    ...listPart(sources, words),
  ].join("\n");
}

type Words = (...said: Parameters<typeof message>) => string;

const drawn = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, "", ...lines];

function statusPart({ documents }: OverviewSources, words: Words): readonly string[] {
  const counts = countsOf(documents);
  const nameOf = (status: string): string => status || words("overview.no-status");
  // A team's words for a status are too many to tell apart by colours; their stages are five.
  const slices = byStage(documents).map(({ key, documents: { length } }) => ({
    stage: key,
    name: mermaidText(words(`overview.stage-${key}`)),
    count: length,
  }));
  return [
    `## ${words("overview.by-status")}`,
    "",
    ...table(
      [words("overview.status"), words("overview.designs"), words("overview.newest")],
      counts.map(({ status, documents: found }) => [
        cell(nameOf(status)),
        String(found.length),
        found.toSorted(byDate)[0]?.date ?? "",
      ]),
    ),
    "",
    ...pie(slices),
  ];
}

function waitingPart(sources: OverviewSources, words: Words): readonly string[] {
  const waiting = waitingOf(sources.documents, sources.today, sources.staleDays);
  const left = waiting.length - mostPeople;
  const lines =
    waiting.length === 0
      ? [words("overview.nothing-waits"), ""]
      : [
          ...table(
            [words("overview.who"), words("overview.what"), words("overview.designs")],
            waiting.slice(0, mostPeople).map((one) => waitingRow(one, sources, words)),
          ),
          "",
          ...(left > 0 ? [words("overview.more", { count: left }), ""] : []),
        ];
  return [`## ${words("overview.waiting")}`, "", ...lines];
}

function waitingRow(
  { who, reason, documents }: Waiting,
  { linkTo, staleDays }: OverviewSources,
  words: Words,
): readonly string[] {
  const lines = documents.slice(0, mostInCell).map(({ one, days }) => {
    const age =
      days === undefined ? "" : ` (${words(days === 1 ? "overview.day" : "overview.days", { days })})`;
    return `${link(titleOf(one), linkTo(one))}${age}`;
  });
  const more = documents.length - lines.length;
  if (more > 0) lines.push(words("overview.more", { count: more }));
  const what = {
    review: words("overview.waits-review"),
    implementation: words("overview.waits-implementation"),
    draft: words("overview.waits-draft", { days: staleDays }),
  };
  return [who === "" ? words("overview.nobody") : cell(who), what[reason], lines.join("<br>")];
}

function timelinePart({ documents, today }: OverviewSources, words: Words): readonly string[] {
  const { lines, shown, dated } = timelineOf(documents, today, (stage) => words(`overview.stage-${stage}`));
  const cut = shown < dated ? [words("overview.newest-shown", { shown, dated }), ""] : [];
  return [...drawn(words("overview.begun"), lines), ...cut];
}

function graphPart({ documents, links }: OverviewSources, words: Words): readonly string[] {
  const graph = graphOf(documents, links, {
    supersedes: words("overview.supersedes"),
    depends: words("overview.depends"),
  });
  if (!graph) return [];
  const { lines, shown, related, hasLinks } = graph;
  const cut = shown < related ? [words("overview.cut", { shown, related }), ""] : [];
  const about = hasLinks ? [words("overview.links"), ""] : [];
  return [...drawn(words("overview.graph"), lines), ...about, ...cut];
}

function listPart({ documents, linkTo }: OverviewSources, words: Words): readonly string[] {
  const shown = documents.toSorted(byDate).slice(0, mostRows);
  const linked = shown.map((one) => ({ ...one, to: linkTo(one) }));
  const more = documents.length - shown.length;
  return [
    `## ${words("overview.all")}`,
    "",
    ...rows(linked, heads(words)),
    "",
    ...(more > 0 ? [words("overview.more", { count: more }), ""] : []),
  ];
}
