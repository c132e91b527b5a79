import { message } from "../messages/message.ts";
import { inText, type Document } from "../syntax/document.ts";
import { walk, type Node } from "../syntax/node.ts";
import { partBody, partExtent, partHeading, type Part } from "../template/parts.ts";
import { blocksIn } from "../template/units.ts";
import type { Span } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { proseText } from "./support/prose.ts";
import { saidIn } from "./support/said.ts";
import { partsNamed } from "./support/parts-named.ts";
import { sectionsAsked, writtenSections } from "./support/section.ts";
import { nodesIn, signsOfMore } from "./support/shown.ts";

const template =
  "# Design\n\n## Background\n\n<!-- design-docs: expect: evidence -->\n\nWhy it is needed.\n\n## Proposal\n\nWhat to build.\n";

const proposal = "## Proposal\n\nThe phone keeps a log of all that was done to a note.\n";

export default defineRule<Problem>({
  id: "evidence-expected",
  summary: "The section about the background points to no evidence.",
  why: "That work is needed is easily said. A link lets readers check it, and whoever comes back in two years finds what was known then. An issue, a story, a document, a picture, a quotation or a number is enough, and so is a link in the header or in a section of references. What stands in a block of code is a sample, and a year or a version counts nothing. It is asked for in the section of which the template expects `evidence`.",
  severity: levels("hint", "information", "warning"),
  reads: (context) => [...sectionsAsked(context, ["evidence"]), ...besides(context)],
  waitsFor: "section",
  examples: [
    {
      title: "an assertion",
      template,
      text: `# Sync engine\n\n⟦## Background⟧\n\nMany people want to work without a network, and the app does not let them.\n\n${proposal}`,
    },
    {
      title: "a link",
      template,
      text: `# Sync engine\n\n## Background\n\nPeople [asked for it](https://example.com/issues/12) and the app does not let them.\n\n${proposal}`,
    },
    {
      title: "an issue’s number",
      template,
      text: `# Sync engine\n\n## Background\n\nThe app cannot be used in cellars (NOTES-481).\n\n${proposal}`,
    },
    {
      title: "a measurement",
      template,
      text: `# Sync engine\n\n## Background\n\nIn the last survey 71 % named the lack of a network first.\n\n${proposal}`,
    },
  ],

  *check(context) {
    let hasElsewhere: boolean | undefined;
    for (const { part, whole } of writtenSections(context, "evidence")) {
      if (hasEvidence(context, whole)) continue;
      hasElsewhere ??= inHeader(context) || underTitle(context) || inReferences(context);
      if (hasElsewhere) return;
      yield {
        span: partHeading(context.doc, part),
        message: message("evidence-expected.found", { title: part.title }),
      };
    }
  },
});

/** Whether a stretch holds something that can be looked up, or was counted. */
const hasEvidence = (context: RuleContext, stretch: Span): boolean =>
  pointsAway(context, stretch) || shows(proseText(context.doc, stretch));

/** Whether a stretch has a link that leads out of the document, a footnote, a picture, a quotation, or an identifier. */
function pointsAway(context: RuleContext, stretch: Span): boolean {
  for (const node of nodesIn(context.doc, stretch, signsOfMore)) if (isPointer(node)) return true;
  return betweenCode(context.doc, stretch).some((part) => {
    const said = saidIn(context, part);
    return address.test(said) || identifier.test(said);
  });
}

/** The parts of a stretch that are no blocks of code: what stands in those is a sample. */
function betweenCode(doc: Document, stretch: Span): readonly Span[] {
  const parts: Span[] = [];
  let { start } = stretch;
  for (const index of blocksIn(doc, stretch)) {
    const block = doc.blocks[index];
    if (!block || block.kind === "paragraph" || block.kind === "heading" || block.kind === "table") continue;
    for (const node of walk(block.node)) {
      if (node.kind !== "code") continue;
      const code = inText(doc, index, node);
      parts.push({ start, end: Math.max(start, code.start) });
      start = Math.max(start, code.end);
    }
  }
  return [...parts, { start, end: Math.max(start, stretch.end) }];
}

function isPointer(node: Node): boolean {
  switch (node.kind) {
    case "link":
      return node.url === undefined || !node.url.startsWith("#");
    case "image":
    case "footnoteReference":
    case "quote":
      return true;
    case "inlineCode":
      return document.test(node.value.slice(-12));
    default:
      return false;
  }
}

const document = /\.(?:mdx?|rst|adoc|txt|pdf|html?|docx?|csv|ipynb)$/i;

// Links of wikis and of HTML are no nodes of ours.
const address = /https?:\/\/|\bwww\.|\[\[|<(?:a|img|blockquote)\b/i;

// What is named and counted although it is no issue: encodings, hashes, ciphers.
const identifier = new RegExp(
  [
    // An anchor within the document begins alike.
    String.raw`(?<![\p{L}\p{N}&"']|\]\()#\d+|\/[\w.-]{1,100}#\d+`,
    String.raw`(?<![\p{L}\p{N}])(?!(?:UTF|UCS|SHA|MD|AES|RSA|EC|ECDSA|TLS|SSL|HTTP|IP|IPV|TCP|UDP|USB|ISO|BASE|CRC|ARM|GPT|A?GPL|LGPL|BSD|MPL|COVID)-)[A-Z][A-Z0-9_]{1,9}-\d+\b`,
    String.raw`(?<![\p{L}\p{N}])(?!(?:UTF|SHA|MD|AES|RSA|ED|CRC|INT|UINT|ARM|AMD|BASE|HTTP|WIN)\d)[A-Z]{1,5}\d{2,6}\b`,
    String.raw`\b(?:ADR|RFC|KEP|PEP|RFD|TEP|SEP|CVE|PR|MR|GH|issues?|tickets?|stor(?:y|ies)|bugs?|epics?|cases?|incidents?|post-?mortems?|pull requests?|decisions?|designs?|studies|study|reports?|surveys?|tables?|figures?)[ -]{0,2}(?:no\.? ?|nr\.? ?|#)?\d+`,
  ].join("|"),
  "u",
);

/** Whether running text counts, measures, quotes, or tells a user’s story. */
const shows = (prose: string): boolean =>
  counted.test(prose.replace(years, " ").replace(versions, " ")) ||
  [quoted, told, asked].some((pattern) => pattern.test(prose));

const years = /(?<![\p{Script=Latin}\p{N}.,])(?:19|20)\d\d(?:年(?!\d)|(?![\p{L}\p{N}]|-\d|\s?%))/gu;

// Names that are known to have versions: behind any other a number may count, as in “in March 212 people”.
const versions =
  /(?<![\p{L}\p{N}])(?:Android|iOS|iPadOS|macOS|OS X|Windows|Linux|Ubuntu|Debian|Fedora|RHEL|CentOS|Java|JDK|Python|Node(?:\.js)?|Ruby|PHP|Kotlin|Swift|Chrome|Firefox|Safari|Postgres(?:QL)?|MySQL|Redis|Kafka|MongoDB|Kubernetes|Angular|React|Vue|Django|Rails|TLS|SSL|HTTP|OAuth|OpenSSL|OpenAPI|Bluetooth|USB|ISO|API level|[Vv]ersions?|[Rr]eleases?|[Pp]orts?|[Pp]hases?|[Ss]teps?|[Ss]ections?|[Cc]hapters?)[ -]v?\d[\d.]{0,12}/gu;

// A small number counts parts (“2 services”), a measured one has a unit or is larger.
const counted = new RegExp(
  [
    String.raw`\d\s?(?:%|‰|°|€|\$|£)|[€$£]\s?\d`,
    String.raw`(?<![\p{L}\p{N}.,_-])\d[\d.,]{0,12}\s?(?:[nµm]?s|secs?|seconds?|mins?|minutes?|h|hours?|days?|weeks?|months?|years?|[kKMGT]i?B|bytes?|[kM]|rps|qps|px|[xX×])(?![\p{L}\p{N}])`,
    // “40 people”, “40人”; behind “14 and” nothing is counted.
    String.raw`(?<![\p{Script=Latin}\p{N}.,_第-])\d[\d.,]{0,12}\d\s?(?!(?:and|or|is|are|was|were|with|und|oder|ist|mit|et|y)(?!\p{L}))\p{L}`,
    // Of one digit only with a word for what is counted.
    String.raw`(?<![\p{Script=Latin}\p{N}.,_第-])\d\s?(?:人|名|件|回|分|秒|時間|日間|週間|か月|ヶ月|円|社|倍|割|万|億|票|次|个|小时|天|周|元|명|건|회|시간|초|분)`,
    String.raw`\b\d{4}-\d\d-\d\d\b`,
    String.raw`\b(?:half|thirds?|quarters?|dozens?|hundreds?|thousands?|millions?|percent|per cent)\b`,
    String.raw`\b(?:one|two|three|four|five|six|seven|eight|nine) (?:in|of|out of) (?:three|four|five|six|seven|eight|nine|ten)\b`,
  ].join("|"),
  "iu",
);

const quoted = /[“„«"][^“”„«»"\n]{12,300}[”“»"]/u;

const told = /\bas an? [^.,;:\n]{1,60},? I (?:want|need|would|can|should|must)\b|\buser stor(?:y|ies)\b/i;

// Where somebody asked, measured or was told of something, a reader knows what to ask for.
const asked =
  /\b(?:surveys?|interviews?|post-?mortems?|telemetry|benchmarks?|user research|usability (?:tests?|study|studies)|(?:customer|user|support) (?:feedback|requests?|reports?|tickets?|complaints?)|according to|(?:users?|customers?|people|teams?) (?:\p{L}+ )?(?:ask|report|request|complain|complained|reported|requested|asked)(?:s|ed)?)\b/iu;

/** Whether a field of the header names an issue or leads somewhere. Those that name people lead to people. */
const inHeader = ({ doc }: RuleContext): boolean =>
  doc.header.fields.some(
    ({ key, value }) =>
      !/author|owner|review|approv|status|date|team|contact|champion|people/i.test(key) &&
      (address.test(value) || /\]\(|\]\[/.test(value) || identifier.test(value)),
  );

/** Whether something is linked below a title that is no H1, where the header is that no field is read from. */
function underTitle(context: RuleContext): boolean {
  const first = titleBelow(context);
  return first !== undefined && address.test(saidIn(context, partBody(context.doc, first)));
}

function titleBelow({ alignment: { parts, sections } }: RuleContext): Part | undefined {
  const [first] = parts;
  return !first || first.depth === 1 || sections.some(({ part }) => part === first) ? undefined : first;
}

const references =
  /\b(?:references?|related|links?|further reading|see also|evidence|sources?|bibliography|prior art|issues?|tickets?|user stories|literature)\b/i;

/** Whether a section that collects references has one. */
const inReferences = (context: RuleContext): boolean =>
  referencesIn(context).some((part) => pointsAway(context, partExtent(context.doc, part)));

const referencesIn = (context: RuleContext): readonly Part[] => partsNamed(context, references);

/** What is looked at besides the sections of which evidence is asked. */
const besides = (context: RuleContext): readonly Part[] => [
  ...[titleBelow(context) ?? []].flat(),
  ...referencesIn(context),
];
