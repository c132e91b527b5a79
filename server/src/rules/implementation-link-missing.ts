import { message } from "../messages/message.ts";
import { inText } from "../syntax/document.ts";
import type { FieldAnswer } from "../template/align-fields.ts";
import { unfilledIn } from "../template/fields.ts";
import { defineRule, type Problem } from "./rule.ts";
import { claimedStatus } from "./support/claimed-status.ts";
import { shownValue } from "./support/header.ts";
import { insertField } from "./support/insert-field.ts";
import {
  hasImplementationLink,
  implementationField,
  implementationFields,
} from "./support/implementation.ts";
import { levels } from "./support/levels.ts";

const template = "# Design\n\nStatus: DRAFT\nReviewers: @owner1, @owner2\n\n## Goals\n\nWhat it is for.\n";
const goals = "\n\n## Goals\n\nPhones work offline.\n";

export default defineRule<Problem>({
  id: "implementation-link-missing",
  summary: "Nothing in an approved or implemented design links to its implementation.",
  why: "The link from the design to the code is what makes it worth reading years later. A field such as `Implementation`, `Tracking issue` or `PRs` with a link or with `#12`, `!34`, `owner/repo#5`, `PROJ-6` or a commit counts, and so does a section of such a name with a link, and any address of a pull request, a merge request, a commit or an issue. “N/A: reason” in the field is an answer. Before it is implemented, this is told quietly, and not at all where the template’s status words know nothing of implementing, as those of decision records.",
  severity: { ...levels("off", "off", "error"), approved: "information" },
  examples: [
    {
      title: "implemented, and nobody knows where",
      template,
      stage: "implemented",
      text: `# Sync engine\n\nStatus: ⟦IMPLEMENTED⟧\nReviewers: @grace${goals}`,
    },
    {
      title: "the line is there, and empty",
      template,
      stage: "approved",
      text: `# Sync engine\n\nStatus: APPROVED\nReviewers: @grace\n⟦Implementation:⟧${goals}`,
    },
    {
      title: "pull requests by their numbers",
      template,
      stage: "implemented",
      text: `# Sync engine\n\nStatus: IMPLEMENTED\nReviewers: @grace\nImplementation: #412, infra#97${goals}`,
    },
    {
      title: "a decision that nobody has to build",
      template: template.replace("DRAFT", "Proposed | Accepted | Superseded"),
      stage: "approved",
      text: `# Sync engine\n\nStatus: Accepted\nReviewers: @grace${goals}`,
    },
    {
      title: "a link in the text",
      template,
      stage: "implemented",
      text: `# Sync engine\n\nStatus: IMPLEMENTED\nReviewers: @grace${goals}\nBuilt in <https://git.example.org/phones/pull/412>.\n`,
    },
  ],

  *check(context) {
    const status = claimedStatus(context);
    if (!status || hasImplementationLink(context)) return;
    // Where no status word says that it was built, as in the flow of decision records, nothing need be built.
    const { statuses } = context.template;
    if (context.stage === "approved" && !statuses.some(({ stage }) => stage === "implemented")) return;
    const { doc } = context;
    const answer = implementationField(context);
    const [own] = implementationFields(context);
    // A template that demands the field has its lack told as that.
    if (answer && isToldAsField(answer)) return;
    if (own) {
      const span = own.value === "" ? inText(doc, own.block, own.whole) : shownValue(doc, own);
      yield { span, message: message("implementation-link-missing.field", { key: own.key }) };
      return;
    }
    const key = answer?.wanted.key ?? "Implementation";
    const told = message("implementation-link-missing.status", { key });
    yield { span: shownValue(doc, status), message: told };
  },

  fixes(_, context) {
    const answer = implementationField(context);
    if (!answer || answer.field || implementationFields(context).length > 0) return [];
    const title = message("implementation-link-missing.fix", { key: answer.wanted.key });
    return [{ title, edits: [insertField(context, answer.wanted, "")] }];
  },
});

/** Whether `missing-field` or `unfilled-field` tells of the template's field. */
const isToldAsField = ({ wanted, field }: FieldAnswer): boolean =>
  field
    ? unfilledIn(field.value, wanted).length > 0 && (field.value !== "" || wanted.required)
    : wanted.required;
