import { diagram } from "./diagram.ts";
import type { Designed } from "./designed.ts";

/** How many there are of a stage. */
export interface Slice {
  readonly stage: Designed["stage"];
  /** Safe for Mermaid, without quotation marks. */
  readonly name: string;
  readonly count: number;
}

// A theme of high contrast may give a slice the colour of the page. These stand out from white as from black by 3 to 1,
// and white stands out from each by 4.5 to 1.
const colours: Readonly<Record<Slice["stage"], string>> = {
  draft: "#6e6e6e",
  review: "#8f6400",
  approved: "#1f6fc0",
  implemented: "#2e7d32",
  closed: "#7b4fa3",
};

/** A chart of how many there are of each stage, in colours that any theme leaves as they are; nothing for less than two. */
export function pie(slices: readonly Slice[]): readonly string[] {
  if (slices.length < 2) return [];
  const themeVariables = {
    pieOpacity: "1",
    pieSectionTextColor: "#ffffff",
    ...Object.fromEntries(slices.map(({ stage }, index) => [`pie${index + 1}`, colours[stage]])),
  };
  return diagram([
    `%%{init: ${JSON.stringify({ themeVariables })}}%%`,
    "pie showData",
    ...slices.map(({ name, count }) => `  "${name}" : ${count}`),
  ]);
}
