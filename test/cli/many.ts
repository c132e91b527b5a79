/** A repository with documents that know of each other, so that facts of all kinds come into it. */
import type { Machine } from "./memory-host.ts";
import { good, template, warned, wrong } from "./texts.ts";

const folder = "/repo/docs/designs";

const name = (index: number): string =>
  `2026-03-${String((index % 28) + 1).padStart(2, "0")}-sync-${index}-design.md`;

/** The path of a document by its number. */
export const pathOf = (index: number): string => `${folder}/${index % 3}/${name(index)}`;

function textOf(index: number): string {
  const base = [good, warned, wrong][index % 3] ?? good;
  const next = `[next](../${(index + 1) % 3}/${name(index + 1)}#goals)`;
  const lines = [
    `It follows ${next}, and [one that is gone](gone-${index}.md).`,
    ...(index % 4 === 0 ? ["```mermaid\nflow\n```"] : []),
    ...(index % 5 === 0 ? [`[nowhere](../${(index + 1) % 3}/${name(index + 1)}#nowhere)`] : []),
  ];
  const header = index % 6 === 1 ? `Supersedes: ${name(index - 1)}\n` : "";
  return base
    .replace(/^# .*$/m, `# Sync ${index >> 1} things`)
    .replace(/^(Status: .*\n)/m, `$1${header}Reviewers: @ada, @grcae\n`)
    .replace("## Risks", `${lines.join("\n\n")}\n\n## Risks`);
}

/** So many documents in a repository, with their template and owners. */
export const many = (count: number): Machine["files"] => ({
  "/repo/.git/HEAD": "ref: refs/heads/main\n",
  "/repo/CODEOWNERS": "* @ada @grace\n",
  [`${folder}/TEMPLATE.md`]: template.replace("APPROVED\n", "APPROVED\nReviewers: @owner1\n"),
  ...Object.fromEntries(Array.from({ length: count }, (_, index) => [pathOf(index), textOf(index)])),
});

/** A parser of diagrams that knows one mistake. */
export const diagrams: NonNullable<Machine["diagrams"]> = {
  check: (source) =>
    Promise.resolve(
      source.includes("flow")
        ? { kind: "fault", line: 0, message: "Parse error on line 1:\nflow\n^" }
        : { kind: "sound" },
    ),
};
