/** The first of the places, which are in the order of the text, behind or before a line; around its ends. */
export function placeBeside<Place extends { readonly range: { readonly start: { readonly line: number } } }>(
  places: readonly Place[],
  line: number,
  direction: "next" | "previous",
): Place | undefined {
  const lineOf = ({ range }: Place): number => range.start.line;
  return direction === "next"
    ? (places.find((place) => lineOf(place) > line) ?? places[0])
    : (places.findLast((place) => lineOf(place) < line) ?? places.at(-1));
}
