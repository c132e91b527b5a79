/** Words of which the sentences of our documents are made. They are nobody's design. */
type Words = readonly [string, ...string[]];

export const actors: Words = [
  "the sync service",
  "a phone in the field",
  "the import job",
  "every reader of the catalogue",
  "the station's gateway",
  "the team on call",
  "a surveyor without a network",
  "the archive",
  "the scheduler",
  "each replica",
  "the migration",
  "the permission check",
];

export const verbs: Words = [
  "keeps",
  "rejects",
  "sends",
  "merges",
  "reads back",
  "stores",
  "counts",
  "signs",
  "retries",
  "compares",
  "forwards",
  "drops",
];

export const objects: Words = [
  "the notes that were changed since the last visit",
  "a batch of at most two hundred records",
  "the version that both sides agree on",
  "what the other station has confirmed",
  "every measurement with its clock",
  "the oldest entry of the queue",
  "a copy of the index",
  "the tokens of the session",
  "one message for each conflict",
  "the photographs apart from their captions",
];

export const clauses: Words = [
  "as soon as the link is back",
  "before anything is shown to a person",
  "unless an operator has paused the region",
  "so that a restart loses nothing",
  "while older clients go on as they do today",
  "even if two clocks differ by a minute",
  "because the disk is the slowest part",
  "which takes less than a second for most users",
  "and says in the log what it has done",
  "without asking the server twice",
];

export const nouns: Words = [
  "queue",
  "replica",
  "gateway",
  "catalogue",
  "session",
  "archive",
  "conflict",
  "region",
  "quota",
  "backlog",
  "retention",
  "snapshot",
  "cursor",
  "lease",
];

export const adjectives: Words = [
  "shared",
  "signed",
  "local",
  "bounded",
  "ordered",
  "nightly",
  "portable",
  "quiet",
  "resumable",
  "replicated",
  "compact",
  "verified",
  "lazy",
  "durable",
  "open",
  "private",
];

export const places: Words = [
  "harbour",
  "valley",
  "glacier",
  "meadow",
  "river",
  "forest",
  "island",
  "summit",
  "delta",
  "canyon",
  "prairie",
  "lagoon",
  "reef",
  "tundra",
  "plateau",
  "estuary",
  "dune",
  "fjord",
  "marsh",
  "basin",
];

export const names: Words = [
  "SyncCursor",
  "apply_batch",
  "--max-age",
  "notes.v2",
  "GET /sync",
  "lease_ms",
  "retry.limit",
];

export const people: Words = ["Ada Lovelace", "Grace Hopper", "Linus Pauling", "Emmy Noether", "Alan Kay"];

export const handles: Words = ["@ada", "@grace", "@mobile/leads", "@emmy", "@storage/oncall"];

/** Code samples: the language of the fence, and its lines. */
export const samples: readonly [Sample, ...Sample[]] = [
  {
    language: "json",
    lines: ["{", '  "cursor": "n-2048",', '  "limit": 200,', '  "since": "2026-02-01T00:00:00Z"', "}"],
  },
  {
    language: "ts",
    lines: [
      "export async function applyBatch(batch: Batch): Promise<Cursor> {",
      "  const known = await store.versions(batch.ids);",
      "  for (const note of batch.notes) {",
      "    if (known.get(note.id) === note.version) continue;",
      "    await store.write(note);",
      "  }",
      "  return batch.cursor;",
      "}",
    ],
  },
  {
    language: "sh",
    lines: [
      "# Pause one region, and look at what is left.",
      "syncctl pause --region north",
      "syncctl backlog | sort -k2",
    ],
  },
  {
    language: "sql",
    lines: [
      "SELECT id, version",
      "FROM notes",
      "WHERE station = ? AND version > ?",
      "ORDER BY version",
      "LIMIT 200;",
    ],
  },
  {
    language: "yaml",
    lines: ["sync:", "  regions: [north, south]", "  retry:", "    limit: 5", "    wait: 30s"],
  },
];

export interface Sample {
  readonly language: string;
  readonly lines: readonly string[];
}
