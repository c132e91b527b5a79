import { rulePage, stageNames } from "../../server/src/cli/rule-page.ts";
import { rules } from "../../server/src/rules/index.ts";
import { stages } from "../../server/src/template/status.ts";
import type { GeneratedFile } from "./files.ts";

/** A page for each rule, and one that lists them. */
export const rulePages = (): readonly GeneratedFile[] => [
  ...rules.map((rule) => ({ path: `docs/rules/${rule.id}.md`, content: rulePage(rule) })),
  { path: "docs/rules/README.md", content: index },
];

/** The rules with their severities. `folder` leads from the page to the rules’ pages: `docs/rules/` or nothing. */
export function ruleTable(folder: string): string {
  const columns = ["Rule", "What it tells", ...stages.map((stage) => stageNames[stage])];
  const rows = rules.map((rule) => {
    const summary = rule.summary.replace(/[<>|]/g, String.raw`\$&`);
    return [
      `[\`${rule.id}\`](${folder}${rule.id}.md)`,
      summary,
      ...stages.map((stage) => rule.severity[stage]),
    ];
  });
  return [columns, columns.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

const index = `# Rules

Each rule tells one kind of fault. How severe its findings are depends on the stage of the document, which its status says: a draft is left in peace, and what is approved has to be complete. A document without a readable status is a draft; rejected, withdrawn and superseded documents are closed. The rules about templates themselves, from \`template-annotation\` to \`template-unknown-marker\`, look at templates, which have no stage, and at no document; \`template-instructions\` is about documents.

${ruleTable("")}

One cause makes one finding. In the header, a field that stands twice is told before one that is missing, not filled in, or wrong. In the sections, a missing one is told before a misspelled, a displaced or an empty one. A section that is empty, says only “TBD” or has its guidance left in gets no finding about its content, and “N/A” with a reason satisfies every rule about content. In the decision log, an approval that nobody recorded is told before entries that do not say by whom or when, and among open questions a question before the marks that it is open. What hangs on something outside the text, such as a linked file, a diagram or Git, is told when it is known.

The setting \`designDocs.rules\` changes the severity of a rule, at every stage or at some. A comment [suppresses single findings](../suppressions.md). A document with the comment \`<!-- design-docs: ignore -->\` is left alone by all rules.
`;
