import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  TextEdit,
  type Command,
  type CompletionItem,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Completion } from "../features/completion.ts";
import type { Client } from "./capabilities.ts";
import { render } from "./messages.ts";
import { toRange } from "./to-proto.ts";

const kinds: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  field: CompletionItemKind.Field,
  value: CompletionItemKind.EnumMember,
  person: CompletionItemKind.Reference,
  date: CompletionItemKind.Constant,
};

// Only our own client is known to have the command.
const suggestAgain: Command = { title: "", command: "editor.action.triggerSuggest" };

/** The completion as the client can show and insert it. */
export function toCompletionItem(document: TextDocument, item: Completion, client: Client): CompletionItem {
  const asSnippet = client.snippets && item.snippet !== undefined;
  const detail = item.detail && render(item.detail);
  return {
    label: item.label,
    kind: kinds[item.kind],
    ...(detail === undefined
      ? {}
      : client.labelDetails
        ? { labelDetails: { description: detail } }
        : { detail }),
    ...(item.documentation === undefined
      ? {}
      : {
          documentation: {
            kind: client.markdownItems ? MarkupKind.Markdown : MarkupKind.PlainText,
            value: item.documentation,
          },
        }),
    sortText: String(item.order).padStart(5, "0"),
    filterText: item.filter,
    ...(item.preselect && client.preselect ? { preselect: true } : {}),
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: TextEdit.replace(
      toRange(document, item.span),
      (asSnippet ? item.snippet : undefined) ?? item.text,
    ),
    ...(item.suggestNext && client.ours ? { command: suggestAgain } : {}),
  };
}
