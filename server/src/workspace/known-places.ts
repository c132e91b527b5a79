/** A folder in which teams keep design documents, by custom. */
export interface KnownPlace {
  /** Path segments that follow one another, in lower case. */
  readonly path: readonly string[];
  /** The presets that such documents may be like, the likeliest first. */
  readonly presets: readonly string[];
  /** The name is so general that it counts only directly in the workspace folder, or below `docs`. */
  readonly general?: boolean;
  /** Nothing is said of the place unless a template is found for it. */
  readonly needsTemplate?: boolean;
}

const decisions = ["adr", "decision-record"];

/** The customary places. A longer path stands before a shorter one that it ends with. */
const places: readonly KnownPlace[] = [
  { path: ["docs", "designs"], presets: ["design-doc", "short-note"] },
  { path: ["docs", "design"], presets: ["design-doc", "short-note"] },
  { path: ["docs", "design-docs"], presets: ["design-doc", "short-note"] },
  { path: ["docs", "architecture", "decisions"], presets: decisions },
  { path: ["architecture", "decisions"], presets: decisions },
  { path: ["docs", "adr"], presets: decisions },
  { path: ["docs", "adrs"], presets: decisions },
  { path: ["doc", "adr"], presets: decisions },
  { path: ["docs", "decisions"], presets: decisions },
  { path: ["docs", "rfcs"], presets: ["rfc"] },
  { path: ["docs", "rfc"], presets: ["rfc"] },
  { path: ["docs", "proposals"], presets: ["rfc", "enhancement", "design-doc"] },
  { path: ["adr"], presets: decisions },
  { path: ["adrs"], presets: decisions },
  { path: ["decisions"], presets: decisions, general: true },
  { path: ["rfcs"], presets: ["rfc"] },
  { path: ["rfc"], presets: ["rfc"], general: true },
  { path: ["text"], presets: ["rfc"], general: true, needsTemplate: true },
  { path: ["keps"], presets: ["enhancement"] },
  { path: ["enhancements"], presets: ["enhancement"], general: true },
  { path: ["proposals"], presets: ["rfc", "enhancement", "design-doc"], general: true },
  { path: ["designs"], presets: ["design-doc", "short-note"], general: true },
  { path: ["design"], presets: ["design-doc", "short-note"], general: true },
  { path: ["design-docs"], presets: ["design-doc", "short-note"] },
];

/** The outermost known place on a path of folders, with the number of segments down to and with it. */
export function placeOn(
  folders: readonly string[],
): { readonly place: KnownPlace; readonly length: number } | undefined {
  const lower = folders.map((name) => name.toLowerCase());
  for (let start = 0; start < lower.length; start++) {
    const place = places.find(
      ({ path, general }) =>
        path.every((name, index) => lower[start + index] === name) &&
        (general !== true || start === 0 || isDocs(lower[start - 1])),
    );
    if (place !== undefined) return { place, length: start + place.path.length };
  }
  return undefined;
}

const isDocs = (name: string | undefined): boolean => name === "docs" || name === "doc";
