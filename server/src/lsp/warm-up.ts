import { defaults } from "../settings/table.ts";
import { judge, readText } from "../service.ts";
import { builtInTemplate } from "../template/built-in.ts";
import { behindAnswers, type Host } from "./host.ts";

/**
 * Does what the first answer would have to do, while the client is busy with the answer to `initialize`: the built-in
 * template is read, which all others inherit from, and code that has not run yet is compiled by judging it as a
 * document. Stops as soon as `isBusy`, since a document that is open compiles the same code.
 */
export async function warmUp(host: Host, isBusy: () => boolean): Promise<void> {
  if (isWarm) return;
  isWarm = true;
  await behindAnswers(host);
  const template = builtInTemplate();
  await host.nextTurn();
  if (isBusy()) return;
  const analysed = readText(template.doc.text, template);
  await host.nextTurn();
  if (isBusy()) return;
  judge(analysed, { settings: defaults, facts: { today: "2000-01-01", fileName: "x.md" } });
}

// Of the process, as compiled code is.
let isWarm = false;
