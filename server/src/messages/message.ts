import { english } from "./english.ts";

/** A sentence for people as an id and its arguments, so that the place that shows it chooses the language. */
export interface Message {
  readonly id: MessageId;
  /** What fills the `{name}` places; a message in a message is shown in the same language. */
  readonly args: Readonly<Record<string, string | number | Message>>;
}

export type MessageId = keyof typeof english;

/** A message from its id; the arguments fill the `{name}` places of its text. */
export const message = (id: MessageId, args: Message["args"] = {}): Message => ({ id, args });

/** The message in English. Hosts that translate give {@link english}'s text to their translator instead. */
export function inEnglish({ id, args }: Message): string {
  return english[id].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = args[name] ?? place;
    return typeof value === "object" ? inEnglish(value) : String(value);
  });
}
