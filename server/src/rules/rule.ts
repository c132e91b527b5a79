import type { FactName, Facts } from "../facts/facts.ts";
import type { Message } from "../messages/message.ts";
import type { Analysed } from "../template/analysed.ts";
import type { ExpectationName } from "../template/expectations.ts";
import type { Overrides } from "../template/overrides.ts";
import type { Part } from "../template/parts.ts";
import type { Stage } from "../template/status.ts";
import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import type { Suppressions } from "./support/suppressions.ts";

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
  /**
   * The names of what the finding is about, where that is absent from the text, so that the span shows something
   * else. By them an accepted finding is known again.
   */
  readonly about?: readonly string[];
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

/** What people choose that rules hang on. */
export interface RuleOptions {
  /** The handles of people: by name or e-mail address, in lower case, each with its `@`. */
  readonly people: Readonly<Record<string, string>>;
  /** For how many days a document may be in review before that is told. */
  readonly reviewDays: number;
  /** The pattern of file names, such as `{number:4}-{title}.md`; where it is absent, the template says it, or nobody. */
  readonly fileName: string | undefined;
}

export const defaultOptions: RuleOptions = { people: {}, reviewDays: 14, fileName: undefined };

export interface RuleContext extends Analysed {
  readonly stage: Stage;
  readonly facts: Facts;
  readonly options: RuleOptions;
  /** Comments that ask to suppress findings, and what is wrong with them. */
  readonly suppressions: Suppressions;
}

/** From a heading, or any other block, to a place behind it: a part with all that is below it. */
export type Reach = Pick<Part, "from" | "extentEnd">;

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
  /** What is known or chosen besides the text. */
  readonly given?: Given;
}

export interface Given {
  /** It in words, as a sentence for the rule's page; the facts below are not shown there. */
  readonly say: string;
  readonly facts?: Partial<Facts>;
  readonly options?: Partial<RuleOptions>;
  /** What a configuration says beside the template. */
  readonly overrides?: Overrides;
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
  /** The facts without which it tells less than there may be to tell. */
  readonly needs?: readonly FactName[];
  /**
   * Where somebody has to stop typing before something new is told: in its line, which is so where it is
   * absent; in its line for longer, since a value is often chosen from a list; or anywhere in the section
   * that the finding is about.
   */
  readonly waitsFor?: "line" | "value" | "section";
  /**
   * All that it reads of a text besides headings, the header, where links are defined and the language: the sections
   * of which the template asks one of these, or some stretches. Where that is absent, it
   * may read anything, and is asked after every edit.
   */
  readonly reads?: readonly ExpectationName[] | ((context: RuleContext) => readonly Reach[] | undefined);
  /**
   * It tells what an author wants to know first, of a document's structure, and finds it without looking into texts: of
   * a long document, that is shown before all else is known.
   */
  readonly first?: boolean;
  /** It looks at what the other rules told, so it runs behind them. */
  readonly last?: boolean;
  /** It is about templates themselves, and runs on their files instead of on documents. */
  readonly subject?: "template";
  /** All problems, in the order of the text. Total: no text makes it throw. */
  check(context: RuleContext): Iterable<P>;
  /** The ways to mend it, the best first. */
  fixes?(problem: P, context: RuleContext): readonly Fix[];
}

/** Lets a rule keep its own kind of problem while the registry sees {@link Rule}. */
export const defineRule = <P extends Problem>(rule: Rule<P>): Rule => rule as unknown as Rule;
