/** A block of Mermaid with these lines, and a blank line behind it. */
export const diagram = (lines: readonly string[]): readonly string[] => ["```mermaid", ...lines, "```", ""];
