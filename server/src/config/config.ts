import type { Message } from "../messages/message.ts";
import type { Severity } from "../rules/rule.ts";
import type { Settings } from "../settings/settings.ts";
import type { FieldChoice } from "../template/overrides.ts";
import type { Status } from "../template/status.ts";
import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";

export type { FieldChoice } from "../template/overrides.ts";

/**
 * What a team has decided about its design documents, in a file of its own: `.design-docs.json`, or the value of
 * `design-docs` in a `package.json`. Editors and the command line read it alike, and it wins over settings.
 */
export interface Config {
  /**
   * In the order of the file: the first one that takes a document governs it. Where the file does not speak of
   * collections at all, it says nothing about which files are documents, so settings do.
   */
  readonly collections: readonly Collection[] | undefined;
  /** What holds for all collections; each may say otherwise for itself. */
  readonly rules: Settings["rules"];
  /** As in the settings; absent where the file does not say. */
  readonly people: Settings["people"] | undefined;
  readonly reviewDays: number | undefined;
}

/** Design documents of one kind. Paths and globs are relative to the folder of the file, with forward slashes. */
export interface Collection {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** The path of a template, or `preset:NAME`; where it is absent, the template is looked for beside the documents. */
  readonly template: string | undefined;
  /** A pattern such as `{date}-{title}-design.md`; where it is absent, the template says it, or nobody. */
  readonly fileName: string | undefined;
  /** The status words with their stages; where it is absent, the template's. */
  readonly statuses: readonly Status[] | undefined;
  /** What is asked of header fields, by key, beyond what the template says. */
  readonly fields: Readonly<Record<string, FieldChoice>>;
  readonly rules: Settings["rules"];
  /** `YYYY-MM-DD`: documents that are older are told at information at most. */
  readonly since: string | undefined;
  /** The path of the file with findings that were accepted. */
  readonly baseline: string | undefined;
}

/** What is wrong with the file, where, in UTF-16 offsets of its text. All else in the file goes on working. */
export interface ConfigProblem {
  readonly span: Span;
  readonly message: Message;
  readonly severity: Severity;
  /** What makes it right, where that is clear. */
  readonly fix?: { readonly title: Message; readonly edits: readonly Edit[] };
}

/** A file as it was read. A text has one of it, so that collections are the same objects while it is the same. */
export interface ParsedConfig {
  readonly config: Config;
  /** What the text alone says, in its order. */
  readonly problems: readonly ConfigProblem[];
  /** For each of the collections. */
  readonly places: readonly CollectionPlaces[];
  /** What stands for all of it: its first key, or the beginning of the text. */
  readonly place: Span;
}

/** Where the parts of a collection stand that can be wrong about other files. */
export interface CollectionPlaces {
  readonly whole: Span;
  /** One for each glob of `include`. */
  readonly include: readonly Span[];
  readonly template: Span | undefined;
  readonly baseline: Span | undefined;
}

/** What there is besides the text. */
export interface Known {
  readonly ruleIds: readonly string[];
  readonly presetNames: readonly string[];
}
