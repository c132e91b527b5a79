import * as l10n from "@vscode/l10n";
import { english } from "../messages/english.ts";
import type { Message } from "../messages/message.ts";

/** Takes the client's translations, as `vscode.l10n.bundle` has them; what they lack stays English. */
export function translateWith(bundle: Readonly<Record<string, string>>): void {
  l10n.config({ contents: { ...bundle } });
  rendered = new WeakMap();
}

// The same findings are rendered at every keystroke, and those that stay keep their messages.
let rendered = new WeakMap<Message, string>();

/** The message in the client's language. */
export function render(message: Message): string {
  const known = rendered.get(message);
  if (known !== undefined) return known;
  const text = rendering(message);
  rendered.set(message, text);
  return text;
}

function rendering({ id, args }: Message): string {
  const shown = Object.entries(args).map(([name, value]) => [
    name,
    typeof value === "object" ? render(value) : value,
  ]);
  return l10n.t(english[id], Object.fromEntries(shown) as Record<string, string | number>);
}
