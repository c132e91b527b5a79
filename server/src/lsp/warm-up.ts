import { rules } from "../rules/index.ts";
import { judge, judgeInSteps, readText } from "../service.ts";
import { defaults } from "../settings/table.ts";
import { builtInTemplate } from "../template/built-in.ts";
import { behindAnswers, type Host } from "./host.ts";

/**
 * Does what the first answer would have to do, while the client is busy with the answer to `initialize`: the built-in
 * template is read, which all others inherit from, and code that has not run yet is compiled by judging documents, a
 * moment at a time. Stops as soon as `isBusy`, since a document that is open compiles the same code.
 */
export async function warmUp(host: Host, isBusy: () => boolean): Promise<void> {
  if (isWarm) return;
  isWarm = true;
  await behindAnswers(host);
  const template = builtInTemplate();
  if (await comesBetween(host, isBusy)) return;
  const sections = template.doc.sections.map(
    ({ depth, title }, index) => `${"#".repeat(depth)} ${title}\n\n${index < 3 ? text : "Some words.\n"}`,
  );
  const analysed = readText(sections.join("\n"), template);
  const terms = { settings: defaults, facts: { today: "2000-01-01", fileName: "x.md" } };
  const steps = judgeInSteps(analysed, terms);
  for (;;) {
    if (await comesBetween(host, isBusy)) return;
    if (steps.next().done === true) break;
  }
  // The examples of all rules have all that rules look for. Each is edited once, as somebody will do.
  for (const { text: sample, stage } of rules.flatMap(({ subject, examples }) => (subject ? [] : examples))) {
    const then = { ...terms, stage: stage ?? "review" };
    // Patterns are compiled anew for texts with a character that is beyond Latin-1.
    for (const own of [sample, `${sample}\n\n…\n`]) {
      if (await comesBetween(host, isBusy)) return;
      const before = readText(own, template);
      const judged = judge(before, then);
      if (await comesBetween(host, isBusy)) return;
      judge(readText(`${own}x`, template, before), then, judged);
    }
  }
}

// As many messages as a client sends along with the first document, each of which is taken in in a turn of its own.
const mostTurns = 5;

async function comesBetween(host: Host, isBusy: () => boolean): Promise<boolean> {
  for (let turn = 0; turn < mostTurns; turn++) {
    await host.nextTurn();
    if (isBusy()) return true;
  }
  return false;
}

// A little of all that documents are made of.
const text = `Some words of **prose** with \`code\` and [a link](x.md). They are two sentences; see [this][r], too.

- One thing, which is 5 ms
- @somebody does the other by 2000-01-01

| One | Other |
| --- | --- |
| a | b |

\`\`\`sh
run
\`\`\`

[r]: y.md
`;

// Of the process, as compiled code is.
let isWarm = false;
