import type { DiagramFact } from "../facts/diagram.ts";

/** Mermaid's parser, which takes too long and is too large to run between two keystrokes. */
export interface Diagrams {
  /** What is to be said of a diagram, given the text between its fences. A host that has no parser says `unknown`. */
  check(source: string): Promise<DiagramFact>;
}

/**
 * `diagrams`, asked once for each source while it is among the `most` that were last asked for. Two questions
 * at once are one. A check that fails is answered `unknown` and asked again the next time.
 */
export function rememberedDiagrams(diagrams: Diagrams, most = 500): Diagrams {
  // A map keeps the order of insertion, so that its first key is the one that nobody wanted for longest.
  const kept = new Map<string, Promise<DiagramFact>>();
  const ask = async (source: string): Promise<DiagramFact> => {
    try {
      // Asked a moment later, so that a check that throws at once is forgotten after it was kept, and not before.
      return await Promise.resolve().then(() => diagrams.check(source));
    } catch {
      kept.delete(source);
      return { kind: "unknown" };
    }
  };
  return {
    check(source) {
      const answer = kept.get(source) ?? ask(source);
      kept.delete(source);
      kept.set(source, answer);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return answer;
    },
  };
}
