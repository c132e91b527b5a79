/** The parts of the benchmarks, in the order in which they run. */
export const parts = ["sizes", "start", "open", "keys", "parser", "index", "cli", "activation"] as const;

export type Part = (typeof parts)[number];

export type Unit = "ms" | "s" | "MB" | "kB" | "docs/s" | "MB/s" | "count";

/** One measure of one program, as often as there were rounds. */
export interface Figure {
  readonly part: Part;
  /** What it was measured on: `15 KB`, `10,000 documents`. */
  readonly subject: string;
  readonly measure: string;
  readonly of: string;
  readonly unit: Unit;
  /** One value a round, in the order of the rounds, so that two programs can be compared within each. */
  readonly rounds: readonly number[];
}

export type Key = Omit<Figure, "rounds">;

/** Figures as they come in. */
export interface Figures {
  /** Adds the value of one more round. */
  put(key: Key, value: number): void;
  all(): readonly Figure[];
}

export function createFigures(): Figures {
  const found = new Map<string, { readonly key: Key; readonly rounds: number[] }>();
  return {
    put(key, value) {
      const id = [key.part, key.subject, key.measure, key.of].join("\n");
      const before = found.get(id);
      if (before) before.rounds.push(value);
      else found.set(id, { key, rounds: [value] });
    },
    all: () => Array.from(found.values(), ({ key, rounds }) => ({ ...key, rounds })),
  };
}
