import { rules } from "../rules/index.ts";
import { readArgs } from "./args.ts";
import { changes } from "./changes.ts";
import { check, misused } from "./check.ts";
import { help } from "./help.ts";
import type { Host } from "./host.ts";
import { writeIndexes } from "./index-page.ts";
import { init, presetList } from "./init.ts";
import { pr } from "./pr.ts";
import { printable } from "./report-pretty.ts";
import { templateCheck } from "./template-check.ts";
import { rulePage } from "./rule-page.ts";

/**
 * Runs the command line behind its name. Comes back with the exit code: 0 without errors, 1 with errors or
 * more warnings than allowed, 2 where the words are wrong or an input cannot be read.
 */
export async function main(words: readonly string[], host: Host): Promise<number> {
  const command = readArgs(words);
  switch (command.kind) {
    case "help":
      host.out(help);
      return 0;
    case "version":
      host.out(`${host.version}\n`);
      return 0;
    case "check":
      return check(command.request, host);
    case "init":
      return init(command.request, host);
    case "presets":
      host.out(presetList());
      return 0;
    case "template-check":
      return templateCheck(command.request, host);
    case "pr":
      return pr(command.request, host);
    case "index":
      return writeIndexes(command.request, host);
    case "changes":
      return changes(command.request, host);
    case "explain":
      return explain(command.rule, host);
    case "misuse":
      return misuse(command.reason, host);
  }
}

function explain(id: string, host: Host): number {
  const rule = rules.find((one) => one.id === id);
  if (!rule)
    return misuse(`There is no rule “${id}”. The rules are ${rules.map((one) => one.id).join(", ")}.`, host);
  host.out(rulePage(rule));
  return 0;
}

function misuse(reason: string, host: Host): number {
  host.err(`design-docs: ${printable(reason)} See “design-docs --help”.\n`);
  return misused;
}
