import type { Message } from "../messages/message.ts";
import type { Analysed } from "../template/analysed.ts";
import type { Stage } from "../template/status.ts";
import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";

/** LSP's severities. */
export type Severity = "error" | "warning" | "information" | "hint";

export type Level = Severity | "off";

/** What a rule found. Offsets are UTF-16 code units of the document's text. */
export interface Problem {
  readonly span: Span;
  readonly message: Message;
  /** The finding is never more severe than this, whatever the rule's severity at the stage. */
  readonly atMost?: Severity;
  /** The finding is never less severe than this, unless the rule is switched off. */
  readonly atLeast?: Severity;
  /** Editors fade the span. */
  readonly unnecessary?: boolean;
}

/** An edit that makes the text right. */
export interface Fix {
  readonly title: Message;
  readonly edits: readonly Edit[];
  /** The new name of the file, in its folder. The host looks for a free name where it is taken. */
  readonly rename?: string;
  /** It changes nothing that someone wrote, so it may run on save. */
  readonly safe?: boolean;
}

/** What is known from outside the text. Rules never look for themselves. */
export interface Facts {
  /** `YYYY-MM-DD`, in the time zone of the person. */
  readonly today: string;
  /** The document's file name without its folder. */
  readonly fileName: string;
  /** `Name <email>` of the person who writes, where it is known. */
  readonly author?: string;
}

export interface RuleContext extends Analysed {
  readonly stage: Stage;
  readonly facts: Facts;
}

/** A piece of documentation that runs: shown on the rule's page, checked by a test. */
export interface Example {
  /** What it shows, in a few words. */
  readonly title: string;
  /** The built-in template where it is absent. */
  readonly template?: string;
  /** Markdown with `⟦…⟧` round each span that the rule tells. No mark: the text is fine. */
  readonly text: string;
  /** The text after the first fix of the first problem. */
  readonly fixed?: string;
  /** The file's name, for rules that look at it. */
  readonly fileName?: string;
  /** The new name that the first fix gives to the file. */
  readonly renamed?: string;
  /** `draft` where it is absent. */
  readonly stage?: Stage;
}

export interface Rule<P extends Problem = Problem> {
  /** Kebab-case, equal to the file's name, named after the fault. Public and permanent: people write it in settings. */
  readonly id: string;
  /** One sentence that names the fault. */
  readonly summary: string;
  /** Why it matters, as Markdown. */
  readonly why: string;
  readonly severity: Readonly<Record<Stage, Level>>;
  readonly examples: readonly [Example, ...Example[]];
  /** All problems, in the order of the text. Total: no text makes it throw. */
  check(context: RuleContext): Iterable<P>;
  /** The ways to mend it, the best first. */
  fixes?(problem: P, context: RuleContext): readonly Fix[];
}

/** Lets a rule keep its own kind of problem while the registry sees {@link Rule}. */
export const defineRule = <P extends Problem>(rule: Rule<P>): Rule => rule as unknown as Rule;
