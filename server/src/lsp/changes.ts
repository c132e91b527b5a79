import { changesBetween, type Stretch } from "../features/changes/changes.ts";
import { sectionName, sectionSaid, summaryOf, written } from "../features/changes/summary.ts";
import { inText } from "../syntax/document.ts";
import type * as protocol from "../protocol/changes.ts";
import { statusIn } from "../rules/support/before.ts";
import { readText } from "../service.ts";
import { slice } from "../text/span.ts";
import { lineAt } from "../text/lines.ts";
import { render } from "./messages.ts";
import type { Session } from "./session.ts";
import { toRange } from "./to-proto.ts";

/** Answers {@link protocol.Changes}. Both texts are read beside the present template. */
export async function changes(
  session: Session,
  { uri, base, since }: protocol.ChangesParams,
): Promise<protocol.ChangesResult> {
  const opened = await session.opened(uri);
  if (!opened) return null;
  const { analysis, document } = opened;
  const before = base === undefined ? undefined : readText(base, analysis.template);
  const found = changesBetween(before, analysis);
  const title = analysis.alignment.title?.title ?? "";
  const summary = written(summaryOf(found, { title, since, isNew: before === undefined }), render);
  const textIn = (text: string, stretch: Stretch): string => slice(text, stretch.span);
  return {
    version: document.version,
    sections: found.sections.map((change) => {
      const name = sectionName(change);
      return {
        kind: change.kind,
        title: typeof name === "string" ? name : render(name),
        detail: sectionSaid(change).map(render).join(", "),
        ...(change.before && base !== undefined ? { before: textIn(base, change.before) } : {}),
        ...(change.now
          ? { now: textIn(analysis.doc.text, change.now), range: toRange(document, change.now.heading) }
          : {}),
      };
    }),
    unchanged: found.unchanged.length,
    summary: summary.text,
    links: summary.links.map(({ line, span }) => ({ line, range: toRange(document, span) })),
  };
}

/** Answers {@link protocol.ReviewLine}. */
export async function reviewLine(
  session: Session,
  { uri }: protocol.ReviewLineParams,
): Promise<protocol.ReviewLineResult> {
  const opened = await session.opened(uri);
  const found = opened && statusIn(opened.analysis);
  if (!found || found.status.stage === "draft") return null;
  const { doc } = opened.analysis;
  const line = lineAt(doc.text, inText(doc, found.field.block, found.field.valueSpan).start);
  return { line: slice(doc.text, line), status: found.status.name };
}
