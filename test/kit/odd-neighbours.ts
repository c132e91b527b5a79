import type { Card, Facts } from "../../server/src/facts/facts.ts";
import { readText } from "../../server/src/service.ts";
import { builtInText } from "../../server/src/template/built-in-text.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { statuses } from "./odd-documents.ts";
import type { Random } from "./random.ts";

const folder = "file:///w/d%C3%A9signs";
const uri = `${folder}/2026-03-01-sync-engine-design.md`;

const card = (fileName: string, more: Partial<Card>): Card => ({
  uri: `${folder}/${fileName}`,
  path: `d\u00E9signs/${fileName}`,
  fileName,
  title: "Design Document",
  status: "APPROVED",
  stage: "approved",
  supersedes: [],
  supersededBy: [],
  ...more,
});

const next = card("the%20new%20engine.md", {
  title: "The [new] engine",
  supersedes: [uri, `${folder}/old.md`],
});

const neighbours: readonly [Card, ...Card[]] = [
  next,
  card("old.md", { title: "", status: "SUPERSEDED", stage: "closed", supersededBy: [next.uri] }),
  card("12-older.md", { title: "Older", status: "SUPERSEDED", stage: "closed", supersededBy: [uri] }),
  card("2026-01-01-sync-engine-design.md", { title: "Sync engine", status: "DRAFT", stage: "draft" }),
  card("newer.md", { title: "Newer", supersedes: [uri] }),
  card("y", { title: "Circle", supersededBy: [uri], supersedes: [uri] }),
];

/** What may be known of the world round an odd document: other designs, and what Git says. */
export function oddNeighbours(random: Random): Partial<Facts> {
  const base = builtInText.replace("Status: DRAFT", random.once(2) ? "Status: APPROVED" : "Status: REJECTED");
  return {
    uri,
    ...(random.once(5) ? {} : { others: neighbours.filter(() => !random.once(3)) }),
    ...(random.once(3)
      ? {}
      : {
          history: {
            base: { ref: "main", analysed: readText(base, builtInTemplate()) },
            statusSince: "2026-01-01",
          },
        }),
  };
}

const lines: readonly [string, ...string[]] = [
  "Superseded by: the new engine, [Engine][x]",
  "- Supersedes: old.md, ADR 12",
  "Supersedes: TBD",
  "[old]: old.md",
];

/** An odd document that speaks of the designs of {@link oddNeighbours}: in its status, its header and its text. */
export function withNeighbours(text: string, random: Random): string {
  const ending = text.includes("\r\n") ? "\r\n" : "\n";
  const status = random.once(2) ? text.replace("DRAFT", random.of(statuses)) : text;
  const linked = random.once(2)
    ? status.replace("- List", `- Send [as here](old.md#x 'y') and [there][old].${ending}- List`)
    : status;
  if (random.once(2)) return linked;
  const all = linked.split(ending);
  all.splice(random.below(Math.min(all.length, 9)), 0, random.of(lines));
  return all.join(ending);
}
