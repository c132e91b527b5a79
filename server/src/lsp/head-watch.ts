import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { headOf } from "../workspace/read-head.ts";

/** Sees whether the head of an open document, which is all that other documents look at, is another one. */
export interface HeadWatch {
  /** Applies a change by `apply`, and gives what the document became. */
  through(
    document: TextDocument,
    changes: readonly TextDocumentContentChangeEvent[],
    apply: () => TextDocument,
  ): TextDocument;
  /** Whether the head is another one than when this was asked last, or this is asked for the first time. */
  differs(document: TextDocument): boolean;
  closed(uri: string): void;
}

interface Kept {
  readonly head: string;
  /** The changes since then may have touched it. */
  isSuspect: boolean;
}

// No head reaches further; behind it only link definitions count.
const reach = 4100;

/** Nothing is known yet. A keystroke behind the head costs no more than a look at its line. */
export function createHeadWatch(): HeadWatch {
  const kept = new Map<string, Kept>();
  return {
    through(document, changes, apply) {
      const known = kept.get(document.uri);
      const [change] = changes;
      if (!known || known.isSuspect || changes.length !== 1 || !change || !("range" in change)) {
        if (known) known.isSuspect = true;
        return apply();
      }
      const { start, end } = change.range;
      const defined = mayDefine(document, start.line, end.line);
      const updated = apply();
      // The text before a change is as it was, so its start is still the same place.
      const from = updated.offsetAt(start);
      const last = updated.positionAt(from + change.text.length).line;
      known.isSuspect = from < reach || defined || mayDefine(updated, start.line, last);
      return updated;
    },
    differs(document) {
      const { uri } = document;
      const known = kept.get(uri);
      if (known && !known.isSuspect) return false;
      const head = headOf(document.getText());
      kept.set(uri, { head, isSuspect: false });
      return known?.head !== head;
    },
    closed: (uri) => void kept.delete(uri),
  };
}

/** Whether there may be a link definition in the lines, both of which are counted among them. */
const mayDefine = (document: TextDocument, first: number, last: number): boolean =>
  document
    .getText({ start: { line: first, character: 0 }, end: { line: last + 1, character: 0 } })
    .includes("]:");
