import { proseText } from "../rules/support/prose.ts";
import { sentencesIn } from "../rules/support/sentences.ts";
import type { Analysed } from "../template/analysed.ts";
import { unfilledIn } from "../template/fields.ts";
import { ownStretch } from "../template/own-state.ts";
import { readStatus } from "../template/status.ts";
import type { FieldShape } from "../template/template.ts";
import { slice } from "../text/span.ts";
import { asInline } from "./markdown-text.ts";

// What is shown of a value, and of a summary, in UTF-16 code units.
const longest = { value: 80, summary: 300 } as const;

/**
 * What a reader wants to know before following a link to a design document, as blocks of Markdown: its title (else
 * `name`), its status, author and date, and the first sentence of its first section that is written. What is still to
 * be filled in is left out.
 */
export function documentPreview(analysed: Analysed, name: string): readonly string[] {
  const { alignment, template } = analysed;
  const title = alignment.title && alignment.title.title !== template.title ? alignment.title.title : "";
  const status = valueOf(analysed, "status");
  const known = [
    status === "" ? "" : (readStatus(status, template.statuses)?.name ?? status),
    valueOf(analysed, "person").replace(/\s*<[^>]*>/g, ""),
    valueOf(analysed, "date"),
  ].filter((value) => value !== "");
  const summary = firstSentence(analysed);
  return [
    `**${asInline(title === "" ? name : title)}**`,
    ...(known.length === 0
      ? []
      : [known.map((value) => asInline(shortened(value, longest.value))).join(" · ")]),
    ...(summary === "" ? [] : [asInline(shortened(summary, longest.summary))]),
  ];
}

function valueOf({ alignment }: Analysed, shape: FieldShape): string {
  const answer = alignment.fields.find(({ wanted, field }) => wanted.shape === shape && field);
  const value = answer?.field?.value ?? "";
  return answer && unfilledIn(value, answer.wanted).length > 0 ? "" : value;
}

function firstSentence({ doc, alignment, states, instructions }: Analysed): string {
  for (const { wanted, part } of alignment.sections) {
    if (!part || wanted.isTitle || states.get(part)?.state !== "written") continue;
    const text = proseText(doc, ownStretch(doc, part, instructions), 2 * longest.summary);
    const [first] = sentencesIn(text);
    if (first) return slice(text, first);
  }
  return "";
}

const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/\s\S*$/, "")}…`;
