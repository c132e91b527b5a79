import type { Level } from "../rules/rule.ts";
import type { Stage } from "../template/status.ts";

/** What people choose under `designDocs.`, after reading: every value is sound. */
export interface Settings {
  /** Globs of the design documents, relative to the workspace folder. */
  readonly include: readonly string[];
  /** Globs of the files among them that are none. */
  readonly exclude: readonly string[];
  /** By rule: one level, or one a stage. Rules and stages that are not named keep their default. */
  readonly rules: Readonly<Record<string, Level | Readonly<Partial<Record<Stage, Level>>>>>;
  readonly outline: { readonly enabled: boolean };
  /** Whether the steps that come next are shown above the status. */
  readonly codeLens: boolean;
  /** When findings are brought up to date: at each change, or when the document is saved. */
  readonly run: "onType" | "onSave";
  /** The handles of people: by name or e-mail address, in lower case, each with its `@`. */
  readonly people: Readonly<Record<string, string>>;
  /** For how many days a document may be in review before that is told. */
  readonly reviewDays: number;
  /** Ids of rules whose findings another extension tells already. No setting of ours: the host knows. */
  readonly toldElsewhere: readonly string[];
  /** `Name <email>` for new documents and completions; empty where Git is to be asked. */
  readonly author: string;
}
