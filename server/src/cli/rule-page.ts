import { inEnglish } from "../messages/message.ts";
import type { Example, Level, Rule } from "../rules/rule.ts";
import { analyze, fixesOf, judge, readOwnTemplate, type Analysis, type Finding } from "../service.ts";
import { builtInTemplate } from "../template/built-in.ts";
import { commonTokens } from "../template/leftovers.ts";
import { overridden } from "../template/overrides.ts";
import { readTemplate } from "../template/read-template.ts";
import { stages, type Stage } from "../template/status.ts";
import { applyEdits } from "../text/edit.ts";
import { lineStarts, positionAt } from "../text/lines.ts";

/** How the documentation calls the stages. */
export const stageNames: Readonly<Record<Stage, string>> = {
  draft: "Draft",
  review: "In review",
  approved: "Approved",
  implemented: "Implemented",
  closed: "Closed",
};

/**
 * The page of a rule, as Markdown. What it says of the examples is found by running them, so that a page
 * cannot promise what the rule does not do.
 */
export function rulePage(rule: Rule): string {
  return [
    `# ${rule.id}`,
    escaped(rule.summary),
    rule.why,
    ...(rule.id === "placeholder-text" ? [commonTokenList()] : []),
    "## Severity",
    severityTable(rule),
    rule.subject === "template"
      ? "A template has no stage. The rule looks at the files of templates and at no document."
      : "A document without a readable status is a draft. Rejected, withdrawn and superseded documents are closed.",
    "## Examples",
    ...examples(rule),
    "## Settings",
    rule.subject === "template"
      ? "To change the severity:"
      : "To change the severity at every stage, or at some:",
    fenced("json", `"designDocs.rules": {\n  "${rule.id}": "off"\n}`),
    ...(rule.subject === "template"
      ? []
      : [fenced("json", `"designDocs.rules": {\n  "${rule.id}": { "draft": "off", "review": "error" }\n}`)]),
    "The levels are `error`, `warning`, `information`, `hint` and `off`. A document with the comment `<!-- design-docs: ignore -->` is left alone by all rules.",
    "[All rules](README.md)",
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}

const commonTokenList = (): string =>
  `These common tokens are told in every document, whatever its template says: ${commonTokens.map((token) => `\`${token}\``).join(", ")}. \`…\` stands for any words.`;

const severityTable = ({ severity }: Rule): string =>
  [
    `| ${stages.map((stage) => stageNames[stage]).join(" | ")} |`,
    `| ${stages.map(() => "---").join(" | ")} |`,
    `| ${stages.map((stage) => severity[stage]).join(" | ")} |`,
  ].join("\n");

/** The severities in one line: `error at every stage`, `hint (draft), warning (in review), …`. */
export function severityInWords({ severity }: Rule): string {
  const groups: { readonly level: Level; readonly names: string[] }[] = [];
  for (const stage of stages) {
    const last = groups.at(-1);
    const name = stageNames[stage].toLowerCase();
    if (last?.level === severity[stage]) last.names.push(name);
    else groups.push({ level: severity[stage], names: [name] });
  }
  const [only] = groups;
  if (groups.length === 1 && only) return `${only.level} at every stage`;
  return groups.map(({ level, names }) => `${level} (${names.join(", ")})`).join(", ");
}

/** The examples, each template before the first one that uses it. */
function* examples(rule: Rule): Generator<string> {
  let template: string | undefined;
  for (const example of rule.examples) {
    if (example.template !== undefined && example.template !== template) {
      yield "With this template:";
      yield fenced("markdown", example.template);
    }
    template = example.template;
    yield* exampleParts(rule, example);
  }
}

function* exampleParts(rule: Rule, example: Example): Generator<string> {
  const analysis = analysed(rule, example);
  const findings = analysis.findings.filter((finding) => finding.rule === rule);
  const [first] = findings;
  yield `### ${first ? "Told" : "Not told"}: ${example.title}`;
  yield `${about(rule, example)}:`;
  yield fenced("markdown", analysis.doc.text);
  if (!first) return;
  yield findings.map((finding) => `- ${told(finding, analysis)}`).join("\n");
  const fix = fixesOf(analysis, first).at(0);
  if (!fix) return;
  const title = `Quick fix: *${escaped(inEnglish(fix.title))}*`;
  if (fix.edits.length === 0) {
    yield `${title}.`;
    return;
  }
  yield `${title}. The document is then:`;
  yield fenced("markdown", applyEdits(analysis.doc.text, fix.edits));
}

function about({ subject }: Rule, { stage = "draft", fileName, given }: Example): string {
  if (subject === "template") return "In a template";
  const state =
    stages.indexOf(stage) === 0 ? "In a draft" : `In a document that is ${stageNames[stage].toLowerCase()}`;
  const named = fileName === undefined ? state : `${state} named \`${fileName}\``;
  return given === undefined ? named : `${given.say} ${named}`;
}

function analysed(
  { subject }: Rule,
  { text: marked, template, stage = "draft", fileName = "2026-03-01-sync-engine-design.md", given }: Example,
): Analysis {
  const text = marked.replace(/[⟦⟧]/g, "");
  if (subject === "template") {
    const facts = { today: "2026-03-02", fileName: "TEMPLATE.md" };
    return judge(readOwnTemplate({ name: "team", text }), { settings: { rules: {} }, facts, subject });
  }
  const own = template === undefined ? builtInTemplate() : readTemplate({ name: "team", text: template });
  return analyze({
    text,
    template: given?.overrides ? overridden(own, given.overrides) : own,
    settings: { rules: {}, ...given?.options },
    facts: { today: "2026-03-02", fileName, ...given?.facts },
    stage,
  });
}

function told({ problem, severity, message }: Finding, { doc }: Analysis): string {
  const { line, character } = positionAt(lineStarts(doc.text), problem.span.start);
  const marked = doc.text.slice(problem.span.start, problem.span.end).split(/[\r\n]/)[0] ?? "";
  const place = `Line ${line + 1}, column ${character + 1}`;
  return `${place}${marked === "" ? "" : `, ${codeSpan(marked)}`}: **${severity}**. ${escaped(inEnglish(message))}`;
}

/** Text as a code span, with as many backticks as it needs. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = "`".repeat(longest + 1);
  return longest > 0 ? `${ticks} ${text} ${ticks}` : ticks + text + ticks;
}

/** A sentence of ours with what Markdown would take for marks escaped. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|]/g, String.raw`\$&`);

/** Text as a code block, with a fence longer than any inside. */
function fenced(language: string, text: string): string {
  const longest = Math.max(
    2,
    ...[...text.matchAll(/^ {0,3}(`{3,})/gm)].map(([, ticks = ""]) => ticks.length),
  );
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, "")}\n${fence}`;
}
