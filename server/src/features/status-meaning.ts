import { message, type Message } from "../messages/message.ts";
import { keyOf } from "../template/names.ts";
import type { Status } from "../template/status.ts";

// A document is closed for different reasons, and an unknown word is only treated as a draft: what these say
// is more than their stage.
const idsByWord = {
  "feature.meaning-rejected": ["rejected", "declined"],
  "feature.meaning-withdrawn": ["withdrawn", "abandoned", "cancelled", "canceled"],
  "feature.meaning-superseded": ["superseded", "replaced"],
  "feature.meaning-deferred": ["deferred"],
  "feature.meaning-draft": ["draft", "wip", "work in progress", "in progress", "open", "new"],
} as const;

const idByKey: ReadonlyMap<string, Message["id"]> = new Map(
  Object.entries(idsByWord).flatMap(([id, words]) =>
    words.map((word) => [keyOf(word), id as keyof typeof idsByWord] as const),
  ),
);

/** What a status word means, in a few words that fit beside it in a list. */
export const statusMeaning = ({ name, stage }: Status): Message =>
  message(
    idByKey.get(keyOf(name)) ?? (stage === "draft" ? "feature.meaning-other" : `feature.meaning-${stage}`),
  );
