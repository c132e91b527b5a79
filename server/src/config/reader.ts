import { distance } from "fastest-levenshtein";
import { message, type Message, type MessageId } from "../messages/message.ts";
import type { Severity } from "../rules/rule.ts";
import type { Span } from "../text/span.ts";
import type { ConfigProblem } from "./config.ts";
import type { Json, JsonObject, Member } from "./read-json.ts";

/** Collects what is wrong while values are read. Each of its functions gives a sound value or nothing. */
export interface Reader {
  readonly problems: ConfigProblem[];
  /** Nothing comes back, so that a reading can end with it. */
  tell(span: Span, told: Message, severity?: Severity): undefined;
  /** The members with a known key, the last of each; other keys are told. */
  members<K extends string>(object: JsonObject, known: Readonly<Record<K, unknown>>): ReadonlyMap<K, Member>;
  /** The last member of each key, whatever it is. */
  free(object: JsonObject): readonly Member[];
  object(key: string, value: Json, wanted: MessageId): JsonObject | undefined;
  /** A text with more than white space in it, trimmed. */
  text(key: string, value: Json, wanted: MessageId): string | undefined;
  /** Texts with their places. What is empty or no text is told and left out; a single text is a list of one. */
  texts(key: string, value: Json, wanted: MessageId, single: boolean): readonly Placed[] | undefined;
  /** Tells an object or a list without anything in it, and says no of it. */
  filled(key: string, value: Json, wanted: MessageId): boolean;
  /** One of the words that are `known`. */
  word<W extends string>(
    key: string,
    value: Json,
    known: readonly W[],
    wanted: Message | MessageId,
  ): W | undefined;
  /** Tells a word that is none of `known`, with the one that is probably meant. */
  unknown(span: Span, word: string, known: readonly string[], sentence: Unknown): void;
  /** Tells a value of the wrong kind. */
  wrong(key: string, value: Json, wanted: Message | MessageId): undefined;
}

/** A text with the place where it stands, without its quotes. */
export interface Placed {
  readonly text: string;
  readonly span: Span;
}

/** The two sentences about a word that is not known, without and with the one that is meant. */
export interface Unknown {
  readonly plain: Message;
  readonly near: (meant: string) => Message;
  /** What to write instead of the whole value, where it is not the word that is meant. */
  readonly instead?: (meant: string) => string;
  readonly severity?: Severity;
}

/** A reader without problems yet. */
export function createReader(): Reader {
  const problems: ConfigProblem[] = [];
  const tell = (span: Span, told: Message, severity: Severity = "error"): undefined => {
    problems.push({ span, message: told, severity });
  };

  const wrong = (key: string, value: Json, wanted: Message | MessageId): undefined => {
    const type = message(`config.type-${value.kind}`);
    tell(value.span, message("config.not-type", { key, type, wanted: asMessage(wanted) }));
  };

  const free = (object: JsonObject): readonly Member[] => {
    const last = new Map(object.members.map((member) => [member.key, member]));
    for (const member of object.members)
      if (last.get(member.key) !== member)
        tell(member.keySpan, message("config.duplicate-key", { key: member.key }), "warning");
    return [...last.values()];
  };

  const unknown = (span: Span, word: string, known: readonly string[], sentence: Unknown): void => {
    const { plain, near, instead = (text: string) => text, severity = "error" } = sentence;
    const meant = nearest(word, known);
    if (meant === undefined) return tell(span, plain, severity);
    const title = message("config.fix-replace", { meant: instead(meant) });
    const edits = [{ span, text: JSON.stringify(instead(meant)) }];
    problems.push({ span, message: near(meant), severity, fix: { title, edits } });
  };

  const text = (key: string, value: Json, wanted: MessageId): string | undefined => {
    if (value.kind !== "string") return wrong(key, value, wanted);
    const trimmed = value.text.trim();
    if (trimmed !== "") return trimmed;
    return tell(value.span, message("config.empty", { key, wanted: message(wanted) }));
  };

  return {
    problems,
    tell,
    wrong,
    free,
    unknown,
    text,
    members<K extends string>(object: JsonObject, known: Readonly<Record<K, unknown>>) {
      const isKnown = (key: string): key is K => Object.hasOwn(known, key);
      const keys = Object.keys(known);
      const found = new Map<K, Member>();
      for (const member of free(object)) {
        const { key } = member;
        if (isKnown(key)) found.set(key, member);
        else
          unknown(member.keySpan, key, keys, {
            plain: message("config.unknown-key", { key, keys: keys.join(", ") }),
            near: (meant) => message("config.unknown-key-near", { key, meant }),
            severity: "warning",
          });
      }
      return found;
    },
    object(key, value, wanted) {
      if (value.kind === "object") return value;
      return wrong(key, value, wanted);
    },
    texts(key, value, wanted, single) {
      const items = value.kind === "array" ? value.items : single ? [value] : undefined;
      if (!items) return wrong(key, value, wanted);
      return items.flatMap((item) => {
        const found = text(key, item, wanted);
        return found === undefined ? [] : [{ text: found, span: item.span }];
      });
    },
    filled(key, value, wanted) {
      const isEmpty =
        value.kind === "object"
          ? value.members.length === 0
          : value.kind === "array" && value.items.length === 0;
      if (isEmpty) tell(value.span, message("config.empty", { key, wanted: message(wanted) }));
      return !isEmpty;
    },
    word(key, value, known, wanted) {
      if (value.kind !== "string") return wrong(key, value, wanted);
      const found = known.find((one) => one === value.text);
      if (found !== undefined) return found;
      const args = { key, value: value.text };
      unknown(value.span, value.text, known, {
        plain: message("config.no-value", { ...args, values: known.join(", ") }),
        near: (meant) => message("config.no-value-near", { ...args, meant }),
      });
      return undefined;
    },
  };
}

const asMessage = (one: Message | MessageId): Message => (typeof one === "string" ? message(one) : one);

/** The word that is a slip of the keyboard away, case ignored; nothing where none is, or two are as near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const asked = word.slice(0, 100).toLowerCase();
  const most = Math.max(1, Math.floor(asked.length / 3));
  const [best, next] = known
    .map((one) => ({ one, far: distance(one.toLowerCase(), asked) }))
    .toSorted((a, b) => a.far - b.far);
  if (!best || best.far >= best.one.length) return undefined;
  // Two letters that have changed places count as two slips, also in the shortest words.
  if (best.far > most && lettersOf(best.one.toLowerCase()) !== lettersOf(asked)) return undefined;
  return next?.far === best.far ? undefined : best.one;
}

const lettersOf = (word: string): string => word.split("").toSorted().join("");
