import { message } from "../messages/message.ts";
import { sideStatus } from "../facts/side.ts";
import { firstLine, type Field } from "../syntax/document.ts";
import type { FieldAnswer } from "../template/align-fields.ts";
import { keyOf, slip } from "../template/names.ts";
import { enumeration, isOpenFlow, readStatus } from "../template/status.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { filledFields, setValue, shownValue } from "./support/header.ts";
import { headerLevels } from "./support/levels.ts";

interface InvalidStatus extends Problem {
  /** Nothing where the status stands in another file, which nothing here writes to. */
  readonly field: Field | undefined;
  readonly meant: Meant | undefined;
}

interface Meant {
  readonly name: string;
  /** What stands behind the status and stays. */
  readonly rest: string;
}

const template = "# Design\n\nStatus: DRAFT\n\n## Goals\n\nWhat it is for.\n";

export default defineRule<InvalidStatus>({
  id: "invalid-status",
  summary: "The status is none of the template’s words.",
  why: "The status decides how strictly a document is judged and where it shows in lists. A word that nobody knows counts as a draft. Case, `-` and `_` do not matter, and words may follow: “Superseded by …”, “APPROVED (2026-03-01)”.",
  severity: headerLevels("error", "error", "error"),
  first: true,
  reads: [],
  waitsFor: "value",
  examples: [
    {
      title: "a slip of the keyboard",
      template,
      text: "# Sync engine\n\nStatus: ⟦APROVED⟧\n\n## Goals\n\nPhones work offline.\n",
      fixed: "# Sync engine\n\nStatus: APPROVED\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "other spellings of the same",
      template,
      text: "# Sync engine\n\nStatus: in_review\n\n## Goals\n\nPhones work offline.\n",
      stage: "review",
    },
  ],

  *check(context) {
    const { statuses } = context.template;
    for (const { field } of filledFields(context, "status")) {
      if (readStatus(field.value, statuses)) continue;
      const { value } = field;
      const meant = meantBy(value, context);
      // What stands in a section may be told at length, and a template without words of its own takes any.
      if (!meant && (isOpenFlow(context.template) || (field.style === "section" && isTold(value)))) continue;
      const names = statuses.map(({ name }) => name).join(", ");
      const told = meant
        ? message("invalid-status.meant", { value, meant: meant.name })
        : message("invalid-status.found", { value, statuses: names });
      yield { span: shownValue(context.doc, field), message: told, field, meant };
    }
    yield* besideIt(context);
  },

  fixes({ field, meant }, context) {
    if (!field) return [];
    if (meant) {
      const value = meant.name + meant.rest;
      const edits = [setValue(context.doc, field, value)];
      return [{ title: message("invalid-status.fix", { status: value }), edits }];
    }
    return context.template.statuses.map(({ name: status }) => ({
      title: message("invalid-status.fix", { status }),
      edits: [setValue(context.doc, field, status)],
    }));
  },
});

/** A slip of typing in the status that a file beside the document says. Words that nobody knows are left to their readers. */
function* besideIt(context: RuleContext): Generator<InvalidStatus> {
  const { side } = context.facts;
  const status = sideStatus(side);
  if (!side || !status || context.alignment.fields.some(isStatus)) return;
  const { value } = status;
  if (enumeration(value).length > 1 || readStatus(value, context.template.statuses)) return;
  const meant = meantBy(value, context);
  if (!meant) return;
  const told = message("invalid-status.side", { value, file: side.fileName, meant: meant.name });
  yield { span: firstLine(context.doc), message: told, field: undefined, meant };
}

const isStatus = ({ wanted, field }: FieldAnswer): boolean =>
  wanted.shape === "status" && field !== undefined;

/** Whether a value is a sentence. */
const isTold = (value: string): boolean => value.split(/\s+/).length > 3;

/** The status from which a value is a slip of typing away, as a whole or up to the remark behind it. */
function meantBy(value: string, { template: governing }: RuleContext): Meant | undefined {
  const [, head = "", rest = ""] = /^([^(,;:\d]{1,40}?)(\s*(?:[(,;:\d].*)?)$/su.exec(value) ?? [];
  const tries: readonly Omit<Meant, "name">[] = rest === "" ? [{ rest: "" }] : [{ rest: "" }, { rest }];
  for (const { rest: tail } of tries) {
    const key = keyOf(tail === "" ? value : head);
    const near = governing.statuses.flatMap(({ name }) => {
      const edits = slip(key, keyOf(name));
      return edits === undefined ? [] : [{ name, edits }];
    });
    const name = near.toSorted((a, b) => a.edits - b.edits).at(0)?.name;
    if (name !== undefined) return { name, rest: tail };
  }
  return undefined;
}
