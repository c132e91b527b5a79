/** What Mermaid's own parser says of one diagram. */
export type DiagramFact =
  | { readonly kind: "sound" }
  /** Of a kind that cannot be parsed here, or a fault without a place: nothing is told. */
  | { readonly kind: "unknown" }
  /** `line` counts from 0 within the fence's content, `column` from 0 in UTF-16 code units where it is known. */
  | { readonly kind: "fault"; readonly line: number; readonly column?: number; readonly message: string };
