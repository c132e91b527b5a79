import * as l10n from "@vscode/l10n";
import { english } from "../messages/english.ts";
import type { Message } from "../messages/message.ts";

/** Takes the client's translations, as `vscode.l10n.bundle` has them; what they lack stays English. */
export function translateWith(bundle: Readonly<Record<string, string>>): void {
  l10n.config({ contents: { ...bundle } });
}

/** The message in the client's language. */
export function render({ id, args }: Message): string {
  const shown = Object.entries(args).map(([name, value]) => [
    name,
    typeof value === "object" ? render(value) : value,
  ]);
  return l10n.t(english[id], Object.fromEntries(shown) as Record<string, string | number>);
}
