import * as l10n from "@vscode/l10n";
import { english } from "../messages/english.ts";
import type { Message } from "../messages/message.ts";

/** Takes the client's translations, as `vscode.l10n.bundle` has them; what they lack stays English. */
export function translateWith(bundle: Readonly<Record<string, string>>): void {
  l10n.config({ contents: { ...bundle } });
}

/** The message in the client's language. */
export const render = ({ id, args }: Message): string => l10n.t(english[id], { ...args });
