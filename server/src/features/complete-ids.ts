import type { Analysed } from "../template/analysed.ts";
import { lineAt } from "../text/lines.ts";
import type { Completion } from "./completion.ts";
import { asInline } from "./markdown-text.ts";
import { blockKindAt } from "./place.ts";
import { idsDefinedIn } from "./requirement-ids.ts";

/** The ids of the document that begin as the word before the caret does, in capitals; none where it begins none. */
export function completeIds(analysed: Analysed, offset: number): readonly Completion[] {
  const { doc } = analysed;
  const line = lineAt(doc.text, offset);
  const begun = /(?<![\p{L}\p{N}_.#@/-])\p{Lu}[\p{Lu}\d.-]{0,30}$/u.exec(
    doc.text.slice(line.start, offset),
  )?.[0];
  if (begun === undefined) return [];
  const start = offset - begun.length;
  const kind = blockKindAt(doc, start);
  if (kind === "code" || kind === "html" || kind === "heading") return [];
  const rest =
    /^(?:[\p{Lu}\d]|[.-](?=[\p{Lu}\d])){0,30}/u.exec(doc.text.slice(offset, line.end))?.[0].length ?? 0;
  const span = { start, end: offset + rest };
  return idsDefinedIn(analysed)
    .filter(({ id, span: own }) => id.startsWith(begun) && own.start !== start)
    .map(({ id, text }, order): Completion => ({
      label: id,
      kind: "value",
      ...(text !== "" && { documentation: asInline(text) }),
      span,
      text: id,
      filter: id,
      order,
    }));
}
