import {
  DiagnosticSeverity,
  DiagnosticTag,
  MarkupKind,
  SymbolKind,
  TextEdit,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type Range,
  type SymbolInformation,
  type TextDocumentEdit,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { hover } from "../features/hover.ts";
import type { OutlineItem } from "../features/outline.ts";
import type { Severity } from "../rules/rule.ts";
import type { Finding } from "../service.ts";
import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import type { Client } from "./capabilities.ts";
import { render } from "./messages.ts";

/** The name under which editors show our findings. */
export const source = "design-docs";

/** The range of a span. */
export const toRange = (document: TextDocument, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});

/** The edit in lines and characters. */
export const toTextEdit = (document: TextDocument, { span, text }: Edit): TextEdit =>
  TextEdit.replace(toRange(document, span), text);

/** The edits of one document. `version` is null for one that is not open, which has none. */
export const toDocumentEdit = (
  document: TextDocument,
  edits: readonly Edit[],
  version: number | null = document.version,
): TextDocumentEdit => ({
  textDocument: { uri: document.uri, version },
  edits: edits.map((edit) => toTextEdit(document, edit)),
});

/** Our severities as those of the protocol. */
export const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * The finding as a diagnostic; `page` is where its rule is explained. It holds nothing that changes while somebody
 * types in another line, and so no offsets: most pulls are then answered as unchanged.
 */
export function toDiagnostic(
  document: TextDocument,
  { rule, problem, severity, message }: Finding,
  client: Client,
  page: string | undefined,
): Diagnostic {
  return {
    range: toRange(document, problem.span),
    severity: severities[severity],
    code: rule.id,
    ...(page !== undefined && client.diagnosticPages ? { codeDescription: { href: page } } : {}),
    source,
    message: render(message),
    ...(problem.unnecessary && client.diagnosticTags ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

/** The hover, as Markdown where the client draws it. */
export function toHover(
  document: TextDocument,
  { span, markdown }: NonNullable<ReturnType<typeof hover>>,
  client: Client,
): Hover {
  const value = markdown.map((part) => (typeof part === "string" ? part : render(part))).join("\n\n");
  const kind = client.markdownHovers ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { range: toRange(document, span), contents: { kind, value } };
}

const symbolKinds: Readonly<Record<OutlineItem["kind"], SymbolKind>> = {
  title: SymbolKind.File,
  section: SymbolKind.String,
  extra: SymbolKind.String,
};

/** The item and those below it as a tree. */
export function toDocumentSymbol(document: TextDocument, item: OutlineItem): DocumentSymbol {
  return {
    name: item.name,
    detail: item.detail.map(render).join(" · "),
    kind: symbolKinds[item.kind],
    range: toRange(document, item.span),
    selectionRange: toRange(document, item.selection),
    children: item.children.map((child) => toDocumentSymbol(document, child)),
  };
}

/** The item and those below it as a list, for clients that know no trees. */
export function toSymbolInformation(
  document: TextDocument,
  item: OutlineItem,
  container?: string,
): readonly SymbolInformation[] {
  const { name } = item;
  const location = { uri: document.uri, range: toRange(document, item.span) };
  const own: SymbolInformation = {
    name,
    kind: symbolKinds[item.kind],
    location,
    ...(container === undefined ? {} : { containerName: container }),
  };
  return [own, ...item.children.flatMap((child) => toSymbolInformation(document, child, name))];
}
