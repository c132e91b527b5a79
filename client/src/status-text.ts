import type { DocumentStatus } from "../../server/src/protocol/protocol.ts";

/** Translates a message and fills in `{0}` and the following; `vscode.l10n.t`, or a stand-in for tests. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

/** What the language status items say of a design document. */
export interface StatusText {
  /** How far it is. */
  readonly text: string;
  /** How many errors it has; empty where it has none. */
  readonly detail: string;
  /** What people call the template, in short. */
  readonly template: string;
  /** Why it governs the document, in a few words, since an item has one line; and in a sentence. */
  readonly why: string;
  readonly reason: string;
  /** Whether the document has errors, which the item then draws attention to. */
  readonly attention: boolean;
  /** The same for those who hear it: how far it is with its errors, and the template with the reason for it. */
  readonly spoken: { readonly status: string; readonly template: string };
}

/** The words for a document's status: how far it is, which template governs it and why, and its errors. */
export function statusText(status: DocumentStatus, translate: Translate): StatusText {
  const { written, total, template, findings } = status;
  const name = shortName(template.name);
  const errors = findings.error === 1 ? translate("1 error") : translate("{0} errors", findings.error);
  const text = translate("Design Docs: {0} of {1} sections", written, total);
  const called = translate("Template: {0}", name);
  return {
    text,
    detail: findings.error === 0 ? "" : errors,
    template: called,
    why: template.why,
    reason: template.reason,
    attention: findings.error > 0,
    spoken: {
      status: findings.error === 0 ? text : `${text}, ${errors}`,
      template: `${called}. ${template.reason}`,
    },
  };
}

/** A path by its file, or by its folder where that says more: templates of documents that are folders. */
function shortName(path: string): string {
  const [file = path, folder] = path.split("/").toReversed();
  return folder !== undefined && /^readme\.md$/i.test(file) ? folder : file;
}
