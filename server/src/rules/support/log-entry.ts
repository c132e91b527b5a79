import type { Document } from "../../syntax/document.ts";
import type { SectionAnswer } from "../../template/align.ts";
import { insertedDepth, setApart } from "../../template/insertion.ts";
import type { Part } from "../../template/parts.ts";
import { isSwallowed, movableExtent, placementOf } from "../../template/placement.ts";
import { ownStretch } from "../../template/own-state.ts";
import type { Edit } from "../../text/edit.ts";
import { lineAt, lineEnding } from "../../text/lines.ts";
import { slice, type Span } from "../../text/span.ts";
import type { RuleContext } from "../rule.ts";
import { approvalText, saidIn, type Approval } from "./approval.ts";
import { decisionsIn } from "./decisions.ts";
import { entriesOf } from "./entries.ts";
import { itemOfApproval } from "./log-item.ts";
import { keysOfApproval } from "./log-keys.ts";
import { newestFirst } from "./log-order.ts";
import { rowOfApproval } from "./log-table.ts";
import type { Written } from "./section.ts";

/** The section that records decisions: the first of which the template asks them. */
export const logOf = ({ alignment }: RuleContext): SectionAnswer | undefined =>
  alignment.sections.find(({ wanted }) => wanted.expects.some(({ name }) => name === "decisions"));

/**
 * The edit that records an approval in the log, in the form that its entries have: a row, an item, a section,
 * a label or a line, behind the last one, or before the first where the newest come first. Filler and guidance
 * make room for it; a log that is missing is inserted. Nothing where an open fence would swallow the entry.
 */
export function logEntry(context: RuleContext, log: SectionAnswer, approval: Approval): Edit | undefined {
  const { doc } = context;
  const edit = log.part ? intoLog(context, log, log.part, approval) : newLog(context, log, approval);
  return isSwallowed(doc, edit.span.end) ? undefined : edit;
}

const item = (approval: Approval): string => `- ${approvalText(approval)}.`;

function newLog(context: RuleContext, { wanted }: SectionAnswer, approval: Approval): Edit {
  const { text } = context.doc;
  const eol = lineEnding(text);
  const heading = `${"#".repeat(insertedDepth(context, wanted))} ${wanted.title}`;
  return setApart(text, placementOf(context, wanted).offset, heading + eol + eol + item(approval));
}

function intoLog(context: RuleContext, answer: SectionAnswer, part: Part, approval: Approval): Edit {
  const { doc } = context;
  const body = ownStretch(doc, part, context.instructions);
  const { guidance, expects } = answer.wanted;
  const expectation = expects.find(({ name }) => name === "decisions") ?? { name: "decisions" };
  return (
    rowOfApproval(doc, body, approval, guidance) ??
    inPlaceOf(context, part, body, item(approval)) ??
    besideEntries(context, { answer, part, expectation, body, whole: body }, approval)
  );
}

/** The entry in place of filler or guidance, where a section holds nothing else. */
function inPlaceOf({ doc, states }: RuleContext, part: Part, body: Span, text: string): Edit | undefined {
  const state = states.get(part);
  if (!state || state.state === "written" || state.hasParts) return undefined;
  const said = state.filler ? [state.filler] : state.leftovers.map(({ span }) => span);
  const [first] = said;
  const last = said.at(-1);
  if (!first || !last) return undefined;
  // Filler in several blocks may have a link definition of the author's between them.
  if (state.filler && /[\r\n]/.test(slice(doc.text, state.filler))) return undefined;
  const ends = [...said.map(({ start }) => start), body.end];
  const others = ends.map((end, index) => doc.text.slice(said[index - 1]?.end ?? body.start, end));
  // Comments stay where they stand, so none may be between what is written over.
  const isBare = others.every((other, index) => {
    const isOutside = index === 0 || index === others.length - 1;
    return /^[\s>*+\-\d.)]*$/.test(isOutside ? other.replace(/<!--[^]*?-->/g, "") : other);
  });
  if (!isBare) return undefined;
  const start = Math.max(body.start, lineAt(doc.text, first.start).start);
  return { span: { start, end: Math.min(body.end, lineAt(doc.text, last.end).end) }, text };
}

function besideEntries(context: RuleContext, log: Written, approval: Approval): Edit {
  const { doc } = context;
  const { text } = doc;
  const entries = entriesOf(context, log, "text");
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last) {
    // Lines that record decisions would be none any more beside a list.
    const isLoose = decisionsIn(context, log).length > 0;
    return setApart(text, log.body.end, isLoose ? `${approvalText(approval)}.` : item(approval));
  }
  const keyed = keysOfApproval(doc, entries, approval);
  if (keyed) return keyed;
  const isNewestFirst = newestFirst(entries.map((entry) => entry.text));
  const sentence = `${approvalText(approval, { date: true })}.`;
  switch (last.kind) {
    case "item":
      return itemOfApproval(
        doc,
        entries.filter(({ kind }) => kind === "item"),
        approval,
      );
    case "section": {
      const heading = `${marksOf(doc, last.span) ?? "#".repeat(Math.min(6, log.part.depth + 1))} ${approval.day}: ${saidIn(approval).word}`;
      const eol = lineEnding(text);
      const offset = isNewestFirst ? first.span.start : movableExtent(context, log.part).end;
      return setApart(text, offset, heading + eol + eol + sentence);
    }
    case "label":
      return setApart(
        text,
        isNewestFirst ? first.span.start : log.body.end,
        `**${approval.day}:** ${sentence}`,
      );
    default:
      return setApart(text, log.body.end, item(approval));
  }
}

const marksOf = (doc: Document, heading: Span): string | undefined =>
  /^#{1,6}(?=[ \t])/.exec(doc.text.slice(heading.start, heading.start + 7))?.[0];
