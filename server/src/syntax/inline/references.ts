/** What a text defines for the references in it, wherever in the text that stands. */
export interface References {
  /** Whether a link reference definition has this label, which is raw source, as it stands between the brackets. */
  readonly defines: (label: string) => boolean;
  /** Whether a footnote has this label: raw source again, without the `^`. */
  readonly notes: (label: string) => boolean;
}
