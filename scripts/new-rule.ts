// `npm run new-rule -- missing-diagram`: the beginnings of a rule, its message and its test.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const [id = "", ...more] = process.argv.slice(2);

const source = `import { message } from "../messages/message.ts";
import { defineRule, type Problem } from "./rule.ts";
import { levels } from "./support/levels.ts";

const template = "# Design\\n\\n## Goals\\n\\nWhat it is for.\\n";

export default defineRule<Problem>({
  id: "${id}",
  summary: "Say in one sentence what is wrong.",
  why: "Say why it matters to a reader of the document.",
  severity: levels("hint", "warning", "error"),
  examples: [
    // Put ⟦ and ⟧ round what the rule tells; the example is a test and stands on the rule's page.
    { title: "what is told", template, text: "# Sync engine\\n\\n⟦## Goals⟧\\n\\nPhones work offline.\\n" },
    { title: "what is fine", template, text: "# Sync engine\\n\\n## Goals\\n\\nPhones work offline.\\n" },
  ],

  *check(context) {
    for (const { part } of context.alignment.sections) {
      // Replace this condition by the fault.
      if (part === undefined || part.depth < 7) continue;
      yield { span: { start: 0, end: 0 }, message: message("${id}.found", { title: part.title }) };
    }
  },
});
`;

const test = `import { describe, it } from "node:test";
import rule from "../../server/src/rules/${id}.ts";
import { checkRule } from "../kit/check.ts";

const template = "# Design\\n\\n## Goals\\n\\nWhat it is for.\\n";

// The examples of the rule are tests already; here stand the cases that a reader of its page need not see.
describe("${id}", () => {
  it("does not mind an empty document", () => checkRule(rule, { template, text: "" }));
});
`;

const entry = `  // ${id}
  "${id}.found": "Say what “{title}” has wrong, why it matters, and what to do.",

  // server
`;

function main(): string {
  if (more.length > 0 || !/^[a-z]+(?:-[a-z]+)+$/.test(id))
    return "Name the rule after the fault, in small letters with hyphens: npm run new-rule -- missing-diagram";
  const rulePath = join(root, `server/src/rules/${id}.ts`);
  const testPath = join(root, `test/rules/${id}.test.ts`);
  if (existsSync(rulePath)) return `There is a rule ${id} already.`;
  const messagesPath = join(root, "server/src/messages/english.ts");
  const messages = readFileSync(messagesPath, "utf8");
  if (!messages.includes("  // server\n"))
    return `${messagesPath} has no group “// server” to put the message before.`;

  writeFileSync(
    messagesPath,
    messages.replace("  // server\n", () => entry),
  );
  writeFileSync(rulePath, source);
  if (!existsSync(testPath)) writeFileSync(testPath, test);
  console.log(`Wrote server/src/rules/${id}.ts and test/rules/${id}.test.ts, and a message to english.ts.

Next:
  1. Write the rule, its examples and its message.
  2. npm run generate        registers it, and writes its page and its setting
  3. npm run test:unit       runs its examples; the new one fails until the rule tells it`);
  return "";
}

const fault = main();
if (fault !== "") {
  console.error(fault);
  process.exitCode = 1;
}
