import { cardIndex, type CardIndex } from "../facts/card-index.ts";
import type { Card } from "../facts/facts.ts";
import { readLink } from "../facts/link.ts";
import { message } from "../messages/message.ts";
import { blockSpan, type Document } from "../syntax/document.ts";
import { linksOf, type LinkPlace } from "../syntax/links.ts";
import { childrenOf } from "../syntax/node.ts";
import { partExtent } from "../template/parts.ts";
import { blocksIn } from "../template/units.ts";
import { contains, type Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { proseIn } from "./support/prose.ts";
import { isSuperseded, linkTo, relativesOf, titleOf } from "./support/relatives.ts";
import { speaksEnglish } from "./support/said.ts";

interface LinksToSuperseded extends Problem {
  /** The design that took the other one's place, where there is just one. */
  readonly successor: Card | undefined;
  /** Where the link's destination stands, where it is written in the link itself. */
  readonly destination: Span | undefined;
}

const template = "# Design\n\nStatus: DRAFT\n\n## Background\n\nWhat exists today.\n";
const uri = "file:///w/designs/2026-03-09-sync-status-design.md";
const successor: Card = {
  uri: "file:///w/designs/2026-03-01-sync-engine-design.md",
  path: "designs/2026-03-01-sync-engine-design.md",
  fileName: "2026-03-01-sync-engine-design.md",
  title: "Sync engine",
  status: "APPROVED",
  stage: "approved",
  supersedes: ["file:///w/designs/2026-01-05-sync-by-file-design.md"],
  supersededBy: [],
};
const old: Card = {
  uri: "file:///w/designs/2026-01-05-sync-by-file-design.md",
  path: "designs/2026-01-05-sync-by-file-design.md",
  fileName: "2026-01-05-sync-by-file-design.md",
  title: "Sync by file",
  status: "SUPERSEDED by [Sync engine](2026-03-01-sync-engine-design.md)",
  stage: "closed",
  supersedes: [],
  supersededBy: [successor.uri],
};
const given = {
  say: "“Sync by file” is superseded by “Sync engine”.",
  facts: { uri, others: [old, successor] },
};
const head = "# Sync status\n\nStatus: IN REVIEW\n\n## Background\n\n";

export default defineRule<LinksToSuperseded>({
  id: "links-to-superseded",
  summary: "A link leads to a design that is superseded.",
  why: "A design builds on others, and those that are superseded no longer say how things are. Links in the header, and in sections about alternatives, history, decisions and references, are meant so; so is a link where the words around it speak of what was before, and any in a design that supersedes the other one itself.",
  severity: levels("hint", "information", "information"),
  needs: ["others"],
  examples: [
    {
      title: "there is a successor",
      template,
      stage: "review",
      given,
      text: `${head}Files are sent as in ⟦[the design of the sync](2026-01-05-sync-by-file-design.md#protocol)⟧.\n`,
      fixed: `${head}Files are sent as in [the design of the sync](2026-03-01-sync-engine-design.md).\n`,
    },
    {
      title: "the past is meant",
      template,
      stage: "review",
      given,
      text: `${head}Until last year, files were sent as in the old [design of the sync](2026-01-05-sync-by-file-design.md).\n`,
    },
  ],

  *check(context) {
    const { doc, facts } = context;
    const { others, uri: own } = facts;
    if (!others || own === undefined) return;
    const index = cardIndex(others);
    if (!index.some("superseded", isSuperseded)) return;
    const body = bodyOf(doc);
    let isRead: boolean | undefined;
    const successors = new Map<Card, Card | "self" | undefined>();
    let besides: readonly Span[] | undefined;
    let predecessors: ReadonlySet<unknown> | undefined;
    for (const link of linksOf(doc, body)) {
      if (link.node.kind !== "link" || link.url === undefined || readLink(link.url) === undefined) continue;
      const card: Card | "self" | undefined = index.finder.at(link.url, own);
      if (!card || card === "self" || !isSuperseded(card)) continue;
      predecessors ??= new Set(relativesOf(context).map(({ card: one }) => one));
      besides ??= sectionsOfThePast(context);
      if (predecessors.has(card) || card.supersededBy.includes(own)) continue;
      if (besides.some((span) => contains(span, link.span)) || speaksOfThePast(doc, link.span)) continue;
      if (!successors.has(card)) successors.set(card, successorOf(card, index, own));
      const next = successors.get(card);
      if (next === "self" || next?.supersedes.includes(own)) continue;
      isRead ??= speaksEnglish(context, { start: 0, end: doc.text.length });
      const title = titleOf(card);
      yield {
        span: link.span,
        message: next
          ? message("links-to-superseded.known", { title, successor: titleOf(next) })
          : message("links-to-superseded.found", { title }),
        // In other languages, nobody here understands the words around it.
        ...(!isRead && { atMost: "hint" }),
        successor: next,
        destination: destinationOf(doc, link),
      };
    }
  },

  fixes({ successor: next, destination }, { facts }) {
    if (!next || !destination || facts.uri === undefined) return [];
    return [
      {
        title: message("links-to-superseded.fix", { successor: titleOf(next) }),
        edits: [{ span: destination, text: linkTo(facts.uri, next.uri) }],
      },
    ];
  },
});

/** The design that holds in place of a superseded one, where there is just one: the document itself, or another. */
function successorOf(card: Card, index: CardIndex, own: string): Card | "self" | undefined {
  const seen = new Set<string>();
  let found: Card | undefined = card;
  while (found && isSuperseded(found)) {
    const [next, ...more]: readonly string[] = found.supersededBy;
    if (next === own) return "self";
    if (seen.has(found.uri) || more.length > 0 || found.vague?.includes("supersededBy")) return undefined;
    seen.add(found.uri);
    found = next === undefined ? undefined : index.at(next);
  }
  return found;
}

/** The first block behind the header. */
const bodyOf = ({ sections, blocks }: Document): number =>
  (sections.at(0)?.depth === 1 ? sections.at(1) : sections.at(0))?.block ?? blocks.length;

const pastSection =
  /alternativ|histor|decision|appendix|appendices|reference|related|prior|previous|change ?log|revision|supersed|see also|further reading/i;

/** The stretches of sections in which old designs are spoken of as such. */
const sectionsOfThePast = ({ doc, alignment }: RuleContext): readonly Span[] => {
  const wanted = new Map(alignment.sections.map((answer) => [answer.part, answer.wanted.title]));
  return alignment.parts
    .filter(
      (part) =>
        part !== alignment.title &&
        [part.title, wanted.get(part) ?? ""].some((name) => pastSection.test(name.slice(0, 200))),
    )
    .map((part) => partExtent(doc, part));
};

const pastWord =
  /\b(?:supersed\w*|replac\w*|obsolet\w*|deprecat\w*|previous\w*|earlier|former\w*|old(?:er)?|origin\w*|first|initial\w*|histor\w*|predecessor|used to|no longer|was|were|had|until|before|abandon\w*|evol\w*|outdated|legacy|past|rejected|instead of|unlike|revis\w*|rework\w*|successor)\b/i;

/** Whether the words close to a link, in its own paragraph, say that the design is an old one. */
function speaksOfThePast(doc: Document, link: Span): boolean {
  const [index = 0] = blocksIn(doc, link);
  const prose = proseIn(doc, blockSpan(doc, index)).find(({ span }) => contains(span, link));
  if (!prose) return false;
  const from = Math.max(0, link.start - prose.span.start - 200);
  return pastWord.test(prose.text.slice(from, link.end - prose.span.start + 200));
}

/** Where the destination stands in `[text](destination)`; nothing for references and what is written in another way. */
function destinationOf(doc: Document, { node, span, url }: LinkPlace): Span | undefined {
  if (node.kind !== "link" || node.label !== undefined || node.auto || !url) return undefined;
  const inner = childrenOf(node).at(-1);
  const from = inner ? span.start + inner.end - node.start : span.start + 1;
  const rest = doc.text.slice(from, span.end);
  const lead = /^\]\([ \t]*/.exec(rest)?.[0].length;
  if (lead === undefined || !rest.startsWith(url, lead)) return undefined;
  return { start: from + lead, end: from + lead + url.length };
}
