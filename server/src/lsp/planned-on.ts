import { TextDocument } from "vscode-languageserver-textdocument";

/** What edits are about: positions in them are those of `document`. */
export interface PlannedOn {
  /** As the editor writes it, where it is open. */
  readonly uri: string;
  readonly document: TextDocument;
  readonly version: number | null;
}

/**
 * The document whose edits were planned on `text`, which is that of a file or of the open document some time ago.
 * Somebody may have typed in it since, and edits must never be applied at places of another text: they have the version
 * before the present one then, so clients refuse them. A closed document has none.
 */
export function plannedOn(
  open: TextDocument | undefined,
  { uri, languageId, text }: { readonly uri: string; readonly languageId: string; readonly text: string },
): PlannedOn {
  // Editors show no byte order mark, and count none.
  const planned = text.replace(/^\uFEFF/, "");
  const own = TextDocument.create(uri, languageId, 0, planned);
  if (!open) return { uri, document: own, version: null };
  const isThat = open.getText() === planned;
  return { uri: open.uri, document: own, version: isThat ? open.version : open.version - 1 };
}
